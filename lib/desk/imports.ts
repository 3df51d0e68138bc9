/** Importing articles: bytes or pasted words become an article with its first revision. */
import canonicalize from "canonicalize"
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import { db, type Tx } from "../db"
import { canonicalText, decode, readMarkdown, readText, sha256, type Imported } from "../document"
import {
  wordsIn,
  type DocumentNode,
  type ImportFormat,
  type ImportMetadata,
  type ImportResult,
} from "../domain/article"
import { CHAIN_START, type NewEvent } from "../domain/event"
import { blankAsNull, given } from "../domain/fields"
import { authorize } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { writeAuthors } from "./articles"
import { change, type Change } from "./change"
import { keepSentences } from "./coverage"
import { seenBy } from "./seen-by"

/** An article as it comes in: the bytes of a file, or pasted words in UTF-8. */
export interface NewArticle {
  bytes: Uint8Array
  format: ImportFormat
  fileName?: string | undefined
  origin: "paste" | "file" | "api"
  given: ImportMetadata
}

/**
 * Imports an article. The same bytes in the same format with the same metadata again answer the article that is there.
 * Refuses what is empty, binary, too long or badly encoded, before anything is written.
 */
export async function importArticle(actor: Actor, article: NewArticle): Promise<ImportResult> {
  authorize(actor, "article.import")
  const importKey = keyOf(article)
  const there = await alreadyImported(actor, importKey)
  if (there) return there
  const imported = read(article)
  try {
    return await change(actor, (tx) => insertArticle(tx, actor, article, imported, importKey))
  } catch (error) {
    // Two people may drop the same file at the same moment: the second is told of the first's.
    const first = await alreadyImported(actor, importKey)
    if (first) return first
    throw error
  }
}

function read({ bytes, format, fileName, given: known }: NewArticle): Imported {
  const content = decode(bytes)
  const about = { ...known, ...(fileName !== undefined && { fileName }) }
  return format === "markdown" ? readMarkdown(content, about) : readText(content, about)
}

/** By what an import is recognised when it comes again. */
function keyOf({ bytes, format, given: known }: NewArticle): string {
  return sha256(canonicalize({ format, bytes: sha256(bytes), given: known }) ?? "")
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
  const { text, bodyStart } = canonicalText(imported.document)
  const row = articleRow(actor, id, article, imported)
  await tx.eventStream.create({ data: { id, workspaceId, hash: CHAIN_START } })
  await tx.article.create({ data: { ...row, words: wordsIn(text) } })
  const fileId = await keepFile(tx, actor, article)
  const revision = await tx.revision.create({
    data: {
      id: newId(),
      workspaceId,
      articleId: id,
      number: 1,
      document: imported.document as unknown as Prisma.InputJsonObject,
      text,
      bodyStart,
      sha256: sha256(text),
      origin: article.origin,
      format: article.format,
      importKey,
      fileId,
      createdById: actor.id,
    },
    select: { id: true, sha256: true },
  })
  await keepSentences(tx, { id: revision.id, workspaceId, document: imported.document, language: row.language })
  await tx.article.update({ where: { id }, data: { revisionId: revision.id } })
  await writeAuthors(tx, actor, id, article.given.authors ?? authorsFrom(row.byline))
  const payload = { origin: article.origin, format: article.format, revision: 1, sha256: revision.sha256 }
  const told: NewEvent = { stream: id, act: "article.imported", subjects: { article: id }, payload }
  return { result: { articleId: id, title: row.title, duplicate: false, notices: imported.notices }, events: [told] }
}

/** What is given counts before what was read from the text. */
function articleRow(actor: Actor, id: string, article: NewArticle, { document, metadata }: Imported) {
  const [title, second] = document.content ?? []
  const { byline, publisher, section, sourceUrl, publishedOn, language, kind } = {
    ...metadata,
    ...given(blankAsNull(article.given)),
  }
  return {
    ...{ id, byline, publisher, section, sourceUrl },
    workspaceId: actor.workspaceId,
    title: wordsOf(title),
    dek: second?.type === "dek" ? wordsOf(second) : null,
    language: language ?? "en",
    publishedOn: publishedOn ? new Date(publishedOn) : null,
    kind: kind ?? "factcheck",
    importedById: actor.id,
  }
}

/** The bytes as they came, once per workspace. */
async function keepFile(tx: Tx, actor: Actor, { bytes, format }: NewArticle): Promise<string> {
  const { workspaceId } = actor
  const digest = sha256(bytes)
  const type = format === "markdown" ? "text/markdown" : "text/plain"
  const data = {
    id: newId(),
    workspaceId,
    sha256: digest,
    type,
    size: bytes.byteLength,
    bytes: new Uint8Array(bytes),
    createdById: actor.id,
  }
  // Two imports of the same bytes may come at the same moment, with other metadata: the second waits and finds the first's.
  await tx.file.createMany({ data, skipDuplicates: true })
  const key = { workspaceId_sha256: { workspaceId, sha256: digest } }
  return (await tx.file.findUniqueOrThrow({ where: key, select: { id: true } })).id
}

/** The names of a byline, told apart at commas and "and" in the languages that bylines come in. */
function authorsFrom(byline: string | null): { name: string }[] {
  if (!byline) return []
  const names = byline.replace(/^(by|von|par|por)\s+/i, "").split(/\s*,\s*|\s+(?:and|und|et|y|&)\s+/i)
  return names.flatMap((name) => (name.trim() ? { name: name.trim() } : []))
}

function wordsOf(node: DocumentNode | undefined): string {
  if (!node) return ""
  const own = node.text ?? (node.type === "hardBreak" ? " " : "")
  return own + (node.content ?? []).map(wordsOf).join("")
}
