"use client"
/** Giving approvals and taking them back, and hearing what came of them. */
import { useEffect, useMemo, useRef } from "react"
import { dropDraft, keepDraft } from "@/components/ui/drafts"
import type { ClaimView } from "@/lib/domain/claim"
import { useReviewer } from "./approvals"
import type { Kept } from "./out-tray"
import { postboxOf, type OutcomeListener } from "./postbox"

/** What somebody approves, as they see it. */
export interface Approved {
  claim: ClaimView
  article: { id: string; title: string }
  note: string | null
  unopened?: true
}

export interface ApprovalActs {
  /** Approves rounds together: they go out in a few seconds, until when they can be undone together. */
  approve: (approved: readonly Approved[]) => void
  /** Takes back those of a batch that have not left; their notes are drafts again. */
  undo: (batch: string) => void
  /** A refusal was seen and need not be shown any more. */
  dismiss: (roundId: string) => void
  /** Sends at once what could not be sent. */
  sendNow: () => void
}

export function useApprovals(): ApprovalActs {
  const { person, reviewerId, workspace } = useReviewer()
  return useMemo(
    () => ({
      approve: (approved) => {
        const approvals = approved.flatMap(({ claim, article, note, unopened }) => {
          const { round, version, number, job } = claim
          if (!round) return []
          const about = { claim: { number, job }, article: { id: article.id, title: article.title } }
          return { roundId: round.id, version, note, reviewerId, workspace, ...about, ...(unopened && { unopened }) }
        })
        postboxOf(person).keep(approvals)
        for (const { roundId } of approvals) dropDraft(noteKey(reviewerId, roundId))
      },
      undo: (batch) => {
        const box = postboxOf(person)
        const together = box.tray.read().kept.filter((one) => one.batch === batch)
        // Backwards, so that the first of them is the one that was undone last.
        for (const { roundId } of together.toReversed()) restoreNote(box.undo(roundId))
      },
      dismiss: (roundId) => void postboxOf(person).tray.take(roundId, "seen"),
      sendNow: () => void postboxOf(person).resume(),
    }),
    [person, reviewerId, workspace],
  )
}

/** Hears what came of each approval. */
export function useOutcomes(listener: OutcomeListener): void {
  const { person } = useReviewer()
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => postboxOf(person).onOutcome((...told) => latest.current(...told)), [person])
}

/** Where the note on a round is kept while it is typed, whichever screen it is typed on. */
export function noteKey(reviewerId: string, roundId: string): string {
  return `${reviewerId}:review:${roundId}`
}

function restoreNote(undone: Kept | null): void {
  if (undone?.note) keepDraft(noteKey(undone.reviewerId, undone.roundId), { value: undone.note, base: "" })
}
