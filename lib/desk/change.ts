/**
 * The transaction that every act runs in, with its five beats: load, authorize, decide, write, tell. Events are
 * appended to their chains in the same transaction, so that a crash loses none; a change without one does not compile.
 * Database errors become refusals here and nowhere else.
 */
import canonicalize from "canonicalize"
import { v7 as newId } from "uuid"
import { z } from "zod"
import { Prisma } from "../../prisma/client/client"
import { db, TRANSACTION, type Tx } from "../db"
import { sha256 } from "../document/digest"
import type { EventAct, NewEvent } from "../domain/event"
import { refuse, Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { say } from "../live"
import { tellOf } from "./telling-followers"

/** What an act answers to `change`: its result, and at least one event. */
export interface Change<T> {
  result: T
  events: readonly [NewEvent, ...NewEvent[]]
}

/** An act that found everything as it was asked to be: nothing was written, so there is nothing to tell. */
export interface Unchanged<T> {
  result: T
  events: readonly []
  unchanged: true
}

/** For acts that may find nothing to do. Not to be used after a write. */
export function unchanged<T>(result: T): Unchanged<T> {
  return { result, events: [], unchanged: true }
}

/** Whoever acts, as far as the log asks: where a desk is being made, its owner-to-be; nobody, where Stet does it by itself. */
export type Doer = Pick<Actor, "workspaceId"> & { id: Actor["id"] | null }

/** Runs an act in one transaction and tells its events. Throws refusals; a refused act leaves no trace. */
export async function change<T>(actor: Doer, act: (tx: Tx) => Promise<Change<T> | Unchanged<T>>): Promise<T> {
  try {
    return await db().$transaction(async (tx) => {
      const { result, events } = await act(tx)
      await tellOf(tx, actor, events)
      await tell(tx, actor, events)
      return result
    }, TRANSACTION)
  } catch (error) {
    throw asRefusal(error)
  }
}

/**
 * Runs an act on a person, which belongs to no desk, and tells it to each that they sit at, in the order of the desks'
 * ids: as their own; where somebody else does it, as that one's at their desk and nobody's at others; or as nobody's. That
 * they are erased is told where they sat: what they did there is under another name from then on.
 */
export async function changeUser<T>(
  userId: string,
  act: EventAct,
  run: (tx: Tx) => Promise<T>,
  by: Doer | "themselves" | "nobody" = "themselves",
): Promise<T> {
  try {
    return await db().$transaction(async (tx) => {
      const result = await run(tx)
      const where = { userId, ...(act !== "member.erased" && { deactivatedAt: null }) }
      const seats = await tx.membership.findMany({ where, orderBy: { workspaceId: "asc" } })
      for (const { id, workspaceId } of seats) {
        const doer = by === "themselves" ? id : by !== "nobody" && by.workspaceId === workspaceId ? by.id : null
        const told = { stream: workspaceId, act, subjects: { membership: id }, payload: {} }
        await tell(tx, { id: doer, workspaceId }, [told])
      }
      return result
    }, TRANSACTION)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** The hash that chains an event to the one before it. The payload enters by its digest, so that it can be erased. */
export function chainHash(before: string, header: Record<string, unknown>): string {
  return sha256(`${before}\n${canonicalize(header)}`)
}

/** What the chain covers of an event. */
export function chainHeader(event: {
  id: string
  workspaceId: string
  streamId: string
  seq: number
  actorId: string | null
  act: string
  subjects: unknown
  payloadSha256: string
  at: Date
}): Record<string, unknown> {
  const { id, workspaceId, streamId, seq, actorId, act, subjects, payloadSha256, at } = event
  return { id, workspaceId, streamId, seq, actorId, act, subjects, payloadSha256, at: at.toISOString() }
}

/**
 * Appends events to their streams, and says that there are some; article streams come before the workspace's, so that two
 * acts never wait on each other.
 */
async function tell(tx: Tx, actor: Doer, events: readonly NewEvent[]): Promise<void> {
  const streams = [...new Set(events.map((event) => event.stream))]
  streams.sort((a, b) => Number(a === actor.workspaceId) - Number(b === actor.workspaceId) || (a < b ? -1 : 1))
  for (const stream of streams) {
    await append(
      tx,
      actor,
      stream,
      events.filter((event) => event.stream === stream),
    )
  }
  if (events.length > 0) await say(tx, "events", actor.workspaceId)
}

async function append(tx: Tx, actor: Doer, stream: string, events: NewEvent[]): Promise<void> {
  const head = await lockStream(tx, actor, stream)
  const at = new Date()
  let { seq, hash } = head
  const rows = events.map(({ act, subjects, payload }) => {
    const text = canonicalize(payload) ?? "{}"
    const row = {
      id: newId(),
      workspaceId: actor.workspaceId,
      streamId: stream,
      seq: (seq += 1),
      actorId: actor.id,
      act,
      subjects: subjects as Prisma.InputJsonObject,
      payload: text,
      payloadSha256: sha256(text),
      at,
    }
    hash = chainHash(hash, chainHeader(row))
    return { ...row, hash, claimId: subjects.claim ?? null, sourceId: subjects.source ?? null }
  })
  await tx.event.createMany({ data: rows })
  await tx.eventStream.update({ where: { id: stream }, data: { seq, hash } })
}

async function lockStream(tx: Tx, actor: Doer, stream: string): Promise<{ seq: number; hash: string }> {
  const [head] = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    SELECT "seq", "hash" FROM "EventStream"
    WHERE "id" = ${stream}::uuid AND "workspaceId" = ${actor.workspaceId}::uuid FOR UPDATE`
  if (!head) throw new Error(`no event stream ${stream}`)
  return head
}

/** Constraints that an act may run into, and what they mean to whoever acted. Our triggers begin their message with the name. */
const CONSTRAINTS: [name: string, refusal: () => Refusal][] = [
  ["Review_four_eyes", () => refuse("forbidden", "policy.review_decide")],
  ["Review_current_round", () => refuse("conflict", "review.roundOver")],
  ["SecondOpinion_unseen", () => refuse("forbidden", "opinion.seen")],
  ["SecondOpinion_open", () => refuse("conflict", "opinion.already")],
  ["Revision_workspaceId_importKey_key", () => refuse("conflict", "article.alreadyImported")],
  ["Source_workspaceId_url_open_key", () => refuse("conflict", "source.addressInLedger")],
  ["Invitation_open_key", () => refuse("conflict", "invitation.already")],
  ["User_email_key", () => refuse("conflict", "setup.emailTaken")],
  ["Workspace_slug_key", () => refuse("conflict", "setup.slugTaken")],
  // The sample desk was removed while somebody worked on it.
  ["_workspaceId_fkey", () => refuse("not-found", "workspace.notFound")],
]

/** What passes by itself: deadlock, serialization failure, a lock or a connection waited for too long. */
const BUSY = ["40P01", "40001", "55P03", "P2028", "P2034"]

function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const { codes, message } = told(error)
  const met = CONSTRAINTS.find(([name]) => message.includes(name))
  if (met) return met[1]()
  return codes.some((code) => BUSY.includes(code)) ? refuse("conflict", "desk.busy") : error
}

/** What the database said: Prisma's code and its own, and its message. Prisma's message holds lines of our code instead. */
function told(error: Error): { codes: string[]; message: string } {
  const known = error instanceof Prisma.PrismaClientKnownRequestError ? error : null
  const adapter = known?.meta?.driverAdapterError ?? error
  const { originalCode = "", originalMessage = "" } = DriverCause.catch({}).parse((adapter as Error).cause)
  return { codes: [known?.code ?? "", originalCode], message: originalMessage }
}

const DriverCause = z.object({ originalCode: z.string().optional(), originalMessage: z.string().optional() })
