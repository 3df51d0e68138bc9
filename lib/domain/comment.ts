/**
 * Comments: threads on a claim, a passage or an article, each in its lane. A query is a question to the article's author
 * and waits until they have answered; a note is the desk's; what is legal is for few. Offsets are UTF-16 code units.
 */
import { z } from "zod"
import { SpanInput, type ClaimView } from "./claim"
import { Id } from "./id"
import { can, isAuthorOf, type ArticleSubject } from "./policy"
import { refuse } from "./refusal"
import type { Job } from "./scale"
import type { Actor, Person } from "./workspace"

/** The lane of a thread: who reads it, who writes in it. */
export const CommentKind = z.enum(["query", "note", "legal"])
export type CommentKind = z.infer<typeof CommentKind>

/** Markdown: bold, italic, code, links, lists and quotes; all else is shown as it was typed. */
const Body = z
  .string()
  .max(10_000)
  .refine((body) => body.trim() !== "" && !body.includes("\0"))

/** Begins a thread: on a claim, on a passage of a revision, or else on the whole article. */
export const StartThread = z.object({
  articleId: Id,
  kind: CommentKind,
  body: Body,
  about: z.union([z.object({ claimId: Id }), z.object({ revisionId: Id, span: SpanInput })]).optional(),
})
export type StartThread = z.infer<typeof StartThread>

export const ReplyToThread = z.object({
  threadId: Id,
  body: Body,
  /** `answer`: what the article's author has said to a query. Whatever they write themselves is one. */
  as: z.enum(["reply", "answer"]).default("reply"),
})
export type ReplyToThread = z.input<typeof ReplyToThread>

/** Says it otherwise; what it said before is kept. */
export const EditComment = z.object({ commentId: Id, version: z.number().int().positive().optional(), body: Body })
export type EditComment = z.infer<typeof EditComment>

/** Closes a thread, or opens it again. */
export const ResolveComment = z.object({ commentId: Id, resolved: z.boolean() })
export type ResolveComment = z.infer<typeof ResolveComment>

export const ClaimThreads = z.object({ claimId: Id })
export type ClaimThreads = z.infer<typeof ClaimThreads>

/** So many threads of an article or of a claim are shown at most; one passage may hold them all. */
export const MOST_THREADS = 500

/** Asks for some threads on words of an article. */
export const PassageThreads = z.object({ articleId: Id, threadIds: z.array(Id).min(1).max(MOST_THREADS) })
export type PassageThreads = z.infer<typeof PassageThreads>

/** Asks whom one can name in the comments of an article. */
export const ArticleNameable = z.object({ articleId: Id })
export type ArticleNameable = z.infer<typeof ArticleNameable>

/** Words with their marks; a line ends with `\n`. An address is http, https or mailto. */
export type Inline =
  | { kind: "text" | "code"; text: string }
  | { kind: "bold" | "italic"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "mention"; name: string }

/** Formatted text as it is shown: never markup. */
export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "list"; /** Null where it has bullets. */ start: number | null; items: Block[][] }

/** One comment. Times are ISO 8601 in UTC. */
export interface CommentView {
  id: string
  /** Markdown, as it was typed. */
  body: string
  blocks: Block[]
  writtenBy: Person
  /** Who said it first, where it came with a file. */
  saidBy: string | null
  /** Whether it is the author's answer to a query. */
  answer: boolean
  createdAt: string
  editedAt: string | null
  version: number
  /** What it said before, oldest first. */
  before: { body: string; writtenAt: string }[]
}

/** A thread, its comments oldest first; of very long ones the newest. */
export interface ThreadView {
  id: string
  articleId: string
  kind: CommentKind
  /** `words`: as they stand in the text; its statement where it has lost them. */
  claim: { id: string; number: number; job: Job; words: string; isWithdrawn: boolean } | null
  /** The words that it is about; none where that is the whole article. */
  quote: string
  /** The sentence of the current text that it is about, from 1; null where that is not there, or it is about a claim. */
  sentence: number | null
  /** Where these words stand in the current text, in UTF-16 code units; null where they do not, or it is about a claim. */
  place: { start: number; end: number } | null
  /** Since when it waits for the author; null where it does not. */
  waitingSince: string | null
  resolvedAt: string | null
  resolvedBy: Person | null
  comments: CommentView[]
}

