"use client"
/** Runs one act on several claims, one after the other: a refusal of one stops no other, and each has its own result. */
import { useState } from "react"
import type { Answer } from "@/lib/domain/answer"

export type BatchResult = { kind: "waiting" | "done" } | { kind: "refused"; message: string }

export interface Batch {
  /** By key. */
  results: ReadonlyMap<string, BatchResult>
  running: boolean
  run: (keys: readonly string[]) => Promise<{ done: number; refused: number }>
}

export function useBatch(act: (key: string) => Promise<Answer<unknown>>): Batch {
  const [results, setResults] = useState<ReadonlyMap<string, BatchResult>>(new Map())
  const [running, setRunning] = useState(false)
  const put = (key: string, result: BatchResult) => setResults((before) => new Map(before).set(key, result))
  const run = async (keys: readonly string[]) => {
    setRunning(true)
    setResults(new Map(keys.map((key) => [key, { kind: "waiting" }])))
    const counts = { done: 0, refused: 0 }
    for (const key of keys) {
      const answer = await act(key)
      counts[answer.ok ? "done" : "refused"] += 1
      put(key, answer.ok ? { kind: "done" } : { kind: "refused", message: reasonOf(answer.refusal) })
    }
    setRunning(false)
    return counts
  }
  return { results, running, run }
}

function reasonOf({ message, fields }: { message: string; fields: Record<string, string> }): string {
  return [...new Set([message, ...Object.values(fields)])].join(" ")
}
