/**
 * No row of another workspace is reached by any act or read: every function that the desk exports is called by the owner
 * of another desk with the ids of this one. What is neither act nor read is named, with the reason.
 */
import { v7 as newId } from "uuid"
import { beforeAll, describe, expect } from "vitest"
import { db } from "../db"
import { ClaimFilters } from "../domain/claim-list"
import { FigureFilters } from "../domain/figures"
import { SourceFilters } from "../domain/source-list"
import { Refusal } from "../domain/refusal"
import { countArticles, listArticles, listSections } from "./article-list"
import { editArticle, editDetails, readArticle } from "./articles"
import { archiveArticle, restoreArticle } from "./archive"
import { assignClaims, resumeClaim, waitOn } from "./arrangements"
import { readBoard } from "./boards"
import { articleTitles, countClaims, findClaims } from "./claim-list"
import { editClaim, listClaims, markClaim, markClaims, readClaim, restoreClaim, withdrawClaim } from "./claims"
import { markCoverage, readCoverage } from "./coverage"
import { acceptFix, acceptFixes } from "./accepting"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { approvalTimes, overdueClaims, verdictMix } from "./figures"
import { checkFinal } from "./final-checks"
import { alreadyImported, importArticle } from "./imports"
import { answerImport, listImports, stopImports, trackedChanges } from "./intake"
import { likeArticle } from "./likeness"
import { changedSinceImport, checkFinalLink, reviseFromLink } from "./links"
import { read } from "./reading"
import { listFixes } from "./fix-list"
import { answerFix, declineFix, dropFix, proposeFix } from "./fixes"
import { seatOf } from "./people"
import { confirmPlace, readPlacing, reanchorClaim } from "./placements"
import { listRemarks, remarksWaiting } from "./remark-list"
import { decideRemark, reopenRemark } from "./remarks"
import { approveKept, decideReview, reviewQueue, waitingByArticle, waitingRounds } from "./reviews"
import { editText, restoreRevision, reviseArticle } from "./revising"
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
} from "./revisions"
import { startDesk, startOwnDesk } from "./setup"
import { searchDesk } from "./search"
import { countSources, listSources, readLedgerSource, restingOn } from "./source-list"
import { addSource, claimsOn, editSource, findSources, readSource } from "./sources"
import { exportedFunctions } from "./testing/exported"
import { CANARY, CANARY_ADDRESS, furnished, type Attempt, type Furnished } from "./testing/furnished"
import { everything, newSource, openDesk, test, type Desk, typed } from "./testing/desk"
import { COMMENT_ATTEMPTS, COMMENTS_APART } from "./testing/comment-acts"
import { OPINION_ATTEMPTS, OPINIONS_APART } from "./testing/opinion-attempts"
import { ROUND_ATTEMPTS, ROUNDS_APART } from "./testing/round-attempts"
import { HISTORY_ATTEMPTS, HISTORY_PARTS } from "./testing/history-attempts"
import { CONTACT_ATTEMPTS, CONTACT_PARTS } from "./testing/contact-attempts"
import { EXPORT_APART, EXPORT_ATTEMPTS } from "./testing/export-acts"
import { FILE_ATTEMPTS, FILES_APART } from "./testing/file-attempts"
import { LINK_ATTEMPTS } from "./testing/link-attempts"
import { LEDGER_ATTEMPTS } from "./testing/ledger-attempts"
import { MEMORY_ATTEMPTS } from "./testing/memory-attempts"
import { PEOPLE_APART, PEOPLE_ATTEMPTS } from "./testing/people-attempts"
import { PUBLICATION_ATTEMPTS, PUBLICATION_PARTS } from "./testing/publication-acts"
import { RETENTION_ATTEMPTS, RETENTION_PARTS } from "./testing/retention-acts"
import { SCALE_ATTEMPTS, SCALE_PARTS } from "./testing/scale-acts"
import { SIGN_OFF_ATTEMPTS, SIGN_OFF_PARTS } from "./testing/sign-off-attempts"
import { TELLING_APART, TELLING_ATTEMPTS } from "./testing/telling-attempts"
import { SEARCH_ATTEMPTS } from "./testing/search-attempts"
import { tickClaim } from "./ticks"
import { draftVerdict } from "./verdicts"
import { workInFlight } from "./work-in-flight"

