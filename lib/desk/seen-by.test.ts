/** One projection for every read: what a person may not see is in no list, count, event, export or round. */
import { describe, expect } from "vitest"
import type { Actor } from "../domain/workspace"
import { listArticles } from "./article-list"
import { editArticle, readArticle } from "./articles"
import { editClaim, listClaims, readClaim } from "./claims"
import { claimHistory } from "./history"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { decideReview, reviewQueue } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { addSource, claimsOn, editSource, findSources, readSource } from "./sources"
import { asMarkdown } from "./testing/as-markdown"
import { newSource, refused, test, withRound, type Desk } from "./testing/desk"
import { draftVerdict } from "./verdicts"

/** Words of what the desk says to itself, each by what it is. */
const SECRET = {
  title: "Leaked ledger",
  publisher: "A bank in Zug",
  address: "https://example.org/leaked-ledger",
  locator: "folio forty",
  excerpt: "The minister was paid",
  evidenceNote: "Handed over by a clerk",
} as const
const NOTES = {
  workingNote: "Do not ring the ministry",
  openNote: "The librarian was unsure",
  reviewNote: "I would have waited",
  waiver: "Known to everybody here",
} as const

/** A claim, second round approved, that rests on an open and on a confidential source, with notes everywhere. */
async function layered(desk: Desk) {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  const source = newSource({
    ...{ title: SECRET.title, publisher: SECRET.publisher, url: SECRET.address },
    confidential: true,
    readers: [desk.checker.id],
  })
  const { locator, excerpt, evidenceNote: note } = SECRET
  const evidence = { stance: "refutes", locator, excerpt, note } as const
  const secret = await addEvidence(desk.checker, { claimId, source, evidence })
  const open = { stance: "context", note: NOTES.openNote } as const
  await addEvidence(desk.checker, { claimId, source: newSource({ title: "Open statistics" }), evidence: open })
  const verdict = { rating: "false", conclusion: "They rose.", workingNote: NOTES.workingNote }
  await draftVerdict(desk.checker, { claimId, verdict })
  const waivers = [{ item: "evidence", reason: NOTES.waiver } as const]
  const first = withRound(await sendToReview(desk.checker, { claimId, waivers }))
  const changes = { decision: "request_changes", note: NOTES.reviewNote } as const
  await decideReview(desk.editor, { roundId: first.round.id, ...changes })
  await editEvidence(desk.checker, { evidenceId: secret.evidenceId, evidence: { stance: "supports" } })
  const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
  const sourceId = secret.claim.evidence.find((one) => one.id === secret.evidenceId)?.source.id ?? ""
  return { articleId: article.id, claimId, roundId: round.id, sourceId, evidenceId: secret.evidenceId }
}

type Layered = Awaited<ReturnType<typeof layered>>

/** Everything that a person can read of a claim, as one text. */
async function readsOf(actor: Actor, { articleId, claimId }: Layered): Promise<string> {
  const ledger = await findSources(actor, { query: "", limit: 200 })
  const reads = [
    await readClaim(actor, claimId),
    await readArticle(actor, articleId),
    await listClaims(actor, articleId),
    await listArticles(actor),
    ledger,
    ...(await Promise.all(ledger.items.map((source) => claimsOn(actor, source.id)))),
    await findSources(actor, { query: "ledger", limit: 50 }),
    await findSources(actor, { query: "Zug", limit: 50 }),
    await claimHistory(actor, { claimId }),
    await reviewQueue(actor),
    await asMarkdown(actor, articleId, "public"),
    await asMarkdown(actor, articleId),
  ]
  return JSON.stringify(reads)
}

const holds = (text: string, words: object) => Object.values(words).filter((word: string) => text.includes(word))

