"use client"
/** A reviewer's decision on a verdict in review; for whoever may not decide, why. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { ArticleSubject } from "@/lib/domain/policy"
import type { Decision } from "@/lib/domain/round"
import type { Actor } from "@/lib/domain/workspace"
import { myDecision } from "./my-decision"
import { whyNotReview } from "./why-not"

export interface ReviewDecisionProps {
  claim: ClaimView
  actor: Actor
  article: ArticleSubject
  decide: (roundId: string, decision: Decision, note: string | null) => Promise<Answer<ClaimView>>
}

export function ReviewDecision({ claim, actor, article, decide }: ReviewDecisionProps) {
  const t = useTranslations("review")
  const { round } = claim
  if (!round) return null
  const reason = whyNotReview(actor, { article, priority: claim.priority, authorIds: claim.authorIds })
  if (reason) return <p className="text-xs text-ink-3">{t(`whyNot.${reason}`)}</p>
  if (myDecision(claim, actor) === "approve") return null
  return <Deciding key={round.id} claim={claim} roundId={round.id} actor={actor} decide={decide} />
}

type DecidingProps = Pick<ReviewDecisionProps, "claim" | "actor" | "decide"> & { roundId: string }

function Deciding({ claim, roundId, actor, decide }: DecidingProps) {
  const t = useTranslations("review")
  const announce = useAnnounce()
  const note = useDraft(`${actor.id}:${roundId}:review`, "")
  const [state, setState] = useState<{ busy?: Decision; error?: string }>({})
  const say = async (decision: "approve" | "request_changes") => {
    if (decision === "request_changes" && !note.value.trim()) return setState({ error: t("noteNeeded") })
    setState({ busy: decision })
    const answer = await decide(roundId, decision, note.value.trim() || null)
    setState(answer.ok ? {} : { error: answer.refusal.fields.note ?? answer.refusal.message })
    if (!answer.ok) return
    note.drop()
    announce(t(decision === "approve" ? "approved" : "requested", { number: claim.number }))
  }
  return (
    <div className="flex flex-col gap-2">
      <Waivers claim={claim} />
      <TextArea
        label={t("note")}
        placeholder={t("notePlaceholder")}
        rows={1}
        value={note.value}
        {...(state.error && { error: state.error })}
        onChange={(event) => {
          note.type(event.target.value)
          setState({})
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="approve" busy={state.busy === "approve"} onClick={() => void say("approve")}>
          {t("approve")}
        </Button>
        <Button busy={state.busy === "request_changes"} onClick={() => void say("request_changes")}>
          {t("request")}
        </Button>
      </div>
    </div>
  )
}

/** What the sender went without, and why: the reviewer decides knowing it. */
function Waivers({ claim }: { claim: ClaimView }) {
  const t = useTranslations("review")
  const waivers = claim.round?.waivers ?? []
  if (waivers.length === 0) return null
  return (
    <ul className="rounded-lg bg-open-soft px-3 py-2 text-xs text-ink">
      {waivers.map((waiver) => (
        <li key={waiver.item}>
          <b className="font-semibold text-open">{t(`without.${waiver.item}`)}</b> {waiver.reason}
        </li>
      ))}
    </ul>
  )
}
