/** The scales of a workspace: the newest version of each is the one that verdicts are given on. */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { ScaleRatings, shippedScales, type Job, type Scale } from "../domain/scale"
import type { Actor } from "../domain/workspace"

/** The newest version of each scale, by code. */
export async function scalesOf(actor: Actor): Promise<Scale[]> {
  const rows = await db().scale.findMany({
    where: { workspaceId: actor.workspaceId },
    distinct: ["code"],
    orderBy: [{ code: "asc" }, { version: "desc" }],
  })
  return rows.map(asScale)
}

/** The scale that a claim of that job is rated on. */
export async function scaleFor(tx: Tx, actor: Actor, job: Job): Promise<Scale> {
  const row = await tx.scale.findFirstOrThrow({
    where: { workspaceId: actor.workspaceId, job },
    orderBy: { version: "desc" },
  })
  return asScale(row)
}

/** Scales are never changed once stored, so each is read and checked once in the life of a process. */
const kept = new Map<string, Scale>()

/** Scales by their ids, whosever they are: the ids come from rows that their reader may see. */
export async function knownScales(tx: Tx, ids: string[]): Promise<(id: string) => Scale> {
  const missing = [...new Set(ids)].filter((id) => !kept.has(id))
  const rows = missing.length > 0 ? await tx.scale.findMany({ where: { id: { in: missing } } }) : []
  rows.forEach(asScale)
  return (id) => {
    const scale = kept.get(id)
    if (!scale) throw new Error(`no scale ${id}`)
    return scale
  }
}

/** A scale as stored, its ratings checked. */
function asScale(row: Prisma.ScaleGetPayload<object>): Scale {
  const known = kept.get(row.id)
  if (known) return known
  const { id, code, version, job } = row
  const scale = { id, code, version, job, ratings: ScaleRatings.parse(row.ratings) }
  kept.set(id, scale)
  return scale
}

/** Gives a new workspace the scales that ship with the product. */
export async function shipScales(tx: Tx, workspaceId: string): Promise<void> {
  const data = shippedScales.map(({ ratings, ...scale }) => {
    return { id: newId(), workspaceId, ...scale, ratings: ratings as Prisma.InputJsonArray }
  })
  await tx.scale.createMany({ data })
}
