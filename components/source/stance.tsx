"use client"
/** How a piece of evidence bears on the claim: a sign, a colour and a word. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { classes } from "@/components/ui/classes"
import { radioFocus, UnseenRadio } from "@/components/ui/unseen-radio"
import type { Stance } from "@/lib/domain/source"

const signs: Record<Stance, { sign: string; look: string }> = {
  supports: { sign: "+", look: "bg-true-soft text-true" },
  refutes: { sign: "−", look: "bg-false-soft text-false" },
  context: { sign: "≡", look: "bg-unproven-soft text-unproven" },
}
const stances = Object.keys(signs) as Stance[]

export function StanceSign({ stance }: { stance: Stance }) {
  const t = useTranslations("source")
  const { sign, look } = signs[stance]
  const word = t(`stance.${stance}`)
  return (
    <span
      role="img"
      aria-label={word}
      title={word}
      className={classes("grid size-5 place-items-center rounded-[5px] text-xs leading-none font-bold", look)}
    >
      {sign}
    </span>
  )
}

export interface StancePickerProps {
  value: Stance
  focus: "take" | "leave"
  onChoose: (stance: Stance) => void
}

export function StancePicker({ value, focus, onChoose }: StancePickerProps) {
  const t = useTranslations("source")
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-semibold text-ink-2">{t("stanceLabel")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {stances.map((stance) => (
          <label key={stance} className="relative">
            <UnseenRadio
              name={name}
              value={stance}
              checked={stance === value}
              autoFocus={focus === "take" && stance === value}
              onChange={() => onChoose(stance)}
            />
            <span
              className={classes(
                "inline-flex items-center gap-1.5 rounded-md border px-2 py-1 text-xs leading-tight font-[550]",
                radioFocus,
                stance === value
                  ? classes("border-current", signs[stance].look)
                  : "border-line-strong text-ink-2 peer-hover:bg-panel",
              )}
            >
              <span aria-hidden>{signs[stance].sign}</span>
              {t(`stance.${stance}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
