/** Checks that others made: imported all or none, listed, and taken out again. Remembering them is the database's. */
import { v7 as newId } from "uuid"
import { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import {
  MOST_COUNTED,
  type ImportKnownChecks,
  type KnownCheckFilters,
  type KnownChecksImported,
  type KnownCheckView,
  type RemoveKnownChecks,
} from "../domain/earlier-check"
import { uniqueChecks } from "../domain/known-checks"
import type { NewEvent } from "../domain/event"
import { Id } from "../domain/id"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { openPlace, sealPlace } from "./cursor"
import { pageOf } from "./page"
import { containing } from "./containing"
import { dayOf } from "./seen-by"

/** Takes in checks of others, all or none: what is there already under its id becomes what it is now. */
export async function importKnownChecks(actor: Actor, { checks }: ImportKnownChecks): Promise<KnownChecksImported> {
  authorize(actor, "known.import")
  // In one order everywhere, so that two imports never wait for each other in a circle.
  const rows = uniqueChecks(checks).sort((one, other) => (one.externalId < other.externalId ? -1 : 1))
  return change(actor, async (tx) => {
    const written = await tx.$queryRaw<{ isNew: boolean }[]>`
      INSERT INTO "KnownCheck" ("id", "workspaceId", "externalId", "statement", "rating", "url", "publisher", "checkedOn",
        "language", "importedById")
      SELECT g.id, ${actor.workspaceId}::uuid, g.external, g.statement, g.rating, g.url, g.publisher, g.day::date,
        g.language, ${actor.id}::uuid
      FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.externalId)}::text[],
        ${rows.map((row) => row.statement)}::text[], ${rows.map((row) => row.rating || null)}::text[],
        ${rows.map((row) => row.url || null)}::text[], ${rows.map((row) => row.publisher || null)}::text[],
        ${rows.map((row) => row.checkedOn ?? null)}::text[], ${rows.map((row) => row.language || null)}::text[])
        AS g (id, external, statement, rating, url, publisher, day, language)
      ON CONFLICT ("workspaceId", "externalId") DO UPDATE SET "statement" = excluded."statement",
        "rating" = excluded."rating", "url" = excluded."url", "publisher" = excluded."publisher",
        "checkedOn" = excluded."checkedOn", "language" = excluded."language",
        "importedById" = excluded."importedById", "importedAt" = excluded."importedAt"
      WHERE ("KnownCheck"."statement", "KnownCheck"."rating", "KnownCheck"."url", "KnownCheck"."publisher",
          "KnownCheck"."checkedOn", "KnownCheck"."language")
        IS DISTINCT FROM (excluded."statement", excluded."rating", excluded."url", excluded."publisher",
          excluded."checkedOn", excluded."language")
      RETURNING xmax = 0 AS "isNew"`
    const added = written.filter(({ isNew }) => isNew).length
    const result = { added, updated: written.length - added, unchanged: rows.length - written.length }
    if (written.length === 0) return unchanged(result)
    return { result, events: [told(actor, "known_checks.imported", { ...result })] }
  })
}

/** Takes known checks out; what was put aside or found in texts of them goes with them. Answers how many there were. */
export function removeKnownChecks(actor: Actor, { ids }: RemoveKnownChecks): Promise<{ removed: number }> {
  return change(actor, async (tx) => {
    authorize(actor, "known.import")
    const here = { workspaceId: actor.workspaceId }
    const { count } = await tx.knownCheck.deleteMany({ where: { ...here, id: { in: ids } } })
    if (count === 0) throw refuse("not-found", "memory.notFound")
    await tx.earlierInText.deleteMany({ where: { ...here, earlierId: { in: ids } } })
    return { result: { removed: count }, events: [told(actor, "known_checks.removed", { count })] }
  })
}

/** A page of the known checks whose statement or publisher holds some words, newest first. */
export async function listKnownChecks(
  actor: Actor,
  { q }: KnownCheckFilters,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: KnownCheckView[]; next: string | null }> {
  const after = openPlace(z.tuple([Id]), cursor)
  const rows = await db().knownCheck.findMany({
    where: { AND: [askedOf(actor, q), after ? { id: { lt: after[0] } } : {}] },
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows, limit)
  return { items: page.map(knownCheckView), next: next && sealPlace([next]) }
}

/** How many known checks are asked for: counted no further than one more than `MOST_COUNTED`. */
export async function countKnownChecks(actor: Actor, { q }: KnownCheckFilters): Promise<number> {
  return db().knownCheck.count({ where: askedOf(actor, q), take: MOST_COUNTED + 1 })
}

function askedOf({ workspaceId }: Actor, q: string): Prisma.KnownCheckWhereInput {
  return { workspaceId, ...(q && { OR: [{ statement: containing(q) }, { publisher: containing(q) }] }) }
}

function knownCheckView(row: Prisma.KnownCheckGetPayload<object>): KnownCheckView {
  const { id, externalId, statement, rating, url, publisher, checkedOn, language } = row
  return { id, externalId, statement, rating, url, publisher, checkedOn: dayOf(checkedOn), language }
}

function told(actor: Actor, act: NewEvent["act"], payload: Record<string, unknown>): NewEvent {
  return { stream: actor.workspaceId, act, subjects: {}, payload }
}

/** A chore: sums up how many entries hold each word, which every change of the memory has added to. */
export async function settleCounts(): Promise<void> {
  // One server at a time: two would only do the same twice.
  await db()
    .$executeRaw`SELECT settle_memory_counts() FROM (SELECT pg_try_advisory_xact_lock(20261128) AS mine) l WHERE mine`
}
