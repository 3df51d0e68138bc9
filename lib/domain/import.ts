/**
 * Imports: files on their way in. Each is kept until it is an article or a new text of one, so that a restart loses none;
 * where more than one thing could be meant, its importer is asked. Pure.
 */
import { z } from "zod"
import type { Piece } from "../anchor"
import { ImportMetadata, WebAddress, type ImportFormat } from "./article"
import { Id } from "./id"

/** Which tracked changes of a Word file are taken over: the others are as if nobody had made them. */
export const AcceptedChanges = z.union([z.enum(["all", "none"]), z.array(z.string().regex(/^\d{1,5}$/)).max(5_000)])
export type AcceptedChanges = z.infer<typeof AcceptedChanges>

/** What an imported text becomes: an article of its own, or a new text of one that is there. */
export const Becomes = z.union([z.literal("article"), z.object({ textOf: Id })])
export type Becomes = z.infer<typeof Becomes>

/** What its importer gave with a file and has answered since. What is not answered is asked when it has to be. */
export const Asked = z.object({
  given: ImportMetadata,
  accepted: AcceptedChanges.optional(),
  becomes: Becomes.optional(),
})
export type Asked = z.infer<typeof Asked>

/** A change that somebody made in a Word file while Word watched. */
export interface TrackedChange {
  /** The same whenever the same file is read. */
  id: string
  kind: "insertion" | "deletion" | "replacement" | "move"
  author: string | null
  /** ISO 8601, UTC. Word writes its user's local time without a zone, so that it can be hours off. */
  at: string | null
  /** Words around it in the same paragraph, as if every change were accepted; of a move, where it came from. */
  before: string
  /** What goes if it is accepted; of a move, what moves. A line feed is the end of a paragraph, U+FFFC a thing. */
  removed: string
  /** What comes if it is accepted; of a move, what moves. */
  added: string
  after: string
}

/** Why an article that is there may be meant, what says most first. */
export const Likeness = z.enum(["address", "title", "text"])
export type Likeness = z.infer<typeof Likeness>

const params = z.record(z.string(), z.union([z.string(), z.number()])).optional()

/** What is kept of what became of an import: no words of the desk's articles, whose titles are read when they are shown. */
export const Told = z.discriminatedUnion("kind", [
  /** How many tracked changes are to be decided on, and by what it looks like an article that is there. */
  z.object({ kind: z.literal("question"), changes: z.number().int(), by: Likeness.nullable() }),
  z.object({ kind: z.enum(["imported", "duplicate", "revised"]), notices: z.array(z.string()) }),
  z.object({
    kind: z.literal("refused"),
    code: z.enum(["signed-out", "forbidden", "not-found", "invalid", "conflict"]),
    key: z.string(),
    params,
    fields: z.array(z.object({ path: z.string(), key: z.string(), params })).optional(),
  }),
  /** By no fault of the file: it can be sent again. The id is in the log. */
  z.object({ kind: z.literal("failed"), id: z.string() }),
  z.object({ kind: z.literal("stopped") }),
])
export type Told = z.infer<typeof Told>

/** An import as its importer sees it. Times are ISO 8601 in UTC. */
export interface ImportView {
  id: string
  fileName: string
  format: ImportFormat
  state: "queued" | "reading" | "asking" | "done" | "refused"
  /** What became of it, or is asked; null while it waits. */
  told: Told | null
  /** What it became, or looks like. Null also where that may not be seen any more. */
  article: { id: string; title: string; /** How many remarks wait for a decision there. */ remarks: number } | null
  createdAt: string
  endedAt: string | null
}

/** What the browser is told of its person's imports. `now` is when it was told, to ask from the next time. */
export interface ImportProgress {
  now: string
  /** `reason` says in the reader's language why it was refused. */
  imports: (ImportView & { reason: string | null })[]
}

/** A page to be fetched, as an article of its own. */
export const ImportLink = z.object({ url: WebAddress, given: ImportMetadata.default({}) })
export type ImportLink = z.infer<typeof ImportLink>

/** A page to be fetched as a new text of an article; without an address, the one that it came from. */
export const ReviseFromLink = z.object({
  articleId: Id,
  baseId: Id.optional(),
  url: WebAddress.optional(),
  /** The digest of what was shown of it: anything else is refused. */
  shown: z.string().length(64).optional(),
})
export type ReviseFromLink = z.infer<typeof ReviseFromLink>

/** A page to be fetched and compared with what was checked. */
export const CheckFinalLink = z.object({ articleId: Id, url: WebAddress })
export type CheckFinalLink = z.infer<typeof CheckFinalLink>

export const ChangedSinceImport = z.object({ articleId: Id })
export type ChangedSinceImport = z.infer<typeof ChangedSinceImport>

/** What its importer says to what is asked of an import. */
export const AnswerImport = z.object({
  importId: Id,
  accepted: AcceptedChanges.optional(),
  becomes: Becomes.optional(),
})
export type AnswerImport = z.infer<typeof AnswerImport>

/** Asks for the changes that were tracked in a file on its way in. */
export const TrackedChanges = z.object({ importId: Id })
export type TrackedChanges = z.infer<typeof TrackedChanges>

export const StopImports = z.object({ importIds: z.array(Id).min(1).max(500) })
export type StopImports = z.infer<typeof StopImports>

/** What a page says now, compared with what was read of it when it was imported. */
export interface ChangedSince {
  url: string
  /** The revision that was read from it last. */
  revision: number
  /** SHA-256 of the words that are shown, to take these and no others. */
  shown: string
  /** Words that one text has and the other has not. */
  words: { removed: number; added: number }
  pieces: Piece[]
}
