/**
 * Remarks: the comments, footnotes and links that came with a writer's file, each until somebody has said what becomes
 * of it. The queries and notes that some of them become are comments. Offsets are UTF-16 code units.
 */
import { z } from "zod"
import type { Span } from "../anchor"
import { WebAddress } from "./article"
import { groupedBy } from "./grouped"
import { Id } from "./id"
import type { ArticleSubject } from "./policy"
import type { SourceInput } from "./source"
import type { Person } from "./workspace"

export const RemarkKind = z.enum(["comment", "footnote", "link"])
export type RemarkKind = z.infer<typeof RemarkKind>

/** `fact`: a claim with the remark as its evidence. `query`: a question to the author. `note`: for the desk. */
export const RemarkOutcome = z.enum(["fact", "query", "note", "discarded"])
export type RemarkOutcome = z.infer<typeof RemarkOutcome>

/** What becomes of a remark. */
export const DecideRemark = z.object({ remarkId: Id, outcome: RemarkOutcome })
export type DecideRemark = z.infer<typeof DecideRemark>

/** Takes a decision back, as long as it made no claim. */
export const ReopenRemark = z.object({ remarkId: Id })
export type ReopenRemark = z.infer<typeof ReopenRemark>

/** A remark as a reader found it in a file. */
export interface FoundRemark {
  kind: RemarkKind
  /** Null where it stands beside no words. */
  span: Span | null
  quote: string
  author: string | null
  /** ISO 8601. */
  at: string | null
  text: string
  href: string | null
  /** Of the claim that Stet wrote it about when it exported it. */
  claimId: string | null
  /** Whether the file says that it is settled. */
  resolved: boolean
}

/** A remark in its passage. Times are ISO 8601 in UTC. */
export interface RemarkView {
  id: string
  kind: RemarkKind
  author: string | null
  writtenAt: string | null
  text: string
  href: string | null
  /** Where it stands in the current text; null where its words are not there any more, or never were. */
  passage: (Span & { words: string; before: string; after: string; sentence: number | null }) | null
  /** The words that it stood beside. */
  quote: string
  /** The claim that it comes back to. */
  claim: { id: string; number: number } | null
  /** Whether its file says that it is settled: without an outcome it waits for none. */
  resolved: boolean
  outcome: RemarkOutcome | null
  decidedBy: Person | null
}

export interface RemarkList {
  article: ArticleSubject & { id: string; title: string; language: string; archivedAt: string | null }
  remarks: RemarkView[]
}

/** What tells a remark from the others of an article. */
export type Telling = Pick<FoundRemark, "kind" | "author" | "at" | "text" | "href" | "quote">

/**
 * Of each remark of a new file the earlier one that it is again, or null. A comment with its moment is the same whatever
 * became of the words it stands on; other remarks are the same on the same words. None is taken twice.
 */
export function twinsOf<Earlier extends Telling>(
  found: readonly Telling[],
  earlier: readonly Earlier[],
): (Earlier | null)[] {
  const left = new Set(earlier)
  const twins = new Map<number, Earlier>()
  for (const key of [exactly, byItsMoment]) {
    const waiting = groupedBy([...left], key)
    found.forEach((remark, at) => {
      const told = key(remark)
      const twin = twins.has(at) || told === null ? undefined : waiting.get(told)?.shift()
      if (!twin) return
      twins.set(at, twin)
      left.delete(twin)
    })
  }
  return found.map((_, at) => twins.get(at) ?? null)
}

const exactly = ({ kind, author, at, text, href, quote }: Telling): string | null =>
  JSON.stringify([kind, author, at && Date.parse(at), text, href, quote])

const byItsMoment = (remark: Telling): string | null => (remark.at === null ? null : exactly({ ...remark, quote: "" }))

/** Longer than a title that anybody reads. */
const TITLE = 160

/** The source that a remark proposes: what it links to, else what it says. What no source can be found by is left out. */
export function proposedSource({ kind, text, href }: Pick<FoundRemark, "kind" | "text" | "href">): SourceInput {
  const url = WebAddress.nullable().catch(null).parse(href)
  const words = text.replace(/\s+/gu, " ").trim()
  const title = cut(kind === "link" && url ? hostAndPath(url) : words || url || "") || "…"
  const open = { primary: false, confidential: false, readers: [], neverRefetch: false }
  return { ...open, title, kind: url ? "document" : "own_reporting", url }
}

/** What is noted of a remark where it is evidence: who said what, and the address that its source has not. */
export function notedOf(remark: Pick<FoundRemark, "kind" | "author" | "text" | "href">): string {
  const { author, text, href } = remark
  const isLeftOut = href !== null && proposedSource(remark).url === null && !text.includes(href)
  return [author && text ? `${author}: ${text}` : text, isLeftOut ? href : ""].filter(Boolean).join("\n")
}

/** A link's own words say little of what it leads to; its host says who stands behind it. */
function hostAndPath(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host.replace(/^www\./, "")}${pathname === "/" ? "" : pathname}`
}

/** Not within a character. */
const cut = (title: string) =>
  title
    .slice(0, TITLE)
    .replace(/\p{Cs}$/u, "")
    .trim()
