/** What is made from the server's one secret: a key for each purpose, and the tokens of links. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto"
import { sha256 } from "../document/digest"
import { env } from "../env"

/** What a link is for; a token for one opens no other. */
export type LinkPurpose = "invitation" | "reset" | "email"

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

/** Text sealed with a key of the server's (AES-256-GCM): `whose` is not in it, but it opens with the same alone. */
export function seal(text: string, whose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(Buffer.from(whose))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".")
}

/** What was sealed. Throws where it was changed, is somebody else's, or the server's secret is another one. */
export function unseal(sealed: string, whose: string): string {
  const [nonce, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"))
  if (!nonce || !tag || !text) throw new Error("this was not sealed here")
  const options = { authTagLength: 16 }
  const cipher = createDecipheriv("aes-256-gcm", keyFor("seal"), nonce, options)
    .setAAD(Buffer.from(whose))
    .setAuthTag(tag)
  return Buffer.concat([cipher.update(text), cipher.final()]).toString("utf8")
}

/** A digest of a code that a person keeps, with a key of the server's: short codes could be guessed from a plain one. */
export const codeHashOf = (code: string, whose: string): string =>
  createHmac("sha256", keyFor("recovery code")).update(`${whose} ${code}`).digest("hex")
