/**
 * Desks as they happen to be, for the law of confidential sources: sources open and closed, cited here and there, opened
 * and closed again, renamed, merged, with words of their own in every field. Made by the acts, as a desk would be.
 */
import * as fc from "fast-check"
import { db } from "../../db"
import { sha256 as digest } from "../../document/digest"
import { AddCalculation } from "../../domain/calculation"
import { RecordContact } from "../../domain/contact"
import type { Actor } from "../../domain/workspace"
import { addCalculation } from "../calculations"
import { recordContact } from "../contacts"
import { addEvidence, editEvidence, removeEvidence } from "../evidence"
import { placeExcerpts } from "../excerpts"
import { mergeSources } from "../merging"
import { notify } from "../notifications"
import { decideReview } from "../reviews"
import { sendToReview } from "../rounds"
import { addSource, editSource } from "../sources"
import { draftVerdict } from "../verdicts"
import { newSource, openDesk, WORDS, type Desk, type Name } from "./desk"
import { sentFile } from "./files"

/** Who is nobody's assignee, author or reviewer here, and the owner, who is an author of the article: what is for few is not for them. */
export const UNINVOLVED = ["viewer", "author", "secondChecker", "owner"] as const

const named = fc.subarray(["checker", "secondChecker", "viewer", "author"] as const)
const source = fc.record({ confidential: fc.boolean(), readers: named })
const index = fc.nat({ max: 5 })

/** One thing that somebody does at the desk; indexes are taken modulo what there is. */
const step = fc.oneof(
  fc.record({ does: fc.constantFrom("cite", "requote", "uncite", "send", "approve"), claim: index, source: index }),
  fc.record({
    does: fc.constantFrom("close", "open", "rename", "snapshot", "tell", "sum", "ask"),
    claim: index,
    source: index,
  }),
  fc.record({ does: fc.constant("merge" as const), claim: index, source: index }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

export const plan = fc.record({
  sources: fc.array(source, { minLength: 2, maxLength: 4 }),
  steps: fc.array(step, { minLength: 6, maxLength: 14 }),
})
export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

/** A desk that a plan was carried out at, and the words that were planted in it. */
export interface RandomDesk {
  desk: Desk
  articleId: string
  revisionId: string
  claimIds: string[]
  sourceIds: string[]
  planted: Planted[]
  /** Words of what was asked of people, which are for few. */
  asked: string[]
  /** Words of notes, which are the desk's: its authors and viewers don't read them. */
  noted: string[]
}

/** A word, and the source that it belongs to. */
export interface Planted {
  word: string
  sourceId: string
}

/** Carries a plan out. What a step is refused for is not done. */
export async function carryOut({ sources, steps }: Plan): Promise<RandomDesk> {
  const desk = await openDesk()
  const article = await desk.article({ authors: [desk.author, desk.owner].map(({ id }) => ({ membershipId: id })) })
  const claims = []
  for (const words of [WORDS.quote, WORDS.fact, WORDS.other]) claims.push(await desk.claim({ article, words }))
  const at: Working = { desk, planted: [], asked: [], noted: [], claimIds: claims.map(({ id }) => id), sourceIds: [] }
  for (const { confidential, readers } of sources) {
    const words = wordsFor(at)
    const added = await addSource(
      desk.editor,
      newSource({ ...describedBy(words), confidential, readers: readers.map((name: Name) => desk[name].id) }),
    )
    at.sourceIds.push(added.id)
    plant(at, added.id, words)
  }
  for (const one of steps) await STEPS[one.does](at, chosen(at, one)).catch(() => undefined)
  return { ...at, articleId: article.id, revisionId: article.revision.id }
}

interface Working {
  desk: Desk
  planted: Planted[]
  asked: string[]
  noted: string[]
  claimIds: string[]
  sourceIds: string[]
}

interface Chosen {
  claimId: string
  sourceId: string
  otherId: string
}

function chosen({ claimIds, sourceIds }: Working, { claim, source }: Step): Chosen {
  const of = (ids: string[], at: number) => ids[at % ids.length] ?? ""
  return { claimId: of(claimIds, claim), sourceId: of(sourceIds, source), otherId: of(sourceIds, source + 1) }
}

const STEPS: Record<Step["does"], (at: Working, chosen: Chosen) => Promise<unknown>> = {
  cite: async (at, { claimId, sourceId: id }) => {
    const words = wordsFor(at)
    const [locator, excerpt, note] = words
    const evidence = { stance: "context", locator, excerpt, note } as const
    const { claim, evidenceId } = await addEvidence(at.desk.editor, { claimId, source: { id }, evidence })
    at.noted.push(note ?? "")
    // A source that was merged is cited by its id no more.
    plant(at, claim.evidence.find((one) => one.id === evidenceId)?.source.id ?? id, words)
  },
  requote: async (at, { claimId }) => {
    const row = await evidenceOf(claimId)
    const words = wordsFor(at)
    await editEvidence(at.desk.editor, { evidenceId: row.id, evidence: { excerpt: words[0] ?? "" } })
    plant(at, row.sourceId, words)
  },
  uncite: async (at, { claimId }) => removeEvidence(at.desk.editor, { evidenceId: (await evidenceOf(claimId)).id }),
  send: async ({ desk, noted }, { claimId }) => {
    const [workingNote, reason] = notesFor(noted)
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "They rose.", workingNote } })
    await sendToReview(desk.checker, { claimId, waivers: [{ item: "evidence", reason }] })
  },
  approve: async ({ desk, noted }, { claimId }) => {
    const { roundId } = await desk.claimRow(claimId)
    const [note] = notesFor(noted)
    await decideReview(desk.secondEditor, { roundId: roundId ?? "", decision: "approve", note })
  },
  close: ({ desk }, { sourceId }) => editSource(desk.editor, { sourceId, source: { confidential: true } }),
  open: ({ desk }, { sourceId }) => editSource(desk.editor, { sourceId, source: { confidential: false } }),
  rename: async (at, { sourceId }) => {
    const words = wordsFor(at)
    await editSource(at.desk.editor, { sourceId, source: describedBy(words) })
    plant(at, sourceId, words)
  },
  snapshot: async (at, { sourceId }) => {
    const words = wordsFor(at)
    const { workspaceId, id: createdById } = at.desk.editor
    const bytes = Buffer.from(words.join(" "))
    const sha256 = digest(bytes)
    const file = await db().file.create({
      data: { workspaceId, createdById, sha256, type: "text/plain", size: bytes.length, bytes },
    })
    const text = {
      workspaceId,
      fileId: file.id,
      state: "read",
      text: words.join(" "),
      sha256,
      readAt: new Date(),
    } as const
    await db().fileText.create({ data: text })
    const url = `https://example.org/${words[4]}`
    await db().snapshot.create({ data: { workspaceId, sourceId, fileId: file.id, url } })
    await db().$transaction((tx) => placeExcerpts(tx, sourceId))
    plant(at, sourceId, words)
  },
  sum: async (at, { claimId }) => {
    const { id: evidenceId, sourceId } = await evidenceOf(claimId)
    const words = wordsFor(at)
    const [title = "", note = "", name = ""] = words
    const calculation = { title, note, formula: name, inputs: [{ name, value: "4711", evidenceId }] }
    await addCalculation(at.desk.editor, AddCalculation.parse({ claimId, calculation }))
    plant(at, sourceId, words)
  },
  ask: async ({ desk, asked }, { claimId }) => {
    const [address = "", notes = "", reply = "", name = ""] = [0, 1, 2, 3].map((at) => `zk${asked.length}x${at}kz`)
    const fileId = await sentFile(desk.editor, `${name}.txt`, name)
    const known = { whom: "The office", channel: "phone", question: "Is it so?", askedAt: "2026-11-01T10:00:00.000Z" }
    const contact = { ...known, address, notes, reply, fileId, outcome: "confirmed", onRecord: false }
    await recordContact(desk.editor, RecordContact.parse({ claims: [{ claimId }], contact }))
    asked.push(address, notes, reply, name)
  },
  tell: async ({ desk }, { sourceId, claimId }) => {
    const everybody = [desk.viewer, desk.author, desk.checker, desk.secondChecker]
    const notices = everybody.map(({ id: membershipId }) => ({
      membershipId,
      kind: "page_gone" as const,
      sourceId,
      claimId,
    }))
    await db().$transaction((tx) => notify(tx, desk.workspaceId, notices))
  },
  merge: async ({ desk, planted }, { sourceId, otherId }) => {
    await mergeSources(desk.editor, { sourceId, otherId })
    for (const one of planted) if (one.sourceId === otherId) one.sourceId = sourceId
  },
}

