/** All that the ledger knows of a source. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import type { SourceItem } from "@/lib/domain/source-list"

/** `sources` is the address of the ledger. */
export async function SourceFacts({ source, sources }: { source: SourceItem; sources: string }) {
  const [t, words, format] = await Promise.all([getTranslations("sources"), getTranslations("source"), getFormatter()])
  // A calendar date has no zone: read in UTC it stays the day it is.
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeZone: "UTC" })
  const marks = [
    source.primary && words("primaryLabel"),
    source.confidential && words("confidentialLabel"),
    source.neverRefetch && t("field.neverRefetch"),
  ].filter(Boolean)
  const facts: [string, string | null][] = [
    [words("kindLabel"), words(`kind.${source.kind}`)],
    [words("publisher"), source.publisher],
    [words("author"), source.author],
    [words("publishedOn"), source.publishedOn && day(source.publishedOn)],
    [t("marks"), marks.join(", ")],
    [t("field.readers"), source.readers.map(({ name }) => name).join(", ")],
    [
      t("column.added"),
      t("addedBy", {
        name: source.addedBy.name,
        date: format.dateTime(new Date(source.addedAt), { dateStyle: "medium" }),
      }),
    ],
  ]
  return (
    <dl className="grid max-w-2xl grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-ui">
      {source.url && (
        <>
          <dt className="text-ink-3">{words("url")}</dt>
          <dd className="wrap-anywhere">
            <a href={source.url} target="_blank" rel="noopener noreferrer" className="underline">
              {source.url}
              <span className="sr-only"> {words("newTab")}</span>
            </a>
          </dd>
        </>
      )}
      <Group name={source.independenceGroup} sources={sources} />
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** Its independence group leads to all of it. */
async function Group({ name, sources }: { name: string | null; sources: string }) {
  const t = await getTranslations("sources")
  if (name === null) return null
  return (
    <>
      <dt className="text-ink-3">{t("field.independenceGroup")}</dt>
      <dd className="wrap-anywhere">
        <Link href={`${sources}?group=${encodeURIComponent(name)}`} prefetch={false} className="underline">
          {name}
        </Link>
      </dd>
    </>
  )
}