const page = { url: CANARY_ADDRESS }
const first = { from: 1, to: 1 }
const everyClaim = ClaimFilters.parse({})
const everyFigure = FigureFilters.parse({ period: "all" })
const clock = { now: new Date(), zone: "UTC" }
const verdict = { rating: "true", conclusion: "So it is." }
const context = { stance: "context" } as const
const spans = [{ start: 0, end: 4 }]
const fields = { statement: "Taxes rose." }
const bytes = new TextEncoder().encode("Title\n\nSome words of an article.\n")

const ATTEMPTS: Record<string, Attempt> = {
  ...LINK_ATTEMPTS,
  ...LEDGER_ATTEMPTS,
  ...MEMORY_ATTEMPTS,
  ...PEOPLE_ATTEMPTS,
  ...COMMENT_ATTEMPTS,
  ...OPINION_ATTEMPTS,
  ...ROUND_ATTEMPTS,
  ...CONTACT_ATTEMPTS,
  ...HISTORY_ATTEMPTS,
  ...SEARCH_ATTEMPTS,
  ...TELLING_ATTEMPTS,
  ...SIGN_OFF_ATTEMPTS,
  ...PUBLICATION_ATTEMPTS,
  ...SCALE_ATTEMPTS,
  ...RETENTION_ATTEMPTS,
  ...EXPORT_ATTEMPTS,
  ...FILE_ATTEMPTS,
  "articles.editArticle": [
    (who, { articleId }) => editArticle(who, { articleId, fields: { section: "x" } }),
    "not-found",
  ],
  "articles.editDetails": [
    (who, { articleId }) => editDetails(who, { articleId, fields: { section: "x" } }),
    "not-found",
  ],
  "articles.readArticle": [(who, { articleId }) => readArticle(who, articleId), "not-found"],
  "article-list.listArticles": [(who) => listArticles(who, { query: CANARY }), null],
  "article-list.countArticles": [(who, { desk }) => countArticles(who, { person: desk.checker.id }), null],
  "article-list.listSections": [(who) => listSections(who), null],
  "placements.readPlacing": [(who, { articleId }) => readPlacing(who, articleId), "not-found"],
  "placements.confirmPlace": [(who, { claimId }) => confirmPlace(who, { claimId }), "not-found"],
  "placements.reanchorClaim": [
    (who, { claimId, revisionId }) => reanchorClaim(who, { claimId, revisionId, spans }),
    "not-found",
  ],
  "remark-list.listRemarks": [(who, { articleId }) => listRemarks(who, articleId), "not-found"],
  "remark-list.remarksWaiting": [(who, { articleId }) => remarksWaiting(who, articleId), null],
  "remarks.decideRemark": [(who, { remarkId }) => decideRemark(who, { remarkId, outcome: "note" }), "not-found"],
  "remarks.reopenRemark": [(who, { remarkId }) => reopenRemark(who, { remarkId }), "not-found"],
  "claims.markClaim": [(who, here) => markClaim(who, { ...here, spans, fields: {} }), "not-found"],
  "claims.markClaims": [
    (who, { articleId, revisionId }) => markClaims(who, { articleId, revisionId, claims: [{ spans, fields: {} }] }),
    "not-found",
  ],
  "archive.archiveArticle": [(who, { articleId }) => archiveArticle(who, { articleId }), "not-found"],
  "archive.restoreArticle": [(who, { articleId }) => restoreArticle(who, { articleId }), "not-found"],
  "arrangements.assignClaims": [
    (who, { claimId }) => assignClaims(who, { claims: [{ claimId }], assigneeId: who.id }),
    "not-found",
  ],
  "arrangements.waitOn": [
    (who, { claimId }) => waitOn(who, { claimId, waiting: { on: "author", whom: null, chaseAt: null } }),
    "not-found",
  ],
  "arrangements.resumeClaim": [(who, { claimId }) => resumeClaim(who, { claimId }), "not-found"],
  "boards.readBoard": [(who, { articleId }) => readBoard(who, articleId, clock), "not-found"],
  "coverage.markCoverage": [
    (who, { articleId, revisionId }) =>
      markCoverage(who, { articleId, revisionId, sentences: [0], mark: "nothing_to_check" }),
    "not-found",
  ],
  "coverage.readCoverage": [(who, { articleId }) => readCoverage(who, articleId), "not-found"],
  "ticks.tickClaim": [(who, here) => tickClaim(who, { ...here, spans }), "not-found"],
  "claims.restoreClaim": [(who, { claimId }) => restoreClaim(who, { claimId }), "not-found"],
  "claim-list.articleTitles": [(who) => articleTitles(who), null],
  "claim-list.countClaims": [(who) => countClaims(who, everyClaim, clock), null],
  "claim-list.findClaims": [
    (who, { articleId }) => findClaims(who, { ...everyClaim, article: articleId }, clock),
    null,
  ],
  "claims.editClaim": [(who, { claimId }) => editClaim(who, { claimId, fields }), "not-found"],
  "claims.withdrawClaim": [(who, { claimId }) => withdrawClaim(who, { claimId, reason: "x" }), "not-found"],
  "claims.readClaim": [(who, { claimId }) => readClaim(who, claimId), "not-found"],
  "claims.listClaims": [(who, { articleId }) => listClaims(who, articleId), "not-found"],
  "evidence.addEvidence": [
    (who, { claimId, sourceId }) => addEvidence(who, { claimId, source: { id: sourceId }, evidence: context }),
    "not-found",
  ],
  "evidence.editEvidence": [(who, { evidenceId }) => editEvidence(who, { evidenceId, evidence: context }), "not-found"],
  "evidence.removeEvidence": [(who, { evidenceId }) => removeEvidence(who, { evidenceId }), "not-found"],
  "final-checks.checkFinal": [
    (who, { articleId }) =>
      checkFinal(who, { articleId, bytes, format: "text", origin: "paste", given: {}, head: "read" }),
    "not-found",
  ],
  "figures.approvalTimes": [(who) => approvalTimes(who, everyFigure, clock), null],
  "figures.overdueClaims": [(who) => overdueClaims(who, everyFigure, clock), null],
  "figures.verdictMix": [(who) => verdictMix(who, everyFigure, clock), null],
  "imports.alreadyImported": [
    (who) => alreadyImported(who, { bytes, format: "text", origin: "file", given: { title: CANARY } }),
    null,
  ],
  "intake.answerImport": [(who, { importId }) => answerImport(who, { importId, becomes: "article" }), "not-found"],
  "intake.listImports": [(who) => listImports(who, { endedSince: new Date(0) }), null],
  "intake.stopImports": [(who, { importId }) => stopImports(who, { importIds: [importId] }), "conflict"],
  "intake.trackedChanges": [(who, { importId }) => trackedChanges(who, { importId }), "not-found"],
  "likeness.likeArticle": [
    async (who) => likeArticle(who, await read({ bytes, format: "text", origin: "file", given: { title: CANARY } })),
    null,
  ],
  "links.changedSinceImport": [(who, { articleId }) => changedSinceImport(who, { articleId }), "not-found"],
  "links.checkFinalLink": [(who, { articleId }) => checkFinalLink(who, { articleId, ...page }), "not-found"],
  "links.reviseFromLink": [(who, { articleId }) => reviseFromLink(who, { articleId, ...page }), "not-found"],
  "fix-list.listFixes": [(who, { articleId }) => listFixes(who, articleId), "not-found"],
  "fixes.proposeFix": [(who, { claimId }) => proposeFix(who, { claimId, wording: "x", reason: null }), "not-found"],
  "fixes.dropFix": [(who, { claimId }) => dropFix(who, { claimId }), "not-found"],
  "fixes.answerFix": [
    (who, { fixId }) => answerFix(who, { fixId, answer: "accepted", wording: null, reason: null }),
    "not-found",
  ],
  "fixes.declineFix": [(who, { fixId }) => declineFix(who, { fixId }), "not-found"],
  "accepting.acceptFix": [
    (who, { fixId }) => acceptFix(who, { fixId, version: undefined, take: undefined }),
    "not-found",
  ],
  "accepting.acceptFixes": [
    (who, { articleId, fixId }) => acceptFixes(who, { articleId, fixes: [{ fixId, take: "proposed" }] }),
    "not-found",
  ],
  "imports.importArticle": [
    (who, { desk }) => {
      const authors = [{ membershipId: desk.author.id }]
      return importArticle(who, { bytes, format: "text", origin: "paste", given: { authors } })
    },
    "invalid",
  ],
  "reviews.approveKept": [
    (who, { roundId }) => approveKept(who, { reviewerId: who.id, roundId, version: 1 }),
    "not-found",
  ],
  "reviews.decideReview": [(who, { roundId }) => decideReview(who, { roundId, decision: "approve" }), "not-found"],
  "reviews.reviewQueue": [(who) => reviewQueue(who), null],
  "reviews.waitingByArticle": [(who) => waitingByArticle(who), null],
  "reviews.waitingRounds": [(who) => waitingRounds(who), null],
  "revising.editText": [
    (who, { articleId, revisionId: baseId }) => editText(who, { articleId, baseId, steps: [typed("New ", 1)] }),
    "not-found",
  ],
  "revising.restoreRevision": [(who, { articleId }) => restoreRevision(who, { articleId, number: 1 }), "not-found"],
  "revising.reviseArticle": [
    (who, { articleId }) =>
      reviseArticle(who, { articleId, bytes, format: "text", given: {}, origin: "paste", head: "read" }),
    "not-found",
  ],
  "revisions.compareRevisions": [(who, { articleId }) => compareRevisions(who, { articleId, ...first }), "not-found"],
  "revisions.listRevisions": [(who, { articleId }) => listRevisions(who, articleId), "not-found"],
  "revisions.readRevision": [(who, { articleId }) => readRevision(who, { articleId, number: 1 }), "not-found"],
  "revisions.readRevisions": [(who, { articleId }) => readRevisions(who, articleId), "not-found"],
  "revisions.originalFile": [(who, { articleId }) => originalFile(who, { articleId, number: 1 }), "not-found"],
  "revisions.currentRevision": [(who, { articleId }) => currentRevision(who, articleId), "not-found"],
  "revisions.currentRevisions": [(who, { articleId }) => currentRevisions(who, [articleId]), null],
  "revisions.revisionOpenings": [(who, { revisionId }) => revisionOpenings(who, [revisionId]), null],
  "revisions.revisionTexts": [(who, { revisionId }) => revisionTexts(who, [revisionId]), null],
  "search.searchDesk": [
    async (who, { articleId }) => [
      await searchDesk(who, { query: CANARY, articleId }),
      await searchDesk(who, { query: "1", articleId }),
      await searchDesk(who, { query: "" }),
    ],
    null,
  ],
  "setup.startDesk": [(who) => startDesk(who, { workspaceName: "The Third Desk", language: "en" }), null],
  "setup.startOwnDesk": [
    (who) => startOwnDesk(who, { workspaceName: "x", name: "x", email: "x@example.org", password: "x".repeat(12) }),
    "conflict",
  ],
  "sources.addSource": [
    (who, { desk }) => addSource(who, newSource({ confidential: true, readers: [desk.checker.id] })),
    "invalid",
  ],
  "source-list.listSources": [(who) => listSources(who, SourceFilters.parse({ q: CANARY })), null],
  "source-list.countSources": [(who) => countSources(who, SourceFilters.parse({ q: CANARY })), null],
  "source-list.readLedgerSource": [(who, { sourceId }) => readLedgerSource(who, sourceId), "not-found"],
  "source-list.restingOn": [(who, { sourceId }) => restingOn(who, sourceId), null],
  "sources.editSource": [(who, { sourceId }) => editSource(who, { sourceId, source: { title: "x" } }), "not-found"],
  "sources.readSource": [(who, { sourceId }) => readSource(who, sourceId), "not-found"],
  "sources.findSources": [(who) => findSources(who, { query: CANARY, limit: 50 }), null],
  "sources.claimsOn": [(who, { sourceId }) => claimsOn(who, sourceId), "not-found"],
  "verdicts.draftVerdict": [(who, { claimId }) => draftVerdict(who, { claimId, verdict }), "not-found"],
  "work-in-flight.workInFlight": [(who) => workInFlight(who, everyFigure, clock), null],
}

