"use client"
/**
 * The acts of a screen that others work on too. Where somebody was first, the page is drawn anew, so that it shows what
 * is there now, and why is said at its edge, for what it was about may be gone. What is typed stays: it lies in drafts.
 */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useCallback, useMemo } from "react"
import type { Act, Answer, RefusalView } from "@/lib/domain/answer"
import { watched } from "./connection"
import { toast } from "./toast"

/** Long enough to find again what has changed meanwhile. */
const READ_FOR = 10_000

/** What is said where an act was refused; null where it was done, and where somebody was first, which is said at the edge. */
export function errorOf(answer: Answer<unknown>): string | null {
  return answer.ok || isOvertaken(answer.refusal) ? null : answer.refusal.message
}

/** Looks at an answer: where somebody was first, says so and draws the page anew. Answers what it was given. */
export function useOvertaken(): <Value>(answer: Answer<Value>) => Answer<Value> {
  const { refresh } = useRouter()
  return useCallback(
    (answer) => {
      if (answer.ok || !isOvertaken(answer.refusal)) return answer
      toast.error(answer.refusal.message, { duration: READ_FOR })
      refresh()
      return answer
    },
    [refresh],
  )
}

/** The same acts, which answer always: what does not reach Stet is refused as `failed`, and is noticed. */
export function useScreenActs<Acts extends { [Name in keyof Acts]: Act<never, unknown> }>(acts: Acts): Acts {
  const t = useTranslations("ui")
  const look = useOvertaken()
  const failed = t("failed")
  return useMemo(() => {
    const seen = (act: Act<never, unknown>): Act<never, unknown> => {
      const noticed = watched(act)
      const lost: Answer<never> = { ok: false, refusal: { code: "failed", message: failed, fields: {} } }
      // An expired deployment or session can answer nothing at all.
      return async (input) => look((await noticed(input).catch(() => null)) ?? lost)
    }
    const names = Object.keys(acts) as (keyof Acts)[]
    return Object.fromEntries(names.map((name) => [name, seen(acts[name])])) as unknown as Acts
  }, [acts, look, failed])
}

/** It was changed, decided on, or taken away. */
const isOvertaken = ({ code }: RefusalView) => code === "conflict" || code === "not-found"
