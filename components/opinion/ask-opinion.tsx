"use client"
/** Asks for a second opinion: of whoever may give it, or of one person. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { Select } from "@/components/ui/select"
import { useRunning } from "@/components/ui/use-running"
import type { ClaimView } from "@/lib/domain/claim"
import type { BoundOpinionActs } from "./opinion-acts"

export function AskOpinion({ claim, acts }: { claim: ClaimView; acts: BoundOpinionActs }) {
  const t = useTranslations("opinion.ask")
  const ui = useTranslations("ui")
  const { actor, checkers, subject, goTo } = useGalley()
  const { busy, error, run } = useRunning()
  const [open, setOpen] = useState<"yes" | "no">("no")
  const [of, setOf] = useState("")
  const ask = async () => {
    if (await run(() => acts.ask(of || null), t("asked"))) goTo("opinion")
  }
  if (open === "no")
    return (
      <Button look="quiet" size="small" className="-ml-2 self-start" onClick={() => setOpen("yes")}>
        {t("open")}
      </Button>
    )
  // Who took part in the verdict has seen it; of everybody else the desk knows.
  const may = checkers.filter(
    ({ id }) => id !== actor.id && !subject.authorIds.includes(id) && !claim.authorIds.includes(id),
  )
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2.5 rounded-[10px] border border-line p-3">
      <h3 className="heading-group">{t("title")}</h3>
      <p className="text-xs text-pretty text-ink-2">{t("about")}</p>
      <Select
        autoFocus
        label={t("of")}
        value={of}
        {...(error?.fields.ofId && { error: error.fields.ofId })}
        options={[{ value: "", label: t("anybody") }, ...may.map(({ id, name }) => ({ value: id, label: name }))]}
        onChoose={setOf}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" look="primary" busy={busy} onClick={() => void ask()}>
          {t("send")}
        </Button>
        <Button size="small" look="quiet" onClick={() => setOpen("no")}>
          {ui("cancel")}
        </Button>
      </div>
      {!error?.fields.ofId && <Refused className="mt-2">{error?.message}</Refused>}
    </section>
  )
}
