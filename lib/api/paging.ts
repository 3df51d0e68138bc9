/** Pages of lists: how many at once, and opaque cursors for where the next page begins. */
import { z } from "zod"
import type { ThreadPlace } from "../desk/thread-pages"
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

/** A cursor for the thread that a page ended with, and back. */
export const threadCursor = {
  of: (place: ThreadPlace | null) => (place === null ? null : sealed(`${place.at} ${place.id}`)),
  read: (cursor: string | undefined): ThreadPlace | undefined => {
    if (cursor === undefined) return undefined
    const [at = "", id = ""] = opened(cursor, THREAD).split(" ")
    // As it was given: Postgres knows no 31st of February.
    const moment = new Date(at)
    if (Number.isNaN(moment.getTime()) || moment.toISOString() !== at) throw refuseField("cursor", "http.unknownCursor")
    return { at, id }
  },
}

const THREAD = new RegExp(`^\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d\\.\\d{3}Z ${UUID.source.slice(1)}`, "i")

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