describe("a confidential source", () => {
  test("is in nothing that viewers, authors and unnamed checkers read, in whatever state the claim is", async ({
    desk,
  }) => {
    const layer = await layered(desk)
    const { claimId, roundId, sourceId, evidenceId } = layer
    const hidden = async () => {
      for (const actor of [desk.viewer, desk.author, desk.secondChecker]) {
        const text = await readsOf(actor, layer)
        expect(holds(text, { ...SECRET, sourceId, evidenceId }), actor.role).toEqual([])
        await refused(() => readSource(actor, sourceId), "not-found", "source.notFound")
      }
    }
    await hidden()
    await decideReview(desk.editor, { roundId, decision: "approve" })
    await hidden()
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "mixed", conclusion: "Both." } })
    await hidden()
  })

  test("is read by who is named, by editors and by owners", async ({ desk }) => {
    const layer = await layered(desk)
    for (const actor of [desk.checker, desk.editor, desk.owner]) {
      const text = await readsOf(actor, layer)
      expect(holds(text, SECRET), actor.role).toEqual(Object.values(SECRET))
    }
  })

  test("is in no public export, whoever makes it", async ({ desk }) => {
    const { articleId, roundId } = await layered(desk)
    await decideReview(desk.editor, { roundId, decision: "approve" })
    for (const actor of [desk.owner, desk.editor, desk.checker, desk.viewer]) {
      const { body } = await asMarkdown(actor, articleId, "public")
      expect(holds(body, { ...SECRET, ...NOTES }), actor.role).toEqual([])
      expect(body).toContain("Open statistics")
    }
    const { body } = await asMarkdown(desk.editor, articleId, "internal")
    expect(body).toContain(SECRET.title)
  })

  test("that was open when the round was sent is hidden from then on, and the round still holds it", async ({
    desk,
  }) => {
    const sent = await desk.sentClaim({ source: { title: SECRET.title, url: SECRET.address } })
    const sourceId = sent.evidence[0]?.source.id ?? ""
    await recallRound(desk.checker, { roundId: sent.round.id })
    await addEvidence(desk.checker, { claimId: sent.id, source: newSource(), evidence: { stance: "context" } })
    await sendToReview(desk.checker, { claimId: sent.id, waivers: [] })
    await editSource(desk.editor, { sourceId, source: { confidential: true } })
    const layer = { articleId: sent.articleId, claimId: sent.id, roundId: "", sourceId, evidenceId: "" }
    expect(holds(await readsOf(desk.secondChecker, layer), { ...SECRET, sourceId })).toEqual([])
    expect(holds(await readsOf(desk.editor, layer), { title: SECRET.title })).toEqual([SECRET.title])
  })

  test("that was closed after the round was sent is in no public export, whoever makes it", async ({ desk }) => {
    const { articleId, evidence } = await desk.approvedClaim({ source: { title: SECRET.title, url: SECRET.address } })
    await editSource(desk.editor, { sourceId: evidence[0]?.source.id ?? "", source: { confidential: true } })
    for (const actor of [desk.owner, desk.editor, desk.secondChecker, desk.viewer]) {
      const { body } = await asMarkdown(actor, articleId, "public")
      expect(holds(body, SECRET), actor.role).toEqual([])
    }
    const { body } = await asMarkdown(desk.editor, articleId, "internal")
    expect(holds(body, SECRET)).toEqual([SECRET.title, SECRET.address])
  })

  test("that was opened under another name keeps the name that it had in rounds to who was named", async ({ desk }) => {
    const { id: claimId, articleId } = await desk.claim()
    const confidential = newSource({ title: SECRET.title, confidential: true, readers: [desk.checker.id] })
    const cited = await addEvidence(desk.checker, { claimId, source: confidential, evidence: { stance: "supports" } })
    const sourceId = cited.claim.evidence[0]?.source.id ?? ""
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } })
    const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    await recallRound(desk.checker, { roundId: round.id })
    await editEvidence(desk.checker, { evidenceId: cited.evidenceId, evidence: { stance: "context" } })
    await sendToReview(desk.checker, { claimId, waivers: [] })
    await editSource(desk.editor, { sourceId, source: { title: "An official", confidential: false } })
    const layer = { articleId, claimId, roundId: "", sourceId, evidenceId: cited.evidenceId }
    const seen = await readsOf(desk.secondChecker, layer)
    expect(holds(seen, { then: SECRET.title, now: "An official" })).toEqual(["An official"])
    const [told] = await reviewQueue(desk.editor)
    expect(told?.changedSince?.sourcesRecited).toEqual([SECRET.title])
  })

  test("that reopens an approved claim is not told of as changed evidence, nor as who was first", async ({ desk }) => {
    const { id: claimId, version } = await desk.approvedClaim()
    const source = newSource({ confidential: true })
    await addEvidence(desk.editor, { claimId, source, evidence: { stance: "refutes" } })
    const history = await claimHistory(desk.secondChecker, { claimId })
    expect(history.map(({ act }) => act)).not.toContain("approval.withdrawn")
    expect((await claimHistory(desk.owner, { claimId })).slice(-2)).toMatchObject([
      { act: "evidence.added" },
      { act: "approval.withdrawn" },
    ])
    const edit = () => editClaim(desk.secondChecker, { claimId, version, fields: { statement: "Taxes fell." } })
    await refused(edit, "conflict", "claim.changed")
  })

  test("that was taken off a claim is not told of as removed to who may not see it", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const source = await addSource(desk.editor, newSource({ title: SECRET.title }))
    const cite = (id: string) => addEvidence(desk.checker, { claimId, source: { id }, evidence: { stance: "context" } })
    const { evidenceId } = await cite(source.id)
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "true", conclusion: "So it is." } })
    const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers: [] }))
    await recallRound(desk.checker, { roundId: round.id })
    await cite((await addSource(desk.editor, newSource({ title: "Open statistics" }))).id)
    await removeEvidence(desk.checker, { evidenceId })
    await sendToReview(desk.checker, { claimId, waivers: [] })
    await editSource(desk.editor, { sourceId: source.id, source: { confidential: true } })
    const [seen] = await reviewQueue(desk.secondChecker)
    expect(seen?.changedSince).toMatchObject({ sourcesAdded: ["Open statistics"], sourcesRemoved: [] })
    const [told] = await reviewQueue(desk.editor)
    expect(told?.changedSince?.sourcesRemoved).toEqual([SECRET.title])
  })
})

