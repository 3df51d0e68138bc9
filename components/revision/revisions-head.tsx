/** Over the texts of an article: whose they are, and which one is worked on. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { KeyCap } from "@/components/keys/key-cap"
import type { RevisionList } from "@/lib/domain/revision"

export function RevisionsHead({ article, current, galley }: Omit<RevisionList, "revisions"> & { galley: string }) {
  const t = useTranslations("revisions")
  return (
    <header className="flex min-w-0 flex-col gap-2">
      <p className="text-xs font-semibold text-ink-2">
        <Link href={galley} className="inline-flex items-center gap-1.5 underline hover:text-ink">
          {t("back")}
          <KeyCap act="text.back" />
        </Link>
      </p>
      <h1 className="heading-page text-pretty wrap-anywhere hyphens-auto">
        <span className="sr-only">{t("title")}: </span>
        <span lang={article.language} dir="auto">
          {article.title}
        </span>
      </h1>
      <p className="text-ui text-ink-2">{t("summary", { count: current.number })}</p>
      {article.archivedAt && <p className="rounded-lg bg-panel px-3 py-2 text-ui">{t("archived")}</p>}
    </header>
  )
}
