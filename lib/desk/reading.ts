/** What comes in: bytes as somebody gave them, read by the reader of their format, and kept as they came. */
import canonicalize from "canonicalize"
import { v7 as newId } from "uuid"
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import {
  decode,
  decodeFetched,
  decodePage,
  readBundle,
  readMarkdownWithClaims,
  readPage,
  readText,
  readWord,
  sha256,
  type Imported,
  type Remark,
  type Room,
} from "../document"
import type { ImportFormat, ImportMetadata } from "../domain/article"
import type { AcceptedChanges, TrackedChange } from "../domain/import"
import { NO_WORK, type FoundClaim, type FoundWork } from "../domain/found-claim"
import { refuse } from "../domain/refusal"
import type { FoundRemark } from "../domain/remark"
import type { RevisionOrigin } from "../domain/revision"
import type { Actor } from "../domain/workspace"

/** A text as it comes in: the bytes of a file or a page, or pasted words in UTF-8. */
export interface Content {
  origin: Extract<RevisionOrigin, "paste" | "file" | "api" | "link">
  bytes: Uint8Array
  format: ImportFormat
  fileName?: string | undefined
  /** Where its page was fetched. */
  url?: string | undefined
  /** The encoding that came with the page. */
  charset?: string | null | undefined
  /** Which tracked changes of a Word file are taken over; all, unless said otherwise. */
  accepted?: AcceptedChanges | undefined
  /** In which line it waits to be read: among those who sit before it, unless it says otherwise. */
  room?: Room | undefined
  given: ImportMetadata
}

/**
 * What a reader found: the article, what its writer left beside and within the text, and what a file of Stet's says was
 * checked in it elsewhere.
 */
export interface ReadContent extends Imported, FoundWork {
  remarks: FoundRemark[]
  /** All that the file holds, whichever are taken over. */
  changes: TrackedChange[]
}

const MEDIA_TYPES: Readonly<Record<ImportFormat, string>> = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  bundle: "application/zip",
}

/** The article in it. Refuses what is empty, binary, too long, badly encoded or not of its format. */
export async function read(content: Content): Promise<ReadContent> {
  const { bytes, format, fileName, given: known } = content
  const about = { ...known, ...(fileName !== undefined && { fileName }) }
  // An empty file is that, whatever its name promises.
  if (bytes.byteLength === 0) throw refuse("invalid", "import.empty")
  if (format === "word") return readFile(content, about)
  const bare = { remarks: [], changes: [], ...NO_WORK }
  if (format === "bundle") return { ...bare, ...(await readBundle({ bytes, given: about }, content.room)) }
  return { ...bare, ...(format === "html" ? await readHtml(content, about) : readWords(content, about)) }
}

type About = Parameters<typeof readPage>[1]

async function readFile({ bytes, accepted = "all", room }: Content, about: About): Promise<ReadContent> {
  const { remarks, ...found } = await readWord({ bytes, given: about, accepted }, room)
  return { ...found, ...NO_WORK, remarks: remarks.map(asFound) }
}

/** A comment with what was answered to it, as one text. */
function asFound({ replies, text, ...remark }: Remark): FoundRemark {
  const { kind, span, quote, author, at, href, claimId, resolved } = remark
  const said = replies.map((reply) => (reply.author ? `${reply.author}: ${reply.text}` : reply.text))
  return { kind, span, quote, author, at, text: [text, ...said].join("\n\n"), href, claimId, resolved }
}

function readHtml({ origin, bytes, charset = null, url, room }: Content, about: About): Promise<Imported> {
  const html = decodePage(bytes, charset)
  const given = { ...about, ...(url !== undefined && { address: url }) }
  return readPage(html, given, origin === "paste" ? "paste" : "page", room)
}

function readWords(
  { origin, bytes, charset = null, format }: Content,
  about: About,
): Imported & { claims?: FoundClaim[] } {
  const words = origin === "link" ? decodeFetched(bytes, charset) : decode(bytes)
  return format === "markdown" ? readMarkdownWithClaims(words, about) : readText(words, about)
}

/** By what the same content with the same metadata is recognised when it comes again. */
export function importKeyOf({ bytes, format, accepted = "all", given: known }: Content): string {
  const choice = accepted === "all" ? {} : { accepted }
  return sha256(canonicalize({ format, bytes: sha256(bytes), given: known, ...choice }) ?? "")
}

/** Keeps the bytes of a text as they came: once for all texts that came in with them. Answers the id of their file. */
export function keepFile(tx: Tx, actor: Actor, { bytes, format }: Pick<Content, "bytes" | "format">): Promise<string> {
  return keepBytes(tx, actor, { bytes, type: MEDIA_TYPES[format], among: OF_TEXTS })
}

const OF_TEXTS = { OR: [{ revisions: { some: {} } }, { imports: { some: {} } }] } satisfies Prisma.FileWhereInput

/** Keeps bytes as they came, once `among` the files that may be told of where they are needed. Answers the id of their file. */
export async function keepBytes(
  tx: Tx,
  { id: createdById, workspaceId }: Pick<Actor, "id" | "workspaceId">,
  { bytes, type, among }: { bytes: Uint8Array; type: string; among: Prisma.FileWhereInput },
): Promise<string> {
  const known = { workspaceId, sha256: sha256(bytes), type }
  const kept = await fileAmong(tx, known, among)
  if (kept !== null) return kept
  const id = newId()
  const size = bytes.byteLength
  await tx.file.create({ data: { ...known, id, size, bytes: new Uint8Array(bytes), createdById } })
  return id
}

/**
 * A file of that type and digest `among` those that may be told of, which nobody lets go of until the transaction ends;
 * null where there is none: then nobody else keeps the same bytes until that. To be asked once in a transaction.
 */
export async function fileAmong(
  tx: Tx,
  known: { workspaceId: string; sha256: string; type: string },
  among: Prisma.FileWhereInput,
): Promise<string | null> {
  const { workspaceId, sha256: digest } = known
  // Two imports of the same bytes may come at the same moment, with other metadata: the second waits and finds the first's.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${digest}`}, 0))`
  const file = await tx.file.findFirst({
    where: { AND: [known, among] },
    select: { id: true },
    orderBy: { id: "asc" },
  })
  if (!file) return null
  // None where whoever needed it last has just let go of it.
  const held = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "File" WHERE "id" = ${file.id}::uuid FOR KEY SHARE`
  return held[0]?.id ?? null
}

/** What a file can belong to; one that belongs to none of it is needed by nobody. */
const NEEDED_BY_NONE = {
  revisions: { none: {} },
  imports: { none: {} },
  uploads: { none: {} },
  sources: { none: {} },
  snapshots: { none: {} },
  contacts: { none: {} },
  excerpts: { none: {} },
  citedIn: { none: {} },
} satisfies Prisma.FileWhereInput

/** Takes away the files that nothing needs any more, with their texts, of those that have just been let go. */
export async function dropFiles(tx: Tx, fileIds: readonly (string | null)[]): Promise<void> {
  const ids = fileIds.filter((id) => id !== null)
  // Who keeps one of them at this moment is waited for, and seen.
  await tx.$queryRaw`SELECT 1 FROM "File" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const unneeded = { id: { in: ids }, ...NEEDED_BY_NONE }
  await tx.fileText.deleteMany({ where: { file: unneeded } })
  await tx.file.deleteMany({ where: unneeded })
}
