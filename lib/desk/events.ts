/** Whether the chains of a workspace's log are whole: each is read from its start and worked out again. */
import canonicalize from "canonicalize"
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { sha256 } from "../document/digest"
import type { AuditReport, ChainFault } from "../domain/audit"
import { CHAIN_START, type EventSubjects } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { chainHash, chainHeader } from "./change"

/** So many events are checked at a time. */
const BATCH = 1000

/** So many sign-offs, each of which holds all that an article went out with. */
const AT_ONCE = 50

/** As many as can be read while somebody waits for it. */
const WHILE_WAITING = 100_000

/** Breaks that are named; whoever has so many needs no longer list. */
const NAMED = 20

/** Reads the log of a desk, or as much of it as somebody can wait for. */
export async function auditLog(actor: Actor, most = WHILE_WAITING): Promise<AuditReport> {
  authorize(actor, "workspace.set")
  return reportOn(actor.workspaceId, most)
}

/** Reads the logs of all desks whole, or that of one by its slug: for the command line, which belongs to whoever has the machine. */
export async function auditDesks(slug?: string): Promise<(AuditReport & { slug: string })[]> {
  const desks = await db().workspace.findMany({ where: slug ? { slug } : {}, orderBy: { slug: "asc" } })
  if (slug && desks.length === 0) throw refuse("not-found", "workspace.notFound")
  const reports: (AuditReport & { slug: string })[] = []
  for (const desk of desks) reports.push({ slug: desk.slug, ...(await reportOn(desk.id, Infinity)) })
  return reports
}

/** Every break in the chains of a workspace: one event, or a whole stream, altered, removed or put in another order is found. */
export async function verifyEvents(workspaceId: string): Promise<{ events: number; faults: ChainFault[] }> {
  const { events, faults } = await verified(workspaceId, Infinity)
  return { events, faults }
}

async function reportOn(workspaceId: string, most: number): Promise<AuditReport> {
  const { events, streams, faults, whole } = await verified(workspaceId, most)
  const named = faults.slice(0, NAMED)
  const articles = await db().article.findMany({
    where: { workspaceId, id: { in: named.map(({ streamId }) => streamId) } },
    select: { id: true, title: true },
  })
  const articleOf = new Map(articles.map((article) => [article.id, article]))
  const withNames = named.map((fault) => ({ ...fault, article: articleOf.get(fault.streamId) ?? null }))
  return { events, streams, broken: faults.length, faults: withNames, whole }
}

async function verified(workspaceId: string, most: number) {
  // Articles first: one that comes in meanwhile has its stream by the time that those are listed.
  const articles = await db().article.findMany({ where: { workspaceId }, select: { id: true } })
  const streams = await db().eventStream.findMany({
    where: { workspaceId },
    select: { id: true },
    orderBy: { id: "asc" },
  })
  const found = new Set(streams.map((stream) => stream.id))
  const expected = [workspaceId, ...articles.map((article) => article.id)]
  const faults: ChainFault[] = expected
    .filter((streamId) => !found.has(streamId))
    .map((streamId) => ({ streamId, seq: 0, fault: "stream-missing" }))
  let events = 0
  for (const [at, { id }] of streams.entries()) {
    if (events >= most) return { events, streams: at, faults, whole: false }
    const checked = await verifyStream(workspaceId, id)
    events += checked.events
    faults.push(...checked.faults)
  }
  faults.push(...(await signOffFaults(workspaceId)))
  return { events, streams: streams.length, faults, whole: true }
}

/**
 * Sign-offs that are not what the log says of them: each holds the head of its article's chain as it was then, right
 * before the event that tells of it, and a digest over both. Whoever writes a chain anew from its start differs here.
 */
