/** How many statements a read takes: as many for three claims as for thirty. */
import pg from "pg"
import { claimsThatDisagree } from "./disagreements"
import { afterEach, beforeEach, describe, expect, vi } from "vitest"
import { ClaimFilters } from "../domain/claim-list"
import { FigureFilters } from "../domain/figures"
import { SourceFilters } from "../domain/source-list"
import { countArticles, listArticles, listSections } from "./article-list"
import { agreementFigures } from "./agreement"
import { assignClaims } from "./arrangements"
import { readArticle } from "./articles"
import { readBoard } from "./boards"
import { claimThreads, countQueries, listThreads, passageThreads, readOpenThreads } from "./comment-list"
import { startThread } from "./comments"
import { isThreadAbout, pageThreads } from "./thread-pages"
import { annotationsOf } from "./annotation-pages"
import { articleTitles, countClaims, findClaims } from "./claim-list"
import { listClaims, markClaims, readClaim } from "./claims"
import { db } from "../db"
import { earlierFiles } from "./cited-files"
import { listDeleted } from "./erasing"
import { articleHistory, claimHistory, deskHistory } from "./history"
import { readEvents } from "./event-log"
import { listDeliveries, listWebhooks } from "./webhooks"
import { readFile } from "./files"
import { readFileText } from "./texts"
import { sentFile } from "./testing/files"
import { readView } from "./viewing"
import { exportArticle, exportForAuthor } from "./exports"
import { importArticle } from "./imports"
import { listFixes } from "./fix-list"
import { proposeFix } from "./fixes"
import { approvalTimes, overdueClaims, verdictMix } from "./figures"
import { listImports } from "./intake"
import { listOpinions } from "./opinion-list"
import { listCheckers, listNameable } from "./people"
import { checkFinal } from "./final-checks"
import { readPlacing } from "./placements"
import { listRemarks, remarksWaiting } from "./remark-list"
import { reviseArticle } from "./revising"
import {
  compareRevisions,
  currentRevisions,
  originalFile,
  readRevision,
  readRevisions,
  revisionOpenings,
} from "./revisions"
import { listPublic, readPublicClaim, readPublicMethod, readPublicReport, readSitemap } from "./public-reports"
import { publishArticle, readPublication } from "./publishing"
import { reviewQueue, waitingByArticle, waitingRounds } from "./reviews"
import { earlierInArticle } from "./earlier-in-texts"
import { countKnownChecks, listKnownChecks } from "./known-checks"
import { listInvitations } from "./invitations"
import { earlierOfClaim, matchStatement } from "./memory"
import { articleLanguages, searchTexts } from "./full-text"
import { TextFilters } from "../domain/full-text"
import { searchDesk } from "./search"
import { readSignOffs } from "./sign-off-views"
import { signOffArticle } from "./sign-offs"
import { readRetention } from "./retention"
import { rulesSet } from "./rules"
import { ratingsOf, scalesOf } from "./scales"
import { listScales, readScale } from "./own-scales"
import { listMembers } from "./members"
import { listExports } from "./many-exports"
import { likeSources, mergedInto } from "./merging"
import { countSources, groupMembers, listGroups, listSources, readLedgerSource, restingOn } from "./source-list"
import { readFollowing } from "./following"
import { readNotificationSettings } from "./notification-settings"
import { listNotifications, unreadNotifications } from "./notifications"
import { compareSnapshots, listSnapshots, readLink } from "./snapshots"
import { addSource, claimsOn, findSources } from "./sources"
import { addEvidence } from "./evidence"
import { calculated, called } from "./testing/contact-acts"
import { newSource, test, type Desk, type SentClaim } from "./testing/desk"
import { listTokens } from "./tokens"
import { workload } from "./workload"
import { waiverRate } from "./waivers"
import { workInFlight } from "./work-in-flight"

const everyClaim = ClaimFilters.parse({})
const everyFigure = FigureFilters.parse({ period: "all" })
const clock = { now: new Date(), zone: "UTC" }

let statements = 0
const send = pg.Client.prototype.query

beforeEach(() => {
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    statements += 1
    return Reflect.apply(send, this, args) as never
  })
})
afterEach(() => vi.restoreAllMocks())

/** How many statements something sends. */
async function counted(run: () => Promise<unknown>): Promise<number> {
  statements = 0
  await run()
  return statements
}

