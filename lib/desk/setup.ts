/**
 * Making desks: the first one by a one-time code from the log, one's own in place of the sample desk, and others beside
 * one's own.
 */
import { randomBytes } from "node:crypto"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import { sha256 } from "../document/digest"
import { slugOf, type MakeDesk, type NewDesk, type SetUpDesk, type StartDesk } from "../domain/door"
import { CHAIN_START, type NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { env } from "../env"
import { change } from "./change"
import { lockOwners } from "./owners"
import { hashPassword } from "./passwords"
import { personOfMail } from "./recovering"
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
    const owner = await insertOwner(tx, desk, passwordHash)
    return { result: { slug: await insertDesk(tx, ids, desk, owner) }, events: [deskCreated(ids)] }
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
    const owner = await insertOwner(tx, desk, passwordHash)
    return { result: { slug: await insertDesk(tx, ids, desk, owner) }, events: [deskCreated(ids)] }
  })
  const { STET_DATA } = env()
  if (STET_DATA) await rm(join(STET_DATA, "demo.json"), { force: true })
  return made
}

/**
 * Makes another desk for an owner of one, who has it with the account that they have. Not from the sample desk: whoever
 * looks at that one puts their own in its place. At the desk where it was done nobody is told.
 */
export function startDesk(actor: Actor, desk: StartDesk): Promise<{ slug: string }> {
  const ids = { workspace: newId(), membership: newId() }
  return change({ id: ids.membership, workspaceId: ids.workspace }, async (tx) => {
    await lockOwners(tx, actor)
    const { demo } = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { demo: true } })
    if (demo) throw refuse("conflict", "setup.sampleDesk")
    await nobodysName(tx, desk.workspaceName)
    return { result: { slug: await insertDesk(tx, ids, desk, actor.userId) }, events: [deskCreated(ids)] }
  })
}

/** The same for somebody who has an account, by the hand of whoever runs Stet. */
export async function makeDesk({ owner, ...desk }: MakeDesk): Promise<{ slug: string }> {
  const { id: userId } = await personOfMail(owner)
  const ids = { workspace: newId(), membership: newId() }
  return change({ id: ids.membership, workspaceId: ids.workspace }, async (tx) => {
    await nobodysName(tx, desk.workspaceName)
    return { result: { slug: await insertDesk(tx, ids, desk, userId) }, events: [deskCreated(ids)] }
  })
}

/** An account for whoever is to own a desk; answers its id. */
async function insertOwner(tx: Tx, { email, name }: NewDesk, passwordHash: string): Promise<string> {
  const { id } = await tx.user.create({ data: { id: newId(), email, name, passwordHash }, select: { id: true } })
  return id
}

/** Makes a workspace with its scales and its stream of events, and a person as its owner; answers its slug. */
async function insertDesk(
  tx: Tx,
  ids: { workspace: string; membership: string },
  { workspaceName: name, language }: { workspaceName: string; language?: StartDesk["language"] },
  userId: string,
): Promise<string> {
  const { workspace: workspaceId, membership: id } = ids
  const slug = await freeSlug(tx, slugOf(name))
  await insertWorkspace(tx, { id: workspaceId, slug, name })
  await tx.membership.create({ data: { id, workspaceId, userId, role: "owner" } })
  if (language) await tx.imprint.create({ data: { workspaceId, language } })
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

/** Refuses a name that a desk here has, at its field: who sits at both could not tell them apart. */
async function nobodysName(tx: Tx, name: string): Promise<void> {
  const alike = await desksLike(tx, slugOf(name))
  const wanted = name.toLowerCase()
  if (alike.some((desk) => desk.name.toLowerCase() === wanted)) throw refuseField("workspaceName", "setup.slugTaken")
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const taken = new Set((await desksLike(tx, wanted)).map(({ slug }) => slug))
  let slug = wanted
  for (let n = 2; taken.has(slug); n += 1) slug = `${wanted}-${n}`
  return slug
}

/** The desks whose slug begins so: all that have a name that gives it are among them. */
function desksLike(tx: Tx, slug: string) {
  return tx.workspace.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true, name: true } })
}
