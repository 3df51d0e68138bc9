"use client"
/** Sends one decision at a time, and keeps what came back when it was not taken. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import type { Act, Answer, RefusalView } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { DecideReview } from "@/lib/domain/round"

type Made = "approve" | "request_changes"

export interface Decision {
  /** Which decision is under way. */
  deciding: Made | null
  /** What is wrong with the note. */
  wrong: string | null
  /** Why the decision was not taken. */
  failure: RefusalView | null
  send: (decision: DecideReview & { decision: Made }) => void
  /** Says at the note what is missing there. */
  refuse: (wrong: string) => void
}

export function useDecision(decide: Act<DecideReview, ClaimView>, onDecided: (made: Made) => void): Decision {
  const t = useTranslations("errors")
  const [busy, start] = useTransition()
  const [made, setMade] = useState<Made | null>(null)
  const [wrong, refuse] = useState<string | null>(null)
  const [failure, setFailure] = useState<RefusalView | null>(null)

  const send = (decision: DecideReview & { decision: Made }) => {
    if (busy) return
    setMade(decision.decision)
    refuse(null)
    setFailure(null)
    start(async () => {
      const answer = await decide(decision).catch(() => unreachable(t("lost")))
      if (answer.ok) return onDecided(decision.decision)
      if (answer.refusal.fields.note) refuse(answer.refusal.fields.note)
      else setFailure(answer.refusal)
    })
  }
  return { deciding: busy ? made : null, wrong, failure, send, refuse }
}

function unreachable(message: string): Answer<never> {
  return { ok: false, refusal: { code: "failed", message, fields: {} } }
}
