/** What is made from the server's one secret: a key for each purpose, and the tokens of links. */
import { createHmac, hkdfSync } from "node:crypto"
import { sha256 } from "../document/digest"
import { env } from "../env"

/** What a link is for; a token for one opens no other. */
export type LinkPurpose = "invitation"

/** A key of 32 bytes for one purpose: who learns one learns neither the secret nor another. */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "stet", purpose, 32))
}

/**
 * The token of a link, 256 bits as base64url, made anew from the row that it belongs to: a job that mails it is told the
 * row's id alone, and who reads the database has no link.
 */
export function linkToken(purpose: LinkPurpose, { id, issue }: { id: string; issue: number }): string {
  return createHmac("sha256", keyFor(`link ${purpose}`))
    .update(`${id} ${issue}`)
    .digest("base64url")
}

/** What is kept of a link's token, to find its row by. */
export const tokenHashOf = (token: string): string => sha256(`link ${token}`)

/** A page of ours, as mails and copied links name it. */
export const ourAddress = (path: string): string => new URL(path, env().NEXTAUTH_URL).href