/** An article with some claims in review, all on one source. */
async function article(desk: Desk, claims: number) {
  const article = await desk.article()
  const source = await addSource(desk.editor, newSource())
  const cited = await citedFile(desk)
  const [sent, open]: [SentClaim[], string[]] = [[], []]
  for (let at = 0; at < claims; at += 1) {
    const claim = await desk.sentClaim({ article })
    const { id: claimId } = await desk.claim({ article })
    await addEvidence(desk.checker, { claimId, source: { id: source.id }, evidence: { stance: "context" } })
    const about = { revisionId: article.revision.id, span: { start: 0, end: 4 } }
    await startThread(desk.checker, { articleId: article.id, kind: "note", body: "Look.", about })
    await proposeFix(desk.checker, { claimId, wording: "rents fell", reason: null })
    await calculated(desk.checker, claimId)
    await startThread(desk.checker, { articleId: article.id, kind: "query", body: "So?", about: { claimId } })
    open.push(claimId)
    sent.push(claim)
  }
  await called(desk.checker, open)
  return { id: article.id, revisionId: article.revision.id, sourceId: source.id, claimId: sent[0]?.id ?? "", cited }
}

/** A source that has a file, and a snapshot of the same words, sent with a claim of another article. */
async function citedFile(desk: Desk) {
  const fileId = await sentFile(desk.checker, "taxes.txt", "Taxes fell by nine percent.")
  const sent = await desk.sentClaim({ source: { title: "Taxes", fileId } })
  const { id: evidenceId = "", source } = sent.evidence[0] ?? {}
  const sourceId = source?.id ?? ""
  await readFileText({ fileId })
  const snapshot = { workspaceId: desk.workspaceId, sourceId, fileId, url: "https://example.org/taxes" }
  const { id: snapshotId } = await db().snapshot.create({ data: snapshot })
  return { sourceId, fileId, snapshotId, evidenceId }
}

type Article = Awaited<ReturnType<typeof article>>

/** Plain text as it comes in. */
function text(...paragraphs: string[]) {
  return {
    bytes: new TextEncoder().encode(paragraphs.join("\n\n")),
    format: "text",
    origin: "paste",
    given: {},
  } as const
}

const everyThread = { after: undefined, limit: 200 }
const BY_PROGRESS = { by: "progress", direction: "ascending" } as const

