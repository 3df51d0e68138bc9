/**
 * Every act, once: it is done by whoever may, tells its events in order under their name, and is refused without a trace
 * to those who may not. What each does in particular is in the test beside its module.
 */
import { describe, expect, vi } from "vitest"
import { db } from "../db"
import { editArticle, editDetails } from "./articles"
import { archiveArticle, restoreArticle } from "./archive"
import { assignClaims, resumeClaim, waitOn } from "./arrangements"
import { editClaim, markClaim, markClaims, restoreClaim, withdrawClaim } from "./claims"
import { markCoverage } from "./coverage"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { readImport } from "./import-jobs"
import { importArticle, importRead } from "./imports"
import { answerImport, receiveImport, stopImports } from "./intake"
import { importLink, reviseFromLink } from "./links"
import { read } from "./reading"
import { confirmPlace, reanchorClaim } from "./placements"
import { decideRemark, reopenRemark } from "./remarks"
import { approveKept, decideReview } from "./reviews"
import { editText, restoreRevision, reviseArticle } from "./revising"
import { recallRound, sendToReview } from "./rounds"
import { startOwnDesk } from "./setup"
import { addSource, editSource } from "./sources"
import type { ActCase } from "./testing/act-case"
import { COMMENT_ACTS } from "./testing/comment-acts"
import { CONTACT_ACTS } from "./testing/contact-acts"
import { exportedFunctions } from "./testing/exported"
import { remarkOn } from "./testing/remarks"
import { SIGN_OFF_ACTS } from "./testing/sign-off-acts"
import { EXPORT_ACTS } from "./testing/export-acts"
import { FILE_ACTS } from "./testing/file-acts"
import { FIX_ACTS } from "./testing/fix-acts"
import { HISTORY_ACTS } from "./testing/history-acts"
import { LEDGER_ACTS } from "./testing/ledger-acts"
import { MEMORY_ACTS } from "./testing/memory-acts"
import { LINK_ACTS } from "./testing/link-acts"
import { NO_ACTS } from "./testing/no-acts"
import { OPINION_ACTS } from "./testing/opinion-acts"
import { ROUND_ACTS } from "./testing/round-acts"
import { PEOPLE_ACTS } from "./testing/people-acts"
import { PUBLICATION_ACTS } from "./testing/publication-acts"
import { RETENTION_ACTS } from "./testing/retention-acts"
import { SCALE_ACTS } from "./testing/scale-acts"
import { newSource, openDesk, refused, test, type Desk, typed } from "./testing/desk"
import { tickClaim } from "./ticks"
import { draftVerdict } from "./verdicts"

/** One page for every address: what a fetch may do is tried in lib/outside. */
vi.mock("../outside/fetch-page", () => ({
  fetchPage: (url: string) =>
    Promise.resolve({ ok: true, page: { url, bytes, charset: "utf-8", contentType: "text/plain" } }),
  canArchive: () => true,
}))

const checkers = (key: string): NonNullable<ActCase["refused"]> => ({ names: ["viewer"], key: `policy.${key}` })
const spans = [{ start: 0, end: 4 }]
const bytes = new TextEncoder().encode("Title\n\nSome words of an article.\n")
const pasted = { bytes, format: "text", origin: "paste", given: {} } as const
const received = { bytes, fileName: "title.txt", format: "text", asked: { given: {} } } as const
const context = { stance: "context" } as const
const NEW = { workspaceName: "Our own", name: "Ann", email: "ann@example.org", password: "long enough a password" }

