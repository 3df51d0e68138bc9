/** Importing articles: bytes or pasted words become an article with its first revision. */
import { v7 as newId } from "uuid"
import { db, type Tx } from "../db"
import type { Imported } from "../document"
import { headOf, type ImportResult } from "../domain/article"
import { CHAIN_START, type NewEvent } from "../domain/event"
import { blankAsNull, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import type { RevisionOrigin } from "../domain/revision"
import type { Actor } from "../domain/workspace"
import { writeAuthors } from "./articles"
import { change, type Change } from "./change"
import { importKeyOf, keepFile, read, type Content } from "./reading"
import { newText, writeRevision } from "./revising"
import { seenBy } from "./seen-by"

/** An article as it comes in. */
export interface NewArticle extends Content {
  origin: Extract<RevisionOrigin, "paste" | "file" | "api" | "link">
}

/**
 * Imports an article. The same bytes in the same format with the same metadata again answer the article that is there.
 * Refuses what is empty, binary, too long or badly encoded, before anything is written.
 */
export async function importArticle(actor: Actor, article: NewArticle): Promise<ImportResult> {
  authorize(actor, "article.import")
  const importKey = importKeyOf(article)
  const there = await alreadyImported(actor, importKey)
  if (there) return there
  const imported = await read(article)
  try {
    return await change(actor, (tx) => insertArticle(tx, actor, article, imported, importKey))
  } catch (error) {
    // Two people may drop the same file at the same moment: the second is told of the first's.
    const first = await alreadyImported(actor, importKey)
    if (first) return first
    throw error
  }
}

async function alreadyImported(actor: Actor, importKey: string): Promise<ImportResult | null> {
  const { workspaceId } = actor
  const revision = await db().revision.findUnique({
    where: { workspaceId_importKey: { workspaceId, importKey }, article: seenBy(actor).article },
    select: { article: { select: { id: true, title: true } } },
  })
  return revision && { articleId: revision.article.id, title: revision.article.title, duplicate: true, notices: [] }
}

async function insertArticle(
  tx: Tx,
  actor: Actor,
  article: NewArticle,
  imported: Imported,
  importKey: string,
): Promise<Change<ImportResult>> {
  const { workspaceId } = actor
  const id = newId()
  const row = articleRow(actor, id, article, imported)
  const text = newText(imported.document, row.language)
  await tx.eventStream.create({ data: { id, workspaceId, hash: CHAIN_START } })
  await tx.article.create({ data: row })
  const { origin, format, url = null } = article
  const from = { origin, format, url, importKey, fileId: await keepFile(tx, actor, article) }
  const revision = await writeRevision(tx, actor, { articleId: id, number: 1, text, ...from })
  await writeAuthors(tx, actor, id, article.given.authors ?? authorsFrom(row.byline))
  const payload = { origin: article.origin, format: article.format, revision: 1, sha256: revision.sha256 }
  const told: NewEvent = { stream: id, act: "article.imported", subjects: { article: id }, payload }
  return { result: { articleId: id, title: row.title, duplicate: false, notices: imported.notices }, events: [told] }
}

/** What is given counts before what was read from the text. */
function articleRow(actor: Actor, id: string, article: NewArticle, { document, metadata }: Imported) {
  const { byline, publisher, section, sourceUrl, publishedOn, language, kind } = {
    ...metadata,
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

/** The names of a byline, told apart at commas and "and" in the languages that bylines come in. */
function authorsFrom(byline: string | null): { name: string }[] {
  if (!byline) return []
  const names = byline.replace(/^(by|von|par|por)\s+/i, "").split(/\s*,\s*|\s+(?:and|und|et|y|&)\s+/i)
  return names.flatMap((name) => (name.trim() ? { name: name.trim() } : []))
}
