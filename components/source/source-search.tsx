"use client"
/** Looks a source up in the ledger while one types; what is not there yet can be made from the same words. */
import { useTranslations } from "next-intl"
import { useGalley } from "@/components/galley/galley-context"
import { Combobox } from "@/components/ui/combobox"
import type { SourceView } from "@/lib/domain/source"
import { hostOf } from "./typed-source"
import { useFoundSources } from "./use-found-sources"

export interface SourceSearchProps {
  query: string
  focus: "take" | "leave"
  onQuery: (query: string) => void
  onKnown: (source: SourceView) => void
  onFresh: () => void
}

type Item = { kind: "known"; source: SourceView } | { kind: "fresh" }

export function SourceSearch({ query, focus, onQuery, onKnown, onFresh }: SourceSearchProps) {
  const t = useTranslations("source")
  const { acts } = useGalley()
  const found = useFoundSources(acts.findSources, query)
  const items: Item[] = [
    ...(found.items ?? []).map((source) => ({ kind: "known" as const, source })),
    { kind: "fresh" },
  ]
  const note = found.failed ? t("searchFailed") : found.items?.length === 0 && query.trim() ? t("notFound") : ""
  return (
    <div className="flex flex-col gap-1">
      <Combobox<Item>
        label={t("search")}
        hint={t("searchHint")}
        query={query}
        onQuery={onQuery}
        items={items}
        keyOf={(item) => (item.kind === "known" ? item.source.id : "fresh")}
        onChoose={(item) => (item.kind === "known" ? onKnown(item.source) : onFresh())}
        note={note}
        autoFocus={focus === "take"}
      >
        {(item) =>
          item.kind === "known" ? (
            <FoundSource source={item.source} />
          ) : (
            <span className="text-ui font-semibold">
              {query.trim() ? t("fresh", { query: query.trim() }) : t("typeIn")}
            </span>
          )
        }
      </Combobox>
    </div>
  )
}

/** A source among others that one chooses from. */
export function FoundSource({ source }: { source: SourceView }) {
  const t = useTranslations("source")
  const facts = [
    t(`kind.${source.kind}`),
    source.publisher ?? hostOf(source.url),
    source.primary && t("primary"),
    source.confidential && t("confidential"),
  ]
  return (
    <span className="block">
      <span className="block truncate text-ui font-semibold">{source.title}</span>
      <span className="block truncate text-xs text-ink-3">{facts.filter(Boolean).join(" · ")}</span>
    </span>
  )
}
