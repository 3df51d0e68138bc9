"use client"
/** One of a few, all in sight: radio buttons with a word of explanation each. */
import { useId, type ReactNode } from "react"
import { classes } from "./classes"

export interface Choice<Value extends string> {
  value: Value
  label: string
  hint?: string
}

export interface ChoiceGroupProps<Value extends string> {
  label: string
  options: readonly Choice<Value>[]
  /** Null while nothing is chosen. */
  value: Value | null
  onChoose: (value: Value) => void
  /** A line under all of them. */
  hint?: ReactNode
  error?: string | undefined
}

export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, options, value, onChoose, hint, error } = props
  const id = useId()
  // Four that say more of themselves are two by two, and then line up.
  const isSquare = options.length === 4 && options.some((option) => option.hint)
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-xs font-semibold text-ink-2">{label}</legend>
      <div
        className={classes(
          "gap-x-6 gap-y-2",
          isSquare ? "grid sm:grid-cols-[repeat(2,max-content)]" : "flex flex-wrap",
        )}
      >
        {options.map((option, at) => (
          <div key={option.value} className="grid grid-cols-[1rem_minmax(0,1fr)] items-start gap-x-2">
            <input
              type="radio"
              id={`${id}-${at}`}
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              aria-describedby={option.hint ? `${id}-${at}-hint` : undefined}
              className="mt-[3px] size-4 accent-ink"
            />
            <label htmlFor={`${id}-${at}`} className="text-ui text-ink">
              {option.label}
            </label>
            {option.hint && (
              <p id={`${id}-${at}-hint`} className="col-start-2 text-xs text-ink-3">
                {option.hint}
              </p>
            )}
          </div>
        ))}
      </div>
      {hint && <p className="mt-1.5 text-xs text-ink-3">{hint}</p>}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-xs font-medium text-false">
          {error}
        </p>
      )}
    </fieldset>
  )
}
