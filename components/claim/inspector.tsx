"use client"
/** Everything about the chosen claim, in the order in which it is worked on; what can be done next stands at the end. */
import { ChevronLeft, ChevronRight, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useState, type ReactNode } from "react"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { TICKED } from "@/components/galley/marking"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { ReviewDecision } from "@/components/review/review-decision"
import { WithdrawApproval } from "@/components/review/withdraw-approval"
import { CalculationSection } from "@/components/calculation/calculation-section"
import { ContactSection } from "@/components/contact/contact-section"
import { EvidenceSection } from "@/components/source/evidence-section"
import { AtOpenClaim } from "@/components/live/at-claim"
import { Button } from "@/components/ui/button"
import { RecallRound } from "@/components/verdict/recall-round"
import { SendToReview } from "@/components/verdict/send-to-review"
import { useVerdictForm, type VerdictForm } from "@/components/verdict/use-verdict-form"
import { VerdictSection } from "@/components/verdict/verdict-section"
import type { ClaimView } from "@/lib/domain/claim"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { can } from "@/lib/domain/policy"
import { isSent, isStanding } from "@/lib/domain/standing"
import type { Actor } from "@/lib/domain/workspace"
import { accessTo, type Access } from "./claim-access"
import { ClaimBadge, HoldBadge } from "./claim-badge"
import { ClaimFields } from "./claim-fields"
import { ClaimNotice } from "./claim-notice"
import { Arrangement } from "./arrangement"
import { Quote } from "./claim-facts"
import { CommentSection } from "./comment-section"
import { FixSection } from "./fix-section"
import { SaveNote, SaveWord } from "./save-note"
import { useClaimActs, type ClaimActs } from "./use-claim-acts"
import { useClaimForm } from "./use-claim-form"
import { WithdrawClaim } from "./withdraw-claim"

/** It has to ask the desk for what it shows anyway. */
export const history = lateCode(() => import("./history"))

/** What it asks for is typed after `T`, by when it is here. */
export const tickForm = lateCode(() => import("@/components/verdict/tick-form"))

/** What somebody has said of following is no part of the work. */
const follow = lateCode(() => import("./follow-claim"))

/** Few claims have one, and it is asked for rarely. */
const opinionPart = lateCode(() => import("@/components/opinion/opinion-part"))

/** For what stands alone. */
const tidyPart = lateCode(() => import("@/components/verdict/tidy-part"))

export const claimEarlier = lateCode(() => import("@/components/earlier/claim-earlier"))

export interface InspectorProps {
  entry: ClaimEntry
  onStep: (by: 1 | -1) => void
  /** Closes it where it lies over the text. */
  onClose: () => void
}

/** Keyed by the claim where it is drawn, so that nothing of one claim's forms shows on another. */
export function Inspector(props: InspectorProps) {
  const { actor } = useGalley()
  return <Inside key={viewOf(props.entry.claim, actor)} {...props} />
}

/**
 * Who comes to see a verdict, or ceases to, sees another claim: nothing of the one stays on the screen of the other. Whoever
 * has just marked it goes on typing.
 */
function viewOf(claim: ClaimView, actor: Actor): "as marked" | "seen" | "blind" {
  if (!claim.opinion || isBegun(claim, actor)) return "as marked"
  return claim.opinion.blind ? "blind" : "seen"
}

function Inside({ entry, onStep, onClose }: InspectorProps) {
  const { claim } = entry
  const { actor, subject } = useGalley()
  const acts = useClaimActs(entry.key)
  const form = useClaimForm(claim, acts)
  const verdict = useVerdictForm(claim, acts)
  const [unlocked, setUnlocked] = useState<"no" | "yes">("no")
  const access = accessTo(actor, subject, claim)
  const mode = access === "editing" || (access === "locked" && unlocked === "yes") ? "write" : "read"
  useResumed(access === "editing" ? [form.retry, verdict.retry] : [])
  return (
    <>
      <Header entry={entry} onStep={onStep} onClose={onClose}>
        <SaveWord forms={[form, verdict]} />
      </Header>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto overscroll-contain px-4.5 py-3.5">
        <Quote claim={claim} acts={acts} />
        <Ticked entry={entry} acts={acts} mode={mode} />
        <ClaimNotice claim={claim} access={access} unlocked={unlocked} onUnlock={() => setUnlocked("yes")} />
        <div>
          <ClaimFields
            form={form}
            mode={isBegun(claim, actor) ? "write" : mode}
            drafted={claim.verdict !== null}
            number={claim.number}
          />
          <SaveNote form={form} />
          <Arrangement entry={entry} acts={acts} />
        </div>
        <Late code={claimEarlier} given={{ claim, entryStanding: entry.standing }} onMissing={() => undefined} />
        <EvidenceSection claim={claim} acts={acts} mode={mode} />
        <CalculationSection claim={claim} acts={acts} mode={mode} />
        <ContactSection claim={claim} acts={acts} mode={mode} verdict={verdict} />
        <Judging entry={entry} acts={acts} form={verdict} mode={mode} />
        <CommentSection entry={entry} />
        <Late code={history} given={{ claim, entryStanding: entry.standing }} onMissing={() => undefined} />
        {can(actor, "claim.withdraw", claimSubject(subject, claim)) && !CLOSED.has(access) && (
          <WithdrawClaim claim={claim} acts={acts} />
        )}
      </div>
      <footer className="flex max-h-[60%] shrink-0 flex-col gap-2 overflow-y-auto border-t border-line bg-raised px-4.5 py-3 empty:hidden">
        {mode === "write" && !isStanding(claim) && <SendToReview claim={claim} acts={acts} form={verdict} />}
        <RecallRound claim={claim} acts={acts} />
        <Decision claim={claim} acts={acts} />
        <WithdrawApproval claim={claim} actor={actor} article={subject} decide={acts.decide} />
      </footer>
    </>
  )
}

