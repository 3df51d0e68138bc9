"use client"
/** One person's decision on one round, wherever they make it: the note, an approval that can be undone, a request at once. */
import { useTranslations } from "next-intl"
import { useRef, useState, useTransition, type RefObject } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { useDraft, type DraftState } from "@/components/ui/use-draft"
import type { Answer, RefusalView } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import { useReviewer } from "./approvals"
import { noteKey, useApprovals, type Approved } from "./use-approvals"

export type Made = "approve" | "request_changes"

export interface DecisionOptions extends Omit<Approved, "note"> {
  /** Sends a request for changes. */
  request: (roundId: string, note: string) => Promise<Answer<ClaimView>>
  onDecided: (made: Made) => void
}

export interface Decision {
  note: DraftState<string>
  noteField: RefObject<HTMLTextAreaElement | null>
  /** What is wrong with the note. */
  wrong: string | null
  /** Why changes could not be requested. */
  failure: RefusalView | null
  standing: "deciding" | "requesting"
  approve: () => void
  request: () => void
}

/** Binds the keys of both decisions too. */
export function useDecision({ request, onDecided, ...approved }: DecisionOptions): Decision {
  const t = useTranslations("review")
  const { reviewerId } = useReviewer()
  const { approve } = useApprovals()
  const roundId = approved.claim.round?.id ?? ""
  const note = useDraft(noteKey(reviewerId, roundId), "")
  const noteField = useRef<HTMLTextAreaElement>(null)
  const asking = useRequest(request, () => {
    note.drop()
    onDecided("request_changes")
  })
  const acts = {
    approve: () => {
      if (asking.standing === "requesting") return
      approve([{ ...approved, note: note.value.trim() || null }])
      onDecided("approve")
    },
    request: () => {
      if (note.value.trim()) return asking.send(roundId, note.value.trim())
      asking.refuse(t("noteNeeded"))
      noteField.current?.focus()
    },
  }
  useKeys({ "review.approve": acts.approve, "review.request": acts.request })
  const { wrong, failure, standing } = asking
  return { note, noteField, wrong: note.value.trim() ? null : wrong, failure, standing, ...acts }
}

/** Sends one request at a time, and keeps what came back when it was not taken. */
function useRequest(request: DecisionOptions["request"], onDone: () => void) {
  const t = useTranslations("errors")
  const [busy, start] = useTransition()
  const [wrong, refuse] = useState<string | null>(null)
  const [failure, setFailure] = useState<RefusalView | null>(null)
  const send = (roundId: string, note: string) => {
    if (busy) return
    refuse(null)
    setFailure(null)
    start(async () => {
      const answer = await request(roundId, note).catch(() => unreachable(t("lost")))
      if (answer.ok) onDone()
      else if (answer.refusal.fields.note) refuse(answer.refusal.fields.note)
      else setFailure(answer.refusal)
    })
  }
  return { send, refuse, wrong, failure, standing: busy ? ("requesting" as const) : ("deciding" as const) }
}

function unreachable(message: string): Answer<never> {
  return { ok: false, refusal: { code: "failed", message, fields: {} } }
}
