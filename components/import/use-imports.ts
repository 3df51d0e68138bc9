"use client"
/** Imports files: each is sent on its own, read by Stet in its turn, and has a result of its own, also after a reload. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useMemo, useSyncExternalStore } from "react"
import { toast } from "@/components/ui/toast"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { AnswerImport, ImportView, StopImports, TrackedChange, TrackedChanges } from "@/lib/domain/import"
import * as batch from "./batch"
import type { ImportRow } from "./batch"
import {
  changeIntake,
  clearIntake,
  follow,
  intakeAt,
  onIntake,
  stopIntake,
  takeIn,
  type Carrier,
  type Intake,
} from "./intake"
import { askProgress, sendFile } from "./send-import"

/** What Stet can be asked to do with what it has received. */
export interface IntakeActs {
  answerImport: Act<AnswerImport, ImportView>
  stopImports: Act<StopImports, { stopped: string[] }>
  trackedChanges: Act<TrackedChanges, TrackedChange[]>
}

/** The same acts from render to render. */
export interface ImportActs {
  add: (files: Iterable<File>) => void
  /** Sends again what failed or was stopped. */
  retry: (ids: number[]) => void
  /** Sends the next of those that were more than go in at once. */
  release: () => void
  stop: () => void
  clear: () => void
  /** Says what was asked of one; true where it was taken. */
  answer: (answer: AnswerImport) => Promise<boolean>
  /** Takes one back that asks. */
  leave: (importId: string) => void
}

export interface Imports extends Intake, ImportActs {}

/** The files that a person has given to a route, by their membership, and what can be done with them. */
export function useImports(me: string, route: string, { answerImport, stopImports }: IntakeActs): Imports {
  const t = useTranslations("import.refusal")
  const router = useRouter()
  const key = `${me}:${route}`
  const read = () => intakeAt(key)
  const intake = useSyncExternalStore(onIntake, read, read)
  const carrier = useMemo((): Carrier => {
    const send: Carrier["send"] = async (file, signal) => {
      const wrong = batch.unreadable(file)
      if (wrong) return { state: "refused", reason: t(wrong) }
      const sent = await sendFile(route, file, signal)
      const outcome = batch.outcomeOf(sent, (cause) => t(cause))
      if (outcome || typeof sent === "string" || !sent.ok) return outcome ?? { state: "stopped" }
      return { importId: sent.value.id }
    }
    return { send, look: (...asked) => askProgress(route, ...asked), onDone: () => router.refresh() }
  }, [route, router, t])
  const acts = useMemo((): ImportActs => {
    const go = (change: (rows: readonly ImportRow[]) => ImportRow[]) => void takeIn(key, change, carrier)
    const leave = async (importIds: string[]) => {
      if (importIds.length === 0) return
      await answered(stopImports({ importIds }))
      void follow(key, carrier)
    }
    return {
      add: (files) => go((rows) => batch.added(rows, files)),
      retry: (ids) => go((rows) => batch.again(rows, ids)),
      release: () => go(batch.released),
      stop: () => {
        stopIntake(key)
        void leave(
          intakeAt(key).rows.flatMap(({ importId, outcome }) => (outcome.state === "queued" && importId) || []),
        )
      },
      clear: () => clearIntake(key),
      answer: async (answer) => {
        const taken = await answered(answerImport(answer))
        if (taken) changeIntake(key, (rows) => batch.queued(rows, answer.importId))
        void follow(key, carrier)
        return taken
      },
      leave: (importId) => void leave([importId]),
    }
  }, [key, carrier, answerImport, stopImports])
  // What was sent before the page was loaded goes on, and is shown.
  useEffect(() => void follow(key, carrier), [key, carrier])
  return { ...intake, ...acts }
}

/** Whether it was done; if not, why is said, and what is there now is asked for. */
async function answered(doing: ReturnType<Act<never, unknown>>): Promise<boolean> {
  const answer = await doing
  const message = errorOf(answer)
  if (message !== null) toast.error(message)
  return answer.ok
}
