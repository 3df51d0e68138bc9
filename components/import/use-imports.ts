"use client"
/** Imports files one after the other, so that one bad file stops no other and each has a result of its own. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import * as batch from "./batch"
import type { ImportRow, Outcome } from "./batch"
import { sendFile } from "./send-import"

export interface Imports {
  rows: ImportRow[]
  running: "yes" | "no"
  add: (files: Iterable<File>) => void
  /** Sends again what failed or was stopped. */
  retry: (ids: number[]) => void
  /** Sends the next of those that were more than go in at once. */
  release: () => void
  stop: () => void
  clear: () => void
}

export function useImports(route: string): Imports {
  const t = useTranslations("import.refusal")
  const router = useRouter()
  const [rows, setRows] = useState<ImportRow[]>([])
  const [running, setRunning] = useState<"yes" | "no">("no")
  const latest = useRef<ImportRow[]>([])
  const current = useRef<AbortController | null>(null)
  useKeptOpen(running)

  const put = (next: ImportRow[]) => {
    latest.current = next
    setRows(next)
  }
  const send = async ({ file }: ImportRow, signal: AbortSignal): Promise<Outcome> => {
    const wrong = batch.unreadable(file)
    if (wrong) return { state: "refused", reason: t(wrong) }
    return batch.outcomeOf(await sendFile(route, file, signal), (cause) => t(cause))
  }
  const run = async () => {
    if (current.current) return
    setRunning("yes")
    for (let next = firstWaiting(latest.current); next; next = firstWaiting(latest.current)) {
      current.current = new AbortController()
      put(batch.settled(latest.current, next.id, { state: "sending" }))
      put(batch.settled(latest.current, next.id, await send(next, current.current.signal)))
    }
    current.current = null
    setRunning("no")
    router.refresh()
  }
  const go = (next: ImportRow[]) => {
    put(next)
    void run()
  }
  return {
    rows,
    running,
    add: (files) => go(batch.added(latest.current, files)),
    retry: (ids) => go(batch.again(latest.current, ids)),
    release: () => go(batch.released(latest.current)),
    stop: () => {
      put(batch.stopped(latest.current))
      current.current?.abort()
    },
    clear: () => put([]),
  }
}

const firstWaiting = (rows: readonly ImportRow[]) => rows.find(({ outcome }) => outcome.state === "waiting")

/** Leaving the page would lose the files that have not been sent: the browser asks first. */
function useKeptOpen(running: "yes" | "no"): void {
  useEffect(() => {
    if (running === "no") return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [running])
}
