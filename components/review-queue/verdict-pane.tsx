"use client"
/** A verdict as it was sent, with all it rests on, and the decision on it. */
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { useDraft } from "@/components/ui/use-draft"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ReviewItem } from "@/lib/domain/review-item"
import type { DecideReview } from "@/lib/domain/round"
import { ChangedSince } from "./changed-since"
import { DecisionBar } from "./decision-bar"
import { EarlierReviews } from "./earlier-reviews"
import { EvidenceList } from "./evidence-list"
import { NoteField } from "./note-field"
import { useDecision } from "./use-decision"
import { VerdictWords } from "./verdict-words"
import { VerdictHeader } from "./verdict-header"
import { Waivers } from "./waivers"

/** How the claim left the queue; `gone` when somebody else was first. */
export type Decided = "approve" | "approveUnopened" | "request_changes" | "gone"

export interface VerdictPaneProps {
  /** Whose notes are kept, by their membership. */
  me: string
  item: ReviewItem
  decide: Act<DecideReview, ClaimView>
  onDecided: (decided: Decided) => void
  onNext: () => void
  onPrevious: () => void
}

export function VerdictPane({ me, item, decide, onDecided, onNext, onPrevious }: VerdictPaneProps) {
  const t = useTranslations("reviews")
  const { claim, changedSince } = item
  const roundId = claim.round?.id ?? ""
  const note = useDraft(`${me}:review:${roundId}`, "")
  const noteField = useRef<HTMLTextAreaElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const unopened = opened.size === 0 && claim.evidence.some((evidence) => evidence.source.url !== null)

  const decision = useDecision(decide, (decided) => {
    note.drop()
    onDecided(decided === "approve" && unopened ? "approveUnopened" : decided)
  })
  const approve = () => decision.send({ roundId, decision: "approve", note: note.value })
  const request = () => {
    if (!note.value.trim()) {
      decision.refuse(t("noteNeeded"))
      noteField.current?.focus()
    } else decision.send({ roundId, decision: "request_changes", note: note.value })
  }
  useKeys({ "review.approve": approve, "review.request": request, "claim.next": onNext, "claim.previous": onPrevious })
  return (
    <aside
      aria-labelledby="verdict-sent"
      className="flex min-h-0 flex-col border-t border-line bg-raised panes:border-t-0 panes:border-l"
    >
      <VerdictHeader claim={claim} />
      <div className="flex min-h-0 flex-1 flex-col gap-5 px-4 py-4 sm:px-[1.125rem] panes:overflow-y-auto">
        <VerdictWords claim={claim} />
        {changedSince && <ChangedSince changes={changedSince} />}
        <Waivers waivers={claim.round?.waivers ?? []} />
        <EvidenceList
          evidence={claim.evidence}
          opened={opened}
          onOpen={(id) => setOpened((before) => new Set(before).add(id))}
        />
        <EarlierReviews reviews={claim.reviews} />
        <NoteField note={note} field={noteField} wrong={decision.wrong} onLeave={() => noteField.current?.blur()} />
      </div>
      <DecisionBar
        deciding={decision.deciding}
        failure={decision.failure}
        warning={unopened ? t("noneOpened") : null}
        onApprove={approve}
        onRequest={request}
        onSkip={onNext}
        onGoOn={() => onDecided("gone")}
      />
    </aside>
  )
}
