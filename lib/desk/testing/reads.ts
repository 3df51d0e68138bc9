/** Every read of the desk, as somebody at it would ask; of lists also by the words that may not be found. */
import { strFromU8, unzipSync } from "fflate"
import { db } from "../../db"
import { ExportFormat } from "../../domain/export-format"
import { FigureFilters } from "../../domain/figures"
import { ClaimFilters } from "../../domain/claim-list"
import { TextFilters } from "../../domain/full-text"
import type { Profile } from "../../domain/profile"
import { SourceFilters } from "../../domain/source-list"
import type { Actor } from "../../domain/workspace"
import { agreementFigures } from "../agreement"
import { countArticles, listArticles, listSections } from "../article-list"
import { readArticle } from "../articles"
import { readBoard } from "../boards"
import {
  claimThreads,
  countQueries,
  countQueriesIn,
  listThreads,
  passageThreads,
  readCommentPlace,
  readNameable,
  readOpenThreads,
} from "../comment-list"
import { annotationsOf } from "../annotation-pages"
import { isThreadAbout, pageThreads } from "../thread-pages"
import { articleTitles, countClaims, findClaims } from "../claim-list"
import { listClaims, readClaim } from "../claims"
import { earlierFiles } from "../cited-files"
import { listDeleted } from "../erasing"
import { articleHistory, claimHistory, deskHistory } from "../history"
import { readEvents, readLogged } from "../event-log"
import { exportArticle, exportForAuthor, type ExportedFile } from "../exports"
import { listDeliveries, listWebhooks } from "../webhooks"
import { approvalTimes, overdueClaims, verdictMix } from "../figures"
import { readFile } from "../files"
import { listFixes } from "../fix-list"
import { earlierInArticle } from "../earlier-in-texts"
import { articleLanguages, searchTexts } from "../full-text"
import { listInvitations } from "../invitations"
import { countKnownChecks, listKnownChecks } from "../known-checks"
import { claimsThatDisagree } from "../disagreements"
import { disagreementsOf, earlierChecks, earlierOfClaim, matchStatement } from "../memory"
import { listExports } from "../many-exports"
import { likeSources } from "../merging"
import { listMembers } from "../members"
import { readFollowing } from "../following"
import { readNotificationSettings } from "../notification-settings"
import { listNotifications, unreadNotifications } from "../notifications"
import { listOpinions } from "../opinion-list"
import { listCheckers, listNameable, listPeople } from "../people"
import { readPlacing } from "../placements"
import { listPublic, readPublicClaim, readPublicMethod, readPublicReport, readSitemap } from "../public-reports"
import { readPublication, readPublishing } from "../publishing"
import { listRemarks, remarksWaiting } from "../remark-list"
import { reviewQueue, waitingByArticle, waitingRounds } from "../reviews"
import {
  compareRevisions,
  currentRevision,
  currentRevisions,
  listRevisions,
  originalFile,
  readRevision,
  readRevisions,
  revisionOpenings,
  revisionTexts,
} from "../revisions"
import { listScales, readScale } from "../own-scales"
import { readRetention } from "../retention"
import { rulesSet } from "../rules"
import { ratingsOf, scalesOf } from "../scales"
import { searchDesk } from "../search"
import { readSignOffs } from "../sign-off-views"
import { compareSnapshots, listSnapshots, readLink } from "../snapshots"
import { countSources, groupMembers, listGroups, listSources, readLedgerSource, restingOn } from "../source-list"
import { claimsOn, findSources, readSource } from "../sources"
import { listTokens } from "../tokens"
import { readView } from "../viewing"
import { workload } from "../workload"
import { waiverRate } from "../waivers"
import { workInFlight } from "../work-in-flight"
import type { RandomDesk } from "./random-desk"
import { settledLog } from "./settled-log"

type Read = (who: Actor, here: RandomDesk) => Promise<unknown>

const clock = { now: new Date(), zone: "UTC" }
const everyFigure = FigureFilters.parse({ period: "all" })

