/** All that the ledger knows of a source. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import type { SourceItem } from "@/lib/domain/source-list"
import { Fact, Facts } from "./facts"

/** `sources` is the address of the ledger. */
export async function SourceFacts({ source, sources }: { source: SourceItem; sources: string }) {
  const [t, words] = await Promise.all([getTranslations("sources"), getTranslations("source")])
  const facts = await plainFacts(source)
  return (
    <Facts>
      {source.url && (
        <Fact name={words("url")}>
          <a href={source.url} target="_blank" rel="noopener noreferrer" className="underline">
            {source.url}
            <span className="sr-only"> {words("newTab")}</span>
          </a>
        </Fact>
      )}
      {source.file && (
        <Fact name={t("field.file")}>
          <Link href={`${sources}/${source.id}/read`} prefetch={false} className="underline">
            {source.file.name}
          </Link>
        </Fact>
      )}
      {source.independenceGroup && (
        <Fact name={t("field.independenceGroup")}>
          <Link
            href={`${sources}?group=${encodeURIComponent(source.independenceGroup)}`}
            prefetch={false}
            className="underline"
          >
            {source.independenceGroup}
          </Link>
        </Fact>
      )}
      {facts.map(
        ([name, value]) =>
          value && (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ),
      )}
    </Facts>
  )
}

/** What is told of a source in words alone, by its name; null where there is nothing to tell. */
async function plainFacts(source: SourceItem): Promise<[name: string, value: string | null][]> {
  const [t, words, format] = await Promise.all([getTranslations("sources"), getTranslations("source"), getFormatter()])
  // A calendar date has no zone: read in UTC it stays the day it is.
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeZone: "UTC" })
  const marks = [
    source.primary && words("primaryLabel"),
    source.confidential && words("confidentialLabel"),
    source.neverRefetch && t("field.neverRefetch"),
  ].filter(Boolean)
  return [
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
}
