"use client"
/** The blind form: a verdict by somebody who has not seen the first. What is typed is kept on this machine until it is given. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useKeys } from "@/components/keys/use-keys"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { TextArea } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useRunning } from "@/components/ui/use-running"
import { RatingPicker } from "@/components/verdict/rating-picker"
import { useScale } from "@/components/verdict/verdict-section"
import type { OpinionProps } from "./blind-claim"

const NAMES = ["conclusion", "explanation", "workingNote"] as const
type Typed = Record<"rating" | (typeof NAMES)[number], string>

const NOTHING: Typed = { rating: "", conclusion: "", explanation: "", workingNote: "" }

export function GiveOpinion(props: OpinionProps) {
  const t = useTranslations("opinion.give")
  const opinion = useTranslations("opinion")
  const form = useGiving(props)
  return (
    <section
      aria-label={opinion("title")}
      data-part="verdict"
      tabIndex={-1}
      className="flex flex-col gap-3 rounded-[10px] border border-review p-3"
    >
      <div>
        <h3 className="heading-group">{t("title")}</h3>
        <p className="mt-1 text-xs text-pretty text-ink-2">{t("about")}</p>
      </div>
      <Fields {...props} form={form} />
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" busy={form.busy} onClick={() => void form.give()}>
          {t("give")}
        </Button>
        <Back {...props} />
        {form.typed && <p className="text-xs text-ink-3">{t("kept")}</p>}
      </div>
      {form.error && !form.error.fields.rating && <Refused className="mt-2">{form.error?.message}</Refused>}
    </section>
  )
}

function useGiving({ claim, acts }: OpinionProps) {
  const t = useTranslations("opinion.give")
  const { actor, goTo } = useGalley()
  const draft = useDraft<Typed>(draftKey(actor, claim, "opinion"), NOTHING)
  const { busy, error, run } = useRunning()
  const [missing, setMissing] = useState<"no" | "yes">("no")
  const typed = { ...NOTHING, ...draft.value }
  const give = async () => {
    setMissing(typed.rating === "" ? "yes" : "no")
    if (typed.rating === "") return goTo("verdict")
    const orNone = (name: (typeof NAMES)[number]) => typed[name].trim() || null
    const words = Object.fromEntries(NAMES.map((name) => [name, orNone(name)]))
    if (await run(() => acts.give({ rating: typed.rating, ...words }), t("done", { number: claim.number })))
      draft.drop()
  }
  useKeys({ "claim.send": busy ? null : () => void give() })
  return {
    ...{ busy, error, give, values: typed },
    typed: draft.draft !== null,
    type: (name: keyof Typed, value: string) => draft.type({ ...typed, [name]: value }),
    errorOf: (name: keyof Typed) =>
      error?.fields[name] ??
      (name === "rating" && missing === "yes" && typed.rating === "" ? t("ratingFirst") : undefined),
  }
}

function Fields({ claim, form }: OpinionProps & { form: ReturnType<typeof useGiving> }) {
  const t = useTranslations("verdict")
  const wrong = (name: keyof Typed) => {
    const error = form.errorOf(name)
    return error ? { error } : {}
  }
  const hints = {
    conclusion: t(claim.job === "ours" ? "conclusionHintOurs" : "conclusionHint"),
    explanation: t("explanationHint"),
    workingNote: t("workingNoteHint"),
  }
  return (
    <>
      <RatingPicker
        ratings={useScale(claim)}
        value={form.values.rating}
        onChoose={(code) => form.type("rating", code)}
        onLeave={() => undefined}
        {...wrong("rating")}
      />
      {NAMES.map((name) => (
        <TextArea
          key={name}
          label={t(name)}
          hint={hints[name]}
          rows={name === "conclusion" ? 2 : 1}
          value={form.values[name]}
          {...wrong(name)}
          onChange={(event) => form.type(name, event.target.value)}
          className={name === "conclusion" ? "font-serif text-[0.96875rem]" : ""}
        />
      ))}
    </>
  )
}

/** Gives it back to whoever else may: said before what that means. */
function Back({ claim, acts }: OpinionProps) {
  const t = useTranslations("opinion.back")
  const [open, setOpen] = useState(false)
  const { busy, error, run } = useRunning()
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <AskDialog
        open={open}
        title={t("title")}
        text={t("text")}
        confirm={t("confirm")}
        look="primary"
        busy={busy}
        error={error?.message}
        onYes={() => void run(acts.giveBack, t("done", { number: claim.number }))}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
