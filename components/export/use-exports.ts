"use client"
/** One's own archives: asking for one, following it until it is written, taking it back. */
import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef, useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { look } from "@/components/ui/connection"
import { toast } from "@/components/ui/toast"
import { errorOf, useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { AskExport, ExportView, StopExport } from "@/lib/domain/many-exports"
import type { Choice } from "./export-choice"

export interface ExportActs {
  askExport: Act<AskExport, ExportView>
  stopExport: Act<StopExport, { id: string }>
}

/** Milliseconds. */
const LOOK_EVERY = 1_000

const isWriting = ({ state }: ExportView) => state === "writing"

export function useExports(first: ExportView[], route: string, given: ExportActs) {
  const t = useTranslations("export.many")
  const announce = useAnnounce()
  const { askExport, stopExport } = useScreenActs(given)
  const [all, setAll] = useState(first)
  // How often something was asked for or taken back here: what was looked up before the last time is not the state of things.
  const turn = useRef(0)
  const change = (next: (before: ExportView[]) => ExportView[]) => {
    turn.current += 1
    setAll(next)
  }
  const lookAgain = useCallback(async () => {
    const asked = turn.current
    const now = await exportsAt(route)
    if (now && asked === turn.current) setAll(now)
  }, [route])
  // A page that is gone back to is drawn as it was left.
  useEffect(() => void lookAgain(), [lookAgain])
  const waits = all.some(isWriting)
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void lookAgain(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [waits, lookAgain])
  useSayingEnds(all)
  const ask = async (articleIds: readonly string[], choice: Choice): Promise<string | null> => {
    const answer = await askExport({ articleIds: [...articleIds], ...choice })
    if (!answer.ok) return answer.refusal.message
    change((before) => [answer.value, ...before.filter(({ id }) => id !== answer.value.id)])
    announce(t("asked"))
    return null
  }
  const stop = async (exportId: string): Promise<"gone" | "stays"> => {
    const answer = await stopExport({ exportId })
    const message = errorOf(answer)
    if (message !== null) toast.error(message)
    if (!answer.ok && answer.refusal.code !== "not-found") return "stays"
    change((before) => before.filter(({ id }) => id !== exportId))
    return "gone"
  }
  return { all, ask, stop }
}

/** Says of each that was being written what came of it. */
function useSayingEnds(all: ExportView[]): void {
  const t = useTranslations("export.many.ended")
  const announce = useAnnounce()
  const before = useRef(all)
  useEffect(() => {
    const wrote = before.current.filter(isWriting)
    before.current = all
    const ended = all.find(({ id, state }) => state !== "writing" && wrote.some((one) => one.id === id))
    if (ended) announce(t(ended.state))
  }, [all, announce, t])
}

/** How far they are; null where nobody says so. */
async function exportsAt(route: string): Promise<ExportView[] | null> {
  try {
    const response = await fetch(route)
    return response.ok ? ((await response.json()) as ExportView[]) : null
  } catch {
    void look()
    return null
  }
}
