/** Words, names and times as a file says them, made such as this desk could have been told. */
import { ClaimFields } from "../../domain/claim"
import { cleanLine } from "../normalise"

/** Words as they were, but for what no text has, and no longer than a field takes. */
export const words = (text: string, most: number) =>
  text
    .replace(/[\0-\x08\x0b-\x1f]/g, "")
    .trim()
    .slice(0, most)

/** Words of a text, which may hold the marks of pictures and footnote references. */
export const passage = (text: string) => text.replace(/[\0-\x08\x0b-\x1f]/g, "")

export const orNull = (text: string | null | undefined, most: number) => words(text ?? "", most) || null

export const nameIn = (said: string) => cleanLine(said).trim().slice(0, 200)

/** A calendar date; null for what is none. */
export const day = (value: string | null | undefined) => ClaimFields.shape.claimedOn.catch(null).parse(value ?? null)

/** ISO 8601 in UTC, in a year of four digits; null for what is no time. */
export function moment(value: string | null | undefined): string | null {
  const at = new Date(value ?? "")
  const year = at.getUTCFullYear()
  return year > 0 && year < 10_000 ? at.toISOString() : null
}

/** The day of a time; nothing for what is none. */
export const dayIn = (value: string | null | undefined) => moment(value)?.slice(0, 10) ?? ""
