/** The scales of a workspace: the newest version of each is the one that verdicts are given on. */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { shippedScales, type Job, type Scale } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { asScale } from "./seen-by"

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

/** Gives a new workspace the scales that ship with the product. */
export async function shipScales(tx: Tx, workspaceId: string): Promise<void> {
  const data = shippedScales.map(({ ratings, ...scale }) => {
    return { id: newId(), workspaceId, ...scale, ratings: ratings as Prisma.InputJsonArray }
  })
  await tx.scale.createMany({ data })
}
