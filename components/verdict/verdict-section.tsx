"use client"
/** The verdict: written while the claim is open, shown as it stands otherwise. */
import { useFormatter, useLocale, useTranslations } from "next-intl"
import { RatingBadge } from "@/components/claim/claim-badge"
import { Conflict } from "@/components/claim/conflict"
import { SaveNote } from "@/components/claim/save-note"
import { useGalley } from "@/components/galley/galley-context"
import { TextArea, TextField } from "@/components/ui/text-field"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import { fitsType, ratingLabel } from "@/lib/domain/shown"
import { RatingPicker } from "./rating-picker"
import type { VerdictForm, VerdictName } from "./use-verdict-form"

export interface VerdictSectionProps {
  claim: ClaimView
  form: VerdictForm
  mode: "write" | "read"
}

export function VerdictSection({ claim, form, mode }: VerdictSectionProps) {
  const t = useTranslations("verdict")
  const chosen = useScale(claim).find((rating) => rating.code === form.values.rating)
  return (
    <section
      aria-label={t("title", { job: claim.job })}
      data-part="verdict"
      tabIndex={-1}
      className="rounded-[10px] border border-line p-3"
    >
      <h3 className="mb-2 flex min-h-5 items-center justify-between gap-2">
        <span className="heading-group">{t("title", { job: claim.job })}</span>
        {chosen && <RatingBadge rating={chosen} standing={claim.state === "approved" ? "approved" : "drafted"} />}
      </h3>
      {mode === "write" ? <Writing claim={claim} form={form} /> : <Reading claim={claim} />}
    </section>
  )
}

/**
 * The ratings of what is offered for the claim's job that fit its type. The one that it has stays among them, in the words of
 * the version that it was given on.
 */
export function useScale(claim: ClaimView) {
  const { scales } = useGalley()
  const offered = scales.find((scale) => scale.job === claim.job)?.ratings ?? []
  const has = claim.verdict?.rating
  const others = offered.filter((rating) => rating.code === has?.code || fitsType(rating, claim.type))
  if (!has) return others
  const kept = others.map((rating) => (rating.code === has.code ? has : rating))
  return kept.includes(has) ? kept : [has, ...kept]
}

function Writing({ claim, form }: { claim: ClaimView; form: VerdictForm }) {
  const t = useTranslations("verdict")
  const locale = useLocale()
  const ratings = useScale(claim)
  const error = form.errorOf("rating")
  const label = (code: string) => {
    const rating = ratings.find((one) => one.code === code)
    return rating ? ratingLabel(rating, locale) : code
  }
  const waits = form.unsaved && form.values.rating === ""
  return (
    <div className="flex flex-col gap-3">
      <div>
        <RatingPicker
          ratings={ratings}
          value={form.values.rating}
          onChoose={(code) => form.type("rating", code)}
          onLeave={form.leave}
          {...(error && { error })}
        />
        <Conflict form={form} name="rating" wordFor={label} />
      </div>
      <Words form={form} name="conclusion" hint={t(claim.job === "ours" ? "conclusionHintOurs" : "conclusionHint")} />
      <Words form={form} name="explanation" hint={t("explanationHint")} />
      <Words form={form} name="workingNote" hint={t("workingNoteHint")} />
      <div className="flex flex-col gap-0.5">
        <Day form={form} name="asOf" />
        <Day form={form} name="recheckOn" />
      </div>
      {waits && <p className="text-xs text-ink-2">{t("ratingFirst")}</p>}
      <SaveNote form={form} />
    </div>
  )
}

function Words({ form, name, hint }: { form: VerdictForm; name: VerdictName; hint: string }) {
  const t = useTranslations("verdict")
  const error = form.errorOf(name)
  return (
    <div>
      <TextArea
        label={t(name)}
        hint={hint}
        rows={name === "conclusion" ? 2 : 1}
        value={form.values[name]}
        {...(error && { error })}
        onChange={(event) => form.type(name, event.target.value)}
        onBlur={form.leave}
        className={name === "conclusion" ? "font-serif text-[0.96875rem]" : ""}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}

function Day({ form, name }: { form: VerdictForm; name: "asOf" | "recheckOn" }) {
  const t = useTranslations("verdict")
  const error = form.errorOf(name)
  return (
    <div>
      <TextField
        type="date"
        label={t(name)}
        labelled="beside"
        look="inPlace"
        className={form.values[name] ? "" : "text-ink-3"}
        value={form.values[name]}
        {...(error && { error })}
        onChange={(event) => form.type(name, event.target.value)}
        onBlur={form.leave}
      />
      <Conflict form={form} name={name} />
    </div>
  )
}

function Reading({ claim: { verdict } }: { claim: ClaimView }) {
  const t = useTranslations("verdict")
  const { reader } = useGalley()
  if (!verdict) return <p className="text-ui text-ink-3">{t("none")}</p>
  return (
    <div className="flex flex-col gap-2">
      {verdict.conclusion && <p className="font-serif text-[0.96875rem] leading-normal">{verdict.conclusion}</p>}
      {verdict.explanation && (
        <p className="font-serif text-[0.90625rem] leading-normal whitespace-pre-wrap text-ink-2">
          {verdict.explanation}
        </p>
      )}
      <Days asOf={verdict.asOf} recheckOn={verdict.recheckOn} />
      {verdict.workingNote && can(reader, "note.read") && (
        <div className="rounded-md bg-panel px-2.5 py-2 text-xs text-ink-2">
          <span className="font-semibold">{t("workingNote")}</span> <span className="text-ink-3">{t("internal")}</span>
          <p className="mt-0.5 whitespace-pre-wrap">{verdict.workingNote}</p>
        </div>
      )}
    </div>
  )
}

/** Calendar dates have no zone: read in UTC they stay the day they are. */
function Days(days: { asOf: string | null; recheckOn: string | null }) {
  const t = useTranslations("verdict")
  const format = useFormatter()
  const known = (["asOf", "recheckOn"] as const).flatMap((name) => {
    const day = days[name]
    return day ? [{ name, day: format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" }) }] : []
  })
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-x-2.5 text-ui">
      {known.map(({ name, day }) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{t(name)}</dt>
          <dd>{day}</dd>
        </div>
      ))}
    </dl>
  )
}
