"use client"
/** A reviewer's decision on a verdict in review; for whoever may not decide, why. */
import { useTranslations } from "next-intl"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ArticleSubject } from "@/lib/domain/policy"
import type { Decision } from "@/lib/domain/round"
import type { Actor } from "@/lib/domain/workspace"
import { useTray } from "./approvals"
import { ApprovalsSoFar } from "./approvals-so-far"
import { DecisionButtons } from "./decision-buttons"
import { myDecision } from "./my-decision"
import { Doubts } from "./doubts"
import { canUndo } from "./messenger"
import { NoteField } from "./note-field"
import type { Kept } from "./out-tray"
import { useApprovals } from "./use-approvals"
import { useDecision } from "./use-decision"
import { Waivers } from "./waivers"
import { whyNotReview } from "./why-not"

export interface ReviewDecisionProps {
  claim: ClaimView
  /** The article's title, which a refusal that comes later names. */
  title: string
  actor: Actor
  article: ArticleSubject
  decide: (roundId: string, decision: Decision, note: string | null) => Promise<Answer<ClaimView>>
}

export function ReviewDecision(props: ReviewDecisionProps) {
  const { claim, actor, article } = props
  const t = useTranslations("review")
  const { kept } = useTray()
  const { round } = claim
  if (!round) return null
  const reason = whyNotReview(actor, { article, priority: claim.priority, authorIds: claim.authorIds })
  if (reason) return <p className="text-xs text-ink-3">{t(`whyNot.${reason}`)}</p>
  if (myDecision(claim, actor) === "approve") return null
  if (claim.opinion?.phase === "differ") return <p className="text-xs text-ink-3">{t("whyNot.verdictsDiffer")}</p>
  const given = kept.find((one) => one.roundId === round.id && one.standing.kind !== "refused")
  return given ? <Given given={given} /> : <Deciding key={round.id} {...props} />
}

function Deciding({ claim, title, decide }: ReviewDecisionProps) {
  const t = useTranslations("review")
  const announce = useAnnounce()
  const decision = useDecision({
    claim,
    article: { id: claim.articleId, title },
    request: (roundId, note) => decide(roundId, "request_changes", note),
    onDecided: (made) => announce(t(made === "approve" ? "given" : "requested", { number: claim.number })),
  })
  return (
    <div className="flex flex-col gap-2">
      <ApprovalsSoFar claim={claim} />
      <Waivers waivers={claim.round?.waivers ?? []} />
      <Doubts claim={claim} />
      <NoteField {...decision} rows={1} />
      <DecisionButtons {...decision}>
        <p className="min-w-24 flex-1 text-2xs text-ink-3">{t("mayReview")}</p>
      </DecisionButtons>
    </div>
  )
}

/** Pressed, and not answered yet. */
function Given({ given }: { given: Kept }) {
  const t = useTranslations("review")
  const { undo } = useApprovals()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="min-w-0 flex-1 text-ui font-medium text-true">
        <span aria-hidden>✓ </span>
        {t(given.standing.kind === "held" ? "keptBack" : "youApprove")}
      </p>
      {canUndo(given) && <Button onClick={() => undo(given.batch)}>{t("undo")}</Button>}
    </div>
  )
}
