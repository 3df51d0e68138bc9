"use client"
/** A field's frame: label, hint and error, tied to the control by ids, so that they are heard as well as seen. */
import { useId, type ReactNode } from "react"
import { classes } from "./classes"

/** What the control inside must carry. */
export interface FieldIds {
  id: string
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
}

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** `beside` puts the label left of the control, as in a list of facts; `hidden` leaves it to screen readers. */
  labelled?: "above" | "beside" | "hidden"
  className?: string
  children: (ids: FieldIds) => ReactNode
}

const frames = {
  above: "flex flex-col gap-1",
  hidden: "flex flex-col gap-1",
  beside: "grid grid-cols-[5.75rem_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1",
}

export function Field({ label, hint, error, labelled = "above", className, children }: FieldProps) {
  const id = useId()
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <div className={classes(frames[labelled], className)}>
      <label htmlFor={id} className={labelClass(labelled)}>
        {label}
      </label>
      <div className="flex min-w-0 flex-col gap-1">
        {children({ id, "aria-describedby": notes || undefined, "aria-invalid": error ? true : undefined })}
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-ink-3">
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} role="alert" className="text-xs font-medium text-false">
            {error}
          </p>
        )}
      </div>
    </div>
  )
}

function labelClass(labelled: "above" | "beside" | "hidden"): string {
  if (labelled === "hidden") return "sr-only"
  return labelled === "beside" ? "text-ui text-ink-3" : "text-xs font-semibold text-ink-2"
}

/** The look of every box one types in. */
export const boxClasses =
  "w-full min-w-0 rounded-lg border border-edge bg-raised px-2.5 py-1.5 text-sm text-ink " +
  "read-only:border-transparent read-only:bg-transparent disabled:opacity-60 aria-invalid:border-false"

/** A box that shows its edge only when pointed at or typed in, for values edited in place. */
export const inPlaceClasses =
  "w-full min-w-0 rounded-md border border-transparent bg-transparent px-1.5 py-0.5 -mx-1.5 text-ui text-ink " +
  "hover:not-read-only:not-disabled:border-line-strong focus:not-read-only:border-edge focus:not-read-only:bg-raised " +
  "aria-invalid:border-false disabled:opacity-100"
