/** Whether the chains of a workspace's log are whole: each is read from its start and worked out again. */
import canonicalize from "canonicalize"
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
  const streams = await db().eventStream.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })
  const articles = await db().article.findMany({ where: { workspaceId }, select: { id: true } })
  const found = new Set(streams.map((stream) => stream.id))
  const expected = [workspaceId, ...articles.map((article) => article.id)]
  const faults: ChainFault[] = expected
    .filter((streamId) => !found.has(streamId))
    .map((streamId) => ({ streamId, seq: 0, fault: "stream-missing" }))
  const erased = await erasedStreams(workspaceId)
  let events = 0
  for (const [at, stream] of streams.entries()) {
    if (events >= most) return { events, streams: at, faults, whole: false }
    const checked = await verifyStream(stream, erased.has(stream.id) ? "erased" : "kept")
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

/** The streams that may have forgotten what they told: the log of the desk says that their articles were erased. */
async function erasedStreams(workspaceId: string): Promise<Set<string | undefined>> {
  const rows = await db().event.findMany({
    where: { workspaceId, streamId: workspaceId, act: "article.erased" },
    select: { subjects: true },
  })
  return new Set(rows.map(({ subjects }) => (subjects as EventSubjects).article))
}

async function verifyStream(
  stream: { id: string; seq: number; hash: string },
  payloads: "kept" | "erased",
): Promise<{ events: number; faults: ChainFault[] }> {
  const faults: ChainFault[] = []
  let seq = 0
  let hash = CHAIN_START
  let events = 0
  for (;;) {
    const rows = await db().event.findMany({
      where: { streamId: stream.id, seq: { gt: seq } },
      orderBy: { seq: "asc" },
      take: BATCH,
    })
    for (const row of rows) {
      const fault = (what: ChainFault["fault"]) => faults.push({ streamId: stream.id, seq: row.seq, fault: what })
      if (row.seq !== seq + 1) fault("event-missing")
      const told = payloadFault(row, payloads)
      if (told) fault(told)
      if (chainHash(hash, chainHeader(row)) !== row.hash || !isFoundBySubjects(row)) fault("event-altered")
      // Goes on from what is stored, so that one altered event is one fault and not all that follow.
      seq = row.seq
      hash = row.hash
      events += 1
    }
    if (rows.length < BATCH) break
  }
  if (seq !== stream.seq || hash !== stream.hash)
    faults.push({ streamId: stream.id, seq: stream.seq, fault: "head-differs" })
  return { events, faults }
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
