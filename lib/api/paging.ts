/** Pages of lists: how many at once, and opaque cursors for where the next page begins. */
import { z } from "zod"
import { refuseField } from "../domain/refusal"
import { UUID } from "../request"

/** The query of a list, and of one that can be searched. */
export const Page = pageOf(200)
export const SearchPage = Page.extend({ query: z.string().trim().max(200).optional() })

/** The query of an article's claims, which a client may want whole. */
export const ClaimsPage = pageOf(2000)

/** A cursor for the id that a page ended with, and back. */
export const idCursor = {
  of: (id: string | null) => (id === null ? null : sealed(id)),
  read: (cursor: string | undefined) => (cursor === undefined ? undefined : opened(cursor, UUID)),
}

/** A cursor for the number that a page ended with, and back; 0 is before the first. */
export const numberCursor = {
  of: (number: number | null) => (number === null ? null : sealed(String(number))),
  read: (cursor: string | undefined) => (cursor === undefined ? 0 : Number(opened(cursor, /^\d{1,9}$/))),
}

const sealed = (place: string) => Buffer.from(place).toString("base64url")

function opened(cursor: string, form: RegExp): string {
  const place = Buffer.from(cursor, "base64url").toString()
  if (!form.test(place) || sealed(place) !== cursor) throw refuseField("cursor", "http.unknownCursor")
  return place
}

function pageOf(most: number) {
  return z.object({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(most).default(50),
  })
}
