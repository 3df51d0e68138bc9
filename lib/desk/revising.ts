/**
 * Revising articles: a new text takes the place of the current one, and every claim is carried to it, or waits for a
 * person. Reading and placing come before the lock; under it the base is looked at again.
 */
import canonicalize from "canonicalize"
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { sentencesOf, type Span } from "../anchor"
import { db, type Tx } from "../db"
import { canonicalText, parseDocument, refuseTooLong, sha256 } from "../document"
import { headOf, wordsIn, type DocumentNode, type ImportFormat } from "../domain/article"
import type { NewEvent } from "../domain/event"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { takeSteps, type Followed } from "../document/edit-steps"
import type { EditText, RestoreRevision, RevisionOrigin, RevisionResult } from "../domain/revision"
import { assertTextInWork } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import { assertUnchanged } from "./articles"
import { placesIn, writePlaces, type Decided } from "./carrying"
import { queueJob } from "../jobs"
import { change } from "./change"
import { writeSentences } from "./coverage"
import { readInPlace, type OtherText } from "./in-place"
import { importKeyOf, keepFile, type Content, type ReadContent } from "./reading"
import { keepRemarks } from "./remarks"
import { asPerson, person, seenBy } from "./seen-by"
import { articleUnderCheck, membersAmong } from "./under-check"

/** A text with all that is kept of it. */
export interface NewText {
  document: DocumentNode
  text: string
  bodyStart: number
  sentences: Span[]
}

/**
 * A document as it is kept: its canonical text, and its sentences in a language. Refuses `invalid`, `import.tooLong`
 * whatever it comes from. It may take a while: not for under a lock.
 */
export function newText(document: DocumentNode, language: string): NewText {
  const { text, bodyStart, blocks } = canonicalText(document)
  refuseTooLong(text)
  return { document, text, bodyStart, sentences: sentencesOf(text, blocks, language) }
}

/** What is read in place of an article's text. */
export interface NewRevision extends OtherText {
  /** The revision that whoever revises saw, and the version of the article. */
  baseId?: string | undefined
  version?: number | undefined
}

/** Reads a new text of an article, and carries its claims to it. Refuses with `conflict` a text that is there already. */
export async function reviseArticle(
  actor: Actor,
  revision: NewRevision,
  also?: Successor["also"],
): Promise<RevisionResult> {
  const base = await baseOf(actor, revision.articleId, revision.baseId)
  return reviseRead(actor, base, {
    version: revision.version,
    content: revision,
    found: await readInPlace(revision, base),
    also,
  })
}

/** A text that was read in place of another, and what it was read from. */
export interface ReadRevision extends Pick<NewRevision, "version"> {
  content: Content
  found: ReadContent
  also?: Successor["also"]
}

/** The same for a text that was read already. */
export async function reviseRead(
  actor: Actor,
  base: Base,
  { content, found, version, also }: ReadRevision,
): Promise<RevisionResult> {
  const { document, notices, remarks } = found
  let waiting = 0
  const written: Successor["also"] = async (tx, made) => {
    waiting = await keepRemarks(tx, actor, { articleId: base.articleId, revisionId: made.id }, remarks)
    return (await also?.(tx, made)) ?? []
  }
  const { origin } = content
  const result = await takePlace(actor, base, { origin, version, document, notices, content, also: written })
  return { ...result, remarks: waiting }
}

/** Makes an earlier text of an article the newest one. */
export async function restoreRevision(
  actor: Actor,
  { articleId, baseId, number }: RestoreRevision,
): Promise<RevisionResult> {
  const base = await baseOf(actor, articleId, baseId)
  const earlier = await db().revision.findUnique({ where: { articleId_number: { articleId, number } } })
  if (!earlier) throw refuse("not-found", "revision.notFound")
  const document = parseDocument(earlier.document)
  return takePlace(actor, base, { document, origin: "restore", told: { restored: number } })
}

/**
 * Makes a revision of an editor's work on the text. Claims follow the steps that were taken; where those begin in a text
 * that another one has come over since, they go by their words.
 */
export async function editText(actor: Actor, { articleId, baseId, over, steps }: EditText): Promise<RevisionResult> {
  const base = await baseOf(actor, articleId, over ?? baseId)
  if (base.revisionId === baseId) return takePlace(actor, base, { ...takeSteps(base.document, steps), origin: "edit" })
  const earlier = await db().revision.findFirst({ where: { id: baseId, articleId }, select: { document: true } })
  if (!earlier) throw refuse("not-found", "revision.notFound")
  const { document } = takeSteps(parseDocument(earlier.document), steps)
  return takePlace(actor, base, { document, origin: "edit" })
}

/** What becomes the newest revision, and where it came from. */
export interface Successor {
  document: DocumentNode
  origin: RevisionOrigin
  /** The article's version that whoever revises saw; absent, what is there. */
  version?: number | undefined
  /** What it was read from; nothing where it was written in Stet. */
  content?: Content
  notices?: string[]
  /** What its event tells besides. */
  told?: Record<string, unknown>
  decided?: Decided
  /** Where the steps of an edit led the words of the text before. */
  follow?: Followed
  /** What is written in the same breath, before claims are carried. Answers what it tells. */
  also?: (tx: Tx, revision: { id: string; number: number }) => Promise<NewEvent[]>
}

