/** Pages of the web: imported by their address, and looked at again. What a fetch may do, lib/outside decides. */
import { compare } from "../anchor"
import { db } from "../db"
import { canonicalText, sha256 } from "../document"
import type { ImportFormat, ImportMetadata, ImportResult } from "../domain/article"
import type { FinalCheck } from "../domain/final-check"
import type { ChangedSince, ChangedSinceImport, CheckFinalLink, ImportLink, ReviseFromLink } from "../domain/import"
import { authorize } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import { wordsChanged, type RevisionResult } from "../domain/revision"
import type { Actor } from "../domain/workspace"
import { fetchPage } from "../outside/fetch-page"
import { checkFinal } from "./final-checks"
import { alreadyImported, importRead } from "./imports"
import { readInPlace } from "./in-place"
import { asPage } from "./page-types"
import { read, type Content, type ReadContent } from "./reading"
import { baseOf, reviseRead } from "./revising"
import { seenBy } from "./seen-by"

/**
 * Imports the article of a page. One whose article is there, by the same bytes or the same address, is answered with
 * that. Refuses with the step at which a fetch stopped, and what a reader refuses.
 */
export async function importLink(actor: Actor, { url, given }: ImportLink): Promise<ImportResult> {
  authorize(actor, "article.import")
  const content = await fetched(url, given)
  const same = await alreadyImported(actor, content)
  if (same) return same
  const found = await read(content)
  return (await articleOf(actor, content, found)) ?? importRead(actor, content, found)
}

/**
 * Fetches a page as a new text of an article: the one that it came from, unless another one is named. Refuses with
 * `conflict` where it does not say any more what was shown of it.
 */
export async function reviseFromLink(
  actor: Actor,
  { articleId, baseId, version, url, shown }: ReviseFromLink & { version?: number | undefined },
): Promise<RevisionResult> {
  const base = await baseOf(actor, articleId, baseId)
  const content = await fetched(url ?? (await pageOf(actor, articleId)).url, {})
  const found = await readInPlace({ ...content, articleId, head: "read" }, base)
  if (shown !== undefined && shown !== sha256(wordsIn(found))) throw refuse("conflict", "revision.pageChanged")
  return reviseRead(actor, base, { content, found, version })
}

/**
 * What the page of an article says now, compared with what it said when it was read last: two readings of the same kind,
 * so that what was given with an import is no change. Writes nothing.
 */
export async function changedSinceImport(actor: Actor, { articleId }: ChangedSinceImport): Promise<ChangedSince> {
  // Only those may send Stet out who may do something with what it brings.
  const base = await baseOf(actor, articleId)
  const { url, number, kept } = await pageOf(actor, articleId)
  const content = await fetched(url, {})
  const wordsOf = async (one: Content) => wordsIn(await readInPlace({ ...one, articleId, head: "read" }, base))
  const now = await wordsOf(content)
  const isSame = sha256(content.bytes) === kept.sha256
  const before = isSame ? now : await wordsOf({ ...content, format: kept.format, bytes: kept.bytes })
  const pieces = compare(before, now)
  return { url, revision: number, shown: sha256(now), words: wordsChanged(pieces), pieces }
}

/** A last look at a page that goes out. Refuses with the step at which a fetch stopped. Writes nothing. */
export async function checkFinalLink(actor: Actor, { articleId, url }: CheckFinalLink): Promise<FinalCheck> {
  // As above: it is Stet that is sent out.
  await baseOf(actor, articleId)
  return checkFinal(actor, { ...(await fetched(url, {})), articleId, head: "read" })
}

const wordsIn = ({ document }: ReadContent) => canonicalText(document).text

async function fetched(url: string, given: ImportMetadata): Promise<Content> {
  const answer = await asPage(await fetchPage(url))
  if (!answer.ok) throw refuseField("url", `fetch.${answer.step}`, answer.detail)
  const { page } = answer
  const { bytes, charset } = page
  return { origin: "link", bytes, charset, format: formatOf(page), url: page.url, given }
}

/** Plain text is Markdown where its address says so, as on code hosts. */
function formatOf({ contentType, url }: { contentType: string; url: string }): ImportFormat {
  if (contentType !== "text/plain") return "html"
  return /\.(md|markdown)$/i.test(new URL(url).pathname) ? "markdown" : "text"
}

/** The article that came from this page, or was given its address; its bytes differ with every advertisement. */
async function articleOf(actor: Actor, { url }: Content, { metadata }: ReadContent): Promise<ImportResult | null> {
  const addresses = [metadata.sourceUrl, url].flatMap((address) => (address ? { sourceUrl: address } : []))
  const row = await db().article.findFirst({
    where: { AND: [seenBy(actor).article, { OR: addresses }], archivedAt: null },
    select: { id: true, title: true },
    orderBy: { createdAt: "desc" },
  })
  return row && { articleId: row.id, title: row.title, duplicate: true, notices: [] }
}

/** The newest revision that was read from a page, and its bytes. Refuses with `conflict` where there is none. */
async function pageOf(actor: Actor, articleId: string) {
  const row = await db().revision.findFirst({
    where: { articleId, url: { not: null }, fileId: { not: null }, article: seenBy(actor).article },
    select: { url: true, number: true, format: true, file: { select: { sha256: true, bytes: true } } },
    orderBy: { number: "desc" },
  })
  if (!row?.url || !row.file || !row.format) throw refuse("conflict", "revision.noPage")
  return { url: row.url, number: row.number, kept: { ...row.file, format: row.format } }
}