/** A claim whose verdict could be sent at once. */
async function drafted(desk: Desk): Promise<string> {
  const { id, round } = await desk.sentClaim()
  await recallRound(desk.checker, { roundId: round.id })
  return id
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A claim whose words the newest text has changed. */
async function staleClaim(desk: Desk): Promise<string> {
  const article = await desk.article()
  const { id } = await desk.claim({ article, words: "nine percent" })
  const bytes = utf8(article.revision.text.slice(article.revision.bodyStart).replace("nine", "seven"))
  await reviseArticle(desk.checker, {
    articleId: article.id,
    bytes,
    format: "text",
    origin: "paste",
    head: "keep",
    given: {},
  })
  return id
}

const evidenceOf = async (claim: Promise<{ evidence: { id: string }[] }>) => (await claim).evidence[0]?.id ?? ""

const ACTS: Record<string, ActCase> = {
  ...EXPORT_ACTS,
  ...FILE_ACTS,
  ...SIGN_OFF_ACTS,
  ...PUBLICATION_ACTS,
  ...SCALE_ACTS,
  ...RETENTION_ACTS,
  "articles.editArticle": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      return (who) => editArticle(who, { articleId, fields: { section: "Local" } })
    },
    by: "checker",
    tells: ["article.edited"],
    refused: checkers("article_edit"),
  },
  "articles.editDetails": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      return (who) => editDetails(who, { articleId, fields: { section: "Local" } })
    },
    by: "checker",
    tells: ["article.edited"],
    refused: checkers("article_edit"),
  },
  "placements.confirmPlace": {
    arrange: async (desk) => {
      const claimId = await staleClaim(desk)
      return (who) => confirmPlace(who, { claimId })
    },
    by: "checker",
    tells: ["claim.placed"],
    refused: checkers("claim_place"),
  },
  "placements.reanchorClaim": {
    arrange: async (desk) => {
      const article = await desk.article()
      const { id: claimId } = await desk.claim({ article })
      return (who) => reanchorClaim(who, { claimId, revisionId: article.revision.id, spans })
    },
    by: "checker",
    tells: ["claim.reanchored"],
    refused: checkers("claim_place"),
  },
  "remarks.decideRemark": {
    arrange: async (desk) => {
      const remarkId = await remarkOn(await desk.article())
      return (who) => decideRemark(who, { remarkId, outcome: "note" })
    },
    by: "checker",
    tells: ["remark.decided"],
    refused: checkers("remark_decide"),
  },
  "remarks.reopenRemark": {
    arrange: async (desk) => {
      const remarkId = await remarkOn(await desk.article())
      await decideRemark(desk.checker, { remarkId, outcome: "discarded" })
      return (who) => reopenRemark(who, { remarkId })
    },
    by: "checker",
    tells: ["remark.decided"],
    refused: checkers("remark_decide"),
  },
  "archive.archiveArticle": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      return (who) => archiveArticle(who, { articleId })
    },
    by: "editor",
    tells: ["article.archived"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.article_archive" },
  },
  "archive.restoreArticle": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      await archiveArticle(desk.owner, { articleId })
      return (who) => restoreArticle(who, { articleId })
    },
    by: "editor",
    tells: ["article.restored"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.article_archive" },
  },
  "arrangements.assignClaims": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim()
      return (who) => assignClaims(who, { claims: [{ claimId }], assigneeId: desk.editor.id })
    },
    by: "checker",
    tells: ["claim.assigned"],
    refused: checkers("claim_arrange"),
  },
  "arrangements.waitOn": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim()
      return (who) => waitOn(who, { claimId, waiting: { on: "claimant", whom: null, chaseAt: null } })
    },
    by: "checker",
    tells: ["claim.waiting"],
    refused: checkers("claim_arrange"),
  },
  "arrangements.resumeClaim": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim()
      await waitOn(desk.editor, { claimId, waiting: { on: "author", whom: null, chaseAt: null } })
      return (who) => resumeClaim(who, { claimId })
    },
    by: "checker",
    tells: ["claim.resumed"],
    refused: checkers("claim_arrange"),
  },
  "coverage.markCoverage": {
    arrange: async (desk) => {
      const { id: articleId, revision } = await desk.article()
      return (who) =>
        markCoverage(who, { articleId, revisionId: revision.id, sentences: [0], mark: "nothing_to_check" })
    },
    by: "checker",
    tells: ["coverage.marked"],
    refused: checkers("coverage_mark"),
  },
  "ticks.tickClaim": {
    arrange: async (desk) => {
      await desk.sentClaim()
      const { id: articleId, revision } = await desk.article()
      return (who) => tickClaim(who, { articleId, revisionId: revision.id, spans })
    },
    by: "checker",
    tells: ["claim.marked", "evidence.added", "verdict.drafted"],
    refused: checkers("claim_mark"),
  },
  "claims.restoreClaim": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim({ fields: { priority: 1 } })
      await withdrawClaim(desk.editor, { claimId, reason: "Marked twice" })
      return (who) => restoreClaim(who, { claimId })
    },
    by: "editor",
    tells: ["claim.restored"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.claim_withdraw" },
  },
  "claims.markClaim": {
    arrange: async (desk) => {
      const { id: articleId, revision } = await desk.article()
      return (who) => markClaim(who, { articleId, revisionId: revision.id, spans, fields: {} })
    },
    by: "checker",
    tells: ["claim.marked"],
    refused: checkers("claim_mark"),
  },
  "claims.markClaims": {
    arrange: async (desk) => {
      const { id: articleId, revision } = await desk.article()
      const claims = [0, 1].map(() => ({ spans, fields: {} }))
      return (who) => markClaims(who, { articleId, revisionId: revision.id, claims })
    },
    by: "checker",
    tells: ["claim.marked", "claim.marked"],
    refused: checkers("claim_mark"),
  },
  "claims.editClaim": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.approvedClaim()
      return (who) => editClaim(who, { claimId, fields: { statement: "Taxes fell." } })
    },
    by: "secondChecker",
    tells: ["claim.edited", "approval.withdrawn"],
    refused: checkers("claim_edit"),
  },
  "claims.withdrawClaim": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim({ fields: { priority: 1 } })
      return (who) => withdrawClaim(who, { claimId, reason: "Marked twice" })
    },
    by: "editor",
    tells: ["claim.withdrawn"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.claim_withdraw" },
  },
  "evidence.addEvidence": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.approvedClaim()
      return (who) => addEvidence(who, { claimId, source: newSource(), evidence: context })
    },
    by: "checker",
    tells: ["evidence.added", "approval.withdrawn", "source.added"],
    refused: checkers("evidence_edit"),
  },
  "evidence.editEvidence": {
    arrange: async (desk) => {
      const evidenceId = await evidenceOf(desk.approvedClaim())
      return (who) => editEvidence(who, { evidenceId, evidence: context })
    },
    by: "checker",
    tells: ["evidence.edited", "approval.withdrawn"],
    refused: checkers("evidence_edit"),
  },
  "evidence.removeEvidence": {
    arrange: async (desk) => {
      const evidenceId = await evidenceOf(desk.approvedClaim())
      return (who) => removeEvidence(who, { evidenceId })
    },
    by: "checker",
    tells: ["evidence.removed", "approval.withdrawn"],
    refused: checkers("evidence_edit"),
  },
  ...FIX_ACTS,
  ...HISTORY_ACTS,
  ...LEDGER_ACTS,
  ...PEOPLE_ACTS,
  ...OPINION_ACTS,
  ...ROUND_ACTS,
  ...MEMORY_ACTS,
  ...LINK_ACTS,
  ...COMMENT_ACTS,
  ...CONTACT_ACTS,
  "imports.importArticle": {
    arrange: () => (who) => importArticle(who, pasted),
    by: "checker",
    tells: ["article.imported"],
    refused: { names: ["viewer", "author"], key: "policy.article_import" },
  },
  "imports.importRead": {
    arrange: async () => {
      const found = await read(pasted)
      return (who) => importRead(who, pasted, found)
    },
    by: "checker",
    tells: ["article.imported"],
    refused: { names: ["viewer", "author"], key: "policy.article_import" },
  },
  "intake.receiveImport": {
    arrange: () => (who) => receiveImport(who, received),
    by: "checker",
    tells: ["import.received"],
    refused: { names: ["viewer", "author"], key: "policy.article_import" },
  },
  "intake.answerImport": {
    arrange: async (desk) => {
      await desk.article({ title: "Title" })
      const { id: importId } = await receiveImport(desk.checker, received)
      await readImport({ importId })
      return (who) => answerImport(who, { importId, becomes: "article" })
    },
    by: "checker",
    tells: ["import.answered"],
    refused: { names: ["viewer", "author"], key: "policy.article_import" },
  },
  "intake.stopImports": {
    arrange: async (desk) => {
      const { id } = await receiveImport(desk.checker, received)
      return (who) => stopImports(who, { importIds: [id] })
    },
    by: "checker",
    tells: ["import.stopped"],
    refused: { names: ["viewer", "author"], key: "policy.article_import" },
  },
  "links.importLink": {
    arrange: () => (who) => importLink(who, { url: "https://example.org/bridge", given: {} }),
    by: "checker",
    tells: ["article.imported"],
    refused: { names: ["viewer", "author"], key: "policy.article_import" },
  },
  "links.reviseFromLink": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      return (who) => reviseFromLink(who, { articleId, url: "https://example.org/bridge" })
    },
    by: "checker",
    tells: ["revision.added"],
    refused: checkers("article_revise"),
  },
  "revising.reviseArticle": {
    arrange: async (desk) => {
      const { articleId } = await desk.approvedClaim()
      return (who) => reviseArticle(who, { articleId, ...pasted, head: "read" })
    },
    by: "checker",
    tells: ["revision.added", "claim.lost", "approval.withdrawn"],
    refused: checkers("article_revise"),
  },
  "revising.editText": {
    arrange: async (desk) => {
      const { id: articleId, revision } = await desk.article()
      return (who) => editText(who, { articleId, baseId: revision.id, steps: [typed("New ", 1)] })
    },
    by: "checker",
    tells: ["revision.added"],
    refused: checkers("article_revise"),
  },
  "revising.restoreRevision": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      await reviseArticle(desk.editor, { articleId, ...pasted, head: "read" })
      return (who) => restoreRevision(who, { articleId, number: 1 })
    },
    by: "checker",
    tells: ["revision.added"],
    refused: checkers("article_revise"),
  },
  "reviews.approveKept": {
    arrange: async (desk) => {
      const { round, version } = await desk.sentClaim({ fields: { priority: 1 } })
      return (who) => approveKept(who, { reviewerId: who.id, roundId: round.id, version })
    },
    by: "editor",
    tells: ["review.approved"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.review_decide" },
  },
  "reviews.decideReview": {
    arrange: async (desk) => {
      const { round } = await desk.sentClaim({ fields: { priority: 1 } })
      return (who) => decideReview(who, { roundId: round.id, decision: "approve" })
    },
    by: "editor",
    tells: ["review.approved"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.review_decide" },
  },
  "rounds.sendToReview": {
    arrange: async (desk) => {
      const claimId = await drafted(desk)
      return (who) => sendToReview(who, { claimId, waivers: [] })
    },
    by: "secondChecker",
    tells: ["round.sent"],
    refused: checkers("round_send"),
  },
  "rounds.recallRound": {
    arrange: async (desk) => {
      const { round } = await desk.sentClaim()
      return (who) => recallRound(who, { roundId: round.id })
    },
    by: "checker",
    tells: ["round.recalled"],
    refused: { names: ["viewer", "secondChecker", "editor", "owner"], key: "policy.round_recall" },
  },
  "setup.startOwnDesk": {
    arrange: () => (who) => startOwnDesk(who, NEW),
    by: "owner",
    // Told at the new desk: of the one it was done from, nothing is left.
    tells: [],
    refused: { names: ["viewer", "author", "checker", "editor"], key: "policy.workspace_set" },
  },
  "sources.addSource": {
    arrange: () => (who) => addSource(who, newSource()),
    by: "checker",
    tells: ["source.added"],
    refused: { names: ["viewer", "author"], key: "policy.source_add" },
  },
  "sources.editSource": {
    arrange: async (desk) => {
      const { id: sourceId } = await addSource(desk.editor, newSource())
      return (who) => editSource(who, { sourceId, source: { title: "Another title" } })
    },
    by: "checker",
    tells: ["source.edited"],
    refused: { names: ["viewer", "author"], key: "policy.source_edit" },
  },
  "verdicts.draftVerdict": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.approvedClaim()
      return (who) => draftVerdict(who, { claimId, verdict: { rating: "mixed" } })
    },
    by: "checker",
    tells: ["verdict.drafted", "approval.withdrawn"],
    refused: checkers("verdict_draft"),
  },
}

