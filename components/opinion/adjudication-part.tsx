"use client"
/** What is decided where two verdicts differ: by a third person, or by the two themselves, one proposing and one agreeing. */
import { useFormatter, useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { RatingBadge } from "@/components/claim/claim-badge"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { TextArea } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useRunning } from "@/components/ui/use-running"
import { RatingPicker } from "@/components/verdict/rating-picker"
import { useScale } from "@/components/verdict/verdict-section"
import type { AdjudicationView } from "@/lib/domain/opinion"
import { can } from "@/lib/domain/policy"
import { ratingLabel } from "@/lib/domain/shown"
import type { OpinionProps } from "./blind-claim"

export function AdjudicationPart(props: OpinionProps) {
  const t = useTranslations("opinion.adjudication")
  const { opinion } = props
  const way = useWay(props)
  if (opinion.adjudication) return <Decided adjudication={opinion.adjudication} />
  return (
    <>
      {opinion.proposal && <Proposed {...props} proposal={opinion.proposal} />}
      {way === "none" && !opinion.proposal && <p className="text-xs text-pretty text-ink-3">{t("waits")}</p>}
      {way !== "none" && <Deciding {...props} way={way} />}
    </>
  )
}

/** Whether somebody decides alone, as a third, or proposes to the other of the two. */
type Way = "decide" | "propose" | "none"

function useWay({ claim, opinion }: OpinionProps): Way {
  const { actor, article, subject } = useGalley()
  const { first, takenBy } = opinion
  if (!first || !takenBy || article.archivedAt || claim.signOffId) return "none"
  const between = { ...claimSubject(subject, claim), senderId: first.sender.id, giverId: takenBy.id }
  if (can(actor, "opinion.adjudicate", between)) return "decide"
  return can(actor, "opinion.settle", between) ? "propose" : "none"
}

function Proposed({ proposal, acts }: OpinionProps & { proposal: AdjudicationView }) {
  const t = useTranslations("opinion.adjudication")
  const { actor } = useGalley()
  const { busy, error, run } = useRunning()
  const { proposedBy, rating, reason } = proposal
  const isOwn = proposedBy.id === actor.id
  return (
    <div className="flex flex-col items-start gap-1.5 rounded-lg bg-review-soft px-3 py-2">
      <p className="text-xs font-semibold text-review">{t("proposed", { name: proposedBy.name })}</p>
      <RatingBadge rating={rating} standing="drafted" />
      {reason && <Reason>{reason}</Reason>}
      {isOwn ? (
        <p className="text-xs text-ink-2">{t("proposedOwn")}</p>
      ) : (
        <Agree {...{ busy }} onAgree={() => void run(() => acts.agree(proposal.id), t("agreed"))} />
      )}
      <Refused className="mt-2">{error?.message}</Refused>
    </div>
  )
}

function Agree({ busy, onAgree }: { busy: boolean; onAgree: () => void }) {
  const t = useTranslations("opinion.adjudication")
  return (
    <Button size="small" look="approve" busy={busy} onClick={onAgree}>
      {t("agree")}
    </Button>
  )
}

interface Typed {
  rating: string
  reason: string
}

function Deciding(props: OpinionProps & { way: "decide" | "propose" }) {
  const { claim, way } = props
  const t = useTranslations("opinion.adjudication")
  const locale = useLocale()
  const form = useDeciding(props)
  const isAsSent = form.typed.rating === claim.verdict?.rating.code
  const chosen = useScale(claim).find(({ code }) => code === form.typed.rating)
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      <p className="text-xs text-pretty text-ink-2">{t(`about.${way}`)}</p>
      <RatingPicker
        ratings={useScale(claim)}
        value={form.typed.rating}
        onChoose={(rating) => form.type({ rating })}
        onLeave={() => undefined}
        {...form.wrong("rating")}
      />
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        rows={2}
        maxLength={5000}
        value={form.typed.reason}
        {...form.wrong("reason")}
        onChange={(event) => form.type({ reason: event.target.value })}
      />
      {chosen && (
        <p className="text-xs text-pretty text-ink-2">
          {t(isAsSent ? "stands" : "goesBack", { rating: ratingLabel(chosen, locale) })}
        </p>
      )}
      <Button look="primary" className="self-start" busy={form.busy} onClick={() => void form.send()}>
        {t(way)}
      </Button>
      {form.error && Object.keys(form.error.fields).length === 0 && (
        <Refused className="mt-2">{form.error?.message}</Refused>
      )}
    </div>
  )
}

function useDeciding({ claim, acts, way }: OpinionProps & { way: "decide" | "propose" }) {
  const t = useTranslations("opinion.adjudication")
  const { actor, goTo } = useGalley()
  const draft = useDraft<Typed>(draftKey(actor, claim, "adjudication"), { rating: "", reason: "" })
  const { busy, error, run } = useRunning()
  const [tried, setTried] = useState<"no" | "yes">("no")
  const { rating, reason } = draft.value
  const send = async () => {
    setTried("yes")
    if (!rating || !reason.trim()) return
    const act = way === "decide" ? acts.adjudicate : acts.propose
    if (!(await run(() => act(rating, reason.trim()), t(way === "decide" ? "decided" : "sent")))) return
    draft.drop()
    goTo("opinion")
  }
  const wrong = (name: keyof Typed): { error?: string } => {
    const missing = tried === "yes" && !draft.value[name].trim() ? t(`missing.${name}`) : undefined
    const said = error?.fields[name] ?? missing
    return said ? { error: said } : {}
  }
  return {
    ...{ busy, error, send, wrong },
    typed: draft.value,
    type: (some: Partial<Typed>) => draft.type({ ...draft.value, ...some }),
  }
}

function Decided({ adjudication }: { adjudication: AdjudicationView }) {
  const t = useTranslations("opinion.adjudication")
  const format = useFormatter()
  const { rating, reason, proposedBy, agreedBy, decidedAt } = adjudication
  const date = decidedAt ? format.dateTime(new Date(decidedAt), { dateStyle: "medium", timeStyle: "short" }) : ""
  return (
    <div className="flex flex-col items-start gap-1.5 border-t border-line pt-3">
      <p className="text-xs text-ink-2">
        {agreedBy
          ? t("byBoth", { one: proposedBy.name, other: agreedBy.name, date })
          : t("byThird", { name: proposedBy.name, date })}
      </p>
      <RatingBadge rating={rating} standing="approved" />
      {reason && <Reason>{reason}</Reason>}
    </div>
  )
}

const Reason = ({ children }: { children: string }) => (
  <p className="font-serif text-[0.9375rem] leading-snug wrap-anywhere whitespace-pre-wrap text-ink">{children}</p>
)
