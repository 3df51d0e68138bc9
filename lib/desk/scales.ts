/** The scales of a workspace: those that ship and its own, and which of them verdicts are given on. */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { refuseField } from "../domain/refusal"
import { Job, ratingOf, ScaleRatings, shippedScales, type Rating, type Scale } from "../domain/scale"
import { fitsType } from "../domain/shown"
import type { Actor } from "../domain/workspace"

/** The scales that verdicts are given on: one for each job. */
export async function scalesOf(actor: Actor): Promise<Scale[]> {
  return Promise.all(Job.options.map((job) => scaleFor(db(), actor, job)))
}

/** The scale that a claim of that job is rated on: what the desk offers of its own, else the newest that ships. */
export async function scaleFor(tx: Tx, { workspaceId }: Pick<Actor, "workspaceId">, job: Job): Promise<Scale> {
  const rows = await tx.scale.findMany({
    where: { workspaceId, job, OR: [{ offered: { some: {} } }, { code: job }] },
    orderBy: { version: "desc" },
    include: { offered: { select: { code: true } } },
  })
  const row = rows.find(({ offered }) => offered.length > 0) ?? rows[0]
  if (!row) throw new Error(`no scale for ${job} at ${workspaceId}`)
  return asScale(row)
}

/** Refuses a rating that the scale does not know, or that does not fit the claim's type, at `rating`. */
export function assertFits(scale: Scale, { type }: { type: string | null }, rating: string): void {
  if (!fitsType(ratingOf(scale, rating), type)) throw refuseField("rating", "verdict.otherType", { rating })
}

/** The ratings that claims can be asked for by: each code once, as the offered scales have it, else the newest of another. */
export async function ratingsOf(actor: Actor): Promise<Pick<Rating, "code" | "label">[]> {
  const [offered, rows] = await Promise.all([scalesOf(actor), newestRows(actor)])
  const ratings = [...offered, ...rows.map(asScale)].flatMap((scale) => scale.ratings)
  const known = new Map(ratings.toReversed().map(({ code, label }) => [code, label]))
  return [...new Set(ratings.map(({ code }) => code))].map((code) => ({ code, label: known.get(code) ?? {} }))
}

/** More scales than a desk has. */
export const MOST_SCALES = 50

/** The newest version of each scale, by code. */
export function newestRows({ workspaceId }: Pick<Actor, "workspaceId">) {
  return db().scale.findMany({
    where: { workspaceId },
    distinct: ["code"],
    orderBy: [{ code: "asc" }, { version: "desc" }],
    take: MOST_SCALES + Job.options.length,
  })
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
export function asScale(row: Prisma.ScaleGetPayload<object>): Scale {
  const known = kept.get(row.id)
  if (known) return known
  const { id, code, version, job, name } = row
  const scale = { id, code, version, job, name, ratings: ScaleRatings.parse(row.ratings) }
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
