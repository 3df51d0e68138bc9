"use client"
/** Imports files one after the other, so that one bad file stops no other and each has a result of its own. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useMemo, useSyncExternalStore } from "react"
import * as batch from "./batch"
import type { ImportRow, Outcome } from "./batch"
import { clearIntake, intakeAt, onIntake, stopIntake, takeIn, type Intake } from "./intake"
import { sendFile } from "./send-import"

/** The same acts from render to render. */
export interface ImportActs {
  add: (files: Iterable<File>) => void
  /** Sends again what failed or was stopped. */
  retry: (ids: number[]) => void
  /** Sends the next of those that were more than go in at once. */
  release: () => void
  stop: () => void
  clear: () => void
}

export interface Imports extends Intake, ImportActs {}

/** The files that a person has given to a route, by their membership, and what can be done with them. */
export function useImports(me: string, route: string): Imports {
  const t = useTranslations("import.refusal")
  const router = useRouter()
  const key = `${me}:${route}`
  const read = () => intakeAt(key)
  const intake = useSyncExternalStore(onIntake, read, read)
  const acts = useMemo((): ImportActs => {
    const send = async (file: File, signal: AbortSignal): Promise<Outcome> => {
      const wrong = batch.unreadable(file)
      if (wrong) return { state: "refused", reason: t(wrong) }
      return batch.outcomeOf(await sendFile(route, file, signal), (cause) => t(cause))
    }
    const go = (change: (rows: readonly ImportRow[]) => ImportRow[]) =>
      void takeIn(key, change, { send, onDone: () => router.refresh() })
    return {
      add: (files) => go((rows) => batch.added(rows, files)),
      retry: (ids) => go((rows) => batch.again(rows, ids)),
      release: () => go(batch.released),
      stop: () => stopIntake(key),
      clear: () => clearIntake(key),
    }
  }, [key, route, router, t])
  return { ...intake, ...acts }
}
