"use client"
/** All of one rating: its words in every language, its look, what it counts for and which claims it fits. */
import { useTranslations } from "next-intl"
import { Boxes } from "@/components/settings/boxes"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import { typeNames } from "@/components/claim/choices"
import { isPart, SHAPES } from "@/lib/domain/scale-parts"
import type { Job, RatingTone } from "@/lib/domain/scale"
import { languages } from "@/lib/messages/language"
import type { TypedRating } from "./typed-scale"

export interface RatingFieldsProps {
  rating: TypedRating
  job: Job
  wrongs: Record<string, string>
  onType: (some: Partial<TypedRating>) => void
  onRemove: () => void
}

export function RatingFields(props: RatingFieldsProps) {
  const { rating, job, onRemove } = props
  const t = useTranslations("settings.scales")
  const part = job === "ours" && isPart(rating.key)
  return (
    <div className="flex flex-col gap-4 py-3 sm:pl-9">
      <Texts {...props} />
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        <Looks {...props} />
        {!part && <Code {...props} />}
        {job === "theirs" && <Value {...props} />}
      </div>
      {part ? (
        <p className="text-xs text-pretty text-ink-2">{t(`part.${rating.key}`)}</p>
      ) : (
        <>
          <Counts {...props} />
          <Fits {...props} />
          <div>
            <Button look="quiet" size="small" onClick={onRemove} className="text-false!">
              {t("remove")}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Texts({ rating, wrongs, onType }: RatingFieldsProps) {
  const t = useTranslations("settings.scales")
  const names = useTranslations("app.language")
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {languages.map((language) => {
        const [label, definition] = [wrongs[`label.${language}`], wrongs[`definition.${language}`]]
        return (
          <div key={language} className="flex flex-col gap-4">
            <TextField
              label={t("label", { language: names(language) })}
              maxLength={40}
              lang={language}
              value={rating.label[language]}
              onChange={({ target }) => onType({ label: { ...rating.label, [language]: target.value } })}
              {...(label && { error: label })}
            />
            <TextArea
              label={t("definition", { language: names(language) })}
              maxLength={400}
              lang={language}
              value={rating.definition[language]}
              onChange={({ target }) => onType({ definition: { ...rating.definition, [language]: target.value } })}
              {...(definition && { error: definition })}
            />
          </div>
        )
      })}
    </div>
  )
}

const named: Record<RatingTone, true> = { true: true, mixed: true, false: true, open: true, unproven: true }
const tones = Object.keys(named) as RatingTone[]

function Looks({ rating, wrongs, onType }: RatingFieldsProps) {
  const t = useTranslations("settings.scales")
  return (
    <>
      <Select
        label={t("tone")}
        options={tones.map((value) => ({ value, label: t(`tones.${value}`) }))}
        value={rating.tone}
        onChoose={(tone) => onType({ tone })}
      />
      <Select
        label={t("shape")}
        hint={t("shapeHint")}
        options={SHAPES.map((value) => ({ value, label: value }))}
        value={rating.shape}
        onChoose={(shape) => onType({ shape })}
        {...(wrongs.shape && { error: wrongs.shape })}
      />
    </>
  )
}

function Code({ rating, wrongs, onType }: RatingFieldsProps) {
  const t = useTranslations("settings.scales")
  return (
    <TextField
      label={t("ratingCode")}
      hint={t("ratingCodeHint")}
      maxLength={40}
      spellCheck={false}
      autoComplete="off"
      value={rating.code}
      onChange={({ target }) => onType({ code: target.value, follows: "nothing" })}
      {...(wrongs.code && { error: wrongs.code })}
    />
  )
}

const VALUES = ["none", "5", "4", "3", "2", "1"] as const

function Value({ rating, onType }: RatingFieldsProps) {
  const t = useTranslations("settings.scales")
  const options = VALUES.map((value) => ({ value, label: t(`values.${value}`) }))
  return (
    <Select
      label={t("value")}
      hint={t("valueHint")}
      options={options}
      value={VALUES.find((value) => value === String(rating.value)) ?? "none"}
      onChoose={(value) => onType({ value: value === "none" ? null : Number(value) })}
    />
  )
}

function Counts({ rating, job, onType }: RatingFieldsProps) {
  const t = useTranslations("settings.scales")
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t("settles")}
        hint={t("settlesHint")}
        checked={rating.settles}
        onChange={({ target }) => onType({ settles: target.checked })}
      />
      {job === "theirs" && (
        <Checkbox
          label={t("claimReview")}
          hint={t("claimReviewHint")}
          checked={rating.claimReview}
          onChange={({ target }) => onType({ claimReview: target.checked })}
        />
      )}
    </div>
  )
}

function Fits({ rating, onType }: RatingFieldsProps) {
  const t = useTranslations("settings.scales")
  const types = useTranslations("claim.type")
  const names = rating.fits.map((type) => types(type)).join(", ")
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer text-xs text-ink-2">{t("fits", { count: rating.fits.length, names })}</summary>
      <div className="mt-2">
        <Boxes
          label={t("fitsHint")}
          all={typeNames}
          chosen={rating.fits}
          nameOf={(type) => types(type)}
          onChoose={(fits) => onType({ fits })}
        />
      </div>
    </details>
  )
}
