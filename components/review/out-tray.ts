/**
 * Approvals that were pressed here and are not answered yet, in the browser's storage under whose they are: a closed
 * window, an ended session or a lost connection loses none. Knows storage and other windows, not when anything is sent.
 */
import type { Job } from "@/lib/domain/scale"

/** What is approved, and what it takes to say so and to lead there. */
export interface Approval {
  roundId: string
  /** The claim's version that its reviewer saw. */
  version: number
  note: string | null
  /** The reviewer, by their membership. */
  reviewerId: string
  /** The workspace's slug. */
  workspace: string
  claim: { number: number; job: Job }
  article: { id: string; title: string }
  /** No source was opened before, though there was one to open. */
  unopened?: true
}

/** Why an approval was refused for good. */
export type Because = "first" | "changesAsked" | "over" | "withdrawn" | "other"

export type Standing =
  | { kind: "waiting" }
  | { kind: "sending"; since: number }
  /** It could not be sent, and goes out later by itself. */
  | { kind: "held"; because: "unreachable" | "signedOut" | "failed"; since: number }
  /** It never will be: shown until somebody has seen it. */
  | { kind: "refused"; because: Because; by: string | null; message: string }
  /** Answered: for a moment, so that other windows know it from one that was undone. */
  | { kind: "done" }

export interface Kept extends Approval {
  /** Which were pressed together. */
  batch: string
  /** Until when it can be undone, in milliseconds of this browser's clock. */
  until: number
  /** The window it was pressed in, which sends it. */
  window: string
  /** How often it could not be sent. */
  tries: number
  standing: Standing
}

/** What lies in a tray, the same object until something changes. */
export interface TrayView {
  /** Oldest first. */
  kept: readonly Kept[]
  /** Rounds whose approval was answered with yes since this page was loaded. */
  done: ReadonlySet<string>
  /** The round whose approval was undone last: another object for each time. */
  undone: { roundId: string } | null
}

export interface OutTray {
  read: () => TrayView
  subscribe: (listener: () => void) => () => void
  put: (kept: readonly Kept[]) => void
  /** Changes one that still lies there; answers it, or null if it was undone or answered meanwhile, in any window. */
  change: (roundId: string, changes: Partial<Kept>) => Kept | null
  /** Takes one away; answers it, or null if it is gone already. */
  take: (roundId: string, as: "done" | "undone" | "seen") => Kept | null
  /** Takes in what another window has written, as its storage event tells it. */
  hear: (key: string | null, text: string | null) => void
  /** Looks at what lies there now, whatever was told. */
  renew: () => void
}

const PREFIX = "stet:approval:"

/** The tray of a person, by their id. Without a storage, or with a full one, it keeps what it is given until the page goes. */
export function outTray(person: string, storage: Storage | null): OutTray {
  const prefix = `${PREFIX}${person}:`
  const shelf = shelfIn(storage, prefix)
  const listeners = new Set<() => void>()
  let view: TrayView = { kept: shelf.all(), done: new Set(), undone: null }

  const show = (changes: Partial<TrayView> = {}) => {
    view = { ...view, ...changes, kept: shelf.all() }
    for (const listener of listeners) listener()
  }
  const withDone = (roundId: string) => ({ done: new Set(view.done).add(roundId) })
  return {
    read: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put: (fresh) => {
      for (const one of fresh) shelf.put(one)
      show()
    },
    change: (roundId, changes) => {
      const now = shelf.at(roundId)
      const changed = now && { ...now, ...changes }
      if (changed) shelf.put(changed)
      show()
      return changed
    },
    take: (roundId, as) => {
      const now = shelf.at(roundId)
      if (now && as === "done") shelf.put({ ...now, standing: { kind: "done" } })
      shelf.remove(roundId)
      show(as === "done" ? withDone(roundId) : as === "undone" ? { undone: { roundId } } : {})
      return now
    },
    hear: (key, text) => {
      if (key !== null && !key.startsWith(prefix)) return
      const heard = read(text)
      show(heard?.standing.kind === "done" ? withDone(heard.roundId) : {})
    },
    renew: () => show(),
  }
}

interface Shelf {
  /** Oldest first. */
  all: () => Kept[]
  at: (roundId: string) => Kept | null
  put: (one: Kept) => void
  remove: (roundId: string) => void
}

/** What is written goes into the storage at once; what that refuses is kept beside it. */
function shelfIn(storage: Storage | null, prefix: string): Shelf {
  const loose = new Map<string, Kept>()
  const at = (roundId: string) => loose.get(roundId) ?? read(attempt(() => storage?.getItem(prefix + roundId) ?? null))
  return {
    at,
    all: () => {
      const stored = keysOf(storage).filter((key) => key.startsWith(prefix) && !loose.has(key.slice(prefix.length)))
      const found = stored.flatMap((key) => at(key.slice(prefix.length)) ?? [])
      const waiting = [...found, ...loose.values()].filter((one) => one.standing.kind !== "done")
      return waiting.toSorted((one, other) => one.until - other.until)
    },
    put: (one) => {
      if (isStored(storage, prefix + one.roundId, JSON.stringify(one))) loose.delete(one.roundId)
      else loose.set(one.roundId, one)
    },
    remove: (roundId) => {
      loose.delete(roundId)
      attempt(() => storage?.removeItem(prefix + roundId))
    },
  }
}

function isStored(storage: Storage | null, key: string, text: string): boolean {
  try {
    storage?.setItem(key, text)
    return storage !== null
  } catch {
    return false
  }
}

function keysOf(storage: Storage | null): string[] {
  const keys = attempt(() => Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? ""))
  return keys ?? []
}

/** Anybody can write into a browser's storage: what is no approval of ours is none. */
function read(text: string | null): Kept | null {
  const value: unknown = attempt(() => JSON.parse(text ?? "null"))
  return isKept(value) ? value : null
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false
  const { roundId, version, until, standing, claim, article } = value as Partial<Record<keyof Kept, unknown>>
  const isWhole = [standing, claim, article].every((part) => typeof part === "object" && part !== null)
  return isWhole && typeof roundId === "string" && typeof version === "number" && typeof until === "number"
}

function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
