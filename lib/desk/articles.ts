/** Articles: what is known of them, and reading them with their claims. Their words are a revision's (imports.ts). */
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { parseDocument } from "../document"
import type { AnnotatedArticle } from "../domain/annotated-article"
import {
  standingOf,
  type ArticleSummary,
  type AuthorInput,
  type ClaimCounts,
  type EditArticle,
} from "../domain/article"
import { blankAsNull, changedFields, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import type { Actor, Person } from "../domain/workspace"
import { change, unchanged } from "./change"
import { pageOf } from "./page"
import { containing } from "./search"
import { asPerson, claimRelations, claimViews, dayOf, person, seenBy } from "./seen-by"
import { articleUnderCheck, type ArticleUnderCheck, outdated } from "./under-check"

/** Changes what is known of an article, its authors included. */
export function editArticle(
  actor: Actor,
  { articleId, version, fields: typed }: EditArticle,
): Promise<AnnotatedArticle> {
  return change(actor, async (tx) => {
    const article = await articleUnderCheck(tx, actor, articleId)
    authorize(actor, "article.edit", article)
    await assertUnchanged(tx, actor, article, version)
    const { authors, ...asked } = blankAsNull(typed)
    const row = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
    const before = { ...row, publishedOn: dayOf(row.publishedOn), dueAt: row.dueAt?.toISOString() ?? null }
    const changed: string[] = changedFields<Record<string, unknown>>(before, asked)
    if (changed.length === 0 && !authors) return unchanged(await annotated(tx, actor, articleId))
    if (asked.leadId) await assertMembers(tx, actor, "leadId", [asked.leadId])
    if (authors && unbinds(article, authors)) authorize(actor, "article.unbindAuthor", article)
    await tx.article.update({ where: { id: articleId }, data: { ...asColumns(asked), version: { increment: 1 } } })
    if (authors) await writeAuthors(tx, actor, articleId, authors)
    const payload = { changed: [...changed, ...(authors ? ["authors"] : [])] }
    const told = { stream: articleId, act: "article.edited", subjects: { article: articleId }, payload } as const
    return { result: await annotated(tx, actor, articleId), events: [told] }
  })
}

function unbinds(article: ArticleUnderCheck, authors: AuthorInput[]): boolean {
  return article.authorIds.some(
    (id) => !authors.some((author) => "membershipId" in author && author.membershipId === id),
  )
}

/** Refuses with `conflict`, and with what is there now, a version that is not the article's. */
export async function assertUnchanged(
  tx: Tx,
  actor: Actor,
  article: ArticleUnderCheck,
  version: number | undefined,
): Promise<void> {
  if (version === undefined || version === article.version) return
  const about = { streamId: article.id, act: "article.edited" }
  const current = await annotated(tx, actor, article.id)
  throw await outdated(tx, actor, about, { noun: "article", seen: version, now: article.version, current })
}

/** One article with its text and its claims, as its reader may see it. */
export function readArticle(actor: Actor, articleId: string): Promise<AnnotatedArticle> {
  return annotated(db(), actor, articleId)
}

export interface ListArticles {
  query?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** The articles a person may see, newest first, or what matches a query in title, publisher or byline. */
export async function listArticles(
  actor: Actor,
  { query, cursor, limit = 50 }: ListArticles = {},
): Promise<{ items: ArticleSummary[]; next: string | null }> {
  const contains = containing(query ?? "")
  const matches: Prisma.ArticleWhereInput = query
    ? { OR: [{ title: contains }, { publisher: contains }, { byline: contains }] }
    : {}
  const rows = await db().article.findMany({
    where: { AND: [seenBy(actor).article, matches, cursor ? { id: { lt: cursor } } : {}] },
    include: { lead: person },
    orderBy: { id: "desc" },
    take: limit + 1,
  })
  const { page, next } = pageOf(rows, limit)
  const claims = await claimsIn(
    actor,
    page.map((row) => row.id),
  )
  const items = page.map((row) =>
    summary(
      row,
      claims.filter((claim) => claim.articleId === row.id),
    ),
  )
  return { items, next }
}

/** An article's revisions, newest first. */
export async function listRevisions(actor: Actor, articleId: string) {
  const rows = await db().revision.findMany({
    where: { articleId, workspaceId: actor.workspaceId, article: seenBy(actor).article },
    select: {
      id: true,
      number: true,
      sha256: true,
      bodyStart: true,
      origin: true,
      format: true,
      createdAt: true,
      createdBy: person,
    },
    orderBy: { number: "desc" },
    take: 200,
  })
  if (rows.length === 0) throw refuse("not-found", "article.notFound")
  return rows.map(({ createdAt, createdBy, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    createdBy: asPerson(createdBy),
  }))
}

/** Replaces an article's authors; members among them are bound by it, whatever their role. */
export async function writeAuthors(tx: Tx, actor: Actor, articleId: string, authors: AuthorInput[]): Promise<void> {
  const { workspaceId } = actor
  const once = [...new Map(authors.map((author) => [JSON.stringify(author), author])).values()]
  const ids = once.flatMap((author) => ("membershipId" in author ? author.membershipId : []))
  const members = await assertMembers(tx, actor, "authors", ids)
  await tx.articleAuthor.deleteMany({ where: { articleId } })
  await tx.articleAuthor.createMany({
    data: once.map((author, ordinal) => {
      const named =
        "name" in author
          ? { name: author.name }
          : { membershipId: author.membershipId, name: members.get(author.membershipId) ?? "" }
      return { workspaceId, articleId, ordinal, ...named }
    }),
  })
}

async function assertMembers(tx: Tx, actor: Actor, path: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: ids }, deactivatedAt: null },
    ...person,
  })
  if (rows.length !== ids.length) throw refuseField(path, "article.unknownMember")
  return new Map(rows.map((row) => [row.id, row.user.name]))
}

