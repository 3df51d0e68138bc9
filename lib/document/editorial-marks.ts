/**
 * Stet's own marks in Editorial Markdown, found again and taken off. Every mark of ours ends in a comment that begins with
 * `{>>`, the file's own prefix and a claim's number; all other CriticMarkup is the article's and stays.
 */
import type { Stretch } from "./write-pen"

/** What CriticMarkup is made of; no mark of ours has any of it within its words. */
export const DELIMITERS = /\{(?:\+\+|--|==|>>|~~)|(?:\+\+|--|==|<<|~~)\}|~>/g

/** A mark with the comments behind it: what it says if it is rejected, and if it is accepted. */
export interface OwnMark extends Stretch {
  kind: "highlight" | "fix" | "cut" | "apart"
  claims: number[]
  before: string
  after: string
}

/** The body without our marks, as the article was. */
export function rejectMarks(body: string, prefix: string): string {
  return settled(body, prefix, ({ before }) => before)
}

/** The body with every fix that stands in it as a change accepted. */
export function acceptMarks(body: string, prefix: string): string {
  return settled(body, prefix, ({ after }) => after)
}

function settled(body: string, prefix: string, said: (mark: OwnMark) => string): string {
  const parts: string[] = []
  let done = 0
  for (const mark of ownMarks(body, prefix)) {
    parts.push(body.slice(done, mark.start), said(mark))
    done = mark.end
  }
  return parts.join("") + body.slice(done)
}

/** Our marks in the order of the text; none overlaps another. */
export function ownMarks(body: string, prefix: string): OwnMark[] {
  const comment = new RegExp(`\\{>>${escapedPattern(prefix)}(\\d+)(?:<<\\}| [^\\n]*?<<\\})`, "g")
  const marks: OwnMark[] = []
  for (const { 0: text, 1: number, index } of body.matchAll(comment)) {
    const end = index + text.length
    const last = marks.at(-1)
    if (last?.end === index) {
      last.claims.push(Number(number))
      last.end = end
    } else marks.push({ ...markBefore(body, index, last?.end ?? 0), end, claims: [Number(number)] })
  }
  return marks
}

const escapedPattern = (text: string) => text.replace(/[^\w\s]/g, "\\$&")

type Bare = Omit<OwnMark, "end" | "claims">

/** The mark that a comment stands behind; without one it has a paragraph of its own. */
function markBefore(body: string, comment: number, done: number): Bare {
  const { open, kind } = CLOSED_BY[body.slice(Math.max(done, comment - 3), comment)] ?? { open: "", kind: "apart" }
  // Its opening ends where its closing begins, or before.
  const at = kind === "apart" ? -1 : body.slice(done, comment - 3).lastIndexOf(open)
  if (at < 0) return { kind: "apart", start: lineAbove(body, comment, done), before: "", after: "" }
  return { kind, start: done + at, ...readings(kind, body.slice(done + at + 3, comment - 3)) }
}

const CLOSED_BY: Record<string, { open: string; kind: OwnMark["kind"] }> = {
  "==}": { open: "{==", kind: "highlight" },
  "~~}": { open: "{~~", kind: "fix" },
  "--}": { open: "{--", kind: "cut" },
}

function readings(kind: OwnMark["kind"], words: string): { before: string; after: string } {
  if (kind === "highlight") return { before: words, after: words }
  if (kind === "cut") return { before: words, after: "" }
  const at = words.indexOf("~>")
  return at < 0 ? { before: words, after: words } : { before: words.slice(0, at), after: words.slice(at + 2) }
}

/** Where the empty line above a paragraph of comments begins, with the line feed before it. */
function lineAbove(body: string, at: number, done: number): number {
  const line = body.lastIndexOf("\n", at - 1)
  const above = line > 0 ? body.lastIndexOf("\n", line - 1) : -1
  return Math.max(above < 0 ? at : above, done)
}
