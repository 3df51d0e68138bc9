/** Making desks: the first one by a one-time code from the log, and one's own in place of the sample desk. */
import { randomBytes } from "node:crypto"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import { sha256 } from "../document/digest"
import { slugOf, type NewDesk, type SetUpDesk } from "../domain/door"
import { CHAIN_START, type NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { env } from "../env"
import { change } from "./change"
import { hashPassword } from "./passwords"
import { shipScales } from "./scales"

/** A new one-time code for the set-up page, or null when somebody has set up already. Earlier codes end. */
export async function createSetupCode(): Promise<string | null> {
  if ((await db().user.count()) > 0) return null
  const code = (randomBytes(10).toString("hex").toUpperCase().match(/.{5}/g) ?? []).join("-")
  const hash = sha256(code)
  await db().setupCode.upsert({ where: { id: 1 }, create: { hash }, update: { hash, createdAt: new Date() } })
  return code
}

/** Whether Stet waits for its first owner. */
export async function awaitsSetup(): Promise<boolean> {
  return (await db().user.count()) === 0
}

/** Makes the first desk and its owner, by the code from the log. */
export async function setUpDesk({ code, ...desk }: SetUpDesk): Promise<{ slug: string }> {
  // Hashing is dear, and anybody can knock here.
  if (!(await awaitsSetup())) throw refuse("conflict", "setup.done")
  const passwordHash = await hashPassword(desk.password)
  const ids = { workspace: newId(), membership: newId() }
  return change({ id: ids.membership, workspaceId: ids.workspace }, async (tx) => {
    const used = await tx.setupCode.deleteMany({ where: { hash: sha256(code.toUpperCase()) } })
    if ((await tx.user.count()) > 0) throw refuse("conflict", "setup.done")
    if (used.count === 0) throw refuseField("code", "setup.wrongCode")
    return { result: { slug: await insertDesk(tx, ids, desk, passwordHash) }, events: [deskCreated(ids)] }
  })
}

/** Makes the owner's own desk and removes the sample desk with its accounts and its file. */
export async function startOwnDesk(actor: Actor, desk: NewDesk): Promise<{ slug: string }> {
  authorize(actor, "workspace.set")
  const passwordHash = await hashPassword(desk.password)
  const ids = { workspace: newId(), membership: newId() }
  const made = await change({ id: ids.membership, workspaceId: ids.workspace }, async (tx) => {
    const [sample] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Workspace" WHERE "id" = ${actor.workspaceId}::uuid AND "demo" FOR UPDATE`
    if (!sample) throw refuse("conflict", "setup.noSampleDesk")
    await tx.$executeRaw`SELECT erase_demo(${actor.workspaceId}::uuid)`
    return { result: { slug: await insertDesk(tx, ids, desk, passwordHash) }, events: [deskCreated(ids)] }
  })
  const { STET_DATA } = env()
  if (STET_DATA) await rm(join(STET_DATA, "demo.json"), { force: true })
  return made
}

/** Makes a workspace with its scales and its stream of events, and a person as its owner. */
async function insertDesk(
  tx: Tx,
  ids: { workspace: string; membership: string },
  desk: NewDesk,
  passwordHash: string,
): Promise<string> {
  const slug = await freeSlug(tx, slugOf(desk.workspaceName))
  await insertWorkspace(tx, { id: ids.workspace, slug, name: desk.workspaceName })
  const { email, name } = desk
  const user = { id: newId(), email, name, passwordHash }
  await tx.user.create({ data: user })
  await tx.membership.create({
    data: { id: ids.membership, workspaceId: ids.workspace, userId: user.id, role: "owner" },
  })
  return slug
}

/** A workspace with what every workspace has: its scales and its stream. */
export async function insertWorkspace(
  tx: Tx,
  workspace: { id: string; slug: string; name: string; demo?: true },
): Promise<void> {
  await tx.workspace.create({ data: workspace })
  await tx.eventStream.create({ data: { id: workspace.id, workspaceId: workspace.id, hash: CHAIN_START } })
  await shipScales(tx, workspace.id)
}

function deskCreated(ids: { workspace: string; membership: string }): NewEvent {
  return { stream: ids.workspace, act: "workspace.created", subjects: { membership: ids.membership }, payload: {} }
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const taken = await tx.workspace.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } })
  const slugs = new Set(taken.map((workspace) => workspace.slug))
  let slug = wanted
  for (let n = 2; slugs.has(slug); n += 1) slug = `${wanted}-${n}`
  return slug
}
