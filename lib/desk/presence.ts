/**
 * Who has an article open, and which claim they are at. It is no act: nothing changes by it, nobody is told of it but those
 * who have it open too, and it is forgotten at once. The article's authors are seen, and see nobody.
 */
import { db } from "../db"
import type { Here, Present } from "../domain/live"
import { can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { say } from "../live"
import { asPerson, person, seenBy } from "./seen-by"

/** Seconds that somebody is believed to be there who does not say so again: a tab says it every twenty. */
export const BELIEVED_FOR = 50

/** More than ever look at one article at once. */
const MOST = 200

/** Remembers where a tab is, or that it was left, and answers who else is there; their own tabs are not. */
export async function bePresent(actor: Actor, here: Here): Promise<Present[]> {
  const { articleId } = here
  const where = { id: articleId, ...seenBy(actor).article }
  const article = await db().article.findFirst({ where, select: { authors: { select: { membershipId: true } } } })
  if (!article) throw refuse("not-found", "article.notFound")
  if (await note(actor, here)) await say(db(), "presence", `${actor.workspaceId} ${articleId}`)
  const authorIds = article.authors.flatMap(({ membershipId }) => membershipId ?? [])
  return here.state === "here" && can(actor, "presence.read", { authorIds, leadId: null })
    ? others(actor, articleId)
    : []
}

/** Forgets who has not said for a while that they are there; answers how many. A chore. */
export async function forgetPresence(now = new Date()): Promise<number> {
  const { count } = await db().presence.deleteMany({ where: { at: { lt: believedSince(now) } } })
  return count
}

const believedSince = (now: Date) => new Date(now.getTime() - BELIEVED_FOR * 1000)

/** Whether that is news to the others. */
async function note(
  { workspaceId, id: membershipId }: Actor,
  { articleId, claimId, tab, state }: Here,
): Promise<boolean> {
  if (state === "gone") return (await db().presence.deleteMany({ where: { membershipId, tab } })).count > 0
  const [row] = await db().$queryRaw<{ isNews: boolean }[]>`
    WITH before AS (
      SELECT "articleId", "claimId", "at" FROM "Presence" WHERE "membershipId" = ${membershipId}::uuid AND "tab" = ${tab}::uuid
    ), now AS (
      INSERT INTO "Presence" ("workspaceId", "articleId", "membershipId", "tab", "claimId", "at")
      VALUES (${workspaceId}::uuid, ${articleId}::uuid, ${membershipId}::uuid, ${tab}::uuid, ${claimId}::uuid, now())
      ON CONFLICT ("membershipId", "tab") DO UPDATE
        SET "articleId" = excluded."articleId", "claimId" = excluded."claimId", "at" = excluded."at"
    )
    SELECT NOT EXISTS (SELECT 1 FROM before WHERE "articleId" = ${articleId}::uuid
      AND "claimId" IS NOT DISTINCT FROM ${claimId}::uuid AND "at" > ${believedSince(new Date())}::timestamptz) AS "isNews"`
  return row?.isNews ?? false
}

async function others({ workspaceId, id }: Actor, articleId: string): Promise<Present[]> {
  const rows = await db().presence.findMany({
    where: {
      ...{ workspaceId, articleId, membershipId: { not: id }, at: { gt: believedSince(new Date()) } },
      membership: { deactivatedAt: null },
    },
    select: { claimId: true, membershipId: true, membership: person },
    orderBy: [{ membershipId: "asc" }, { tab: "asc" }],
    take: MOST,
  })
  const present = new Map<string, Present>()
  for (const { membershipId, membership, claimId } of rows) {
    const one = present.get(membershipId) ?? { ...asPerson(membership), claimIds: [] }
    if (claimId && !one.claimIds.includes(claimId)) one.claimIds.push(claimId)
    present.set(membershipId, one)
  }
  return [...present.values()]
}
