"use client"
/** Whose answer a claim waits for, since when, and when to ask again. What waits is being worked on, however quiet it is. */
import { useFormatter, useNow, useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyButton } from "@/components/keys/key-button"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { Refused } from "@/components/ui/refused"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView, WaitingView } from "@/lib/domain/claim"
import { typedWaiting, type TypedWaiting } from "./field-values"
import { shapes } from "./looks"
import { useWaitingWords } from "./waiting-words"
import type { ClaimActs } from "./use-claim-acts"

export const waitingForm = lateCode(() => import("./waiting-form"))

export function WaitingSection({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const [open, setOpen] = useState<"no" | "yes">("no")
  const { actor, goTo } = useGalley()
  const typed = useDraft<TypedWaiting>(draftKey(actor, claim, "waiting"), typedWaiting(claim.waiting))
  const close = () => {
    typed.drop()
    setOpen("no")
    // Not to the button in its place: led to, it is pressed.
    goTo("claim")
  }
  if (open === "yes" || typed.draft)
    return <Late code={waitingForm} given={{ claim, acts, typed, onDone: close }} onMissing={() => setOpen("no")} />
  if (claim.waiting)
    return <Waiting claim={claim} acts={acts} waiting={claim.waiting} onChange={() => setOpen("yes")} />
  return <Opener onOpen={() => setOpen("yes")} />
}

function Opener({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("claim.waiting")
  return (
    <KeyButton act="claim.waiting" part="waiting" className="-ml-2 self-start" onClick={onOpen}>
      {t("open")}
    </KeyButton>
  )
}

interface WaitingProps {
  claim: ClaimView
  acts: ClaimActs
  waiting: WaitingView
  onChange: () => void
}

function Waiting({ claim, acts, waiting, onChange }: WaitingProps) {
  const t = useTranslations("claim.waiting")
  const format = useFormatter()
  const now = useNow()
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const { waitsOn } = useWaitingWords()
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" })
  const late = waiting.chaseAt !== null && new Date(waiting.chaseAt) <= now
  const resume = async () => {
    setState({ busy: true })
    const answer = await acts.resume()
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (answer.ok) announce(t("resumed", { number: claim.number }))
  }
  return (
    <section aria-label={t("title")} className="rounded-[10px] bg-unproven-soft px-3 py-2.5 text-ui">
      <p className="font-semibold text-unproven">
        <span aria-hidden>{shapes.waiting} </span>
        {waitsOn(waiting)}
      </p>
      <p className="text-xs text-ink-2">{t("since", { when: day(waiting.since) })}</p>
      {waiting.chaseAt && (
        <p className={late ? "text-xs font-semibold text-false" : "text-xs text-ink-2"}>
          {t(late ? "chaseNow" : "chase", { when: day(waiting.chaseAt) })}
        </p>
      )}
      <Refused>{state.error}</Refused>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" busy={state.busy ?? false} onClick={() => void resume()}>
          {t("resume")}
        </Button>
        <KeyButton act="claim.waiting" part="waiting" onClick={onChange}>
          {t("change")}
        </KeyButton>
      </div>
    </section>
  )
}
