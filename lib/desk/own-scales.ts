/**
 * Scales of a desk's own: making one, and which is offered. Each saving is a version of its own, and no version is ever
 * changed or deleted: verdicts stay on the one that they were given on, in the words that it had.
 */
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import type { EventAct, NewEvent } from "../domain/event"
import {
  asKept,
  assertSound,
  saysTheSame,
  type OfferScale,
  type OneScale,
  type SaveScale,
  type ScaleItem,
  type ScaleVersion,
} from "../domain/own-scale"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { scaleName, type Job, type Scale } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { change, unchanged } from "./change"
import { asScale, MOST_SCALES, newestRows, scaleFor } from "./scales"
import { asPerson, person } from "./seen-by"

/**
 * Saves a scale as its next version; of a new code, as its first. What is offered stays what it is until it is chosen.
 * @throws conflict `scale.changed` where the newest version is not what the actor saw any more
 */
export function saveScale(actor: Actor, { seen, ...given }: SaveScale): Promise<Scale> {
  return change(actor, async (tx) => {
    const { code, job, name } = given
    await settings(tx, actor)
    const newest = await newestOf(tx, actor, code)
    assertNext(newest, given, seen)
    if (!newest) await assertRoom(tx, actor)
    assertSound(given)
    const ratings = asKept(given)
    if (newest && saysTheSame(newest, { name, ratings })) return unchanged(newest)
    const { workspaceId } = actor
    const row = await tx.scale.create({
      data: { id: newId(), workspaceId, code, job, name, version: seen + 1, ratings: ratings as Prisma.InputJsonArray },
    })
    if (!newest) await tx.scaleUse.create({ data: { workspaceId, code, job } })
    const scale = asScale(row)
    const payload = { scale: scaleName(scale), job, ratings: ratings.map((one) => one.code) }
    return { result: scale, events: [told(actor, "scale.saved", scale.id, payload)] }
  })
}

/** That it follows the version that whoever saves it saw, or is the first under its code. */
function assertNext(newest: Scale | null, { code, job }: OneScale & { job: Job }, seen: number): void {
  if (isShipped(code)) throw refuseField("code", "scale.shipped")
  if (newest && seen === 0) throw refuseField("code", "scale.taken")
  if ((newest?.version ?? 0) !== seen) throw refuse("conflict", "scale.changed", { current: newest })
  if (newest && newest.job !== job) throw refuseField("job", "scale.otherJob")
}

/** Has the verdicts of a job given on that version of a scale from now on. Verdicts that there are stay on theirs. */
export function offerScale(actor: Actor, { code, version }: OfferScale): Promise<Scale> {
  return change(actor, async (tx) => {
    await settings(tx, actor)
    const { workspaceId } = actor
    const row = await tx.scale.findUnique({ where: { workspaceId_code_version: { workspaceId, code, version } } })
    if (!row) throw refuse("not-found", "scale.notFound")
    const scale = asScale(row)
    const { job } = scale
    const before = await scaleFor(tx, actor, job)
    if (before.id === scale.id) return unchanged(scale)
    await tx.scaleUse.updateMany({ where: { workspaceId, job, version: { not: null } }, data: { version: null } })
    // Of those that ship the newest is offered as soon as no other one is.
    if (isShipped(code)) await assertNewest(tx, actor, scale)
    else {
      const use = await madeOf(tx, actor, code)
      if (use.retiredAt) throw refuse("conflict", "scale.isRetired")
      await tx.scaleUse.update({ where: { workspaceId_code: { workspaceId, code } }, data: { version } })
    }
    const payload = { scale: scaleName(scale), before: scaleName(before), job }
    return { result: scale, events: [told(actor, "scale.offered", scale.id, payload)] }
  })
}

/** Offers a scale no more. What was given on it stays, and it can be brought back. */
export function retireScale(actor: Actor, { code }: OneScale): Promise<void> {
  return change(actor, async (tx) => {
    const { use, newest } = await ownScale(tx, actor, code)
    if (use.version !== null) throw refuse("conflict", "scale.isOffered")
    if (use.retiredAt) return unchanged(undefined)
    await setRetired(tx, actor, code, new Date())
    return { result: undefined, events: [told(actor, "scale.retired", newest.id, { scale: code })] }
  })
}

/** Brings a retired scale back among those that can be offered. */
export function restoreScale(actor: Actor, { code }: OneScale): Promise<void> {
  return change(actor, async (tx) => {
    const { use, newest } = await ownScale(tx, actor, code)
    if (!use.retiredAt) return unchanged(undefined)
    await setRetired(tx, actor, code, null)
    return { result: undefined, events: [told(actor, "scale.restored", newest.id, { scale: code })] }
  })
}