/** Drawn for a second opinion as it was marked: whoever marked it is typing already. */
const isBegun = ({ opinion, markedBy }: ClaimView, actor: Actor) =>
  opinion?.blind === true && !opinion.isMine && markedBy?.id === actor.id

interface JudgingProps {
  entry: ClaimEntry
  acts: ClaimActs
  form: VerdictForm
  mode: "write" | "read"
}

/** The verdict with all that hangs on it; to whoever may not see the first, the second alone. */
function Judging({ entry, acts, form, mode }: JudgingProps) {
  const { claim } = entry
  const opinion = <Late code={opinionPart} given={{ entry }} onMissing={() => undefined} />
  if (claim.opinion?.blind) return opinion
  return (
    <>
      <VerdictSection claim={claim} form={form} mode={mode} />
      {opinion}
      <Tidying claim={claim} acts={acts} />
      <FixSection entry={entry} mode={mode} />
    </>
  )
}

/** What a ticked fact still lacks. */
function Ticked({ entry, acts, mode }: Omit<JudgingProps, "form">) {
  if (mode === "read" || !isTicked(entry.claim)) return null
  return <Late code={tickForm} given={{ entry, acts }} onMissing={() => undefined} />
}

/** It is not taken off the article while its verdict waits for others, or is not for its reader to see. */
const CLOSED: ReadonlySet<Access> = new Set(["inReview", "out", "blind"])

/** A typo can be mended in what stands. */
function Tidying({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  return isStanding(claim) && <Late code={tidyPart} given={{ claim, acts }} onMissing={() => undefined} />
}

/** While it waits for a second person, or was checked without one, unless its article was put away meanwhile. */
function Decision({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const { actor, article, subject } = useGalley()
  if (!isSent(claim) || claim.state === "approved" || article.archivedAt) return null
  return <ReviewDecision claim={claim} title={article.title} actor={actor} article={subject} decide={acts.decide} />
}

/** A fact of our own copy that was marked and confirmed in one, and only lacks its place in the source. */
function isTicked({ job, state, verdict, evidence }: ClaimEntry["claim"]): boolean {
  return job === "ours" && !isStanding({ state }) && verdict?.rating.code === TICKED && evidence.length <= 1
}

/** What a reload or a lost connection left unsaved goes out when its claim opens; what needs an unlocking waits for it. */
function useResumed(sends: (() => void)[]): void {
  const [first] = useState(sends)
  useEffect(() => {
    for (const send of first) send()
  }, [first])
}

function Header({ entry, onStep, onClose, children }: InspectorProps & { children: ReactNode }) {
  const t = useTranslations("claim")
  const { claim } = entry
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-2 border-b border-line py-2 pr-2 pl-4.5">
      <AtOpenClaim claimId={claim.id} />
      <h2 data-part="claim" tabIndex={-1} className="heading-group shrink-0 rounded-sm">
        {t("heading", { job: claim.job, number: claim.number })}
      </h2>
      <ClaimBadge claim={claim} />
      <HoldBadge claim={claim} />
      {children}
      <span className="ml-auto flex items-center">
        {entry.standing === "kept" && <Late code={follow} given={{ claim }} onMissing={() => undefined} />}
        <Button
          look="quiet"
          size="small"
          aria-label={t("previous")}
          title={t("previous")}
          aria-keyshortcuts={useShortcut("claim.previous")}
          onClick={() => onStep(-1)}
        >
          <ChevronLeft aria-hidden className="size-3.5" />
          <KeyCap act="claim.previous" className="max-panes:hidden" />
        </Button>
        <Button
          look="quiet"
          size="small"
          aria-label={t("next")}
          title={t("next")}
          aria-keyshortcuts={useShortcut("claim.next")}
          onClick={() => onStep(1)}
        >
          <KeyCap act="claim.next" className="max-panes:hidden" />
          <ChevronRight aria-hidden className="size-3.5" />
        </Button>
        <Button
          look="quiet"
          size="icon"
          className="panes:hidden"
          aria-label={t("close")}
          title={t("close")}
          onClick={onClose}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </span>
    </header>
  )
}