const evidenceOf = (claimId: string) => db().evidence.findFirstOrThrow({ where: { claimId }, orderBy: { id: "asc" } })

/** Two notes of their own. */
function notesFor(noted: string[]): [string, string] {
  const notes: [string, string] = [`zn${noted.length}x0nz`, `zn${noted.length}x1nz`]
  noted.push(...notes)
  return notes
}

function describedBy([title = "", author, publisher, group, page]: string[]) {
  return { title, author, publisher, independenceGroup: group, url: `https://example.org/${page}` }
}

/** Words that stand nowhere else: what is found of them was told. */
function wordsFor({ planted }: Working): string[] {
  return Array.from({ length: 5 }, (_, at) => `zq${planted.length}x${at}qz`)
}

function plant({ planted }: Working, sourceId: string, words: string[]): void {
  planted.push(...words.map((word) => ({ word, sourceId })))
}

/** Whether somebody may know of a source, by its row and its list alone: said anew, and not by what is being tried. */
export async function outsidersOf(sourceId: string, people: Actor[]): Promise<Actor[]> {
  const { confidential, readers } = await db().source.findUniqueOrThrow({
    where: { id: sourceId },
    include: { readers: true },
  })
  if (!confidential) return []
  const isIn = ({ id, role }: Actor) =>
    role === "owner" || role === "editor" || (role === "checker" && readers.some((one) => one.membershipId === id))
  return people.filter((one) => !isIn(one))
}
