/** Importing articles: bytes or pasted words become an article with its first revision. */
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import { headOf, type ImportResult } from "../domain/article"
import { CHAIN_START, type NewEvent } from "../domain/event"
import { blankAsNull, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { writeAuthors } from "./articles"
import { change, type Change } from "./change"
import { keepWork } from "./found-claims"
import { importKeyOf, keepFile, read, type Content, type ReadContent } from "./reading"
import { keepRemarks } from "./remarks"
import { newText, writeRevision, type NewText } from "./revising"
import { seenBy } from "./seen-by"

/** What is written in the same breath as the article. */
export type Also = (tx: Tx, articleId: string) => Promise<void>

/**
 * Imports an article. The same bytes in the same format with the same metadata again answer the article that is there.
 * Refuses what is empty, too long, badly encoded or not of its format, before anything is written.
 */
export async function importArticle(actor: Actor, article: Content): Promise<ImportResult> {
  authorize(actor, "article.import")
  return (await alreadyImported(actor, article)) ?? importRead(actor, article, await read(article))
}

/** Imports an article that was read already. */
export async function importRead(
  actor: Actor,
  article: Content,
  read: ReadContent,
  also?: Also,
): Promise<ImportResult> {
  authorize(actor, "article.import")
  const id = newId()
  const row = articleRow(actor, id, article, read)
  // Before anything is locked: a long text takes its time.
  const text = newText(read.document, row.language)
  try {
    return await change(actor, (tx) => insertArticle(tx, actor, { article, read, also, row, text }))
  } catch (error) {
    // Two people may drop the same file at the same moment: the second is told of the first's.
    const first = await alreadyImported(actor, article)
    if (first) return first
    throw error
  }
}

/** The article that the same content became before; null where there is none. */
export async function alreadyImported(actor: Actor, article: Content): Promise<ImportResult | null> {
  const { workspaceId } = actor
  const revision = await db().revision.findUnique({
    where: {
      workspaceId_importKey: { workspaceId, importKey: importKeyOf(article) },
      article: seenBy(actor).article,
    },
    select: { article: { select: { id: true, title: true } } },
  })
  return revision && { articleId: revision.article.id, title: revision.article.title, duplicate: true, notices: [] }
}

interface Insertion {
  article: Content
  read: ReadContent
  also: Also | undefined
  row: ReturnType<typeof articleRow>
  text: NewText
}

async function insertArticle(tx: Tx, actor: Actor, insertion: Insertion): Promise<Change<ImportResult>> {
  const { article, read, also, row, text } = insertion
  const { workspaceId } = actor
  const { id } = row
  await tx.eventStream.create({ data: { id, workspaceId, hash: CHAIN_START } })
  await tx.article.create({ data: row })
  const { origin, format, url = null } = article
  const from = { origin, format, url, importKey: importKeyOf(article), fileId: await keepFile(tx, actor, article) }
  const revision = await writeRevision(tx, actor, { articleId: id, number: 1, text, ...from })
  await writeAuthors(tx, actor, id, article.given.authors ?? read.authors?.map(asName) ?? authorsFrom(row.byline))
  await keepRemarks(tx, actor, { articleId: id, revisionId: revision.id }, read.remarks)
  const work = await keepWork(tx, actor, { articleId: id, revisionId: revision.id }, read)
  await also?.(tx, id)
  const { sha256, words } = revision
  const payload = { origin, format, revision: 1, sha256, words }
  const told: NewEvent = { stream: id, act: "article.imported", subjects: { article: id }, payload }
  return {
    result: { articleId: id, title: row.title, duplicate: false, notices: read.notices },
    events: [told, ...work],
  }
}

/** What is given counts before what was read from the text. */
function articleRow(actor: Actor, id: string, article: Content, { document, metadata }: ReadContent) {
  const { byline, publisher, section, sourceUrl, publishedOn, language, kind } = {
    ...metadata,
    sourceUrl: metadata.sourceUrl ?? article.url ?? null,
    ...given(blankAsNull(article.given)),
  }
  return {
    ...{ id, byline, publisher, section, sourceUrl },
    workspaceId: actor.workspaceId,
    ...headOf(document),
    language: language ?? "en",
    publishedOn: publishedOn ? new Date(publishedOn) : null,
    kind: kind ?? "factcheck",
    importedById: actor.id,
  }
}

const asName = (name: string) => ({ name })

/** The names of a byline, told apart at commas and "and" in the languages that bylines come in. */
function authorsFrom(byline: string | null): { name: string }[] {
  if (!byline) return []
  const names = byline.replace(/^(by|von|par|por)\s+/i, "").split(/\s*,\s*|\s+(?:and|und|et|y|&)\s+/i)
  return names.flatMap((name) => (name.trim() ? { name: name.trim() } : []))
}
