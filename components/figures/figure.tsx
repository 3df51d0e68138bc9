/** One figure: what it counts, its numbers, its chart, the table behind it, and the table as a file. */
import { Download } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { buttonClasses } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"

export interface FigureProps {
  title: string
  /** What is counted, in a sentence. */
  about?: string
  /** The address of its table as a file; none where there is nothing to count. */
  csv: string | null
  /** `within` another figure, which it is a part of. */
  standing?: "alone" | "within"
  children: ReactNode
}

export async function Figure({ title, about, csv, standing = "alone", children }: FigureProps) {
  const t = await getTranslations("figures")
  const isAlone = standing === "alone"
  return (
    <section aria-label={title} className={classes("min-w-0", isAlone && "border-t border-line-strong pt-4 pb-7")}>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        {isAlone ? (
          <h2 className="font-serif text-lg leading-snug font-semibold">{title}</h2>
        ) : (
          <h3 className="heading-group py-1.5">{title}</h3>
        )}
        {csv && (
          <a href={csv} download aria-label={t("csvOf", { figure: title })} className={buttonClasses("quiet", "small")}>
            <Download aria-hidden className="size-3.5" />
            {t("csv")}
          </a>
        )}
      </div>
      {about && <p className="mb-3 max-w-prose text-ui text-pretty text-ink-3">{about}</p>}
      {children}
    </section>
  )
}

/** A number that stands out, under its name. */
export function Numeral({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="flex items-center gap-1.5 text-xs text-ink-2">{name}</dt>
      <dd className="font-serif text-2xl leading-tight font-semibold tabular-nums">{children}</dd>
    </div>
  )
}
