/**
 * One desk with an article for each state that a claim or an article can be in, each with something of everything on its
 * claim; and the people who may stand to it in every way. For the table of who is refused what, and when.
 */
import { v7 as newId } from "uuid"
import { db } from "../../db"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { Actor } from "../../domain/workspace"
import { proposeAdjudication } from "../adjudications"
import { archiveArticle } from "../archive"
import { change } from "../change"
import { withdrawClaim } from "../claims"
import { startThread } from "../comments"
import { deleteArticle } from "../erasing"
import { addEvidence } from "../evidence"
import { proposeFix } from "../fixes"
import { flagEvidence } from "../flags"
import { askOpinion, giveOpinion, takeOpinion } from "../opinions"
import { actorOf, member } from "../people"
import { publishArticle } from "../publishing"
import { decideRemark } from "../remarks"
import { recordComplaint, reopen } from "../reopenings"
import { decideReview } from "../reviews"
import { reviseArticle } from "../revising"
import { recallRound, sendToReview } from "../rounds"
import { letStand, signOffArticle } from "../sign-offs"
import { proposeTidy } from "../tidies"
import { draftVerdict } from "../verdicts"
import { calculated, called } from "./contact-acts"
import { newSource, openDesk, WORDS, type Desk } from "./desk"
import { remarksOn } from "./remarks"
import { COMPLAINT } from "./sign-off-acts"

/** Ways to stand to an article and its claim, by the letter that the table has for each. */
export const PEOPLE = {
  v: "viewer",
  w: "writer, author of other articles",
  a: "author of the article",
  b: "editor who is an author of the article",
  c: "checker who gave the verdict and sent it",
  k: "another checker",
  r: "editor who reviewed it",
  e: "another editor",
  o: "owner",
} as const
export type Letter = keyof typeof PEOPLE

/** The ids of one article in one state. */
export interface Place {
  articleId: string
  revisionId: string
  claimId: string
  evidenceId: string
  fixId: string
  /** The claim's current round, or the last one. */
  roundId: string
  /** A query of the checker's on the claim, a note of theirs and a legal note of the reviewer's. */
  queryId: string
  noteId: string
  legalId: string
  remarkId: string
  decidedRemarkId: string
  contactId: string
  calculationId: string
  /** Null where there is none in this state. */
  tidyId: string | null
  complaintId: string | null
  adjudicationId: string | null
  /** The claim's. */
  version: number
}

export type People = Record<Letter, Actor>

const TYPO = "Teh office counts four."

/** The desk, with its people by their letters. */
export async function peopledDesk(): Promise<{ desk: Desk; people: People }> {
  const desk = await openDesk()
  await desk.set({ publishes: true })
  const [w, b] = [await seat(desk, "author"), await seat(desk, "editor")]
  const { viewer: v, author: a, checker: c, secondChecker: k, editor: r, secondEditor: e, owner: o } = desk
  return { desk, people: { v, w, a, b, c, k, r, e, o } }
}

/** Somebody who sits at this desk too. */
async function seat({ workspaceId }: Desk, role: "author" | "editor"): Promise<Actor> {
  const { userId } = (await openDesk()).viewer
  const { id } = await db().membership.create({ data: { id: newId(), workspaceId, userId, role } })
  return actorOf(await db().membership.findUniqueOrThrow({ where: { id }, ...member }))
}

interface Scene {
  desk: Desk
  people: People
  article: AnnotatedArticle
  place: Place
}

/** An article of the author's and the bound editor's, with a claim that could be sent at once: unsettled, with something of everything. */
async function begin(desk: Desk, people: People, priority: 1 | 2): Promise<Scene> {
  const authors = [{ membershipId: people.a.id }, { membershipId: people.b.id }]
  const article = await desk.article({ authors })
  const articleId = article.id
  const { id: claimId } = await desk.claim({ article, fields: { job: "ours", priority } })
  const evidence = { stance: "supports", locator: "page 3" } as const
  const { evidenceId } = await addEvidence(people.c, { claimId, source: newSource(), evidence })
  const { contactId } = await called(people.c, [claimId])
  const { calculationId } = await calculated(people.c, claimId)
  const { fix } = await proposeFix(people.c, { claimId, wording: "rents fell", reason: null })
  await draftVerdict(people.c, { claimId, verdict: { rating: "cannot_confirm", conclusion: TYPO } })
  const said = async (by: Actor, kind: "query" | "note" | "legal") =>
    (await startThread(by, { articleId, kind, body: "Since when?", about: { claimId } })).thread.id
  const [remarkId = "", decidedRemarkId = ""] = await remarksOn(article, ["Says who?", "Since when?"])
  await decideRemark(people.c, { remarkId: decidedRemarkId, outcome: "discarded" })
  const place: Place = {
    ...{ articleId, claimId, evidenceId, contactId, calculationId, remarkId, decidedRemarkId },
    revisionId: article.revision.id,
    fixId: fix?.id ?? "",
    roundId: "",
    queryId: await said(people.c, "query"),
    noteId: await said(people.c, "note"),
    legalId: await said(people.r, "legal"),
    ...{ tidyId: null, complaintId: null, adjudicationId: null, version: 0 },
  }
  return { desk, people, article, place }
}

type Leading = (scene: Scene) => Promise<void>

/** Takes what was begun further, step by step. */
const then =
  (...steps: Leading[]): Leading =>
  async (scene) => {
    for (const step of steps) await step(scene)
  }

