"use client"
/** Whose answer a claim waits for, since when, and when to ask again. What waits is being worked on, however quiet it is. */
import { useFormatter, useNow, useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { MomentField } from "@/components/ui/moment-field"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { useDraft, type DraftState } from "@/components/ui/use-draft"
import type { ClaimView, WaitingOn, WaitingView } from "@/lib/domain/claim"
import { shapes } from "./looks"
import { useWaitingWords, waitingOns } from "./waiting-words"
import type { ClaimActs } from "./use-claim-acts"

interface Typed {
  on: WaitingOn
  whom: string
  chaseAt: string | null
}

export function WaitingSection({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const [open, setOpen] = useState<"no" | "yes">("no")
  const { actor, goTo } = useGalley()
  const typed = useDraft<Typed>(draftKey(actor, claim, "waiting"), typedFrom(claim.waiting))
  const close = () => {
    typed.drop()
    setOpen("no")
    // Not to the button in its place: led to, it is pressed.
    goTo("claim")
  }
  if (open === "yes" || typed.draft) return <Form claim={claim} acts={acts} typed={typed} onDone={close} />
  if (claim.waiting)
    return <Waiting claim={claim} acts={acts} waiting={claim.waiting} onChange={() => setOpen("yes")} />
  return <Opener onOpen={() => setOpen("yes")} />
}

function Opener({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("claim.waiting")
  return (
    <Button
      look="quiet"
      size="small"
      data-part="waiting"
      aria-keyshortcuts={useShortcut("claim.waiting")}
      className="-ml-2 self-start"
      onClick={onOpen}
    >
      {t("open")} <KeyCap act="claim.waiting" />
    </Button>
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
      {state.error && (
        <p role="alert" className="text-xs font-medium text-false">
          {state.error}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" busy={state.busy ?? false} onClick={() => void resume()}>
          {t("resume")}
        </Button>
        <Button
          size="small"
          look="quiet"
          data-part="waiting"
          aria-keyshortcuts={useShortcut("claim.waiting")}
          onClick={onChange}
        >
          {t("change")} <KeyCap act="claim.waiting" />
        </Button>
      </div>
    </section>
  )
}

interface FormProps {
  claim: ClaimView
  acts: ClaimActs
  typed: DraftState<Typed>
  onDone: () => void
}

function Form({ claim, acts, typed, onDone }: FormProps) {
  const t = useTranslations("claim.waiting")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const save = async () => {
    setState({ busy: true })
    const { on, whom, chaseAt } = typed.value
    const answer = await acts.waitOn({ on, whom: whom.trim() || null, chaseAt })
    if (!answer.ok) return setState({ error: answer.refusal.message })
    announce(t("saved", { number: claim.number }))
    onDone()
  }
  return (
    <form
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="flex flex-col gap-2.5 rounded-[10px] border border-line bg-panel p-3"
    >
      <Fields {...typed} />
      <Meanwhile claim={claim} typed={typed} />
      {state.error && (
        <p role="alert" className="text-xs font-medium text-false">
          {state.error}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="small" busy={state.busy ?? false}>
          {t("save")}
        </Button>
        <Button look="quiet" size="small" onClick={onDone}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}

/** What somebody else wrote since the typing began. */
function Meanwhile({ claim: { waiting }, typed: { draft } }: Pick<FormProps, "claim" | "typed">) {
  const t = useTranslations("claim.waiting")
  const conflict = useTranslations("claim.conflict")
  const { waitsOn } = useWaitingWords()
  const now = typedFrom(waiting)
  const isSame = !draft || (["on", "whom", "chaseAt"] as const).every((name) => draft.base[name] === now[name])
  if (isSame) return null
  return (
    <p role="alert" className="text-xs font-medium text-mixed">
      {t("meanwhile", { now: waiting ? waitsOn(waiting) : conflict("empty") })}
    </p>
  )
}

function Fields({ value, type }: Pick<DraftState<Typed>, "value" | "type">) {
  const t = useTranslations("claim.waiting")
  return (
    <>
      <Select
        autoFocus
        label={t("on")}
        value={value.on}
        options={waitingOns.map((on) => ({ value: on, label: t(`ons.${on}`) }))}
        onChoose={(on) => type({ ...value, on })}
      />
      <TextField
        label={t("whom")}
        hint={t("whomHint")}
        value={value.whom}
        maxLength={300}
        onChange={(event) => type({ ...value, whom: event.target.value })}
      />
      <MomentField
        label={t("chaseAt")}
        hint={t("chaseHint")}
        value={value.chaseAt}
        onMoment={(chaseAt) => type({ ...value, chaseAt })}
      />
    </>
  )
}

function typedFrom(waiting: WaitingView | null): Typed {
  return { on: waiting?.on ?? "author", whom: waiting?.whom ?? "", chaseAt: waiting?.chaseAt ?? null }
}