/** What no door leads to, or what takes no id: nothing to try. */
const APART: Record<string, string> = {
  ...EXPORT_APART,
  ...FILES_APART,
  ...OPINIONS_APART,
  ...ROUNDS_APART,
  ...COMMENTS_APART,
  "flags.flagEvidence": "a part of acts, on what they have locked",
  "flags.unflagDescribed": "a part of acts, on what they have locked",
  "source-list.seenSources": "a condition, no read",
  "articles.assertUnchanged": "part of an act, on an article that was loaded for its actor",
  "naming-authors.standBack": "part of an act, tried through articles.editArticle",
  "articles.writeAuthors": "part of an act, tried through imports.importArticle",
  "article-list.summary": "pure",
  "figures.askedFor": "pure",
  "grouped-articles.groupedArticles": "pure",
  "import-jobs.giveUpImport": "a job's, which acts as the importer: it is told ids by Stet alone",
  "import-jobs.readImport": "a job's, which acts as the importer: it is told ids by Stet alone",
  "imports.importRead": "part of an act, tried through imports.importArticle",
  "intake.importTold": "pure",
  "intake.receiveImport": "takes no id; what its answer names is tried when it is read",
  "known-check-files.checksInFile": "reads no row",
  "disagreements.differing": "pure",
  "earlier-in-texts.findEarlier": "a job's, told an id by Stet alone: it writes for the workspace of its revision",
  "known-checks.settleCounts": "a chore: sums counts of each workspace apart",
  "links.importLink": "takes no id; it looks for articles as imports.importArticle does",
  "work.startWork": "begins with the jobs, each of which acts as its importer",
  "grouped-articles.seenArticles": "pure",
  "change.chainHash": "pure",
  "change.chainHeader": "pure",
  "change.change": "the transaction itself",
  "change.changeUser": "the transaction itself",
  "change.unchanged": "pure",
  "carrying.sentenceOf": "pure",
  "carrying.confirmedAnchors": "part of an act, on an article that was loaded for its actor",
  "carrying.placesIn": "part of an act, on an article that was loaded for its actor",
  "carrying.writePlaces": "part of an act, on an article that was loaded for its actor",
  "claims.described": "pure",
  "evidence-views.asCited": "pure",
  "evidence-views.evidenceView": "pure",
  "evidence-views.sourceView": "pure",
  "evidence.addEvidenceWithin": "part of an act, tried through evidence.addEvidence",
  "reading.dropFiles": "part of an act, of imports that were the actor's own",
  "remark-list.passagesIn": "part of a read, of remarks that were loaded for their actor",
  "remarks.keepRemarks": "part of an act, on an article that was loaded for its actor",
  "claims.markWithin": "part of an act, tried through claims.markClaims and ticks.tickClaim",
  "claim-list.shownRating": "pure",
  "coverage.coverageOf": "part of the list, on articles that were loaded for its actor",
  "coverage.cutMissing": "part of starting: reads every workspace, answers a number",
  "coverage.keepSentences": "part of an act, on a revision that was just written",
  "coverage.sentencesIn": "part of every read of an article, on a revision that was loaded for its actor",
  "cursor.openPlace": "pure",
  "cursor.sealPlace": "pure",
  "health.isReachable": "reads no row",
  "passwords.hashPassword": "reads no row",
  "passwords.passwordFits": "reads no row",
  "notifications.notify": "part of an act, about what was loaded for whoever is told",
  "citing.citePasted": "reads no row",
  "public-archive.giveUpArchive": "a job's, which acts as nobody: it is told ids by Stet alone",
  "public-archive.keepInArchive": "a job's, which acts as nobody: it is told ids by Stet alone",
  "reading.keepBytes": "part of an act, tried through imports.importArticle",
  "reading.fileAmong": "part of an act, among files that are told to be its actor's to see",
  "host-turns.forgetHosts": "Stet's own work",
  "host-turns.lookInTurn": "a job's, which acts as nobody: it is told ids by Stet alone",
  "page-types.asItIs": "pure",
  "page-types.asPage": "pure",
  "snapshots.publicArchive": "reads no row",
  "snapshots.pageUnderCheck": "part of an act, tried through snapshots.takeSnapshot",
  "telling-checkers.tellCheckers": "part of a job's act, about what Stet has found by itself",
  "watching.concernsPage": "pure",
  "watching.followPage": "part of an act, on a source that was loaded for its actor",
  "watching.lookAtLink": "a job's, which acts as nobody: it is told ids by Stet alone",
  "watching.queueDueLinks": "a chore's: it looks at every workspace, and answers nothing",
  "watching.refollowPage": "part of an act, on a source that was loaded for its actor",
  "watching.watchPage": "part of an act, on a source that was loaded for its actor",
  "reading.importKeyOf": "pure",
  "reading.keepFile": "part of an act, tried through imports.importArticle",
  "reading.read": "reads no row",
  "revising.baseOf": "part of an act, tried through revising.reviseArticle",
  "revising.newText": "pure",
  "in-place.readInPlace": "reads no row",
  "revising.reviseRead": "part of an act, tried through revising.reviseArticle",
  "revising.takePlace": "part of an act, tried through revising.reviseArticle",
  "revising.writeRevision": "part of an act, tried through revising.reviseArticle",
  "containing.containing": "pure",
  "page.pageOf": "pure",
  "relations.asPerson": "pure",
  "relations.authoredBy": "pure",
  "relations.claimRelations": "pure",
  "relations.dayOf": "pure",
  "relations.readableBy": "pure",
  "relations.seenBy": "pure",
  "seen-by.asPerson": "pure",
  "seen-by.authoredBy": "pure",
  "seen-by.claimRelations": "pure",
  "seen-by.claimViewOf": "part of every read of claims, on rows that were loaded for its actor",
  "seen-by.claimViews": "part of every read of claims, on rows that were loaded for its actor",
  "seen-by.dayOf": "pure",
  "seen-by.evidenceView": "pure",
  "seen-by.seenAmong": "part of what is told of events, by the projection",
  "seen-by.seenBy": "pure",
  "seen-by.sourceView": "pure",
  "seen-by.verdictAuthors": "pure",
  "seen-by.waitingView": "pure",
  "setup.awaitsSetup": "before there is any workspace",
  "setup.createSetupCode": "before there is any workspace",
  "setup.insertWorkspace": "part of making a workspace",
  "setup.setUpDesk": "before there is any workspace",
  "sources.sourceFor": "part of an act, tried through evidence.addEvidence",
  "verdict-views.fixView": "pure",
  "verdict-views.frozenVerdict": "pure",
  "verdict-views.reviewView": "pure",
  "verdict-views.roundView": "pure",
  "verdict-views.verdictView": "pure",
  "under-check.articleOrArchived": "part of archiving and restoring, tried through them",
  "under-check.articleUnderCheck": "part of every act on an article",
  "under-check.claimUnderCheck": "part of every act on a claim",
  "under-check.membersAmong": "pure",
  "under-check.nameAuthor": "part of an act, on a claim that was loaded for its actor",
  "under-check.outdated": "part of an act, on a record that was loaded for its actor",
  "under-check.viewOf": "part of an act, on a claim that was loaded for its actor",
  "under-check.withdrawnUnderCheck": "part of an act, tried through claims.restoreClaim",
  "verdict-views.passageOf": "pure",
  ...CONTACT_PARTS,
  ...HISTORY_PARTS,
  ...SIGN_OFF_PARTS,
  ...PUBLICATION_PARTS,
  ...SCALE_PARTS,
  ...RETENTION_PARTS,
  ...PEOPLE_APART,
  ...TELLING_APART,
  "under-check.writeEdit": "part of an act, on a claim that was loaded for its actor",
}