/** Each read, and the most statements that it may take, however much it reads. Claims with contacts and sums take one more for each. */
const READS: Record<string, [most: number, read: (desk: Desk, article: Article) => Promise<unknown>]> = {
  readArticle: [6, (desk, { id }) => readArticle(desk.checker, id)],
  listArticles: [5, (desk) => listArticles(desk.checker, { group: "checking", order: BY_PROGRESS })],
  countArticles: [1, (desk) => countArticles(desk.checker, { kind: "factcheck" })],
  readPlacing: [5, (desk, { id }) => readPlacing(desk.checker, id)],
  remarksWaiting: [1, (desk, { id }) => remarksWaiting(desk.checker, id)],
  listRemarks: [4, (desk, { id }) => listRemarks(desk.checker, id)],
  listThreads: [5, (desk, { id }) => listThreads(desk.checker, id)],
  readOpenThreads: [3, (desk, { id }) => readOpenThreads(desk.checker, id)],
  passageThreads: [
    3,
    async (desk, { id: articleId }) => {
      const { passages } = await readOpenThreads(desk.checker, articleId)
      statements = 0
      await passageThreads(desk.checker, { articleId, threadIds: passages.map(({ id }) => id) })
    },
  ],
  claimThreads: [3, (desk, { claimId }) => claimThreads(desk.checker, { claimId })],
  pageThreads: [3, (desk, { id: articleId }) => pageThreads(desk.checker, { articleId }, everyThread)],
  isThreadAbout: [1, (desk, { id: articleId }) => isThreadAbout(desk.checker, articleId, { articleId })],
  annotationsOf: [12, (desk, { id }) => annotationsOf(desk.editor, id, "internal")],
  countQueries: [1, (desk, { id }) => countQueries(desk.checker, id)],
  listSections: [1, (desk) => listSections(desk.checker)],
  readSignOffs: [11, (desk, { id }) => readSignOffs(desk.editor, id)],
  readBoard: [6, (desk, { id }) => readBoard(desk.checker, id, clock)],
  listFixes: [5, (desk, { id }) => listFixes(desk.checker, id)],
  listClaims: [6, (desk, { id }) => listClaims(desk.checker, id)],
  findClaims: [2, (desk) => findClaims(desk.checker, everyClaim, clock)],
  countClaims: [2, (desk) => countClaims(desk.checker, everyClaim, clock)],
  articleTitles: [1, (desk) => articleTitles(desk.checker)],
  listOpinions: [1, (desk) => listOpinions(desk.editor)],
  listCheckers: [1, (desk) => listCheckers(desk.checker)],
  listInvitations: [1, (desk) => listInvitations(desk.owner)],
  readRetention: [4, (desk) => readRetention(desk.owner)],
  rulesSet: [1, (desk) => rulesSet(desk.owner)],
  listTokens: [1, (desk) => listTokens(desk.owner, "all")],
  scalesOf: [2, (desk) => scalesOf(desk.checker)],
  ratingsOf: [3, (desk) => ratingsOf(desk.checker)],
  listScales: [4, (desk) => listScales(desk.owner)],
  readScale: [6, (desk) => readScale(desk.owner, { code: "theirs" })],
  listMembers: [1, (desk) => listMembers(desk.owner)],
  listNameable: [1, (desk) => listNameable(desk.checker)],
  listImports: [2, (desk) => listImports(desk.checker, { endedSince: new Date(0) })],
  readClaim: [5, (desk, { claimId }) => readClaim(desk.checker, claimId)],
  reviewQueue: [8, (desk) => reviewQueue(desk.editor)],
  waitingByArticle: [2, (desk) => waitingByArticle(desk.editor)],
  waitingRounds: [1, (desk) => waitingRounds(desk.editor)],
  listSources: [2, (desk) => listSources(desk.checker, SourceFilters.parse({ sort: "cited" }))],
  countSources: [1, (desk) => countSources(desk.checker, SourceFilters.parse({ cited: "yes" }))],
  readLedgerSource: [2, (desk, { sourceId }) => readLedgerSource(desk.checker, sourceId)],
  likeSources: [3, (desk, { sourceId }) => likeSources(desk.checker, sourceId)],
  mergedInto: [1, (desk, { sourceId }) => mergedInto(desk.checker, sourceId)],
  groupMembers: [2, (desk, { sourceId }) => groupMembers(desk.checker, sourceId)],
  listGroups: [1, (desk) => listGroups(desk.checker)],
  earlierFiles: [1, (desk, { cited }) => earlierFiles(desk.checker, cited.sourceId)],
  readFile: [1, (desk, { cited }) => readFile(desk.checker, cited.fileId)],
  readView: [4, (desk, { cited: { sourceId, evidenceId } }) => readView(desk.checker, { sourceId, evidenceId })],
  "readView, of an earlier page": [
    4,
    (desk, { cited: { sourceId, snapshotId } }) => readView(desk.checker, { sourceId, snapshotId }),
  ],
  compareSnapshots: [
    1,
    (desk, { cited: { sourceId, snapshotId: from } }) => compareSnapshots(desk.checker, { sourceId, from, to: from }),
  ],
  readLink: [1, (desk, { sourceId }) => readLink(desk.checker, sourceId)],
  listSnapshots: [1, (desk, { sourceId }) => listSnapshots(desk.checker, sourceId)],
  listWebhooks: [1, (desk) => listWebhooks(desk.owner)],
  listDeliveries: [1, (desk) => listDeliveries(desk.owner)],
  readEvents: [1, (desk) => readEvents(desk.checker, { limit: 5 })],
  listNotifications: [3, (desk) => listNotifications(desk.checker, { limit: 20 })],
  readFollowing: [3, (desk, { id }) => readFollowing(desk.checker, id)],
  readNotificationSettings: [2, (desk) => readNotificationSettings(desk.checker)],
  unreadNotifications: [2, (desk) => unreadNotifications(desk.checker)],
  restingOn: [2, (desk, { sourceId }) => restingOn(desk.checker, sourceId)],
  claimsOn: [6, (desk, { sourceId }) => claimsOn(desk.checker, sourceId)],
  findSources: [1, (desk) => findSources(desk.checker, { query: "", limit: 50 })],
  searchDesk: [9, (desk, { id }) => searchDesk(desk.checker, { query: "1", articleId: id })],
  "searchDesk, for an author": [9, (desk) => searchDesk(desk.author, { query: "a" })],
  searchTexts: [9, (desk) => searchTexts(desk.checker, TextFilters.parse({ q: "taxes fell" }))],
  earlierInArticle: [6, (desk, { id }) => earlierInArticle(desk.checker, id)],
  articleLanguages: [1, (desk) => articleLanguages(desk.checker)],
  earlierOfClaim: [7, (desk, { claimId }) => earlierOfClaim(desk.checker, { claimId })],
  matchStatement: [3, (desk) => matchStatement(desk.checker, { statement: "Taxes fell by nine percent." })],
  claimsThatDisagree: [1, (desk) => claimsThatDisagree(desk.checker)],
  listKnownChecks: [1, (desk) => listKnownChecks(desk.checker, { q: "" })],
  countKnownChecks: [1, (desk) => countKnownChecks(desk.checker, { q: "a" })],
  "searchDesk, of what was worked on": [5, (desk) => searchDesk(desk.checker, { query: "" })],
  articleHistory: [2, (desk, { id }) => articleHistory(desk.checker, id, { filters: {}, clock })],
  deskHistory: [1, (desk) => deskHistory(desk.checker, { filters: {}, clock })],
  listDeleted: [1, (desk) => listDeleted(desk.owner)],
  claimHistory: [2, (desk, { claimId }) => claimHistory(desk.checker, { claimId })],
  currentRevisions: [2, (desk, { id }) => currentRevisions(desk.checker, [id])],
  readRevisions: [3, (desk, { id }) => readRevisions(desk.checker, id)],
  readRevision: [1, (desk, { id }) => readRevision(desk.checker, { articleId: id, number: 1 })],
  revisionOpenings: [2, (desk, { revisionId }) => revisionOpenings(desk.checker, [revisionId])],
  compareRevisions: [1, (desk, { id }) => compareRevisions(desk.checker, { articleId: id, from: 1, to: 1 })],
  originalFile: [1, (desk, { id }) => originalFile(desk.checker, { articleId: id, number: 1 })],
  checkFinal: [4, (desk, { id }) => checkFinal(desk.checker, { articleId: id, ...text("Title"), head: "read" })],
  workInFlight: [2, (desk) => workInFlight(desk.viewer, everyFigure, clock)],
  approvalTimes: [1, (desk) => approvalTimes(desk.viewer, everyFigure, clock)],
  verdictMix: [2, (desk) => verdictMix(desk.viewer, everyFigure, clock)],
  workload: [1, (desk) => workload(desk.viewer, everyFigure, clock)],
  agreementFigures: [3, (desk) => agreementFigures(desk.viewer, everyFigure, clock)],
  waiverRate: [1, (desk) => waiverRate(desk.viewer, everyFigure, clock)],
  overdueClaims: [2, (desk) => overdueClaims(desk.viewer, everyFigure, clock)],
  listExports: [1, (desk) => listExports(desk.checker)],
  exportArticle: [6, (desk, { id }) => exportArticle(desk.editor, id, { format: "markdown", profile: "internal" })],
  exportForAuthor: [16, (desk, { id }) => exportForAuthor(desk.editor, id)],
  "exportArticle, with its threads": [
    12,
    (desk, { id }) => exportArticle(desk.editor, id, { format: "bundle", profile: "internal" }),
  ],
  "exportArticle, as it is on the web": [9, (desk, { id }) => exportArticle(desk.editor, id, { format: "html" })],
}

