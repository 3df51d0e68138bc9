"use client"
/**
 * What a ticked fact still lacks before it goes to review: where in its source it stands. Enter sends it, and the text
 * has the focus again before the answer is there, so that one fact after the other can be ticked.
 */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { SourceLine } from "@/components/source/evidence-item"
import { SourceSearch } from "@/components/source/source-search"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { TextField } from "@/components/ui/text-field"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"

export default function TickForm({ entry, acts }: { entry: ClaimEntry; acts: ClaimActs }) {
  const t = useTranslations("verdict.tick")
  const { claim } = entry
  const { actor } = useGalley()
  const [cited] = claim.evidence
  const locator = useDraft(draftKey(actor, claim, "locator"), cited?.locator ?? "")
  const send = useSend(entry, acts, locator)
  return (
    <form
      data-part="tick"
      aria-label={t("label", { number: claim.number })}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="flex flex-col gap-2.5 rounded-[10px] border border-line bg-panel p-3"
    >
      <Source entry={entry} acts={acts} />
      <TextField
        label={t("locator")}
        hint={t("locatorHint")}
        value={locator.value}
        maxLength={300}
        onChange={(event) => locator.type(event.target.value)}
      />
      <div>
        <Button type="submit" look="primary" size="small">
          {t("send")} <Kbd on="ink">{t("enter")}</Kbd>
        </Button>
      </div>
    </form>
  )
}

/** Sends, and leads back to the text; a refusal comes to wherever its checker has gone on to, with a way back. */
function useSend({ key, claim }: ClaimEntry, acts: ClaimActs, locator: { value: string; drop: () => void }) {
  const t = useTranslations("verdict.tick")
  const { backToText, select, goTo } = useGalley()
  const announce = useAnnounce()
  const told = (answer: Answer<ClaimView>) => {
    if (answer.ok) {
      locator.drop()
      return announce(t("sent", { number: answer.value.number }))
    }
    const { message, fields } = answer.refusal
    const words = [message, ...Object.values(fields)].join(" ")
    const open = () => {
      select(key)
      goTo(answer.refusal.fields["waivers.evidence"] ? "source" : "tick")
    }
    toast.error(t("notSent", { number: claim.number }), {
      description: words,
      duration: 15_000,
      action: { label: t("open"), onClick: open },
    })
  }
  return () => {
    void acts.sendTick(locator.value.trim() || null).then(told)
    backToText()
  }
}

function Source({ entry: { claim, standing }, acts }: { entry: ClaimEntry; acts: ClaimActs }) {
  const t = useTranslations("verdict.tick")
  const { goTo } = useGalley()
  const [query, setQuery] = useState<string | null>(null)
  const [cited] = claim.evidence
  if (standing === "marking") return <p className="text-ui text-ink-3">{t("coming")}</p>
  if (query !== null) {
    const done = () => setQuery(null)
    return (
      <SourceSearch
        query={query}
        focus="take"
        onQuery={setQuery}
        onKnown={({ id }) => {
          done()
          void acts.citeInstead({ id }).then((answer) => answer.ok || toast.error(answer.refusal.message))
          goTo("tick")
        }}
        onFresh={() => {
          done()
          goTo("source")
        }}
      />
    )
  }
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        {cited ? <SourceLine source={cited.source} /> : <p className="text-ui text-ink-2">{t("noSource")}</p>}
      </div>
      <Button look="quiet" size="small" onClick={() => setQuery("")}>
        {t(cited ? "another" : "choose")}
      </Button>
    </div>
  )
}
