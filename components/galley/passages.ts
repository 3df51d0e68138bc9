/** The words that open threads are about, as the galley draws them: what is on the same words is one. Pure. */
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import type { CommentKind, OpenThreads, PassageThread, ThreadView } from "@/lib/domain/comment"
import type { Drawable } from "./layers"

export interface Passage extends Drawable, Span {
  /** Of its threads, the lane that is first to be seen. */
  kind: CommentKind
  threadIds: string[]
  comments: number
  waits: "yes" | "no"
}

/** What a person has to act on first. */
const FIRST: readonly CommentKind[] = ["query", "legal", "note"]

/** In the order of the text, those that begin on the same word the longest first. */
export function passagesOf(threads: readonly PassageThread[], positions: Pick<Positions, "rangesOf">): Passage[] {
  const groups = new Map<string, PassageThread[]>()
  for (const thread of threads) {
    const id = passageId(thread)
    groups.set(id, [...(groups.get(id) ?? []), thread])
  }
  return [...groups]
    .map(([id, group]) => passageOf(id, group, positions))
    .sort((one, other) => one.start - other.start || other.end - one.end)
}

const passageId = ({ start, end }: Span) => `thread:${start}-${end}`

function passageOf(id: string, group: PassageThread[], positions: Pick<Positions, "rangesOf">): Passage {
  const { start, end } = group[0] ?? { start: 0, end: 0 }
  return {
    ...{ id, start, end },
    ranges: positions.rangesOf({ start, end }),
    kind: FIRST.find((lane) => group.some(({ kind }) => kind === lane)) ?? "note",
    threadIds: group.map((thread) => thread.id),
    comments: group.reduce((sum, thread) => sum + thread.comments, 0),
    waits: group.some(({ waits }) => waits) ? "yes" : "no",
  }
}

/** The passage after a place of the text, or before it; from the last on to the first. */
export function passageBeside(passages: readonly Passage[], offset: number, by: 1 | -1): Passage | undefined {
  if (by === 1) return passages.find(({ start }) => start > offset) ?? passages[0]
  return passages.findLast(({ start }) => start < offset) ?? passages.at(-1)
}

/** The open threads with one as it now is; `span` says where its words are, where it is new. */
export function withThread({ passages, queries }: OpenThreads, thread: ThreadView, span: Span | null): OpenThreads {
  const { id, kind, claim, comments, resolvedAt, waitingSince } = thread
  const known = span ?? passages.find((one) => one.id === id)
  const left = { passages: passages.filter((one) => one.id !== id), queries: queries.filter((one) => one.id !== id) }
  if (resolvedAt !== null) return left
  if (claim) return kind === "query" ? { ...left, queries: [...left.queries, { id, claimId: claim.id }] } : left
  if (!known) return left
  const { start, end } = known
  const now = { id, kind, start, end, comments: comments.length, waits: waitingSince !== null }
  return { ...left, passages: [...left.passages, now] }
}
