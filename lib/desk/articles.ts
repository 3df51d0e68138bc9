/** Articles: what is known of them, and reading them with their claims. Their words are a revision's (imports.ts). */
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { parseDocument } from "../document"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { AuthorInput, EditArticle } from "../domain/article"
import { detailsOf, type ArticleDetails } from "../domain/article-details"
import type { ClaimView } from "../domain/claim"
import {
  countStates,
  isDone,
  isPlaced,
  isSettled,
  sentenceStates,
  spansIn,
  waitsForOpinion,
  type CoveringClaim,
} from "../domain/coverage"
import type { NewEvent } from "../domain/event"
import { blankAsNull, changedFields, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { summarised, summary, type ClaimsTold } from "./article-list"
import { change, unchanged, type Change, type Unchanged } from "./change"
import { sentencesIn } from "./coverage"
import { standBack } from "./naming-authors"
import { asPerson, claimRelations, claimViews, dayOf, person, seenBy } from "./seen-by"
import { articleUnderCheck, type ArticleUnderCheck, outdated } from "./under-check"
import { sawAsAuthors } from "./who-saw"

/** Changes what is known of an article, its authors included. */
export function editArticle(actor: Actor, asked: EditArticle): Promise<AnnotatedArticle> {
  return change(actor, (tx) => editWithin(tx, actor, asked, annotated))
}

/** The same, for whoever has the text and the claims: neither is read, in answer or in a conflict. */
export function editDetails(actor: Actor, asked: EditArticle): Promise<ArticleDetails> {
  return change(actor, (tx) => editWithin(tx, actor, asked, detailed))
}

/** What is read of an article to be answered. */
type Reading<Read> = (tx: Tx, actor: Actor, articleId: string) => Promise<Read>

async function editWithin<Read>(
  tx: Tx,
  actor: Actor,
  { articleId, version, fields: typed }: EditArticle,
  read: Reading<Read>,
): Promise<Change<Read> | Unchanged<Read>> {
  const article = await articleUnderCheck(tx, actor, articleId)
  authorize(actor, "article.edit", article)
  await assertUnchanged(tx, actor, article, version, read)
  const { authors, ...others } = blankAsNull(typed)
  const row = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
  const asked = { ...others, ...leadAfter(article, authors, others.leadId) }
  const before = { ...row, publishedOn: dayOf(row.publishedOn), dueAt: row.dueAt?.toISOString() ?? null }
  const changed: string[] = changedFields<Record<string, unknown>>(before, asked)
  if (changed.length === 0 && !authors) return unchanged(await read(tx, actor, articleId))
  if (asked.leadId) await assertMembers(tx, actor, "leadId", [asked.leadId])
  if (authors && unbinds(article, authors)) authorize(actor, "article.unbindAuthor", article)
  await tx.article.update({ where: { id: articleId }, data: { ...asColumns(asked), version: { increment: 1 } } })
  if (changed.includes("dueAt")) await forgetTold(tx, articleId, row.dueAt, asked.dueAt)
  const followed = authors ? await replaceAuthors(tx, actor, article, authors) : []
  const payload = { changed: [...changed, ...(authors ? ["authors"] : [])] }
  const told = { stream: articleId, act: "article.edited", subjects: { article: articleId }, payload } as const
  return { result: await read(tx, actor, articleId), events: [told, ...followed] }
}

/** Whoever is named an author leads the checking no more. Refuses at the field whoever is asked to do both. */
function leadAfter(
  article: ArticleUnderCheck,
  authors: AuthorInput[] | undefined,
  leadId: string | null | undefined,
): { leadId?: null } {
  const bound = authors ? boundBy(authors) : article.authorIds
  if (leadId && bound.includes(leadId)) throw refuseField("leadId", "article.authorLeads")
  return leadId === undefined && article.leadId && authors && bound.includes(article.leadId) ? { leadId: null } : {}
}

/** Writes who the authors are now; answers what follows from that. */
async function replaceAuthors(
  tx: Tx,
  actor: Actor,
  { id, authorIds }: ArticleUnderCheck,
  authors: AuthorInput[],
): Promise<NewEvent[]> {
  await sawAsAuthors(tx, id, authorIds)
  const named = boundBy(authors).filter((one) => !authorIds.includes(one))
  await assertMembers(tx, actor, "authors", [...new Set(named)])
  const events = await standBack(tx, actor, id, [...new Set(named)])
  await writeAuthors(tx, actor, id, authors)
  return events
}

const boundBy = (authors: AuthorInput[]): string[] =>
  authors.flatMap((author) => ("membershipId" in author ? author.membershipId : []))

/** Claims that are due at another time with their article are told of again once that has passed. */
async function forgetTold(tx: Tx, articleId: string, was: Date | null, is: string | null | undefined): Promise<void> {
  const due = is ? new Date(is) : null
  await tx.$executeRaw`
    UPDATE "Claim" SET "dueToldAt" = NULL
    WHERE "articleId" = ${articleId}::uuid AND "dueToldAt" IS NOT NULL
      AND least("dueAt", ${was}::timestamptz) IS DISTINCT FROM least("dueAt", ${due}::timestamptz)`
}

function unbinds(article: ArticleUnderCheck, authors: AuthorInput[]): boolean {
  return article.authorIds.some((id) => !boundBy(authors).includes(id))
}

/** Refuses with `conflict`, and with what is there now, a version that is not the article's. */
export async function assertUnchanged(
  tx: Tx,
  actor: Actor,
  article: ArticleUnderCheck,
  version: number | undefined,
  read: Reading<unknown> = annotated,
): Promise<void> {
  if (version === undefined || version === article.version) return
  const about = { streamId: article.id, act: { in: ["article.edited", "article.archived", "article.restored"] } }
  const current = await read(tx, actor, article.id)
  throw await outdated(tx, actor, about, { noun: "article", seen: version, now: article.version, current })
}

/** One article with its text and its claims, as its reader may see it. */
export function readArticle(actor: Actor, articleId: string): Promise<AnnotatedArticle> {
  return annotated(db(), actor, articleId)
}

/** Replaces an article's authors; members among them are bound by it, whatever their role. */
export async function writeAuthors(tx: Tx, actor: Actor, articleId: string, authors: AuthorInput[]): Promise<void> {
  const { workspaceId } = actor
  const once = [...new Map(authors.map((author) => [JSON.stringify(author), author])).values()]
  const members = await assertMembers(tx, actor, "authors", boundBy(once))
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

async function detailed(tx: Tx, actor: Actor, articleId: string): Promise<ArticleDetails> {
  const { lead, authors } = summarised
  const where = { id: articleId, ...seenBy(actor).article }
  const row = await tx.article.findFirst({ where, include: { lead, authors } })
  if (!row) throw refuse("not-found", "article.notFound")
  const { publishedOn, dueAt, ...known } = row
  return detailsOf({
    ...known,
    lead: row.lead && asPerson(row.lead),
    publishedOn: dayOf(publishedOn),
    dueAt: dueAt?.toISOString() ?? null,
  })
}

/** The same, within an act. */
export async function annotated(tx: Tx, actor: Actor, articleId: string): Promise<AnnotatedArticle> {
  const row = await tx.article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    include: {
      ...summarised,
      importedBy: person,
      revision: { include: { createdBy: person } },
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
  const sentences = await sentencesIn(tx, revision.id)
  const { id, number, sha256, bodyStart, text, createdAt } = revision
  return {
    ...summary(actor, row, claims.map(told), countStates(sentenceStates(sentences, claims.map(covering(actor))))),
    importedBy: asPerson(row.importedBy),
    revision: {
      ...{ id, number, sha256, bodyStart, text },
      document: parseDocument(revision.document),
      createdAt: createdAt.toISOString(),
      createdBy: asPerson(revision.createdBy),
    },
    claims,
    sentences,
    signedOffAt: row.signOff && row.signOff.reason === null ? row.signOff.signedAt.toISOString() : null,
  }
}

const told = (claim: ClaimView): ClaimsTold => ({
  articleId: claim.articleId,
  state: claim.state,
  settled: isSettled(claim) && !waitsForOpinion(claim),
  placed: isPlaced(claim),
  people: [claim.markedBy, claim.assignee].filter((one) => one !== null),
  count: 1,
})

const covering =
  ({ settings }: Actor) =>
  (claim: ClaimView): CoveringClaim => ({ spans: spansIn(claim.anchors), done: isDone(claim, settings) })

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
