/** What an article is: metadata, kind and standing. Its words are a revision's. */
import { z } from "zod"
import { FILE_FORMATS } from "./file-formats"
import { Id } from "./id"
import { refuseField } from "./refusal"
import { isCovered, type CoverageCounts } from "./coverage"
import type { Person } from "./workspace"

export const ArticleKind = z.enum(["copy", "factcheck"])
export type ArticleKind = z.infer<typeof ArticleKind>

/** `ready` is computed, the later ones come from sign-offs. */
export const Standing = z.enum(["in_progress", "ready", "signed_off", "released", "under_review"])
export type Standing = z.infer<typeof Standing>

/** ISO calendar date, `2024-11-15`, that exists; the calendar has no year 0. */
export const CalendarDate = z.iso.date().refine((day) => !day.startsWith("0000"), "input.format.date")

/** A moment with its zone, in a year of four digits by UTC too. */
export const Moment = z.iso.datetime({ offset: true }).refine((at) => {
  const year = new Date(at).getUTCFullYear()
  return year > 0 && year < 10_000
}, "input.format.datetime")

/** http, https: the only links that are kept. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(2000)

const text = (max: number) => z.string().trim().max(max)

/** A section as a list can be asked for it; the database keeps no NUL. */
export const Section = z.string().regex(/^[^\0]{1,120}$/)

/** Metadata that an editor can change; `null` clears. */
export const ArticleFields = z.object({
  byline: text(300).nullable(),
  publisher: text(300).nullable(),
  section: text(120).nullable(),
  sourceUrl: WebAddress.nullable(),
  publishedOn: CalendarDate.nullable(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(35),
  kind: ArticleKind,
  leadId: Id.nullable(),
  dueAt: Moment.nullable(),
})
export type ArticleFields = z.infer<typeof ArticleFields>

/** Who wrote an article: a member of the desk, who is then bound by it, or a name. */
export const AuthorInput = z.union([z.object({ membershipId: Id }), z.object({ name: text(200).min(1) })])
export type AuthorInput = z.infer<typeof AuthorInput>

/** How an import's text is written. */
export const ImportFormat = z.enum(["text", "markdown", "html", "word", "bundle"])
export type ImportFormat = z.infer<typeof ImportFormat>

/**
 * How a file is written, by the ending of its name.
 * @throws invalid `import.unknownEnding` at `file`
 */
export function formatOfFile(fileName: string): ImportFormat {
  const format = FILE_FORMATS[/\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? ""]
  if (!format) throw refuseField("file", "import.unknownEnding", { name: fileName.slice(0, 100) })
  return format
}

/** What is known of an article besides its text; what is not given is looked for in it. */
export const ImportMetadata = ArticleFields.pick({
  byline: true,
  publisher: true,
  section: true,
  sourceUrl: true,
  publishedOn: true,
  language: true,
})
  .extend({ title: text(500).min(1), dek: text(2000), kind: ArticleKind, authors: z.array(AuthorInput).max(50) })
  .partial()
export type ImportMetadata = z.infer<typeof ImportMetadata>

export const EditArticle = z.object({
  articleId: Id,
  /** The article's version that its editor saw; absent, the act takes what is there. */
  version: z.number().int().positive().optional(),
  fields: ArticleFields.extend({ authors: z.array(AuthorInput).max(50) }).partial(),
})
export type EditArticle = z.infer<typeof EditArticle>

/** An article that is put away, or got back. */
export const ArchiveArticle = z.object({ articleId: Id, version: z.number().int().positive().optional() })
export type ArchiveArticle = z.infer<typeof ArchiveArticle>

/** An article that is deleted and not erased. `deletedAt` is ISO 8601 in UTC. */
export interface DeletedArticle {
  id: string
  title: string
  deletedAt: string
}

/** Sentences of a revision, by their ordinals, in which somebody finds nothing to check; `null` takes the mark back. */
export const MarkCoverage = z.object({
  articleId: Id,
  revisionId: Id,
  sentences: z.array(z.number().int().nonnegative()).min(1).max(5000),
  mark: z.literal("nothing_to_check").nullable(),
})
export type MarkCoverage = z.infer<typeof MarkCoverage>

/** What an import answers: the article, new or there already, and what its reader had to guess. */
export interface ImportResult {
  articleId: string
  title: string
  duplicate: boolean
  /** Keys of the catalogue, under `notice`. */
  notices: string[]
}

/** One node of a stored document: ProseMirror JSON, whose shape lib/document/schema.ts defines and checks. */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/** The words of a node, hard breaks as spaces. */
export function wordsOf(node: DocumentNode | undefined): string {
  if (!node) return ""
  const own = node.text ?? (node.type === "hardBreak" ? " " : "")
  return own + (node.content ?? []).map(wordsOf).join("")
}

/** Title and dek of a document, in words. */
export function headOf(document: DocumentNode): { title: string; dek: string | null } {
  const [title, second] = document.content ?? []
  return { title: wordsOf(title), dek: second?.type === "dek" ? wordsOf(second) : null }
}

/** One immutable text of an article. Offsets are UTF-16 code units of `text`. */
export interface RevisionView {
  id: string
  number: number
  sha256: string
  bodyStart: number
  text: string
  document: DocumentNode
  createdAt: string
  createdBy: Person | null
}

/** How many live claims there are, by state. */
export interface ClaimCounts {
  total: number
  open: number
  in_review: number
  changes_requested: number
  /** Checked, not reviewed. */
  checked: number
  approved: number
}

/** Who wrote an article: a member of the desk, or a name alone. */
export interface ArticleAuthor {
  membershipId: string | null
  name: string
}

/** An article in a list: no text. Times are ISO 8601 in UTC. */
export interface ArticleSummary {
  id: string
  title: string
  dek: string | null
  byline: string | null
  publisher: string | null
  section: string | null
  sourceUrl: string | null
  publishedOn: string | null
  language: string
  kind: ArticleKind
  standing: Standing
  words: number
  counts: ClaimCounts
  coverage: CoverageCounts
  people: Person[]
  /** In the order of the byline; members among them are bound by it. */
  authors: ArticleAuthor[]
  lead: Person | null
  dueAt: string | null
  /** When it was put away; null while it is worked on. */
  archivedAt: string | null
  createdAt: string
  version: number
}

/** An article in a list, with how many queries wait for its author. */
export interface ListedArticle extends ArticleSummary {
  queries: number
}

/** Words as a desk counts them: runs of letters and digits, apostrophes and hyphens inside. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** A file name from a title: letters and digits of any script, the rest as single hyphens; a long one ends with a word. */
export function fileNameOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
  const start = [...slug].slice(0, 60).join("")
  const end = start === slug ? -1 : start.lastIndexOf("-")
  return (end > 0 ? start.slice(0, end) : start) || "article"
}

/**
 * `ready` asks that every live claim has passed, is settled and in its place, and that there is at least one; our own copy
 * also needs every sentence looked at.
 */
export function standingOf(
  kind: ArticleKind,
  claims: { passed: boolean; settled: boolean; placed: boolean }[],
  coverage: CoverageCounts,
): Standing {
  const done = claims.length > 0 && claims.every((claim) => claim.passed && claim.settled && claim.placed)
  return done && (kind === "factcheck" || isCovered(coverage)) ? "ready" : "in_progress"
}
