"use client"
/** One note of the proof: what the claim is, what was found, on what it rests, whose work it is. */
import { useFormatter, useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { approversOf } from "@/components/claim/claim-words"
import { shapeOf } from "@/components/claim/looks"
import { useWaiverReason } from "@/components/review/waivers"
import { useGalley } from "@/components/galley/galley-context"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import { quoteOf, ratingLabel } from "@/lib/domain/shown"
import { isStanding } from "@/lib/domain/standing"
import type { Person } from "@/lib/domain/workspace"
import { ProofSources } from "./proof-sources"
import { ProofSums } from "./proof-sums"
import { Quoted } from "./quoted"

export function ProofNote({ claim }: { claim: ClaimView }) {
  const t = useTranslations("proof")
  const { reader } = useGalley()
  const { verdict } = claim
  const quote = quoteOf(claim.anchors)
  return (
    <li id={`note-${claim.number}`} className="proof-note" value={claim.number}>
      <p className="proof-note-head">
        <b className="proof-note-number">{claim.number}</b> <Head claim={claim} />
      </p>
      {quote && (
        <p>
          <Quoted>{quote}</Quoted>
        </p>
      )}
      <Labelled label={t("statement")}>{claim.statement}</Labelled>
      <Said claim={claim} />
      <Labelled label={t("conclusion")}>{verdict?.conclusion}</Labelled>
      <Labelled label={t("explanation")}>{verdict?.explanation}</Labelled>
      <ProofSources evidence={claim.evidence} stances={claim.opinion?.blind ? "hidden" : "shown"} />
      <ProofSums claim={claim} />
      {can(reader, "note.read") && <Labelled label={t("workingNote")}>{verdict?.workingNote}</Labelled>}
      <Labelled label={t("letStand")}>{claim.letStand?.reason}</Labelled>
      <Hands claim={claim} />
    </li>
  )
}

/** Rating with its shape, state, job and priority, in one line. */
function Head({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claim")
  const locale = useLocale()
  const { verdict, state } = claim
  const rating = verdict && `${verdict.rating.shape} ${ratingLabel(verdict.rating, locale)}`
  // A rating that nobody has approved is told apart by what stands behind it.
  const words = [rating, `${state === "approved" ? "" : `${shapeOf(claim)} `}${t(`state.${state}`)}`]
  const rest = [t(`job.${claim.job}`), t(`priority.${claim.priority}`), claim.type && t(`type.${claim.type}`)]
  return (
    <>
      <b>{words.filter(Boolean).join(" · ")}</b> · {rest.filter(Boolean).join(" · ")}
    </>
  )
}

function Said({ claim: { claimant, claimedOn, appearance, timecode } }: { claim: ClaimView }) {
  const t = useTranslations("proof")
  const format = useFormatter()
  const on = claimedOn && format.dateTime(new Date(claimedOn), { dateStyle: "medium", timeZone: "UTC" })
  const said = [claimant, on, appearance, timecode].filter(Boolean).join(", ")
  return <Labelled label={t("claimant")}>{said}</Labelled>
}

/** Who worked on it, who decided, what was asked for, and whom it waits for. */
function Hands({ claim }: { claim: ClaimView }) {
  const t = useTranslations("proof")
  const asked = claim.state === "changes_requested" ? claim.reviews.at(-1) : undefined
  const checklist = useTranslations("checklist")
  const reasonOf = useWaiverReason()
  const words = [...useDeeds(claim), ...useWaiting(claim)]
  return (
    <>
      {asked?.note && <Labelled label={t("asked", { name: asked.reviewer.name })}>{asked.note}</Labelled>}
      {claim.round?.waivers.map(({ item, reason }) => (
        <Labelled key={item} label={checklist(`without.${item}`)}>
          {reasonOf(reason)}
        </Labelled>
      ))}
      <p className="proof-hands">{words.filter(Boolean).join(" ")}</p>
    </>
  )
}

function useDeeds(claim: ClaimView) {
  const t = useTranslations("proof")
  const format = useFormatter()
  const day = useDay()
  const { round, state } = claim
  const names = (people: (Person | null)[]) => format.list(people.flatMap((person) => person?.name ?? []))
  const checkers = names(round?.authors ?? [claim.assignee ?? claim.markedBy])
  const approvers = names(approversOf(claim))
  return [
    checkers && t("checkedBy", { names: checkers }),
    state === "in_review" && round && t("sentOn", { day: day(round.sentAt) }),
    approvers && t("approvedBy", { names: approvers }),
    isStanding({ state }) && !approvers && t("notReviewed"),
  ]
}

function useWaiting({ dueAt, waiting }: ClaimView) {
  const t = useTranslations("proof")
  const day = useDay()
  return [
    dueAt && t("due", { day: day(dueAt) }),
    waiting && t("waiting", { on: waiting.on, since: day(waiting.since) }),
    waiting?.whom && t("waitingWhom", { whom: waiting.whom }),
    waiting?.chaseAt && t("chase", { day: day(waiting.chaseAt) }),
  ]
}

function useDay(): (at: string) => string {
  const format = useFormatter()
  return (at) => format.dateTime(new Date(at), { dateStyle: "medium" })
}

/** Words under what they are; nothing where there are none. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p className="proof-labelled">
      <b>{label}</b> <span dir="auto">{children}</span>
    </p>
  )
}