async function annotated(tx: Tx, actor: Actor, articleId: string): Promise<AnnotatedArticle> {
  const row = await tx.article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    include: {
      lead: person,
      importedBy: person,
      authors: { orderBy: { ordinal: "asc" } },
      revision: { include: { createdBy: person } },
      signOffs: { select: { signedAt: true }, orderBy: { signedAt: "desc" }, take: 1 },
    },
  })
  if (!row?.revision) throw refuse("not-found", "article.notFound")
  const { revision } = row
  const rows = await tx.claim.findMany({
    where: { ...seenBy(actor).claim, articleId },
    include: claimRelations(actor),
    orderBy: { number: "asc" },
  })
  const claims = await claimViews(tx, actor, rows, () => revision.id)
  const told = claims.map((claim) => ({
    articleId,
    state: claim.state,
    settled: claim.verdict?.rating.settles ?? false,
    placed: claim.anchors.every((anchor) => anchor.placement === "exact" || anchor.placement === "moved"),
    people: [claim.markedBy, claim.assignee].filter((one) => one !== null),
    count: 1,
  }))
  const { id, number, sha256, bodyStart, text, createdAt } = revision
  return {
    ...summary(row, told),
    authors: row.authors.map(({ membershipId, name }) => ({ membershipId, name })),
    importedBy: asPerson(row.importedBy),
    revision: {
      ...{ id, number, sha256, bodyStart, text },
      document: parseDocument(revision.document),
      createdAt: createdAt.toISOString(),
      createdBy: asPerson(revision.createdBy),
    },
    claims,
    signedOffAt: row.signOffs[0]?.signedAt.toISOString() ?? null,
  }
}

/** How many claims of an article are alike in what its summary tells of them. */
interface ClaimsTold {
  articleId: string
  state: keyof Omit<ClaimCounts, "total">
  settled: boolean
  placed: boolean
  people: Person[]
  count: number
}

/** As much of the claims of some articles as their summaries tell: counted where they are, there may be thousands. */
async function claimsIn(actor: Actor, articleIds: string[]): Promise<ClaimsTold[]> {
  return db().$queryRaw<ClaimsTold[]>`
    SELECT "articleId", "state"::text AS "state", "settled", "placed", "count", ARRAY(
             SELECT jsonb_build_object('id', m."id", 'name', u."name") FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
             WHERE m."id" = ANY ("markers" || "assignees") ORDER BY m."id") AS "people"
    FROM (
      SELECT "articleId", "state", "settled", "placed", count(*)::int AS "count",
             array_agg(DISTINCT "markedById") AS "markers", array_agg(DISTINCT "assigneeId") AS "assignees"
      FROM (
        SELECT c."articleId", c."state", c."markedById", c."assigneeId",
               -- Only an approved claim can be settled and in its place, so only of those is it asked.
               c."state" = 'approved' AND EXISTS (
                 SELECT 1 FROM "VerdictDraft" d JOIN "Scale" s ON s."id" = d."scaleId"
                 WHERE d."claimId" = c."id" AND jsonb_path_exists(s."ratings",
                   '$[*] ? (@.code == $code && @.settles == true)', jsonb_build_object('code', d."rating"))) AS "settled",
               c."state" = 'approved' AND NOT EXISTS (
                 SELECT 1 FROM "Anchor" a JOIN "Article" t ON t."revisionId" = a."revisionId"
                 WHERE a."claimId" = c."id" AND a."placement" IN ('stale', 'lost')) AS "placed"
        FROM "Claim" c
        WHERE c."workspaceId" = ${actor.workspaceId}::uuid AND c."articleId" = ANY (${articleIds}::uuid[])
          AND c."withdrawnAt" IS NULL
      ) told
      GROUP BY 1, 2, 3, 4
    ) counted`
}

type ArticleRow = Prisma.ArticleGetPayload<{ include: { lead: typeof person } }>

function summary(row: ArticleRow, claims: ClaimsTold[]): ArticleSummary {
  const counts: ClaimCounts = { total: 0, open: 0, in_review: 0, changes_requested: 0, approved: 0 }
  for (const { state, count } of claims) {
    counts[state] += count
    counts.total += count
  }
  const { id, title, dek, byline, publisher, section, sourceUrl, language, kind, words, version } = row
  return {
    ...{ id, title, dek, byline, publisher, section, sourceUrl, language, kind, words, version },
    publishedOn: dayOf(row.publishedOn),
    standing: standingOf(
      kind,
      claims.map((claim) => ({ ...claim, approved: claim.state === "approved" })),
    ),
    counts,
    people: [...new Map(claims.flatMap((claim) => claim.people).map((one) => [one.id, one])).values()],
    lead: row.lead && asPerson(row.lead),
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}

function asColumns({
  publishedOn,
  dueAt,
  ...fields
}: Omit<EditArticle["fields"], "authors">): Prisma.ArticleUncheckedUpdateInput {
  const asDate = (value: string | null) => (value === null ? null : new Date(value))
  return {
    ...given(fields),
    ...(publishedOn !== undefined && { publishedOn: asDate(publishedOn) }),
    ...(dueAt !== undefined && { dueAt: asDate(dueAt) }),
  }
}