async function signOffFaults(workspaceId: string): Promise<ChainFault[]> {
  const faults: ChainFault[] = await db().$queryRaw`
    SELECT s."articleId" AS "streamId", s."number" AS "seq", 'sign-off-differs' AS "fault" FROM "SignOff" s
    WHERE s."workspaceId" = ${workspaceId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Event" e JOIN "Event" n ON n."streamId" = e."streamId" AND n."seq" = e."seq" + 1
      WHERE e."streamId" = s."articleId" AND e."hash" = s."eventHead" AND n."subjects"->>'signOff' = s."id"::text
        AND n."payload"::jsonb->>'digest' = s."digest")
    ORDER BY 1, 2`
  const known = new Set(faults.map(({ streamId, seq }) => `${streamId} ${seq}`))
  for (let after: string | undefined; ;) {
    const rows = await db().signOff.findMany({
      where: { workspaceId, ...(after && { id: { gt: after } }) },
      select: { id: true, articleId: true, number: true, snapshot: true, eventHead: true, digest: true },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    })
    for (const { articleId: streamId, number: seq, snapshot, eventHead, digest } of rows) {
      const isWhole = sha256(canonicalize({ ...(snapshot as object), eventHead }) ?? "") === digest
      if (!isWhole && !known.has(`${streamId} ${seq}`)) faults.push({ streamId, seq, fault: "sign-off-differs" })
    }
    if (rows.length < AT_ONCE) return faults
    after = rows.at(-1)?.id
  }
}

/** Whether a stream may have forgotten what it told: the log of the desk says that its article was erased. */
async function isErased(workspaceId: string, streamId: string): Promise<boolean> {
  const where = { workspaceId, streamId: workspaceId, act: "article.erased" }
  const rows = await db().event.findMany({ where, select: { subjects: true } })
  return rows.some(({ subjects }) => (subjects as EventSubjects).article === streamId)
}

/** One chain, up to the end that it has when its reading begins: people go on working meanwhile. */
async function verifyStream(workspaceId: string, streamId: string): Promise<{ events: number; faults: ChainFault[] }> {
  const head = await db().eventStream.findUnique({ where: { id: streamId } })
  // A sample desk that was removed meanwhile.
  if (!head) return { events: 0, faults: [] }
  const faults: ChainFault[] = []
  let seq = 0
  let hash = CHAIN_START
  let events = 0
  let mayForget: boolean | null = null
  for (;;) {
    const rows = await db().event.findMany({
      where: { streamId, seq: { gt: seq, lte: head.seq } },
      orderBy: { seq: "asc" },
      take: BATCH,
    })
    // Asked once something is missing: whoever erased it had told of it by then.
    if (rows.some(({ payload }) => payload === null)) mayForget ??= await isErased(workspaceId, streamId)
    for (const row of rows) {
      faults.push(...faultsOf(row, { seq, hash, mayForget: mayForget ?? false }))
      // Goes on from what is stored, so that one altered event is one fault and not all that follow.
      seq = row.seq
      hash = row.hash
      events += 1
    }
    if (rows.length < BATCH) break
  }
  if (seq !== head.seq || hash !== head.hash || (await goesOnPastItsHead(streamId)))
    faults.push({ streamId, seq: head.seq, fault: "head-differs" })
  return { events, faults }
}

type EventRow = Prisma.EventGetPayload<object>

/** What is wrong with an event that follows on another one. */
function faultsOf(row: EventRow, before: { seq: number; hash: string; mayForget: boolean }): ChainFault[] {
  const told = payloadFault(row, before.mayForget ? "erased" : "kept")
  const isAltered = chainHash(before.hash, chainHeader(row)) !== row.hash || !isFoundBySubjects(row)
  const faults: (ChainFault["fault"] | false | null)[] = [
    row.seq !== before.seq + 1 && "event-missing",
    told,
    isAltered && "event-altered",
  ]
  return faults.flatMap((fault) => (fault ? [{ streamId: row.streamId, seq: row.seq, fault }] : []))
}

/** Whether there is an event after the end that its stream has at that same moment. */
async function goesOnPastItsHead(streamId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "Event" e JOIN "EventStream" s ON s."id" = e."streamId"
      WHERE e."streamId" = ${streamId}::uuid AND e."seq" > s."seq") AS "found"`
  return row?.found ?? false
}

/** What is wrong with what an event tells; an erased one tells nothing. */
function payloadFault(
  { payload, payloadSha256 }: { payload: string | null; payloadSha256: string },
  payloads: "kept" | "erased",
): ChainFault["fault"] | null {
  if (payload === null) return payloads === "kept" ? "payload-missing" : null
  return sha256(payload) === payloadSha256 ? null : "payload-altered"
}

/** The columns that events are found by say what their subjects say, which the chain covers. */
function isFoundBySubjects({
  subjects,
  claimId,
  sourceId,
}: {
  subjects: unknown
  claimId: string | null
  sourceId: string | null
}) {
  const { claim = null, source = null } = subjects as EventSubjects
  return claim === claimId && source === sourceId
}
