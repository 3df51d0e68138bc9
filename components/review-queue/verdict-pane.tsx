"use client"
/** A verdict as it was sent, with all it rests on, and the decision on it. */
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { DecisionButtons } from "@/components/review/decision-buttons"
import { Doubts } from "@/components/review/doubts"
import { NoteField } from "@/components/review/note-field"
import { Waivers } from "@/components/review/waivers"
import { useDecision, type Made } from "@/components/review/use-decision"
import { Button } from "@/components/ui/button"
import type { Act } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ReviewItem } from "@/lib/domain/review-item"
import type { DecideReview } from "@/lib/domain/round"
import { AskedList } from "./asked-list"
import { ChangedSince } from "./changed-since"
import { EarlierReviews } from "./earlier-reviews"
import { EvidenceList } from "./evidence-list"
import { isUnopened, type Opened } from "./use-opened"
import { VerdictWords } from "./verdict-words"
import { VerdictHeader } from "./verdict-header"

/** How the claim left the queue; `gone` when somebody else was first. */
export type Decided = Made | "gone"

export interface VerdictPaneProps {
  item: ReviewItem
  opened: Opened
  decide: Act<DecideReview, ClaimView>
  onDecided: (decided: Decided) => void
  onNext: () => void
  onPrevious: () => void
}

export function VerdictPane({ item, opened, decide, onDecided, onNext, onPrevious }: VerdictPaneProps) {
  const t = useTranslations("reviews")
  const { claim, article, changedSince } = item
  const unopened = isUnopened(claim.evidence, opened.opened)
  const decision = useDecision({
    claim,
    article,
    ...(unopened && { unopened }),
    request: (roundId, note) => decide({ roundId, decision: "request_changes", note }),
    onDecided,
  })
  useKeys({
    "claim.next": onNext,
    "claim.previous": onPrevious,
    "review.source": () => opened.openNext(claim.evidence),
  })
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
        <EvidenceList evidence={claim.evidence} opened={opened} keyed="yes" />
        <AskedList claim={claim} />
        <EarlierReviews reviews={claim.reviews} />
        <NoteField {...decision} rows={3} />
      </div>
      <footer className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-raised px-4 py-3 sm:px-[1.125rem]">
        <Doubts claim={claim} />
        <DecisionButtons
          {...decision}
          wayOn={
            <Button size="small" onClick={() => onDecided("gone")}>
              {t("goOn")}
            </Button>
          }
        >
          <Skip onSkip={onNext} />
        </DecisionButtons>
        {unopened && <p className="text-xs text-ink-3">{t("noneOpened")}</p>}
      </footer>
    </aside>
  )
}

function Skip({ onSkip }: { onSkip: () => void }) {
  const t = useTranslations("reviews")
  return (
    <Button look="quiet" aria-keyshortcuts={useShortcut("claim.next")} onClick={onSkip}>
      {t("skip")} <KeyCap act="claim.next" className="max-sm:hidden" />
    </Button>
  )
}
