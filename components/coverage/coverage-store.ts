/**
 * Which sentences are marked as holding nothing to check: what the server last said, and on top of it what was pressed
 * and not answered yet. Presses go out one after the other; one that is refused is gone again. Knows no words, no React.
 */
import type { Answer } from "@/lib/domain/answer"
import type { MarkCoverage } from "@/lib/domain/article"

export type Mark = MarkCoverage["mark"]
type Marked = { marked: number[] }

export interface CoverageStore {
  /** Ordinals of the marked sentences; the same set until one comes or goes. */
  read: () => ReadonlySet<number>
  subscribe: (listener: () => void) => () => void
  /** Takes what a newer page says, unless a press is under way, whose answer will be newer. */
  merge: (marked: readonly number[]) => void
  /** Shows a press at once and sends it. Answers the refusal's words when it was refused, else null. */
  press: (change: { ordinals: readonly number[]; mark: Mark }) => Promise<string | null>
}

export interface CoverageStoreOptions {
  marked: readonly number[]
  send: (change: { ordinals: readonly number[]; mark: Mark }) => Promise<Answer<Marked>>
  /** What to say when the server can't be reached. */
  lost: string
}

export function coverageStore({ marked, send, lost }: CoverageStoreOptions): CoverageStore {
  let kept: ReadonlySet<number> = new Set(marked)
  let pending: { ordinals: readonly number[]; mark: Mark }[] = []
  let shown = kept
  let last: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()
  const show = () => {
    shown = pending.reduce(pressed, kept)
    for (const listener of listeners) listener()
  }
  return {
    read: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    merge: (fresh) => {
      if (pending.length > 0) return
      kept = new Set(fresh)
      show()
    },
    press: (change) => {
      pending = [...pending, change]
      show()
      const turn = last.then(async () => {
        const answer = await reach(() => send(change), lost)
        pending = pending.filter((one) => one !== change)
        if (answer.ok) kept = new Set(answer.value.marked)
        show()
        return answer.ok ? null : answer.refusal.message
      })
      last = turn
      return turn
    },
  }
}

function pressed(marked: ReadonlySet<number>, { ordinals, mark }: { ordinals: readonly number[]; mark: Mark }) {
  const after = new Set(marked)
  for (const ordinal of ordinals) {
    if (mark) after.add(ordinal)
    else after.delete(ordinal)
  }
  return after
}

async function reach(act: () => Promise<Answer<Marked>>, lost: string): Promise<Answer<Marked>> {
  const unreached: Answer<Marked> = { ok: false, refusal: { code: "failed", message: lost, fields: {} } }
  try {
    // An expired deployment or session can answer nothing at all.
    return (await act()) ?? unreached
  } catch {
    return unreached
  }
}
