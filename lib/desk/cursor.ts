/** Where the next page of a list begins, as it stands in an address: opaque there, and checked when it comes back. */
import type { z } from "zod"

/** A place in a list as text. */
export function sealPlace(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url")
}

/** The place that a text stands for; null where it is none of that list's: then the list begins at its start. */
export function openPlace<Schema extends z.ZodType>(schema: Schema, text: string | undefined): z.output<Schema> | null {
  if (!text) return null
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString())).data ?? null
  } catch {
    return null
  }
}
