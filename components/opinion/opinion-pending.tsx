"use client"
/** A second opinion that is on its way, for whoever has seen the first verdict: how far it is, and going on without it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { ReasonDialog } from "@/components/ui/reason-dialog"
import { can } from "@/lib/domain/policy"
import type { OpinionProps } from "./blind-claim"
import { OpinionSource } from "./opinion-source"

export function OpinionPending(props: OpinionProps) {
  const t = useTranslations("opinion")
  const { opinion } = props
  const { takenBy, givenAt } = opinion
  return (
    <section
      aria-label={t("title")}
      data-part="opinion"
      tabIndex={-1}
      className="flex flex-col gap-1 rounded-[10px] border border-line p-3"
    >
      <h3 className="heading-group">{t("title")}</h3>
      <p className="text-ui text-pretty text-ink">
        {!takenBy && t("pending.asked")}
        {takenBy && t(givenAt ? "pending.given" : "pending.taken", { name: takenBy.name })}
      </p>
      <OpinionSource opinion={opinion} />
      <Withdraw {...props} />
    </section>
  )
}

function Withdraw({ claim, acts }: OpinionProps) {
  const t = useTranslations("opinion.withdraw")
  const { actor, article, subject } = useGalley()
  const announce = useAnnounce()
  const [open, setOpen] = useState(false)
  if (article.archivedAt || !can(actor, "opinion.withdraw", claimSubject(subject, claim))) return null
  const withdraw = async (reason: string) => {
    const answer = await acts.withdraw(reason)
    if (!answer.ok) return answer.refusal.message
    announce(t("done"))
    return null
  }
  return (
    <>
      <Button look="quiet" size="small" className="-ml-2 self-start" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        words={{
          ...{ title: t("title"), text: t("text"), reason: t("reason") },
          ...{ confirm: t("confirm"), busy: t("busy") },
        }}
        draft={draftKey(actor, claim, "withdraw-opinion")}
        onConfirm={withdraw}
      />
    </>
  )
}
