"use client"
/** A yes or no. */
import { useId, type ComponentProps, type ReactNode } from "react"

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode
  hint?: ReactNode
}

export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  const id = useId()
  return (
    <div className="grid grid-cols-[1rem_minmax(0,1fr)] items-start gap-x-2 gap-y-0.5">
      <input
        type="checkbox"
        className="mt-0.5 size-4 accent-ink"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...input}
      />
      <label htmlFor={id} className="text-ui text-ink">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}