/** The text that a revision begins with. */
export type Base = Awaited<ReturnType<typeof baseOf>>

/**
 * The current text of an article, for whoever may revise it. Refuses with `conflict` when another one was seen, and
 * tells which came first.
 */
export async function baseOf(actor: Actor, articleId: string, baseId?: string) {
  const row = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, dek: true, language: true, leadId: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, number: true, document: true } },
    },
  })
  if (!row?.revision) throw refuse("not-found", "article.notFound")
  authorize(actor, "article.revise", { authorIds: membersAmong(row.authors), leadId: row.leadId })
  const { id, number } = row.revision
  if (baseId !== undefined && baseId !== id) throw await overtaken(db(), articleId)
  return { ...row, articleId, revisionId: id, number, document: parseDocument(row.revision.document) }
}

/** Puts a text in the place of the current one. */
export async function takePlace(actor: Actor, base: Base, successor: Successor): Promise<RevisionResult> {
  const { articleId, revisionId: from } = base
  const to = newText(successor.document, base.language)
  if (canonicalize(to.document) === canonicalize(base.document))
    throw refuse("conflict", "revision.same", { params: { number: base.number } })
  const about = { articleId, revisionId: from }
  const { follow } = successor
  const known = await placesIn(db(), about, to, { follow })
  return change(actor, async (tx) => {
    const article = await articleUnderCheck(tx, actor, articleId)
    authorize(actor, "article.revise", article)
    assertTextInWork(article)
    if (article.revisionId !== from) throw await overtaken(tx, articleId)
    await assertUnchanged(tx, actor, article, successor.version)
    // Claims marked since, and those that got another place.
    const places = await placesIn(tx, about, to, { known, follow })
    const kept = await keptOf(tx, actor, successor)
    const next = { articleId, number: base.number + 1, text: to, origin: successor.origin, ...kept }
    const revision = await writeRevision(tx, actor, next)
    const more = (await successor.also?.(tx, revision)) ?? []
    const carried = { articleId, from, to: { ...to, revisionId: revision.id, number: revision.number } }
    const { counts, events } = await writePlaces(tx, actor, carried, { places, decided: successor.decided })
    const { origin, told = {} } = successor
    const { number, sha256, words } = revision
    const payload = { ...told, origin, format: kept.format, revision: number, sha256, words, placements: counts }
    const added = { stream: articleId, act: "revision.added", subjects: { article: articleId }, payload } as const
    const result = {
      articleId,
      revision: { id: revision.id, number, sha256 },
      placements: counts,
      notices: successor.notices ?? [],
      remarks: 0,
    }
    return { result, events: [added, ...more, ...events] }
  })
}

/** A revision to be written. */
export interface RevisionToKeep {
  articleId: string
  number: number
  text: NewText
  origin: RevisionOrigin
  format: ImportFormat | null
  url: string | null
  importKey: string | null
  fileId: string | null
}

/** Writes a revision with its sentences, and makes it its article's current one. */
export async function writeRevision(
  tx: Tx,
  actor: Actor,
  { text: { document, text, bodyStart, sentences }, ...about }: RevisionToKeep,
): Promise<{ id: string; number: number; sha256: string; words: number }> {
  const { workspaceId, id: createdById } = actor
  const id = newId()
  const words = wordsIn(text)
  const revision = await tx.revision.create({
    data: {
      ...{ id, workspaceId, createdById, text, bodyStart, sha256: sha256(text) },
      ...about,
      document: document as unknown as Prisma.InputJsonObject,
    },
    select: { id: true, number: true, sha256: true },
  })
  await writeSentences(tx, { id, workspaceId }, sentences)
  await tx.article.update({
    where: { id: about.articleId },
    data: { ...headOf(document), words, revisionId: id },
  })
  await queueJob(tx, "earlier", { revisionId: id })
  return { ...revision, words }
}

async function keptOf(
  tx: Tx,
  actor: Actor,
  { content }: Successor,
): Promise<Pick<RevisionToKeep, "format" | "url" | "importKey" | "fileId">> {
  if (!content) return { format: null, url: null, importKey: null, fileId: null }
  const { workspaceId } = actor
  const importKey = importKeyOf(content)
  // The first that came with these bytes is recognised by them; a text may come back.
  const there = await tx.revision.count({ where: { workspaceId, importKey } })
  const { format, url = null } = content
  return { format, url, importKey: there ? null : importKey, fileId: await keepFile(tx, actor, content) }
}

/** Somebody else's text came first: whose, and which. */
async function overtaken(tx: Tx, articleId: string) {
  const { revision } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: { select: { id: true, number: true, createdBy: person } } },
  })
  const params = { number: revision?.number ?? 0, by: revision ? asPerson(revision.createdBy).name : "" }
  const current = revision && { newerText: { id: revision.id, number: revision.number } }
  return refuse("conflict", "revision.overtaken", { params, current })
}
