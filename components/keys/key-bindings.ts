/** Which acts are here right now, and what each does: told by whoever can do them, asked by keys, sheet and palette. */
import { actIds, type ActId } from "./key-table"

export interface KeyBindings {
  /** Makes an act exist until what it answers is called. Of several who bind the same act, the last one does it. */
  bind: (act: ActId, run: () => void) => () => void
  /** The acts that exist, in the order of the table; the same list until one comes or goes. */
  bound: () => readonly ActId[]
  run: (act: ActId) => void
  /** Calls back when an act comes or goes. Answers how to stop. */
  subscribe: (listener: () => void) => () => void
}

export function keyBindings(): KeyBindings {
  const runs = new Map<ActId, (() => void)[]>()
  const listeners = new Set<() => void>()
  let bound: readonly ActId[] = []
  const set = (act: ActId, those: (() => void)[]) => {
    runs.set(act, those)
    const isNew = those.length > 0 !== bound.includes(act)
    if (!isNew) return
    bound = actIds.filter((one) => (runs.get(one)?.length ?? 0) > 0)
    for (const listener of listeners) listener()
  }
  return {
    bind: (act, run) => {
      set(act, [...(runs.get(act) ?? []), run])
      return () => set(act, runs.get(act)?.filter((one) => one !== run) ?? [])
    },
    bound: () => bound,
    run: (act) => runs.get(act)?.at(-1)?.(),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
