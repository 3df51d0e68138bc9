/**
 * What everybody can read: nobody is asked who they are, so that nothing here knows an actor. It takes up only what went
 * out: the texts and verdicts that a sign-off froze, of articles that are published at a desk that publishes.
 */
import { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { readMarkdown } from "../document"
import { isSlug } from "../domain/door"
import type { EventAct } from "../domain/event"
import { Id } from "../domain/id"
import type {
  AtAddress,
  PublicClaim,
  PublicDesk,
  PublicIndex,
  PublicItem,
  PublicList,
  PublicMethod,
  PublicReport,
} from "../domain/report"
import { SignedArticle } from "../domain/sign-off"
import { WorkspaceSettings } from "../domain/workspace"
import { publicNotes } from "./public-notes"
import { publicScales } from "./public-scales"
import { dayOf, listedCorrections } from "./relations"

/** Of one page of the list. */
const LISTED = 50

/** Of one article; no article has seen more. */
const MOST_CORRECTIONS = 200

/** What search engines take of one file is twice as much. */
const MOST_INDEXED = 20_000

/** An article's report: as it stands, or as it went out as that version. */
export async function readPublicReport(
  slug: string,
  articleId: string,
  version?: number,
): Promise<AtAddress<PublicReport>> {
  const found = await publicArticle(slug, { articleId })
  if (found.kind !== "shown") return found
  const report = await reportOf(found.page, { version })
  return report ? { kind: "shown", page: report } : { kind: "none" }
}

/** A claim of other people's, with its verdict as it stands, or as it went out in that version of its article. */
export async function readPublicClaim(
  slug: string,
  claimId: string,
  version?: number,
): Promise<AtAddress<PublicClaim>> {
  const found = Id.safeParse(claimId).success ? await publicArticle(slug, { claimId }) : ({ kind: "none" } as const)
  if (found.kind !== "shown") return found
  const report = await reportOf(found.page, { version, claimId })
  const note = report?.notes.find((one) => one.claimId === claimId && one.hasPage)
  if (report && note) {
    const { desk, articleId, title, language, latest, signedAt } = report
    const corrections = report.corrections.filter(({ claim }) => claim?.id === claimId)
    const page = { desk, articleId, title, language, version: report.version, latest, signedAt, note, corrections }
    return { kind: "shown", page }
  }
  // What was there and was taken back is gone; what never went out never was.
  const wentOut = report && version === undefined && (await hasGoneOut(report.articleId, claimId))
  return wentOut ? { kind: "gone", desk: found.page.desk } : { kind: "none" }
}

/** What is public at a desk, page by page. */
export async function listPublic(slug: string, page: number): Promise<AtAddress<PublicList>> {
  const found = await publishingDesk(slug)
  if (!found) return { kind: "none" }
  const { desk, workspaceId } = found
  const rows = await db().$queryRaw<(Omit<PublicItem, "publishedAt" | "signedAt"> & Moments)[]>`
    SELECT p."articleId", p."publishedAt", s."signedAt", s."snapshot"->>'title' AS "title", s."snapshot"->>'dek' AS "dek",
      s."snapshot"->>'language' AS "language", a."goneOut" = 'under_review' AS "underReview"
    FROM "Publication" p JOIN "Article" a ON a."id" = p."articleId" JOIN "SignOff" s ON s."id" = a."signOffId"
    WHERE p."workspaceId" = ${workspaceId}::uuid AND p."unpublishedAt" IS NULL AND a."deletedAt" IS NULL
    ORDER BY p."publishedAt" DESC, p."articleId" DESC LIMIT ${LISTED + 1} OFFSET ${(page - 1) * LISTED}`
  const items = rows.slice(0, LISTED).map((row): PublicItem => ({
    ...row,
    publishedAt: row.publishedAt.toISOString(),
    signedAt: row.signedAt.toISOString(),
  }))
  return { kind: "shown", page: { desk, items, page, hasMore: rows.length > LISTED } }
}

interface Moments {
  publishedAt: Date
  signedAt: Date
}

/** How the desk checks, in its words. */
export async function readPublicMethod(slug: string): Promise<AtAddress<PublicMethod>> {
  const found = await publishingDesk(slug)
  if (!found?.method) return { kind: "none" }
  const { document } = readMarkdown(found.method, { title: found.desk.name })
  return { kind: "shown", page: { desk: found.desk, document, scales: await publicScales(found.workspaceId) } }
}

/** The addresses of all that is public. */
export async function readSitemap(slug: string): Promise<AtAddress<PublicIndex>> {
  const found = await publishingDesk(slug)
  if (!found) return { kind: "none" }
  const { desk, workspaceId } = found
  const isPublic = { workspaceId, unpublishedAt: null, article: { deletedAt: null } }
  const changed = { select: { signedAt: true } } as const
  const [articles, claims] = await Promise.all([
    db().publication.findMany({
      where: isPublic,
      select: { articleId: true, article: { select: { signOff: changed } } },
      orderBy: [{ publishedAt: "desc" }, { articleId: "desc" }],
      take: MOST_INDEXED,
    }),
    db().claim.findMany({
      where: { workspaceId, job: "theirs", signOffId: { not: null }, article: { publication: isPublic } },
      select: { id: true, article: { select: { signOff: changed } } },
      orderBy: { id: "desc" },
      take: MOST_INDEXED,
    }),
  ])
  const moment = (signOff: { signedAt: Date } | null) => signOff?.signedAt.toISOString() ?? ""
  return {
    kind: "shown",
    page: {
      desk,
      articles: articles.map(({ articleId, article }) => ({ articleId, changedAt: moment(article.signOff) })),
      claims: claims.map(({ id, article }) => ({ claimId: id, changedAt: moment(article.signOff) })),
    },
  }
}

const ofDesk = {
  select: { id: true, slug: true, name: true, settings: true, imprint: true },
} as const satisfies Prisma.WorkspaceDefaultArgs
type DeskRow = Prisma.WorkspaceGetPayload<typeof ofDesk>

async function publishingDesk(slug: string) {
  const row = isSlug(slug) ? await db().workspace.findUnique({ where: { slug }, ...ofDesk }) : null
  if (!row || !WorkspaceSettings.parse(row.settings).publishes) return null
  return { workspaceId: row.id, desk: deskOf(row), method: row.imprint?.method.trim() ?? "" }
}

function deskOf({ slug, name, imprint }: DeskRow): PublicDesk {
  return {
    slug,
    name: imprint?.name ?? name,
    url: imprint?.url ?? null,
    language: imprint?.language ?? "en",
    hasMethod: Boolean(imprint?.method.trim()),
  }
}

const ofArticle = {
  select: {
    publishedAt: true,
    unpublishedAt: true,
    article: {
      select: {
        id: true,
        deletedAt: true,
        publisher: true,
        publishedOn: true,
        sourceUrl: true,
        workspace: ofDesk,
        signOff: { select: { number: true } },
        reopenings: { where: { claimId: null, closedById: null }, select: { openedAt: true }, take: 1 },
        corrections: { ...listedCorrections, take: MOST_CORRECTIONS },
      },
    },
  },
} as const satisfies Prisma.PublicationDefaultArgs
type ArticleRow = Prisma.PublicationGetPayload<typeof ofArticle>

type PublicArticle = ArticleRow & { desk: PublicDesk; settings: WorkspaceSettings }

/** An article that is public, or was. */
async function publicArticle(
  slug: string,
  asked: { articleId: string } | { claimId: string },
): Promise<AtAddress<PublicArticle>> {
  const isAsked = "articleId" in asked ? { id: asked.articleId } : { claims: { some: { id: asked.claimId } } }
  if (!isSlug(slug) || !Id.safeParse(Object.values(asked)[0]).success) return { kind: "none" }
  const row = await db().publication.findFirst({
    where: { article: { ...isAsked, workspace: { slug } } },
    ...ofArticle,
  })
  if (!row) return erasedArticle(slug, asked)
  const desk = deskOf(row.article.workspace)
  const settings = WorkspaceSettings.parse(row.article.workspace.settings)
  if (row.unpublishedAt || row.article.deletedAt || !settings.publishes) {
    // Of a claim nobody is told whether it was among what was shown.
    return "articleId" in asked || (await hasGoneOut(row.article.id, asked.claimId))
      ? { kind: "gone", desk }
      : { kind: "none" }
  }
  return { kind: "shown", page: { ...row, desk, settings } }
}

/**
 * Of an article that was erased, its log alone knows still whether it was public; and of a claim of it whether it had been
 * sent when the article went out last, as far as that can be known: whoever asks has its address from somewhere.
 */
async function erasedArticle(
  slug: string,
  asked: { articleId: string } | { claimId: string },
): Promise<AtAddress<PublicArticle>> {
  const articleId = "articleId" in asked ? asked.articleId : await articleOfSent(asked.claimId)
  if (articleId === null) return { kind: "none" }
  const article = await db().article.findFirst({
    where: { id: articleId, erasedAt: { not: null }, workspace: { slug } },
    select: { workspace: ofDesk },
  })
  const told = { streamId: articleId, act: "article.published" }
  const wasPublic = article !== null && (await db().event.count({ where: told })) > 0
  return wasPublic ? { kind: "gone", desk: deskOf(article.workspace) } : { kind: "none" }
}

/** The article that went out after a claim of it was sent, by the log; null where none did. */
async function articleOfSent(claimId: string): Promise<string | null> {
  const sent = await db().event.findFirst({
    where: { claimId, act: "round.sent" },
    select: { streamId: true, seq: true },
    orderBy: { seq: "asc" },
  })
  if (!sent) return null
  const { streamId, seq } = sent
  const act = { in: ["article.signed_off", "article.released"] satisfies EventAct[] }
  return (await db().event.count({ where: { streamId, act, seq: { gt: seq } } })) > 0 ? streamId : null
}

/** The report of one version; of its claims one alone where one is asked for. Null where there is no such version. */
async function reportOf(
  { article, publishedAt, desk, settings }: PublicArticle,
  { version, claimId }: { version?: number | undefined; claimId?: string },
): Promise<PublicReport | null> {
  const latest = article.signOff?.number ?? 0
  const shown = version ?? latest
  const signOff = await db().signOff.findUnique({
    where: { articleId_number: { articleId: article.id, number: shown } },
    select: { signedAt: true, snapshot: true, revision: { select: { id: true, document: true } } },
  })
  if (!signOff) return null
  const signed = SignedArticle.parse(signOff.snapshot)
  const { title, dek, byline, language } = signed
  return {
    ...{ desk, articleId: article.id, title, dek, byline, language, version: shown, latest },
    publisher: article.publisher,
    publishedOn: dayOf(article.publishedOn),
    sourceUrl: article.sourceUrl,
    document: Document.parse(signOff.revision.document),
    signedAt: signOff.signedAt.toISOString(),
    publishedAt: publishedAt.toISOString(),
    underReviewSince: shown === latest ? (article.reopenings[0]?.openedAt.toISOString() ?? null) : null,
    notes: await publicNotes({
      articleId: article.id,
      signed,
      version: shown,
      isLatest: shown === latest,
      claimId,
      settings,
    }),
    corrections: correctionsOf(article).filter(({ to }) => to <= shown),
  }
}

/** It was checked when it came in. */
const Document = z.custom<PublicReport["document"]>((value) => typeof value === "object" && value !== null)

function correctionsOf({ corrections }: ArticleRow["article"]): PublicReport["corrections"] {
  return corrections.map(({ kind, notice, listedAt, claim, reopening, signOff }) => ({
    ...{ kind, notice, claim },
    at: listedAt.toISOString(),
    from: reopening.signOff.number,
    to: signOff.number,
  }))
}

/** Whether a claim was ever among what readers were shown, on a page of its own. */
async function hasGoneOut(articleId: string, claimId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "SignOff" s, jsonb_array_elements(s."snapshot"->'claims') c
      JOIN "Claim" k ON k."id" = (c->>'id')::uuid AND k."job" = 'theirs'
      WHERE s."articleId" = ${articleId}::uuid AND c->>'id' = ${claimId} AND c->>'open' IS NULL
    ) AS found`
  return row?.found ?? false
}