describe("a read", () => {
  test("takes as many statements for many claims as for few", async ({ desk }) => {
    const [few, many] = [await article(desk, 2), await article(desk, 6)]
    for (const [name, [most, read]] of Object.entries(READS)) {
      // That somebody read an article is written down once a minute.
      await Promise.all([read(desk, few), read(desk, many)])
      const counts = [await counted(() => read(desk, few)), await counted(() => read(desk, many))]
      expect(counts[1], name).toBe(counts[0])
      expect(counts[1], name).toBeLessThanOrEqual(most)
    }
  }, 120_000)

  test("of the list takes as many for many articles as for few", async ({ desk }) => {
    await article(desk, 1)
    const few = await counted(() => listArticles(desk.checker))
    for (let at = 0; at < 3; at += 1) await article(desk, 1)
    expect(await counted(() => listArticles(desk.checker))).toBe(few)
  })
})

test("what the public reads takes as many for many claims as for few", async ({ desk }) => {
  await desk.set({ publishes: true })
  const published = async (claims: number) => {
    const article = await desk.article()
    let claimId = ""
    for (let at = 0; at < claims; at += 1) claimId = (await desk.approvedClaim({ article })).id
    await signOffArticle(desk.secondEditor, { articleId: article.id, notices: [] })
    await publishArticle(desk.editor, { articleId: article.id })
    return { articleId: article.id, claimId }
  }
  const [few, many] = [await published(1), await published(5)]
  const reads: Record<string, [most: number, read: (of: typeof few) => Promise<unknown>]> = {
    readPublicReport: [19, ({ articleId }) => readPublicReport(desk.slug, articleId)],
    readPublicClaim: [19, ({ claimId }) => readPublicClaim(desk.slug, claimId)],
    listPublic: [2, () => listPublic(desk.slug, 1)],
    readSitemap: [6, () => readSitemap(desk.slug)],
    readPublicMethod: [1, () => readPublicMethod(desk.slug)],
    readPublication: [1, ({ articleId }) => readPublication(desk.viewer, articleId)],
  }
  for (const [name, [most, read]] of Object.entries(reads)) {
    const counts = [await counted(() => read(few)), await counted(() => read(many))]
    expect(counts[1], name).toBe(counts[0])
    expect(counts[1], name).toBeLessThanOrEqual(most)
  }
}, 120_000)

