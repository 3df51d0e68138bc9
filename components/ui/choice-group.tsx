"use client"
/** One of a few, all in sight: radio buttons with a word of explanation each. */
import { useId, type ReactNode } from "react"

export interface Choice<Value extends string> {
  value: Value
  label: string
  hint?: string
}

export interface ChoiceGroupProps<Value extends string> {
  label: string
  options: readonly Choice<Value>[]
  value: Value
  onChoose: (value: Value) => void
  /** A line under all of them. */
  hint?: ReactNode
}

export function ChoiceGroup<Value extends string>({ label, options, value, onChoose, hint }: ChoiceGroupProps<Value>) {
  const id = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-xs font-semibold text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
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
    </fieldset>
  )
}
