"use client"
/**
 * A claim for whoever may not see its first verdict, nor whether there is one: they give the second, or look in, which
 * can't be taken back. What is said is the same whatever the others have done.
 */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { useRunning } from "@/components/ui/use-running"
import type { ClaimView } from "@/lib/domain/claim"
import type { OpinionView } from "@/lib/domain/opinion"
import { can } from "@/lib/domain/policy"
import { GiveOpinion } from "./give-opinion"
import type { BoundOpinionActs } from "./opinion-acts"
import { OpinionSource } from "./opinion-source"
import { OpinionWords } from "./opinion-words"

export interface OpinionProps {
  claim: ClaimView
  opinion: OpinionView
  acts: BoundOpinionActs
}

export function BlindClaim(props: OpinionProps) {
  const { opinion } = props
  if (!opinion.isMine) return <Wanted {...props} />
  return opinion.givenAt ? <Given {...props} /> : <GiveOpinion {...props} />
}

/** Nobody has taken it yet. */
function Wanted({ claim, opinion, acts }: OpinionProps) {
  const t = useTranslations("opinion")
  const { actor, article, subject, goTo } = useGalley()
  const { busy, error, run } = useRunning()
  const [asks, setAsks] = useState(false)
  const may = article.archivedAt === null
  // Who marked it is most often about to give the first.
  const [take, lookIn] =
    claim.markedBy?.id === actor.id ? (["plain", "primary"] as const) : (["primary", "plain"] as const)
  // The button that was pressed goes; what it led to takes the focus.
  const go = async (act: typeof acts.take, done: string) => {
    if (await run(act, done)) goTo("verdict")
  }
  return (
    <section
      aria-label={t("title")}
      data-part="verdict"
      tabIndex={-1}
      className="flex flex-col gap-2 rounded-[10px] border border-review bg-review-soft p-3"
    >
      <h3 className="heading-group">{t("wanted.title")}</h3>
      <p className="text-ui text-pretty text-ink">{t("wanted.text")}</p>
      <OpinionSource opinion={opinion} />
      <div className="flex flex-wrap gap-2">
        {may && can(actor, "opinion.give", claimSubject(subject, claim)) && (
          <Button look={take} busy={busy} onClick={() => void go(acts.take, t("wanted.taken"))}>
            {t("wanted.take")}
          </Button>
        )}
        {can(actor, "verdict.lookIn", claimSubject(subject, claim)) && (
          <Button look={lookIn} onClick={() => setAsks(true)}>
            {t("lookIn.open")}
          </Button>
        )}
      </div>
      {!asks && <Refused className="mt-2">{error?.message}</Refused>}
      <AskDialog
        open={asks}
        title={t("lookIn.title")}
        text={t("lookIn.text")}
        confirm={t("lookIn.confirm")}
        look="primary"
        busy={busy}
        error={error?.message}
        onYes={() => void go(acts.lookIn, t("lookIn.done"))}
        onClose={() => setAsks(false)}
      />
    </section>
  )
}

/** It is in, and waits for the first. */
function Given({ opinion: { verdict } }: OpinionProps) {
  const t = useTranslations("opinion")
  return (
    <section
      aria-label={t("title")}
      data-part="opinion"
      tabIndex={-1}
      className="flex flex-col gap-2 rounded-[10px] border border-line p-3"
    >
      <h3 className="heading-group">{t("given.title")}</h3>
      {verdict && <OpinionWords verdict={verdict} />}
      <p className="text-xs text-pretty text-ink-3">{t("given.text")}</p>
    </section>
  )
}