const send: Leading = async ({ people, place }) => {
  const sent = await sendToReview(people.c, { claimId: place.claimId, waivers: [] })
  place.roundId = sent.round?.id ?? ""
}

const recall: Leading = async ({ people, place }) => void (await recallRound(people.c, { roundId: place.roundId }))

const decided =
  (decision: "approve" | "request_changes"): Leading =>
  async ({ people, place }) =>
    void (await decideReview(people.r, { roundId: place.roundId, decision, note: "So." }))

const stand: Leading = async ({ people, place }) =>
  void (await letStand(people.r, { claimId: place.claimId, reason: "Nobody can know." }))

const tidy: Leading = async ({ people, place }) => {
  const claim = await proposeTidy(people.c, {
    claimId: place.claimId,
    words: { conclusion: TYPO.replace("Teh", "The") },
  })
  place.tidyId = claim.tidy?.id ?? null
}

/** As at a desk that asks for no approval. */
const unreviewed: Leading = async (scene) => {
  await scene.desk.set({ approvals: 0 })
  await send(scene)
  await scene.desk.set({ approvals: 1 })
}

const goOut =
  (open: { reason: string } | null): Leading =>
  async ({ people, place: { articleId } }) =>
    void (await signOffArticle(people.e, { articleId, openItems: open && { ...open, secondId: null }, notices: [] }))

const complain: Leading = async ({ people, place }) => {
  const { articleId, claimId } = place
  place.complaintId = (await recordComplaint(people.r, { articleId, claimId, ...COMPLAINT })).complaintId
}

const lookAgain: Leading = async ({ people, place: { articleId, claimId } }) => {
  await publishArticle(people.e, { articleId })
  await reopen(people.e, { articleId, claimId, kind: "factual", reason: "It was ten." })
}

const reword: Leading = async ({ people, article, place }) => {
  const text = article.revision.text.slice(article.revision.bodyStart).replace(WORDS.quote, "taxes fell by six percent")
  const bytes = new TextEncoder().encode(text)
  const asked = { bytes, format: "text", origin: "paste", head: "keep", given: {} } as const
  await reviseArticle(people.c, { articleId: article.id, ...asked })
  const { revisionId } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
  place.revisionId = revisionId ?? ""
}

const withdraw: Leading = async ({ people, place: { claimId } }) =>
  void (await withdrawClaim(people.e, { claimId, reason: "Marked twice." }))

/** Another checker has begun a second opinion. */
const second: Leading = async ({ people, place: { claimId } }) => {
  await askOpinion(people.r, { claimId })
  await takeOpinion(people.k, { claimId })
}

/** They have come to another rating, and whoever gave the first proposes which of the two it is to be. */
const differ: Leading = async ({ people, place }) => {
  const { claimId } = place
  await giveOpinion(people.k, { claimId, verdict: { rating: "confirmed", conclusion: "Counted again." } })
  const { opinion } = await proposeAdjudication(people.c, { claimId, rating: "confirmed", reason: "Both are right." })
  place.adjudicationId = opinion?.proposal?.id ?? null
}

const archive: Leading = async ({ people, place: { articleId } }) =>
  void (await archiveArticle(people.e, { articleId }))

const remove: Leading = async ({ people, place: { articleId } }) => void (await deleteArticle(people.o, { articleId }))

/** Its source's page is gone, so that somebody has to look. */
const flag: Leading = async ({ desk: { workspaceId }, place: { evidenceId } }) => {
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })
  await change({ id: null, workspaceId }, async (tx) => {
    const [first, ...rest] = await flagEvidence(tx, "page_gone", { sourceId })
    if (!first) throw new Error("nothing was flagged")
    return { result: null, events: [first, ...rest] }
  })
}

const approved = then(send, decided("approve"))

/** The states that the table has a column for, with how far each is led. Claims are should, but where it says must. */
const STATES = {
  open: { led: then(send, recall, flag) },
  "open must": { priority: 1, led: then(send, recall, flag) },
  "in review": { led: then(send, flag) },
  "sent must": { priority: 1, led: then(send, flag) },
  changes: { led: then(send, decided("request_changes"), flag) },
  checked: { led: then(unreviewed, flag) },
  approved: { led: then(approved, stand, flag) },
  typo: { led: then(approved, stand, tidy, flag) },
  stale: { led: then(approved, reword, flag) },
  "2nd begun": { led: then(send, recall, second, flag) },
  "2nd other": { led: then(send, second, differ, flag) },
  withdrawn: { led: then(send, recall, flag, withdraw) },
  "signed off": { led: then(approved, stand, flag, goOut(null), complain) },
  released: { led: then(send, flag, goOut({ reason: "At six." }), complain) },
  reopened: { led: then(approved, stand, flag, goOut(null), complain, lookAgain) },
  archived: { led: then(approved, stand, tidy, flag, archive) },
  deleted: { led: then(approved, stand, tidy, flag, remove) },
} as const satisfies Record<string, { priority?: 1; led: Leading }>
export type State = keyof typeof STATES

/** An article in each state. */
export async function everyState(desk: Desk, people: People): Promise<[state: State, place: Place][]> {
  const places: [State, Place][] = []
  for (const [state, { led, ...claim }] of Object.entries(STATES) as [State, { priority?: 1; led: Leading }][]) {
    const scene = await begin(desk, people, claim.priority ?? 2)
    await led(scene)
    scene.place.version = (await desk.claimRow(scene.place.claimId)).version
    places.push([state, scene.place])
  }
  return places
}
