"use client"
/**
 * Chips: a row of filters of which one is on. Radio buttons whose arrow keys only lead from one to the next: Space, Enter
 * or a press chooses, since what is chosen is asked of the desk.
 */
import { useFormatter } from "next-intl"
import { useEffect, useId, useRef, type KeyboardEvent } from "react"
import { classes } from "./classes"
import { radioFocus, UnseenRadio } from "./unseen-radio"
import { useSteady } from "./use-steady"

export interface ChipOption<Value extends string> {
  value: Value
  label: string
  count?: number
  /** Whether there are more than were counted. */
  isMore?: boolean
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
  const row = useRef<HTMLDivElement>(null)
  // Pressed before the page listened: the browser has it chosen, and would tell of no change.
  const catchUp = useSteady(() => {
    const pressed = options.find((option) => option.value === checkedIn(row.current)?.value)
    if (pressed && pressed.value !== value) onChoose(pressed.value)
  })
  useEffect(() => catchUp(), [catchUp])
  return (
    <div ref={row} role="radiogroup" aria-label={label} onKeyDown={lead} className="flex flex-wrap gap-1.5">
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
            {option.count !== undefined && (
              <span className="tabular-nums">
                {format.number(option.count)}
                {option.isMore && "+"}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  )
}

function checkedIn(row: HTMLElement | null): HTMLInputElement | null {
  return row?.querySelector<HTMLInputElement>("input:checked") ?? null
}

const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The focus goes on, the choice stays. */
function lead(event: KeyboardEvent<HTMLElement>): void {
  const radios = [...event.currentTarget.querySelectorAll("input")]
  const at = radios.findIndex((radio) => radio === event.target)
  const step = STEPS[event.key]
  if (at < 0 || (!step && event.key !== "Enter")) return
  event.preventDefault()
  if (step) radios[(at + step + radios.length) % radios.length]?.focus()
  else radios[at]?.click()
}
