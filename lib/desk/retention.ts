/**
 * What a desk lets go of by itself: setting it, what would go tonight, and the nightly job that does it. What is held for
 * legal reasons stays. It is nobody's act, and told as such.
 */
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { claimEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import {
  goesBefore,
  type Retention,
  retentionChanged,
  type RetentionRule,
  type RetentionView,
  type SetRetention,
} from "../domain/retention"
import { WorkspaceSettings, type Actor } from "../domain/workspace"
import { log } from "../log"
import { change, unchanged } from "./change"
import { eraseContent } from "./erasing"
import { lockArticles } from "./under-check"

/**
 * Sets what the desk lets go of, and after how long; the next night goes by it.
 * @throws conflict `retention.changed` where it is not what the actor saw any more
 */
export function setRetention(actor: Actor, { retention, seen }: SetRetention): Promise<Retention> {
  return change(actor, async (tx) => {
    authorize(actor, "workspace.set")
    const { workspaceId } = actor
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    const before = await retentionOf(tx, workspaceId)
    if (retentionChanged(before, seen).length > 0) throw refuse("conflict", "retention.changed", { current: before })
    const changes = retentionChanged(before, retention)
    if (changes.length === 0) return unchanged(before)
    // The one key alone: other settings may be set at the same time.
    await tx.$executeRaw`
      UPDATE "Workspace" SET "settings" = "settings" || jsonb_build_object('retention', ${JSON.stringify(retention)}::jsonb)
      WHERE "id" = ${workspaceId}::uuid`
    const payload = { changed: changes.map(({ rule }) => rule), changes }
    return { result: retention, events: [{ stream: workspaceId, act: "retention.set", subjects: {}, payload }] }
  })
}

/** What is set, and what would go if it were tonight. */
export async function readRetention(actor: Actor, now = new Date()): Promise<RetentionView> {
  authorize(actor, "workspace.set")
  const { workspaceId } = actor
  const retention = await retentionOf(db(), workspaceId)
  const counted = (Object.keys(retention) as RetentionRule[]).map(async (rule) => {
    const before = goesBefore(retention[rule], now)
    if (!before) return [rule, { goes: 0, held: 0 }] as const
    const [row] = await db().$queryRaw<{ goes: number; held: number }[]>`
      SELECT count(*) FILTER (WHERE NOT "held")::int AS "goes", count(*) FILTER (WHERE "held")::int AS "held"
      FROM (${due[rule](workspaceId, before)}) d`
    return [rule, row ?? { goes: 0, held: 0 }] as const
  })
  return { retention, tonight: Object.fromEntries(await Promise.all(counted)) as RetentionView["tonight"] }
}

/** More would keep one night's job too long; the next one brings the rest. */
const AT_ONCE = 1_000

/** Lets go of what is due, at every desk that lets go of anything. One that fails keeps no other from being done. */
export async function letGo(now = new Date()): Promise<void> {
  const desks = await db().workspace.findMany({
    where: { settings: { path: ["retention"], not: Prisma.AnyNull } },
    select: { id: true },
    orderBy: { id: "asc" },
  })
  for (const { id } of desks) {
    await letGoAt(id, now).catch((error: unknown) =>
      log().error({ err: error, workspace: id }, "retention was not done"),
    )
  }
}

async function letGoAt(workspaceId: string, now: Date): Promise<void> {
  const retention = await retentionOf(db(), workspaceId)
  const before = (rule: RetentionRule) => goesBefore(retention[rule], now)
  const [read, signed, deleted] = [before("readNotifications"), before("contactDetails"), before("deletedArticles")]
  if (read) await dropNotifications(workspaceId, read)
  if (signed) {
    for (const id of await dueIds(db(), due.contactDetails(workspaceId, signed))) {
      await forgetDetails({ workspaceId, id }, signed)
    }
  }
  if (deleted) {
    for (const id of await dueIds(db(), due.deletedArticles(workspaceId, deleted))) {
      await erase({ workspaceId, id }, deleted)
    }
  }
}

/** What is due of each rule at a desk, as a query of ids, and whether a legal hold stops it. `only` is one of them. */
const due: Record<RetentionRule, (workspaceId: string, before: Date, only?: string) => Prisma.Sql> = {
  readNotifications: (workspaceId, before) => Prisma.sql`
    SELECT n."id", false AS "held" FROM "Notification" n
    WHERE n."workspaceId" = ${workspaceId}::uuid AND n."readAt" < ${before}`,
  contactDetails: (workspaceId, before, only) => Prisma.sql`
    SELECT k."id", EXISTS (
        SELECT 1 FROM "ContactClaim" l JOIN "Claim" c ON c."id" = l."claimId" AND c."legal" = 'hold'
        WHERE l."contactId" = k."id") AS "held"
    FROM "Contact" k
    WHERE k."workspaceId" = ${workspaceId}::uuid AND ${one("k", only)}
      AND (k."address" IS NOT NULL OR k."notes" IS NOT NULL
        OR NOT k."onRecord" AND (k."reply" IS NOT NULL OR k."fileId" IS NOT NULL))
      AND EXISTS (SELECT 1 FROM "ContactClaim" l WHERE l."contactId" = k."id")
      AND NOT EXISTS (
        SELECT 1 FROM "ContactClaim" l JOIN "Claim" c ON c."id" = l."claimId" JOIN "Article" a ON a."id" = c."articleId"
        LEFT JOIN "SignOff" s ON s."id" = a."signOffId"
        WHERE l."contactId" = k."id" AND (a."goneOut" IS DISTINCT FROM 'signed_off' OR s."signedAt" >= ${before}))`,
  deletedArticles: (workspaceId, before, only) => Prisma.sql`
    SELECT a."id", EXISTS (SELECT 1 FROM "Claim" c WHERE c."articleId" = a."id" AND c."legal" = 'hold') AS "held"
    FROM "Article" a
    WHERE a."workspaceId" = ${workspaceId}::uuid AND ${one("a", only)}
      AND a."deletedAt" < ${before} AND a."erasedAt" IS NULL`,
}

const one = (table: "k" | "a", only: string | undefined) =>
  only ? Prisma.sql`${Prisma.raw(table)}."id" = ${only}::uuid` : Prisma.sql`true`

async function dueIds(tx: Tx, query: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d."id" FROM (${query}) d WHERE NOT d."held" ORDER BY d."id" LIMIT ${AT_ONCE}`
  return rows.map(({ id }) => id)
}

interface Due {
  workspaceId: string
  id: string
}

function dropNotifications(workspaceId: string, before: Date): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    const id = { in: await dueIds(tx, due.readNotifications(workspaceId, before)) }
    if (id.in.length === 0) return unchanged(undefined)
    const { count } = await tx.notification.deleteMany({ where: { workspaceId, id } })
    const told = { stream: workspaceId, act: "notifications.dropped", subjects: {}, payload: { count } } as const
    return { result: undefined, events: [told] }
  })
}

/** What a round froze of it stays: that is nothing for few eyes. So does its version, which tells of changes to that. */
function forgetDetails({ workspaceId, id }: Due, before: Date): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    const claims = await tx.claim.findMany({
      where: { workspaceId, contacts: { some: { contactId: id } } },
      select: { id: true, articleId: true, number: true },
    })
    await lockArticles(tx, workspaceId, [...new Set(claims.map(({ articleId }) => articleId))])
    // It may have been reopened or held meanwhile.
    if ((await dueIds(tx, due.contactDetails(workspaceId, before, id))).length === 0) return unchanged(undefined)
    const { onRecord, fileId } = await tx.contact.findUniqueOrThrow({
      where: { id },
      select: { onRecord: true, fileId: true },
    })
    const said = onRecord ? {} : { reply: null, fileId: null, fileName: null }
    await tx.contact.update({ where: { id }, data: { address: null, notes: null, ...said } })
    if (!onRecord && fileId) await tx.$executeRaw`SELECT erase_files(${workspaceId}::uuid, ARRAY[${fileId}::uuid])`
    const [first, ...others] = claims.map((claim) => claimEvent("contact.details_erased", claim, {}, { contact: id }))
    return first ? { result: undefined, events: [first, ...others] } : unchanged(undefined)
  })
}

/** The same as an owner's erasing. */
function erase({ workspaceId, id }: Due, before: Date): Promise<void> {
  return change({ id: null, workspaceId }, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
    if ((await dueIds(tx, due.deletedArticles(workspaceId, before, id))).length === 0) return unchanged(undefined)
    return { result: undefined, events: [await eraseContent(tx, workspaceId, id)] }
  })
}

async function retentionOf(tx: Tx, id: string): Promise<Retention> {
  const { settings } = await tx.workspace.findUniqueOrThrow({ where: { id }, select: { settings: true } })
  return WorkspaceSettings.parse(settings).retention
}
