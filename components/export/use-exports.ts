"use client"
/** One's own archives: asking for one, following it until it is written, taking it back. */
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
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
  const waits = all.some(isWriting)
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => {
      void exportsAt(route).then((now) => now && setAll(now))
    }, LOOK_EVERY)
    return () => {
      clearInterval(timer)
      // It waits no more: either it is written, or the page is left, and then nobody hears it.
      announce(t("ended"))
    }
  }, [waits, route, announce, t])
  const ask = async (articleIds: readonly string[], choice: Choice): Promise<string | null> => {
    const answer = await askExport({ articleIds: [...articleIds], ...choice })
    if (!answer.ok) return answer.refusal.message
    setAll((before) => [answer.value, ...before])
    announce(t("asked"))
    return null
  }
  const stop = async (exportId: string) => {
    const answer = await stopExport({ exportId })
    const message = errorOf(answer)
    if (message !== null) toast.error(message)
    if (answer.ok || answer.refusal.code === "not-found") setAll((before) => before.filter(({ id }) => id !== exportId))
  }
  return { all, ask, stop }
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