test("nothing that the desk exports is left out of this file", async () => {
  expect([...Object.keys(ATTEMPTS), ...Object.keys(APART)].sort()).toEqual(await exportedFunctions())
})

describe("from another desk", () => {
  let here: Furnished
  let stranger: Desk
  beforeAll(async () => {
    here = await furnished()
    stranger = await openDesk()
  })

  test.for(Object.entries(ATTEMPTS))("%s reaches nothing", async ([, [attempt, expected]]) => {
    const mine = await rowsOf(here.desk)
    const before = await everything()
    const outcome = await attempt(stranger.owner, here).then(
      (value) => ({ value, refusal: null }),
      (error: unknown) => ({ value: null, refusal: error instanceof Refusal ? error.code : "error" }),
    )
    expect(outcome.refusal).toBe(expected)
    expect(traces(outcome.value, here)).toEqual([])
    if (expected !== null) expect(await everything()).toBe(before)
    expect(await rowsOf(here.desk)).toEqual(mine)
  })

  test("a source there is no evidence here", async () => {
    const elsewhere = await furnished()
    const { claimId, desk } = elsewhere
    const asked = { claimId, source: { id: here.sourceId }, evidence: context }
    await expect(addEvidence(desk.owner, asked)).rejects.toMatchObject({ code: "invalid", key: "source.notFound" })
  })

  test("a revision there holds no claim here", async () => {
    const elsewhere = await furnished()
    const { articleId, desk } = elsewhere
    const asked = { articleId, revisionId: here.revisionId, spans, fields: {} }
    await expect(markClaim(desk.owner, asked)).rejects.toMatchObject({ key: "article.newerRevision" })
  })

  test("an address there is none that is taken here", async () => {
    expect(await addSource(stranger.editor, newSource({ url: CANARY_ADDRESS }))).toMatchObject({ url: CANARY_ADDRESS })
  })

  test("a role there is none here: an actor is a seat, whoever sits on it", async () => {
    const { workspaceId } = stranger
    const { userId } = here.desk.viewer
    await db().membership.create({ data: { id: newId(), workspaceId, userId, role: "owner" } })
    expect((await seatOf(userId, here.desk.slug))?.actor.role).toBe("viewer")
    expect((await seatOf(userId, stranger.slug))?.actor).toMatchObject({ role: "owner", workspaceId })
  })
})