/** Asks for each of several, the refused ones too. */
const each =
  (ids: (here: RandomDesk) => string[], read: (who: Actor, id: string) => Promise<unknown>): Read =>
  (who, here) =>
    Promise.all(ids(here).map((id) => read(who, id).catch((error: unknown) => String(error))))

const ofSources = (read: (who: Actor, id: string) => Promise<unknown>) => each(({ sourceIds }) => sourceIds, read)
const ofClaims = (read: (who: Actor, id: string) => Promise<unknown>) => each(({ claimIds }) => claimIds, read)
const ofArticle =
  (read: (who: Actor, id: string) => Promise<unknown>): Read =>
  (who, here) =>
    read(who, here.articleId)

/** A search that answers the words it was asked for would find them everywhere: how many are found is told instead. */
const byWords =
  (find: (who: Actor, word: string) => Promise<unknown>): Read =>
  (who, { planted }) =>
    Promise.all(planted.filter((_, at) => at % EACH === 0).map(({ word }) => find(who, word)))

/** Every so many words one is looked for, of each field in turn. */
const EACH = 7

/** Every snapshot that there is with itself: whoever may see it reads all of its words. */
async function compareAll(who: Actor, { sourceIds }: RandomDesk): Promise<unknown> {
  const all = await db().snapshot.findMany({ where: { sourceId: { in: sourceIds } } })
  const compared = all.map(({ id, sourceId }) => compareSnapshots(who, { sourceId, from: id, to: id }).catch(String))
  return Promise.all(compared)
}

/** Every file that there is, by its name and type; its bytes are for whoever was answered these. */
async function readAllFiles(who: Actor, { desk: { workspaceId } }: RandomDesk): Promise<unknown> {
  const all = await db().file.findMany({
    where: { workspaceId },
    select: { id: true },
  })
  return Promise.all(all.map(({ id }) => readFile(who, id).catch(String)))
}

/** An article in that format, in each profile that its reader may have. */
async function exported(who: Actor, articleId: string, format: ExportFormat): Promise<string[]> {
  const read = async (profile: Profile) =>
    wordsOf(await exportArticle(who, articleId, { format, profile, legal: "told" }))
  return Promise.all([read("public"), read("internal").catch(String)])
}

/** What is packed, unpacked. */
function wordsOf({ body }: ExportedFile): string {
  if (typeof body === "string") return body
  return Object.values(unzipSync(body))
    .map((bytes) => strFromU8(bytes))
    .join("\n")
}

