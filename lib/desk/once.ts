/**
 * Requests that may be sent again: the same key brings the same answer for a day, and nothing is done twice. An answer may
 * hold what is shown once, and what is erased tomorrow: it is kept sealed with a key made of the token and the
 * idempotency key, of which only digests are kept, so that nobody but its sender can read it.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { gunzipSync, gzipSync } from "node:zlib"
import { z } from "zod"
import { db } from "../db"
import { sha256 } from "../document/digest"

/** A request with a key. */
export interface Keyed {
  token: { id: string; workspaceId: string; secret: string }
  key: string
  /** A digest of what is asked. */
  request: string
}

const KeptAnswer = z.object({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
})
type KeptAnswer = z.infer<typeof KeptAnswer>

/**
 * What a key stands for: nothing yet (it is now whoever asks' to answer), the answer that was given, something else that
 * was asked, a request that is being answered, or one whose server ended before it had answered.
 */
type Before = { kind: "first" | "other" | "underWay" | "cutOff" } | { kind: "answered"; answer: KeptAnswer }

/** Nothing that is asked takes so many milliseconds: a page is fetched, read and written within them. */
const LONGEST = 5 * 60_000

/** Begins a request, or says what became of it. */
export async function beginOnce(keyed: Keyed): Promise<Before> {
  const { workspaceId, id: tokenId } = keyed.token
  const keyHash = sha256(keyed.key)
  const begun = await db().$executeRaw`
    INSERT INTO "IdempotencyKey" ("workspaceId", "tokenId", "keyHash", "requestHash", "startedAt")
    VALUES (${workspaceId}::uuid, ${tokenId}::uuid, ${keyHash}, ${keyed.request}, now())
    ON CONFLICT ("workspaceId", "tokenId", "keyHash") DO UPDATE
      SET "requestHash" = EXCLUDED."requestHash", "answer" = NULL, "startedAt" = now()
      WHERE "IdempotencyKey"."startedAt" < now() - interval '1 day'`
  if (begun > 0) return { kind: "first" }
  const row = await db().idempotencyKey.findFirst({ where: { workspaceId, tokenId, keyHash } })
  // It was let go of in this moment.
  if (!row) return beginOnce(keyed)
  if (row.requestHash !== keyed.request) return { kind: "other" }
  if (row.answer) return { kind: "answered", answer: opened(row.answer, keyed) }
  return { kind: Date.now() - row.startedAt.getTime() < LONGEST ? "underWay" : "cutOff" }
}

/** Keeps what a request was answered. */
export async function keepAnswer(keyed: Keyed, answer: KeptAnswer): Promise<void> {
  await db().idempotencyKey.updateMany({ where: whereOf(keyed), data: { answer: sealed(answer, keyed) } })
}

/** Has a request be as if it had never been sent: nothing was done. */
export async function forgetOnce(keyed: Keyed): Promise<void> {
  await db().idempotencyKey.deleteMany({ where: whereOf(keyed) })
}

/** So many are let go of at a time. */
const AT_ONCE = 5_000

/** Lets go of what nobody is answered with any more. */
export async function dropOldAnswers(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("workspaceId", "tokenId", "keyHash") IN (
      SELECT "workspaceId", "tokenId", "keyHash" FROM "IdempotencyKey"
      WHERE "startedAt" < now() - interval '1 day' ORDER BY "startedAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`
}

const whereOf = ({ token: { id: tokenId, workspaceId }, key, request: requestHash }: Keyed) => {
  return { workspaceId, tokenId, keyHash: sha256(key), requestHash }
}

const NONCE = 12
const TAG = 16

const keyOf = ({ token, key }: Keyed) =>
  Buffer.from(hkdfSync("sha256", `${token.secret}\n${key}`, "stet", "kept answer", 32))

function sealed(answer: KeptAnswer, keyed: Keyed): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv("aes-256-gcm", keyOf(keyed), nonce)
  const text = Buffer.concat([cipher.update(gzipSync(JSON.stringify(answer))), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), text]))
}

function opened(bytes: Uint8Array, keyed: Keyed): KeptAnswer {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(keyed), bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
  return KeptAnswer.parse(JSON.parse(gunzipSync(text).toString()))
}