describe("what the desk says to itself", () => {
  test("are not for authors of the article, whatever their role", async ({ desk }) => {
    const layer = await layered(desk)
    const { articleId } = layer
    const them = [desk.author, desk.secondEditor, desk.secondChecker]
    expect(holds(await readsOf(desk.secondEditor, layer), NOTES).length).toBeGreaterThan(2)
    const authors = them.map(({ id }) => ({ membershipId: id }))
    await editArticle(desk.editor, { articleId, fields: { authors } })
    for (const actor of them) expect(holds(await readsOf(actor, layer), NOTES), actor.role).toEqual([])
  })

  test("is read by checkers, editors and owners, by viewers and authors never", async ({ desk }) => {
    const layer = await layered(desk)
    for (const actor of [desk.viewer, desk.author]) {
      expect(holds(await readsOf(actor, layer), NOTES), actor.role).toEqual([])
    }
    const { waiver, ...kept } = NOTES
    for (const actor of [desk.secondChecker, desk.checker, desk.editor, desk.owner]) {
      expect(holds(await readsOf(actor, layer), kept), actor.role).toEqual(Object.values(kept))
    }
  })
})

describe("an author", () => {
  test("reads their own articles with what has come of the claims, and no others", async ({ desk }) => {
    const layer = await layered(desk)
    const other = await desk.approvedClaim()
    const own = await readArticle(desk.author, layer.articleId)
    expect(own.claims).toMatchObject([
      { id: layer.claimId, state: "in_review", verdict: { conclusion: "They rose.", workingNote: null } },
    ])
    expect(own.claims[0]?.evidence.map((one) => one.source.title)).toEqual(["Open statistics"])
    await refused(() => readClaim(desk.author, other.id), "not-found", "claim.notFound")
    await refused(() => claimHistory(desk.author, { claimId: other.id }), "not-found", "claim.notFound")
    await refused(() => listClaims(desk.author, other.articleId), "not-found", "article.notFound")
    await refused(() => asMarkdown(desk.author, other.articleId), "not-found", "article.notFound")
    expect((await listArticles(desk.author)).items).toHaveLength(1)
  })
})

describe("an export", () => {
  test("is internal for editors and the article's lead, public for all others", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    const profileOf = async (actor: Actor) => (await asMarkdown(actor, articleId)).profile
    expect([await profileOf(desk.owner), await profileOf(desk.editor)]).toEqual(["internal", "internal"])
    expect([await profileOf(desk.checker), await profileOf(desk.viewer)]).toEqual(["public", "public"])
    for (const actor of [desk.checker, desk.viewer]) {
      const internal = () => asMarkdown(actor, articleId, "internal")
      await refused(internal, "forbidden", "policy.article_exportInternal")
    }
    await editArticle(desk.editor, { articleId, fields: { leadId: desk.checker.id } })
    expect(await profileOf(desk.checker)).toBe("internal")
  })

  test("is the same bytes for the same article", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    const [first, again] = [await asMarkdown(desk.viewer, articleId), await asMarkdown(desk.viewer, articleId)]
    expect(again).toEqual(first)
    expect(first.fileName).toMatch(/^article-\d+\.md$/)
  })
})
