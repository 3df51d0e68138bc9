"use client"
/** A day and an hour, typed in the browser's own zone and kept as a moment (ISO 8601 in UTC). */
import { TextField, type TextFieldProps } from "./text-field"

export interface MomentFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "type"> {
  /** Null for none. */
  value: string | null
  onMoment: (moment: string | null) => void
}

export function MomentField({ value, onMoment, ...field }: MomentFieldProps) {
  return (
    <TextField
      {...field}
      type="datetime-local"
      value={value ? localOf(new Date(value)) : ""}
      onChange={(event) => onMoment(event.target.value ? momentOf(event.target.value) : null)}
    />
  )
}

/** As the browser's field has it: `2024-11-15T18:00`, by the clock on the wall. */
export function localOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0")
  const day = [String(moment.getFullYear()).padStart(4, "0"), two(moment.getMonth() + 1), two(moment.getDate())].join(
    "-",
  )
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** Null for what is no moment: a year of five digits, an hour that a clock change leaves out is taken as the next. */
function momentOf(local: string): string | null {
  const moment = new Date(local)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
