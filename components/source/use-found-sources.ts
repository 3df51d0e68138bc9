"use client"
/** Sources of the ledger that match what is typed, asked for once the typing pauses. */
import { useEffect, useState } from "react"
import type { Act } from "@/lib/domain/answer"
import type { FindSources, SourceView } from "@/lib/domain/source"

/** Long enough that a word typed at once asks once. */
const PAUSE = 180
const MOST = 8

export type FindingSources = Act<FindSources, { items: SourceView[] }>

interface Found {
  items: SourceView[] | null
  failed: boolean
}

export function useFoundSources(find: FindingSources, query: string): Found {
  const [found, setFound] = useState<Found>({ items: null, failed: false })
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      find({ query: query.trim().slice(0, 200), limit: MOST }).then(
        (answer) =>
          current && setFound(answer.ok ? { items: answer.value.items, failed: false } : { items: null, failed: true }),
        () => current && setFound({ items: null, failed: true }),
      )
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [find, query])
  return found
}
