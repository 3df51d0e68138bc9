"use client"
/** What is not done of an article: each claim with why, the sentences nobody looked at, and what stands loose. */
import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import { toast } from "@/components/ui/toast"
import { errorOf } from "@/components/ui/use-screen-acts"
import { can } from "@/lib/domain/policy"
import type { SignedClaim } from "@/lib/domain/sign-off"
import type { SignOffState } from "@/lib/domain/sign-off-state"
import type { SignOffPart } from "./sign-off-screen"
import { ClaimLink } from "./went-out"

/** Claims that nothing keeps but a legal hold, by number: one that is open is listed with all that keeps it. */
export const heldAlone = ({ held, open }: SignOffState): number[] =>
  held.filter((number) => !open.claims.some((claim) => claim.number === number))

export function OpenItems({ state, ...part }: SignOffPart) {
  const t = useTranslations("signOff.left")
  const { open, loose, article, tidies } = state
  const { claims, sentences, unclaimed } = open
  const held = heldAlone(state)
  const waiting = tidies.length > 0 || held.length > 0
  return (
    <div className="flex flex-col gap-3">
      {claims.length === 0 && sentences === 0 && !unclaimed && !waiting && (
        <p className="flex gap-2 font-medium text-true">
          <span aria-hidden>✓</span>
          {t("nothing")}
        </p>
      )}
      {unclaimed && <p className="text-ui text-open">{t("unclaimed")}</p>}
      {claims.length > 0 && (
        <ul className="-mt-3">
          {claims.map((claim) => (
            <OpenClaim key={claim.id} claim={claim} state={state} {...part} />
          ))}
        </ul>
      )}
      {tidies.length > 0 && <Numbers of={tidies} said={t("tidies", { count: tidies.length })} galley={part.galley} />}
      {held.length > 0 && <Numbers of={held} said={t("held")} galley={part.galley} />}
      {sentences > 0 && (
        <p className="text-ui">
          <Link href={`${part.galley}/board`} prefetch={false} className="underline underline-offset-3">
            {t("sentences", { count: sentences })}
          </Link>
        </p>
      )}
      {loose > 0 && <p className="text-xs text-ink-3">{t("loose", { count: loose, kind: article.kind })}</p>}
    </div>
  )
}

function Numbers({ of, said, galley }: { of: number[]; said: string } & Pick<SignOffPart, "galley">) {
  return (
    <p className="flex flex-wrap gap-x-2 text-ui">
      {said}
      {of.map((number) => (
        <ClaimLink key={number} galley={galley} number={number} />
      ))}
    </p>
  )
}

function OpenClaim({ claim, state, galley, actor, acts }: SignOffPart & { claim: SignedClaim }) {
  const t = useTranslations("signOff.left")
  const format = useFormatter()
  const { article } = state
  const reasons = state.reasons[claim.id] ?? []
  const subject = { article, priority: claim.priority, authorIds: [] }
  const lets = claim.open === "unsettled" && article.archivedAt === null && can(actor, "claim.letStand", subject)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2.5">
      <Link
        href={`${galley}?claim=${claim.number}`}
        prefetch={false}
        className="w-7 shrink-0 font-semibold tabular-nums underline underline-offset-3"
        aria-label={t("claim", { number: claim.number })}
      >
        {claim.number}
      </Link>
      <span lang={article.language} dir="auto" className="min-w-0 flex-1 basis-60 font-serif wrap-anywhere">
        {claim.words || t("nowhere")}
      </span>
      {claim.priority === 1 && (
        <Badge tone="false" shape="!">
          {t("must")}
        </Badge>
      )}
      <span className="text-xs text-ink-2">{format.list(reasons.map((reason) => t(`because.${reason}`)))}</span>
      {lets && <LetStand claim={claim} actor={actor} acts={acts} />}
    </li>
  )
}

function LetStand({ claim, actor, acts }: Pick<SignOffPart, "actor" | "acts"> & { claim: SignedClaim }) {
  const t = useTranslations("signOff.letStand")
  const [open, setOpen] = useState(false)
  const { id: claimId, number } = claim
  const confirm = async (reason: string) => {
    const answer = await acts.letStand({ claimId, reason })
    if (answer.ok) toast(t("done", { number }))
    return answer.ok ? null : (errorOf(answer) ?? "")
  }
  const words = {
    title: t("title", { number }),
    text: t("text"),
    reason: t("reason"),
    confirm: t("confirm"),
    busy: t("busy"),
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <ReasonDialog
        {...{ open, words }}
        onOpenChange={setOpen}
        draft={`${actor.id}:let-stand:${claimId}`}
        onConfirm={confirm}
      />
    </>
  )
}