/** Every scale of the desk in its newest version: what is offered first, what is retired last. */
export async function listScales(actor: Actor): Promise<ScaleItem[]> {
  authorize(actor, "desk.read")
  const { workspaceId } = actor
  const [rows, uses, ...offered] = await Promise.all([
    newestRows(actor),
    db().scaleUse.findMany({ where: { workspaceId }, take: MOST_SCALES }),
    ...(["ours", "theirs"] as const).map((job) => scaleFor(db(), actor, job)),
  ])
  const items = rows.map((row): ScaleItem => {
    const use = uses.find(({ code }) => code === row.code)
    return {
      ...asScale(row),
      kind: isShipped(row.code) ? "shipped" : "own",
      offered: offered.find(({ code }) => code === row.code)?.version ?? null,
      retiredAt: use?.retiredAt?.toISOString() ?? null,
    }
  })
  return items.toSorted((one, other) => rank(one) - rank(other))
}

const rank = ({ offered, retiredAt }: ScaleItem) => (offered !== null ? 0 : retiredAt === null ? 1 : 2)

/** So many versions are listed; more are only ever read by what rests on them. */
const LISTED = 50

/** One scale as that version has it, the newest without one, and all its versions, the newest first. */
export async function readScale(
  actor: Actor,
  { code, version }: { code: string; version?: number },
): Promise<{ scale: Scale; item: ScaleItem; versions: ScaleVersion[] }> {
  const item = (await listScales(actor)).find((one) => one.code === code)
  if (!item) throw refuse("not-found", "scale.notFound")
  const { workspaceId } = actor
  // Verdicts that their reader may not see yet are counted nowhere.
  const seen = { where: { claim: openTo(actor) } }
  const rows = await db().scale.findMany({
    where: { workspaceId, code },
    include: { _count: { select: { drafts: seen, rounds: seen } } },
    orderBy: { version: "desc" },
    take: LISTED,
  })
  const shown = version === undefined ? rows[0] : rows.find((row) => row.version === version)
  if (!shown) throw refuse("not-found", "scale.notFound")
  const ids = rows.map(({ id }) => id)
  const saved = await savers(actor, ids)
  const versions = rows.map(({ id, _count, ...row }) => ({
    ...{ version: row.version, at: row.createdAt.toISOString(), by: saved.get(id) ?? null },
    verdicts: _count.drafts + _count.rounds,
  }))
  return { scale: asScale(shown), item, versions }
}

/** Who saved each of some versions, as the log has it. */
async function savers({ workspaceId }: Actor, ids: string[]) {
  const events = await db().event.findMany({
    where: { workspaceId, act: "scale.saved", OR: ids.map((id) => ({ subjects: { path: ["scale"], equals: id } })) },
    select: { subjects: true, actor: person },
    take: LISTED,
  })
  return new Map(
    events.map(({ subjects, actor }) => [(subjects as { scale: string }).scale, actor && asPerson(actor)] as const),
  )
}

const isShipped = (code: string): code is Job => code === "ours" || code === "theirs"

/** Whoever sets something of the desk does it one after the other. */
async function settings(tx: Tx, actor: Actor): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${actor.workspaceId}::uuid FOR NO KEY UPDATE`
  authorize(actor, "workspace.set")
}

async function newestOf(tx: Tx, { workspaceId }: Actor, code: string): Promise<Scale | null> {
  const row = await tx.scale.findFirst({ where: { workspaceId, code }, orderBy: { version: "desc" } })
  return row && asScale(row)
}

async function assertNewest(tx: Tx, actor: Actor, { code, version }: Scale): Promise<void> {
  const newest = await newestOf(tx, actor, code)
  if (newest?.version !== version) throw refuse("conflict", "scale.older")
}

async function assertRoom(tx: Tx, { workspaceId }: Actor): Promise<void> {
  const count = await tx.scaleUse.count({ where: { workspaceId } })
  if (count >= MOST_SCALES) throw refuse("conflict", "scale.noRoom", { params: { most: MOST_SCALES } })
}

async function madeOf(tx: Tx, { workspaceId }: Actor, code: string) {
  const use = await tx.scaleUse.findUnique({ where: { workspaceId_code: { workspaceId, code } } })
  if (!use) throw refuse("not-found", "scale.notFound")
  return use
}

async function ownScale(tx: Tx, actor: Actor, code: string) {
  await settings(tx, actor)
  const newest = await newestOf(tx, actor, code)
  if (!newest) throw refuse("not-found", "scale.notFound")
  if (isShipped(code)) throw refuse("conflict", "scale.ships")
  return { newest, use: await madeOf(tx, actor, code) }
}

async function setRetired(tx: Tx, { workspaceId }: Actor, code: string, retiredAt: Date | null): Promise<void> {
  await tx.scaleUse.update({ where: { workspaceId_code: { workspaceId, code } }, data: { retiredAt } })
}

function told({ workspaceId }: Actor, act: EventAct, scale: string, payload: Record<string, unknown>): NewEvent {
  return { stream: workspaceId, act, subjects: { scale }, payload }
}
