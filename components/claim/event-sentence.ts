"use client"
/** An event of a claim as a sentence, with the reviewer's note where there was one. */
import { useTranslations } from "next-intl"
import { eventSaid } from "@/components/history/event-said"
import type { ClaimView } from "@/lib/domain/claim"
import type { EventView } from "@/lib/domain/event"

export function useEventSentence(claim: ClaimView): (event: EventView) => string {
  const t = useTranslations("event")
  return (event) => {
    const said = eventSaid(t, event)
    const note = noteOf(claim, event)
    return note ? t("withNote", { said, note }) : said
  }
}

/** Notes of reviews are not in the log; the review that an event tells of is found by its round, reviewer and order. */
function noteOf({ reviews }: ClaimView, event: EventView): string | null {
  const decision = decisions[event.act]
  if (!decision) return null
  const made = reviews.filter(
    (review) =>
      review.decision === decision && review.roundId === event.subjects.round && review.reviewer.id === event.actor?.id,
  )
  const at = Date.parse(event.at)
  const nearest = made.sort(
    (one, other) => Math.abs(Date.parse(one.createdAt) - at) - Math.abs(Date.parse(other.createdAt) - at),
  )[0]
  return nearest?.note ?? null
}

const decisions: Partial<Record<EventView["act"], ClaimView["reviews"][number]["decision"]>> = {
  "review.approved": "approve",
  "review.changes_requested": "request_changes",
  "review.withdrawn": "withdraw",
}