/** What came of an act on a comment: its thread, and the claim that this is about, which may wait for others than before. */
export interface CommentKept {
  thread: ThreadView
  claim: ClaimView | null
}

/** Whoever can be named in each lane of an article: nobody in those that its reader may not see. */
export type Nameable = Record<CommentKind, Person[]>

export interface ThreadList {
  article: ArticleSubject & { id: string; title: string; language: string; archivedAt: string | null }
  threads: ThreadView[]
  nameable: Nameable
}

/** An open thread on words that no claim is about. Offsets are UTF-16 code units of the current text. */
export interface PassageThread {
  id: string
  kind: CommentKind
  start: number
  end: number
  /** How many, the first among them. */
  comments: number
  /** Whether it waits for the author. */
  waits: boolean
}

/** What of an article's open threads is marked in its text, and on its claims. Those whose words are gone are not there. */
export interface OpenThreads {
  passages: PassageThread[]
  queries: { id: string; claimId: string }[]
}

/** What of an article waits for a word of others: for its board. */
export interface Pending {
  /** How many queries wait for the article's author. */
  queries: number
  /** Numbers of the claims that are held for legal reasons; none to those who read no notes of the desk's. */
  held: number[]
}

/** Which threads are asked for. */
export const ThreadFilter = z.enum(["open", "waiting", "queries", "mine", "legal", "all"])
export type ThreadFilter = z.infer<typeof ThreadFilter>

/** Whether a thread is among those asked for; `me` is whoever asks. */
export function isAsked({ kind, resolvedAt, waitingSince, comments }: ThreadView, filter: ThreadFilter, me: string) {
  switch (filter) {
    case "open":
      return resolvedAt === null
    case "waiting":
      return waitingSince !== null
    case "queries":
    case "legal":
      return kind === (filter === "legal" ? "legal" : "query")
    case "mine":
      return comments.some(({ writtenBy }) => writtenBy.id === me)
    case "all":
      return true
  }
}

type Who = Pick<Actor, "id" | "role" | "settings">

/** The lanes of an article that somebody reads. */
export function lanesFor(who: Who, article: ArticleSubject): CommentKind[] {
  return CommentKind.options.filter((kind) => can(who, READS[kind], article))
}

const READS = { query: "comment.readQueries", note: "comment.readNotes", legal: "comment.readLegal" } as const

/** The question of the policy that beginning a thread in a lane asks. */
export const STARTS = { query: "comment.ask", note: "comment.note", legal: "comment.legal" } as const

/** The question of the policy that replying in a lane asks. */
export const REPLIES = { query: "comment.answer", note: "comment.note", legal: "comment.legal" } as const

/** The question of the policy that closing a thread of a lane asks. */
export const RESOLVES = { query: "comment.resolve", note: "comment.resolve", legal: "comment.legal" } as const

/** Where a thread of queries stands after somebody has spoken in it: whoever speaks last hands it to the other side. */
export interface Waiting {
  waitingSince: Date | null
  resolvedAt: Date | null
}

/** After a reply: an answer ends the waiting, a question asked once more begins it. Refuses one that is closed. */
export function afterReply(
  { kind, waitingSince, resolvedAt }: Waiting & { kind: CommentKind },
  as: "reply" | "answer",
  now: Date,
): Date | null {
  if (resolvedAt) throw refuse("conflict", "comment.closed")
  if (kind !== "query" || as === "answer") return null
  return waitingSince ?? now
}

/** What somebody's reply to a thread is: of a query's, all that the article's author writes is an answer. */
export function saidAs(who: Who, article: ArticleSubject, kind: CommentKind, as: "reply" | "answer") {
  if (kind !== "query") return "reply"
  return isAuthorOf(who, article) ? "answer" : as
}

/** Whoever of some people is named after an `@`, by the longest name that fits there. */
export function namedIn(body: string, people: readonly Person[]): Person[] {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length)
  const found = new Set<Person>()
  for (const { index } of body.matchAll(/@/g)) {
    const rest = body.slice(index + 1)
    const named = longestFirst.find(({ name }) => isNamed(rest, name))
    // Two of one name can't be told apart: both are meant.
    for (const person of people) if (person.name === named?.name) found.add(person)
  }
  return [...found]
}

/** The name ends there: "@Ann" names no Ann in "@Anna". */
export function isNamed(rest: string, name: string): boolean {
  return rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))
}
