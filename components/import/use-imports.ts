"use client"
/** Imports files one after the other, so that one bad file stops no other and each has a result of its own. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import type { ImportResult } from "@/lib/domain/article"
import { sendFile, type Sent } from "./send-import"

export type Outcome =
  | { state: "waiting" | "sending" | "stopped" }
  | ({ state: "imported" | "duplicate" } & ImportResult)
  | { state: "refused"; reason: string }

export interface ImportRow {
  id: number
  name: string
  outcome: Outcome
}

export interface Imports {
  rows: ImportRow[]
  running: "yes" | "no"
  add: (files: Iterable<File>) => void
  stop: () => void
  clear: () => void
}

const READABLE = /\.(txt|text|md|markdown)$/i

export function useImports(route: string): Imports {
  const t = useTranslations("import.refusal")
  const router = useRouter()
  const [rows, setRows] = useState<ImportRow[]>([])
  const [running, setRunning] = useState<"yes" | "no">("no")
  const waiting = useRef<{ id: number; file: File }[]>([])
  const current = useRef<AbortController | null>(null)
  const lastId = useRef(0)

  const settle = (id: number, outcome: Outcome) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, outcome } : row)))

  const send = async (file: File, signal: AbortSignal): Promise<Outcome> => {
    if (!READABLE.test(file.name)) return { state: "refused", reason: t("type") }
    if (file.size === 0) return { state: "refused", reason: t("empty") }
    return outcomeOf(await sendFile(route, file, signal), (cause) => t(cause))
  }

  const run = async () => {
    if (current.current) return
    setRunning("yes")
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      current.current = new AbortController()
      settle(next.id, { state: "sending" })
      settle(next.id, await send(next.file, current.current.signal))
    }
    current.current = null
    setRunning("no")
    router.refresh()
  }

  const add = (files: Iterable<File>) => {
    const added = [...files].map((file) => ({ id: ++lastId.current, file }))
    waiting.current.push(...added)
    const fresh = added.map(({ id, file }) => ({ id, name: file.name, outcome: { state: "waiting" } as const }))
    setRows((before) => [...before, ...fresh])
    void run()
  }
  const stop = () => {
    for (const { id } of waiting.current.splice(0)) settle(id, { state: "stopped" })
    current.current?.abort()
  }
  return { rows, running, add, stop, clear: () => setRows([]) }
}

function outcomeOf(sent: Sent, words: (cause: "unreachable" | "tooLarge" | "signedOut") => string): Outcome {
  if (sent === "stopped") return { state: "stopped" }
  if (typeof sent === "string") return { state: "refused", reason: words(sent) }
  if (!sent.ok) return { state: "refused", reason: reasonOf(sent.refusal) }
  return { state: sent.value.duplicate ? "duplicate" : "imported", ...sent.value }
}

/** The message, or what is said at the fields where that says more. */
function reasonOf({ message, fields }: { message: string; fields: Record<string, string> }): string {
  return [...new Set([message, ...Object.values(fields)])].join(" ")
}
