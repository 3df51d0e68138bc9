"use client"
/** Asks the desk while somebody types: after a pause, one question at a time, and a late answer is dropped. */
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { Act } from "@/lib/domain/answer"
import type { Found, SearchDesk } from "@/lib/domain/search"

/** Shorter than a pause in thought, longer than one between two letters. */
const PAUSE_MS = 140

type State =
  | { kind: "found"; query: string; found: Found }
  /** What was found before is kept: it is still true. */
  | { kind: "failed"; query: string; found: Found; message: string }

export interface SearchState {
  /** The latest that was found, maybe for a query before this one. */
  found: Found
  state: "searching" | "found" | "failed"
  failure: string | null
  retry: () => void
}

export function useSearch(search: Act<SearchDesk, Found>, asked: SearchDesk): SearchState {
  const t = useTranslations("palette")
  const { query = "", articleId } = asked
  const [answered, setAnswered] = useState<State | null>(null)
  const [turn, setTurn] = useState(0)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let late = false
    const ask = async () => {
      await before.current
      if (late) return
      const answer = search({ query, ...(articleId && { articleId }) }).catch(() => null)
      before.current = answer
      const given = await answer
      if (late) return
      setAnswered((last) => {
        if (given?.ok) return { kind: "found", query, found: given.value }
        return { kind: "failed", query, found: last?.found ?? nothing, message: given?.refusal.message ?? t("failed") }
      })
    }
    const timer = setTimeout(() => void ask(), query === "" ? 0 : PAUSE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [search, query, articleId, turn, t])
  const current = answered?.query === query ? answered : null
  return {
    found: answered?.found ?? nothing,
    state: current?.kind ?? "searching",
    failure: current?.kind === "failed" ? current.message : null,
    retry: () => {
      setAnswered(null)
      setTurn((last) => last + 1)
    },
  }
}

const nothing: Found = { articles: [], claims: [], sources: [], texts: [] }
