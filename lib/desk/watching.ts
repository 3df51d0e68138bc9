/**
 * Looking at the pages of sources: when one comes into the ledger, when somebody asks, and again as long as live claims rest
 * on it. What has changed is kept, flagged on the evidence that it concerns, and told to whoever checks what rests on it.
 * What a look means, lib/domain/link.ts says; how far Stet may go, lib/outside.
 */
import { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { sha256 } from "../document"
import type { NewEvent } from "../domain/event"
import {
  afterLook,
  isWatchable,
  LinkFailure,
  type LinkNews,
  type LinkRecord,
  type Look,
  type LookedAt,
} from "../domain/link"
import { env } from "../env"
import { queueJob, type Jobs } from "../jobs"
import { lookAtPage, type FetchedPage, type Looked, type NotFetched } from "../outside/fetch-page"
import { change, unchanged } from "./change"
import { placeExcerpts } from "./excerpts"
import { flagEvidence } from "./flags"
import { asItIs } from "./page-types"
import { keepBytes } from "./reading"
import { readText, writeText, type FoundText } from "./texts"
import { tellCheckers } from "./telling-checkers"

/**
 * Looks at a source's page: fetches it whole for a person or as the first one, and else asks whether it has changed. Does
 * nothing where there is no page to look at any more. Answers where it stopped; throws what is neither the page's doing nor
 * its server's.
 */
export async function lookAtLink({ sourceId, byId }: Jobs["link"]): Promise<NotFetched | null> {
  const source = await db().source.findUnique({ where: { id: sourceId }, include: NEWEST })
  if (!source) return null
  if (!isFollowed(source)) return unwatch(sourceId)
  const [before] = source.snapshots
  const looked = await asItIs(await lookAtPage(source.url, byId === null && before ? before : null))
  const sight = { byId, url: source.url, looked, found: await wordsOf(looked) }
  if (isQuiet(source, sight)) await writeQuietly(source, sight)
  else await change({ id: null, workspaceId: source.workspaceId }, (tx) => write(tx, sourceId, sight))
  return looked.ok ? null : looked
}

/** The newest snapshot, with what tells whether a page says the same. */
const NEWEST = {
  snapshots: {
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    take: 1,
    include: { file: { select: { sha256: true, text: { select: { sha256: true } } } } },
  },
} as const satisfies Prisma.SourceInclude
type Followed = Prisma.SourceGetPayload<{ include: typeof NEWEST }>

/** A page as it was found. */
interface Sight {
  byId: string | null
  /** The address that was looked at. */
  url: string
  looked: Looked
  /** What is written in it; null where nothing came. */
  found: FoundText | null
}

const isFollowed = (source: Followed): source is Followed & { url: string } =>
  source.mergedIntoId === null && isWatchable(source)

async function unwatch(sourceId: string): Promise<null> {
  await db().source.updateMany({ where: { id: sourceId }, data: { linkDueAt: null } })
  return null
}

async function wordsOf(looked: Looked): Promise<FoundText | null> {
  if (!looked.ok || looked.page === null) return null
  const { bytes, charset, url, contentType: type } = looked.page
  return readText({ type, bytes, charset, address: url })
}

/** What was seen, beside what was there before. */
function lookOf({ looked, found }: Sight, [before]: Followed["snapshots"]): Look {
  if (!looked.ok) return { kind: "failed", step: looked.step, detail: looked.detail }
  const { movedTo } = looked.page ?? looked
  if (looked.page === null) return { kind: "seen", text: "same", movedTo }
  if (!before) return { kind: "seen", text: "first", movedTo }
  const [now, then] =
    found?.state === "read"
      ? [sha256(found.text), before.file.text?.sha256]
      : [sha256(looked.page.bytes), before.file.sha256]
  return { kind: "seen", text: now === then ? "same" : "changed", movedTo }
}

function recordOf(source: Followed): LinkRecord {
  const { linkState: state, linkStateAt: stateAt, linkFailures: failures, movedTo } = source
  return { state, stateAt, failures, movedTo, failure: LinkFailure.nullable().catch(null).parse(source.linkFailure) }
}

function judged(source: Followed, sight: Sight, isUnsettled: boolean): { look: Look; after: LookedAt } {
  const look = lookOf(sight, source.snapshots)
  const everyHours = env().STET_WATCH_HOURS
  return {
    look,
    after: afterLook(recordOf(source), look, { now: new Date(), everyHours, url: sight.url, isUnsettled }),
  }
}

/** Whether a look found nothing that anybody wants to be told of, and nothing to keep: most do. */
function isQuiet(source: Followed, sight: Sight): boolean {
  const { look, after } = judged(source, sight, true)
  return after.news.length === 0 && !isKept(look, sight) && after.state === source.linkState
}

/** The first snapshot, one that says something else, and what a person asked for. */
function isKept(look: Look, { byId }: Sight): boolean {
  return look.kind === "seen" && (look.text !== "same" || byId !== null)
}

/** When it was looked at, and how often in vain: nothing happened, so there is nothing to tell. */
async function writeQuietly(source: Followed, sight: Sight): Promise<void> {
  const { after } = judged(source, sight, await isUnsettled(db(), source.id))
  const { id, url, linkCheckedAt } = source
  await db().source.updateMany({ where: { id, url, linkCheckedAt, neverRefetch: false }, data: columnsOf(after) })
}

/** Whether somebody has still to look at what had changed. */
async function isUnsettled(tx: Tx, sourceId: string): Promise<boolean> {
  const flagged = { sourceId, flag: "passage_changed", claim: { withdrawnAt: null } } as const
  return (await tx.evidence.count({ where: flagged })) > 0
}

async function write(tx: Tx, sourceId: string, sight: Sight) {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid FOR NO KEY UPDATE`
  const source = await tx.source.findUnique({ where: { id: sourceId }, include: NEWEST })
  // It was given another address meanwhile, or is not to be fetched any more: what came is dropped.
  if (!source || !isFollowed(source) || source.url !== sight.url) return unchanged(null)
  const { look, after } = judged(source, sight, await isUnsettled(tx, sourceId))
  await tx.source.update({ where: { id: sourceId }, data: columnsOf(after) })
  const kept = isKept(look, sight) ? await keepSnapshot(tx, source, sight) : []
  const news = await flagNews(tx, source, after.news)
  const [first = newsOf(source, "checked"), ...rest] = [...kept, ...news]
  return { result: null, events: [first, ...rest] as const }
}

function columnsOf({ state, stateAt, failures, failure, movedTo, checkedAt, dueAt }: LookedAt) {
  return {
    ...{ linkState: state, linkStateAt: stateAt, linkFailures: failures, movedTo },
    ...{ linkCheckedAt: checkedAt, linkDueAt: dueAt },
    linkFailure: failure === null ? Prisma.DbNull : { ...failure },
  }
}

/** Keeps a page as it is: its bytes, what is written in it, and where the excerpts of it stand now. */
async function keepSnapshot(tx: Tx, source: Followed, { looked, found, byId }: Sight): Promise<NewEvent[]> {
  if (!looked.ok || looked.page === null || found === null) return []
  const { id: sourceId, workspaceId, createdById } = source
  const { bytes, contentType: type } = looked.page
  // Whoever sees another source that says the same is told nothing of this one, nor by it.
  const among = { snapshots: { some: { sourceId } } }
  const fileId = await keepBytes(tx, { id: byId ?? createdById, workspaceId }, { bytes, type, among })
  await writeText(tx, { id: fileId, workspaceId }, found)
  await tx.snapshot.create({ data: { workspaceId, sourceId, fileId, takenById: byId, ...headOf(looked.page) } })
  await placeExcerpts(tx, sourceId)
  return [{ stream: workspaceId, act: "snapshot.taken", subjects: { source: sourceId, file: fileId }, payload: {} }]
}

function headOf({ url, charset, etag, lastModified, fetchedAt: takenAt }: FetchedPage) {
  return { url, charset, etag, lastModified, takenAt }
}

function newsOf({ id, workspaceId }: Followed, what: LinkNews | "checked"): NewEvent {
  return { stream: workspaceId, act: `link.${what}`, subjects: { source: id }, payload: {} }
}

/**
 * Flags the evidence that the news concern, and tells whoever checks what rests on it. A passage that still stands there is
 * no alarm, whatever has changed around it; of evidence without one nobody can say.
 */
async function flagNews(tx: Tx, source: Followed, news: readonly LinkNews[]): Promise<NewEvent[]> {
  const told: NewEvent[] = []
  for (const one of news) {
    told.push(newsOf(source, one))
    const concern = CONCERNS[one]
    if (!concern) continue
    const flagged = await flagEvidence(tx, concern.flag, { sourceId: source.id, ...concern.where })
    await tellCheckers(
      tx,
      source,
      concern.flag,
      flagged.flatMap(({ subjects }) => subjects.claim ?? []),
    )
    told.push(...flagged)
  }
  return told
}

/** Evidence of which nobody can say that its passage still stands there. */
const UNSURE = {
  OR: [{ excerpt: null }, { excerptState: null }, { excerptState: { in: ["similar", "missing"] } }],
} satisfies Prisma.EvidenceWhereInput

const CONCERNS = {
  changed: { flag: "passage_changed", where: UNSURE },
  moved: { flag: "page_moved", where: UNSURE },
  gone: { flag: "page_gone", where: {} },
  back: null,
} as const satisfies Record<LinkNews, { flag: string; where: Prisma.EvidenceWhereInput } | null>

/** A look that is queued is given an hour before the watch would queue it again. */
const GRACE_MS = 3_600_000

/** Has a page looked at for the first time, for whoever brought it. In the transaction that brings it. */
export async function followPage(
  tx: Tx,
  source: { id: string; url: string | null; neverRefetch: boolean },
  byId: string,
): Promise<void> {
  if (!isWatchable(source)) return
  await tx.source.update({ where: { id: source.id }, data: { linkDueAt: new Date(Date.now() + GRACE_MS) } })
  await queueJob(tx, "link", { sourceId: source.id, byId })
}

/**
 * Whether a change of these fields concerns what is known of a page: whoever writes them clears `linkDueAt` along with it,
 * and calls `refollowPage` after.
 */
export function concernsPage(changed: readonly string[]): boolean {
  return changed.includes("url") || changed.includes("neverRefetch")
}

/** Has a page looked at anew as its source is now: what is known of one address says nothing of another one. */
export async function refollowPage(
  tx: Tx,
  source: { id: string; url: string | null; neverRefetch: boolean },
  changed: readonly string[],
  byId: string,
): Promise<void> {
  if (!concernsPage(changed)) return
  if (changed.includes("url")) await tx.source.update({ where: { id: source.id }, data: UNKNOWN })
  await followPage(tx, source, byId)
}

const UNKNOWN = {
  ...{ linkState: null, linkStateAt: null, linkCheckedAt: null, linkDueAt: null, movedTo: null },
  ...{ linkFailures: 0, linkFailure: Prisma.DbNull },
  ...{ archiveState: null, archiveUrl: null, archivedAt: null, archivedById: null, archiveFailure: Prisma.DbNull },
}

/** A page on which nothing rested until now is due at once, but where the first look at it is under way. */
export async function watchPage(tx: Tx, sourceId: string): Promise<void> {
  const now = new Date()
  const where = { id: sourceId, linkDueAt: { gt: now }, linkCheckedAt: { not: null }, linkFailures: 0 }
  const others = await tx.evidence.count({ where: { sourceId, claim: { withdrawnAt: null } } })
  if (others === 1) await tx.source.updateMany({ where, data: { linkDueAt: now } })
}

/** In one minute; with one page a minute of each host a desk of a thousand hosts is looked at in a quarter of an hour. */
const MOST_LOOKS = 60
const MOST_PUT_OFF = 500

/** Queues a look at pages that are due, of each host one. Pages that no live claim rests on are put off. */
export async function queueDueLinks(): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE "Source" SET "linkDueAt" = now() + ${env().STET_WATCH_HOURS} * interval '1 hour'
      WHERE "id" IN (
        SELECT s."id" FROM "Source" s WHERE ${DUE} AND NOT ${CITED}
        ORDER BY s."linkDueAt" LIMIT ${MOST_PUT_OFF} FOR NO KEY UPDATE OF s SKIP LOCKED)`
    const due = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Source" SET "linkDueAt" = ${new Date(Date.now() + GRACE_MS)}
      WHERE "id" IN (
        SELECT d."id" FROM (
          SELECT DISTINCT ON (${HOST}) s."id", s."linkDueAt" FROM "Source" s WHERE ${DUE} AND ${CITED}
          ORDER BY ${HOST}, s."linkDueAt") d
        ORDER BY d."linkDueAt" LIMIT ${MOST_LOOKS})
      RETURNING "id"`
    for (const { id: sourceId } of due) await queueJob(tx, "link", { sourceId, byId: null })
  })
}

const DUE = Prisma.sql`s."linkDueAt" <= now() AND s."mergedIntoId" IS NULL AND NOT s."neverRefetch"`
const HOST = Prisma.sql`lower(substring(s."url" from '^https?://([^/?#]+)'))`
const CITED = Prisma.sql`EXISTS (
  SELECT 1 FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" JOIN "Article" a ON a."id" = c."articleId"
  WHERE e."sourceId" = s."id" AND c."withdrawnAt" IS NULL AND a."archivedAt" IS NULL)`
