"use client"
/** A choice of one. The browser's own list: it works by keyboard, by touch and with every screen reader. */
import { ChevronDown } from "lucide-react"
import type { ComponentProps } from "react"
import { classes } from "./classes"
import { boxClasses, Field, inPlaceClasses, type FieldProps } from "./field"

export interface Option<Value extends string = string> {
  value: Value
  label: string
}

export interface SelectProps<Value extends string>
  extends
    Pick<FieldProps, "label" | "hint" | "error" | "labelled">,
    Omit<ComponentProps<"select">, "value" | "onChange"> {
  options: readonly Option<Value>[]
  value: Value
  onChoose: (value: Value) => void
  look?: "box" | "inPlace"
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, labelled, options, value, onChoose, look = "box", className, ...rest } = props
  // To a browser every list is read-only, which a box would show by having no edge.
  const box = look === "box" ? classes(boxClasses, "not-aria-invalid:border-edge! bg-raised!") : inPlaceClasses
  const frame = { label, ...(hint && { hint }), ...(error && { error }), ...(labelled && { labelled }) }
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option) onChoose(option.value)
  }
  return (
    <Field {...frame}>
      {(ids) => (
        <div className="group relative flex w-full items-center">
          <select
            {...rest}
            {...ids}
            value={value}
            onChange={(event) => choose(event.target.value)}
            className={classes(box, "appearance-none truncate pr-7", className)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} className="bg-raised text-ink">
                {option.label}
              </option>
            ))}
          </select>
          {!rest.disabled && (
            <ChevronDown
              aria-hidden
              className={classes(
                "pointer-events-none absolute right-2 size-3.5 text-ink-3",
                look === "inPlace" && "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100",
              )}
            />
          )}
        </div>
      )}
    </Field>
  )
}