export const READS: Record<string, Read> = {
  "article-list.listArticles": (who) => listArticles(who),
  "article-list.countArticles": (who) => countArticles(who),
  "article-list.listSections": (who) => listSections(who),
  "articles.readArticle": ofArticle(readArticle),
  "boards.readBoard": ofArticle((who, id) => readBoard(who, id, clock)),
  "cited-files.earlierFiles": ofSources(earlierFiles),
  "claim-list.articleTitles": (who) => articleTitles(who),
  "claim-list.countClaims": (who) => countClaims(who, ClaimFilters.parse({}), clock),
  "claim-list.findClaims": (who) => findClaims(who, ClaimFilters.parse({}), clock),
  "comment-list.claimThreads": ofClaims((who, claimId) => claimThreads(who, { claimId })),
  "comment-list.countQueries": ofArticle(countQueries),
  "comment-list.countQueriesIn": ofArticle(async (who, id) => [...(await countQueriesIn(who, [id]))]),
  "comment-list.listThreads": ofArticle(listThreads),
  "comment-list.passageThreads": ofArticle(async (who, articleId) => {
    const all = await db().comment.findMany({ where: { articleId }, select: { id: true } })
    return passageThreads(who, { articleId, threadIds: all.map(({ id }) => id) })
  }),
  "comment-list.readOpenThreads": ofArticle(readOpenThreads),
  "thread-pages.pageThreads": ofArticle(async (who, articleId) => [
    await pageThreads(who, { articleId }, { after: undefined, limit: 200 }),
  ]),
  "thread-pages.isThreadAbout": ofClaims((who, claimId) => isThreadAbout(who, claimId, { claimId })),
  "annotation-pages.annotationsOf": ofArticle((who, articleId) => annotationsOf(who, articleId, undefined)),
  "comment-list.readNameable": ofArticle((who, articleId) => readNameable(who, { articleId })),
  "comment-list.readCommentPlace": ofClaims(readCommentPlace),
  "claims.listClaims": ofArticle(listClaims),
  "claims.readClaim": ofClaims(readClaim),
  "history.articleHistory": ofArticle((who, id) => articleHistory(who, id, { filters: {}, clock })),
  "history.deskHistory": (who) => deskHistory(who, { filters: {}, clock, limit: 500 }),
  "history.claimHistory": ofClaims((who, claimId) => claimHistory(who, { claimId })),
  "erasing.listDeleted": (who) => listDeleted(who),
  "exports.exportArticle": (who, { articleId }) =>
    Promise.all(ExportFormat.options.map((format) => exported(who, articleId, format))),
  "exports.exportForAuthor": (who, { articleId }) => exportForAuthor(who, articleId).then(wordsOf, String),
  "many-exports.listExports": (who) => listExports(who),
  "figures.approvalTimes": (who) => approvalTimes(who, everyFigure, clock),
  "figures.overdueClaims": (who) => overdueClaims(who, everyFigure, clock),
  "figures.verdictMix": (who) => verdictMix(who, everyFigure, clock),
  "sign-off-views.readSignOffs": ofArticle(readSignOffs),
  "files.readFile": (who, here) => readAllFiles(who, here),
  "fix-list.listFixes": ofArticle(listFixes),
  "full-text.articleLanguages": (who) => articleLanguages(who),
  "full-text.searchTexts": byWords((who, q) => searchTexts(who, TextFilters.parse({ q }))),
  "earlier-in-texts.earlierInArticle": ofArticle(earlierInArticle),
  "invitations.listInvitations": (who) => listInvitations(who).catch(String),
  "known-checks.countKnownChecks": byWords(async (who, q) => `${await countKnownChecks(who, { q })}`),
  "known-checks.listKnownChecks": (who) => listKnownChecks(who, { q: "" }),
  "disagreements.claimsThatDisagree": (who) => claimsThatDisagree(who),
  "members.listMembers": (who) => listMembers(who).catch(String),
  "memory.disagreementsOf": ofClaims(disagreementsOf),
  // Their places are sealed anew each time, and lie behind what is hidden: they are in events.test.ts.
  "event-log.readEvents": async (who) => {
    await settledLog(who)
    const { items, more } = await readEvents(who, { limit: 5000 })
    return { items, more }
  },
  "event-log.readLog": async (who) => (await settledLog(who)).items.map(({ event }) => event),
  "memory.earlierChecks": (who, { claimIds }) => earlierChecks(who, claimIds).then(Object.fromEntries),
  "memory.earlierOfClaim": ofClaims((who, claimId) => earlierOfClaim(who, { claimId })),
  "memory.matchStatement": byWords((who, statement) => matchStatement(who, { statement })),
  "merging.likeSources": ofSources(likeSources),
  "following.readFollowing": ofArticle(readFollowing),
  "notification-settings.readNotificationSettings": (who) => readNotificationSettings(who),
  "notifications.listNotifications": (who) => listNotifications(who, { limit: 100 }),
  "notifications.unreadNotifications": (who) => unreadNotifications(who),
  "opinion-list.listOpinions": (who) => listOpinions(who),
  "people.listCheckers": (who) => listCheckers(who),
  "people.listNameable": (who) => listNameable(who),
  "people.listPeople": (who) => listPeople(who),
  "placements.readPlacing": ofArticle(readPlacing),
  "public-reports.listPublic": (_, { desk }) => listPublic(desk.slug, 1),
  "public-reports.readPublicClaim": (_, { desk, claimIds }) =>
    Promise.all(claimIds.map((id) => readPublicClaim(desk.slug, id))),
  "public-reports.readPublicMethod": (_, { desk }) => readPublicMethod(desk.slug),
  "public-reports.readPublicReport": (_, { desk, articleId }) => readPublicReport(desk.slug, articleId),
  "public-reports.readSitemap": (_, { desk }) => readSitemap(desk.slug),
  "publishing.readPublication": ofArticle(readPublication),
  "publishing.readPublishing": (who) => readPublishing(who).catch(String),
  "remark-list.listRemarks": ofArticle(listRemarks),
  "remark-list.remarksWaiting": ofArticle(remarksWaiting),
  "reviews.reviewQueue": (who) => reviewQueue(who),
  "reviews.waitingByArticle": (who) => waitingByArticle(who),
  "reviews.waitingRounds": (who) => waitingRounds(who),
  "revisions.compareRevisions": ofArticle((who, articleId) => compareRevisions(who, { articleId, from: 1, to: 1 })),
  "revisions.currentRevision": ofArticle(currentRevision),
  "revisions.currentRevisions": ofArticle((who, id) => currentRevisions(who, [id])),
  "revisions.listRevisions": ofArticle((who, id) => listRevisions(who, id)),
  "revisions.originalFile": ofArticle((who, articleId) => originalFile(who, { articleId, number: 1 })),
  "revisions.readRevision": ofArticle((who, articleId) => readRevision(who, { articleId, number: 1 })),
  "revisions.readRevisions": ofArticle(readRevisions),
  "revisions.revisionOpenings": (who, { revisionId }) => revisionOpenings(who, [revisionId]).then(Object.fromEntries),
  "revisions.revisionTexts": (who, { revisionId }) => revisionTexts(who, [revisionId]),
  "retention.readRetention": (who) => readRetention(who).catch(String),
  "rules.rulesSet": (who) => rulesSet(who).catch(String),
  "scales.scalesOf": (who) => scalesOf(who),
  "scales.ratingsOf": (who) => ratingsOf(who),
  "tokens.listTokens": (who) => listTokens(who, "own"),
  "own-scales.listScales": (who) => listScales(who).catch(String),
  "own-scales.readScale": (who) => readScale(who, { code: "theirs" }).catch(String),
  "search.searchDesk": byWords((who, query) => searchDesk(who, { query })),
  "snapshots.compareSnapshots": (who, here) => compareAll(who, here),
  "snapshots.listSnapshots": ofSources(listSnapshots),
  "snapshots.readLink": ofSources(readLink),
  "source-list.countSources": byWords(async (who, q) => `${await countSources(who, SourceFilters.parse({ q }))}`),
  "source-list.groupMembers": ofSources(groupMembers),
  "source-list.listGroups": (who) => listGroups(who),
  "source-list.listSources": (who) => listSources(who, SourceFilters.parse({}), { limit: 200 }),
  "source-list.readLedgerSource": ofSources(readLedgerSource),
  "source-list.restingOn": ofSources(restingOn),
  "sources.claimsOn": ofSources(claimsOn),
  "sources.findSources": byWords((who, query) => findSources(who, { query, limit: 50 })),
  "sources.readSource": ofSources(readSource),
  "viewing.readView": ofSources((who, sourceId) => readView(who, { sourceId })),
  "workload.workload": (who) => workload(who, everyFigure, clock),
  "agreement.agreementFigures": (who) => agreementFigures(who, everyFigure, clock),
  "waivers.waiverRate": (who) => waiverRate(who, everyFigure, clock),
  "webhooks.listDeliveries": (who) => listDeliveries(who).catch(String),
  "webhooks.listWebhooks": (who) => listWebhooks(who).catch(String),
  "event-log.readLogged": async (who, { desk }) => {
    const where = { workspaceId: desk.workspaceId }
    const events = await db().event.findMany({ where, select: { id: true }, orderBy: { id: "asc" } })
    // What is hidden is not counted: nobody is given the id of an event that they may not see.
    return (await Promise.all(events.map(({ id }) => readLogged(who, id)))).filter((logged) => logged !== null)
  },
  "work-in-flight.workInFlight": (who) => workInFlight(who, everyFigure, clock),
}
