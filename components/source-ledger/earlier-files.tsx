/** Files that a source has no more, but that verdicts were sent with: what was cited stays readable. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import type { EarlierFile } from "@/lib/domain/source"

/** `read` is the address at which the source is read. */
export async function EarlierFiles({ items, read }: { items: EarlierFile[]; read: string }) {
  const [t, format] = await Promise.all([getTranslations("sources.earlier"), getFormatter()])
  if (items.length === 0) return null
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" })
  return (
    <section aria-labelledby="earlier-files" className="mt-6">
      <h2 id="earlier-files" className="font-serif text-xl font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-2xl text-ui text-ink-2">{t("text")}</p>
      <ul className="mt-3 border-t border-line">
        {items.map(({ id, name, receivedAt, citedAt }) => (
          <li key={id} className="border-b border-line py-2 text-ui">
            <Link href={`${read}?file=${id}`} prefetch={false} className="wrap-anywhere underline">
              {name}
            </Link>
            <span className="block text-xs text-ink-3">
              {t("times", { received: day(receivedAt), cited: day(citedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