/** Reads and acts that an author may meet with on articles that are not theirs. */
const BESIDES_ARTICLES =
  /^(events|taking|files|uploads|viewing|imports|intake|invitations|known-checks|likeness|members|merging|notification-settings|people|own-scales|retention|public-archive|publishing|rules|scales|setup|sign-in-rules|snapshots|source-list|sources|tokens|webhooks)\.|^erasing\.erasePerson$/

test("an author of another article reaches nothing of this one, at the same desk", async () => {
  const here = await furnished()
  const userId = (await openDesk()).author.userId
  const { workspaceId } = here.desk
  const seat = await db().membership.create({ data: { id: newId(), workspaceId, userId, role: "author" } })
  const author = { ...here.desk.author, id: seat.id, userId }
  const before = await everything()
  for (const [name, [attempt, expected]] of Object.entries(ATTEMPTS)) {
    if (BESIDES_ARTICLES.test(name)) continue
    const outcome = await attempt(author, here).then(
      (value) => ({ value, refusal: null }),
      (error: unknown) => ({ value: null, refusal: error instanceof Refusal ? error.code : "error" }),
    )
    expect(outcome.refusal, name).toBe(expected)
    expect(traces(outcome.value, here), name).toEqual([])
  }
  expect(await everything()).toBe(before)
})

/** Ids and words of a desk that a value holds. */
function traces(value: unknown, { desk, ...ids }: Furnished): string[] {
  const told = JSON.stringify(value) ?? ""
  const people = [desk.owner, desk.checker, desk.author].map(({ id }) => id)
  const mine = [desk.workspaceId, desk.slug, CANARY, ...people, ...Object.values(ids)]
  return mine.filter((one) => told.includes(`"${one}"`) || (one === CANARY && told.includes(one)))
}

/** How many rows of each table are a desk's. */
async function rowsOf({ workspaceId }: Desk) {
  const where = { workspaceId }
  return {
    articles: await db().article.findMany({ where }),
    claims: await db().claim.findMany({ where }),
    evidence: await db().evidence.findMany({ where }),
    sources: await db().source.findMany({ where }),
    rounds: await db().round.count({ where }),
    reviews: await db().review.count({ where }),
    events: await db().event.count({ where }),
    tokens: await db().apiToken.count({ where }),
  }
}
