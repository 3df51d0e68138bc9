"use client"
/** Chips: a row of filters of which one is on. Radio buttons, so arrow keys go from one to the next. */
import { useFormatter } from "next-intl"
import { useId } from "react"
import { classes } from "./classes"
import { radioFocus, UnseenRadio } from "./unseen-radio"

export interface ChipOption<Value extends string> {
  value: Value
  label: string
  count?: number
}

export interface ChipsProps<Value extends string> {
  label: string
  options: readonly ChipOption<Value>[]
  value: Value
  onChoose: (value: Value) => void
}

export function Chips<Value extends string>({ label, options, value, onChoose }: ChipsProps<Value>) {
  const format = useFormatter()
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-wrap gap-1.5">
      {options.map((option) => (
        <label key={option.value} className="relative">
          <UnseenRadio
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span
            className={classes(
              "inline-flex items-center gap-1 rounded-full border px-2.5 py-[3px] text-xs",
              radioFocus,
              option.value === value
                ? "border-ink bg-ink text-paper"
                : "border-line-strong bg-raised text-ink-2 peer-hover:text-ink",
            )}
          >
            {option.label}
            {option.count !== undefined && <span className="tabular-nums">{format.number(option.count)}</span>}
          </span>
        </label>
      ))}
    </div>
  )
}