test("marking takes as many statements for many claims as for few", async ({ desk }) => {
  const { id: articleId, revision } = await desk.article()
  const mark = (count: number) => () => {
    const claims = Array.from({ length: count }, () => ({ spans: [{ start: 0, end: 4 }], fields: {} }))
    return markClaims(desk.checker, { articleId, revisionId: revision.id, claims })
  }
  await mark(1)()
  const few = await counted(mark(2))
  expect(await counted(mark(60))).toBe(few)
  expect(few).toBeLessThanOrEqual(15)
})

/** Ten thousand words, each sentence with a word of its own, and a claim on every one. */
const SENTENCES = Array.from(
  { length: 1000 },
  (_, at) => `In year ${1000 + at} the town had word${at} and nothing else.`,
)

test("arranging takes as many statements for many claims as for few", async ({ desk }) => {
  const [few, many] = [await article(desk, 2), await article(desk, 4)]
  const arranged = async ({ id }: Article) => {
    const { items } = await listClaims(desk.editor, id)
    const claims = items.map(({ id: claimId }) => ({ claimId }))
    const asked = { claims, assigneeId: desk.secondChecker.id, dueAt: "2026-12-01T12:00:00.000Z" }
    return counted(() => assignClaims(desk.editor, asked))
  }
  expect(await arranged(many)).toBe(await arranged(few))
})

test("revising takes as many statements for a thousand claims as for two", async ({ desk }) => {
  const revising = async (count: number) => {
    const { id: articleId, revision } = await desk.article({ title: `Town ${count}`, text: SENTENCES.join("\n\n") })
    const claims = SENTENCES.slice(0, count).map((sentence) => {
      const start = revision.text.indexOf(sentence)
      return { spans: [{ start, end: start + sentence.length }], fields: {} }
    })
    await markClaims(desk.checker, { articleId, revisionId: revision.id, claims })
    const now = text("A new first sentence.", ...SENTENCES.map((one, at) => (at % 50 === 1 ? `${one} And more.` : one)))
    const run = () => reviseArticle(desk.checker, { articleId, ...now, head: "keep" })
    let result: Awaited<ReturnType<typeof run>> | undefined
    const sent = await counted(async () => (result = await run()))
    return { sent, placements: result?.placements }
  }
  const [few, many] = [await revising(2), await revising(1000)]
  expect(many.placements).toMatchObject({ exact: 1000, stale: 0, lost: 0 })
  expect(few.placements).toMatchObject({ exact: 2 })
  expect(many.sent).toBe(few.sent)
}, 180_000)

test("an import takes as many statements for a text of many sentences as for one of two", async ({ desk }) => {
  const importing = (sentences: number) => {
    const content = text(...Array.from({ length: sentences }, (_, at) => `Fact ${at} is so.`))
    return counted(() => importArticle(desk.checker, content))
  }
  expect(await importing(20_000)).toBe(await importing(2))
})
