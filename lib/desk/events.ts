/** Whether the chains of a workspace's log are whole. */
import { db } from "../db"
import { sha256 } from "../document/digest"
import { CHAIN_START, type EventSubjects } from "../domain/event"
import { chainHash, chainHeader } from "./change"

/** What is wrong with a chain, at which event of which stream. */
export interface ChainFault {
  streamId: string
  seq: number
  fault: "payload-altered" | "event-altered" | "event-missing" | "head-differs" | "stream-missing"
}

/** So many events are checked at a time. */
const BATCH = 1000

/** Reads every chain of a workspace from its start: one event, or a whole stream, altered, removed or put in another order is found. */
export async function verifyEvents(workspaceId: string): Promise<{ events: number; faults: ChainFault[] }> {
  const streams = await db().eventStream.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })
  const articles = await db().article.findMany({ where: { workspaceId }, select: { id: true } })
  const found = new Set(streams.map((stream) => stream.id))
  const expected = [workspaceId, ...articles.map((article) => article.id)]
  const faults: ChainFault[] = expected
    .filter((streamId) => !found.has(streamId))
    .map((streamId) => ({ streamId, seq: 0, fault: "stream-missing" }))
  let events = 0
  for (const stream of streams) {
    const checked = await verifyStream(stream)
    events += checked.events
    faults.push(...checked.faults)
  }
  return { events, faults }
}

async function verifyStream(stream: {
  id: string
  seq: number
  hash: string
}): Promise<{ events: number; faults: ChainFault[] }> {
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
      if (row.payload !== null && sha256(row.payload) !== row.payloadSha256) fault("payload-altered")
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