test("no act is left out of this file", async () => {
  const nouns = new Set(Object.keys(ACTS).map((name) => name.split(".")[0]))
  const exported = (await exportedFunctions()).filter((name) => nouns.has(name.split(".")[0]))
  expect([...Object.keys(ACTS), ...NO_ACTS].sort()).toEqual(exported)
})

/** The sample desk is there to be replaced, all others are real. */
const deskFor = (name: string) => openDesk(name === "setup.startOwnDesk" ? { demo: true } : {})

describe("an act is told:", () => {
  test.for(Object.entries(ACTS))("%s", async ([name, { arrange, by, tells }]) => {
    const desk = await deskFor(name)
    const run = await arrange(desk)
    const before = await desk.eventCount()
    await run(desk[by])
    // Told elsewhere: here nothing is, or nothing is left.
    if (tells.length === 0) return expect(await desk.eventCount()).toBe(name === "setup.startDesk" ? before : 0)
    expect(await desk.eventCount()).toBe(before + tells.length)
    const events = await desk.lastEvents(tells.length)
    expect(events.map((event) => event.act)).toEqual(tells)
    expect(new Set(events.map((event) => event.actorId))).toEqual(new Set([desk[by].id]))
    const rows = await db().event.findMany({
      where: { workspaceId: desk.workspaceId },
      take: tells.length,
      orderBy: [{ xid: "desc" }],
    })
    expect(new Set(rows.map((row) => row.xid)).size).toBe(1)
  })
})

/** The acts that anybody may do are one's own: one's tokens, one's sessions. */
const REFUSED = Object.entries(ACTS).flatMap(([name, act]) =>
  act.refused ? [[name, act.arrange, act.refused] as const] : [],
)

describe("an act is refused without a trace:", () => {
  test.for(REFUSED)("%s", async ([name, arrange, { names, key }]) => {
    const desk = await deskFor(name)
    const run = await arrange(desk)
    for (const who of names) await refused(() => run(desk[who]), "forbidden", key)
  })
})
