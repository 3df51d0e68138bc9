"use client"
/** Looks a source up in the ledger while one types; what is not there yet can be made from the same words. */
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Combobox } from "@/components/ui/combobox"
import type { SourceView } from "@/lib/domain/source"
import { hostOf } from "./typed-source"

export interface SourceSearchProps {
  query: string
  focus: "take" | "leave"
  onQuery: (query: string) => void
  onKnown: (source: SourceView) => void
  onFresh: () => void
}

type Item = { kind: "known"; source: SourceView } | { kind: "fresh" }

/** Long enough that a word typed at once asks once. */
const PAUSE = 180
const MOST = 8

export function SourceSearch({ query, focus, onQuery, onKnown, onFresh }: SourceSearchProps) {
  const t = useTranslations("source")
  const found = useFound(query)
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
            <Known source={item.source} />
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

function Known({ source }: { source: SourceView }) {
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

interface Found {
  items: SourceView[] | null
  failed: boolean
}

function useFound(query: string): Found {
  const { acts } = useGalley()
  const [found, setFound] = useState<Found>({ items: null, failed: false })
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      acts.findSources({ query: query.trim().slice(0, 200), limit: MOST }).then(
        (answer) =>
          current && setFound(answer.ok ? { items: answer.value.items, failed: false } : { items: null, failed: true }),
        () => current && setFound({ items: null, failed: true }),
      )
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [acts, query])
  return found
}
