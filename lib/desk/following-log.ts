/**
 * The log as it is being written: who follows it is told what they may see, in order, as soon as it can be told. Nothing is
 * kept for anybody: each reads on from their own place once they have taken what they were given, so that a slow reader
 * costs no more than a fast one, and who may see what is asked at that moment.
 */
import type { Actor } from "../domain/workspace"
import { hear } from "../live"
import { log } from "../log"
import { readLog, type LoggedEvent, type LogPlace } from "./event-log"

interface Follower {
  workspaceId: string
  /** Everything behind it is told. */
  place: LogPlace
  /** Who follows, asked anew before each look: null once they may follow no more. */
  who: () => Promise<Actor | null>
  /** Of which articles they are told that somebody came or went, or turned to another claim; of none without it. */
  presenceFor?: (actor: Actor, articleIds: string[]) => Promise<string[]>
  /** Ends when whoever follows has left. */
  signal: AbortSignal
}

/** What a follower is told: some events, at which articles somebody came or went, or for a while nothing; and the place behind. */
export interface Told {
  items: LoggedEvent[]
  /** Ids of articles. */
  presence: string[]
  place: LogPlace
  actor: Actor
}

/** Milliseconds without an event after which a follower is told that there is none, and asked who they are. */
const QUIET = 15_000
/** Looks of one follower are so far apart: what happens meanwhile is told together. */
const APART = 200
/** What is written but can't be told yet is looked for so often: as often as that, and less often the longer it takes. */
const SOON = [50, 100, 200, 500]
const LEAST_OFTEN = 1_000
const AT_ONCE = 200
/** Milliseconds until a look that failed is tried again, then as seldom as the least often; and how many times. */
const TRY_AGAIN = [100, 200, 500]
const MOST_TRIES = 120

/** How many followers of a process look at the same time: more would only wait for the database, and keep others from it. */
const LOOKS = 3

/** Tells a follower what happens, until they leave or may follow no more. */
export async function* followLog({
  workspaceId,
  place: start,
  who,
  presenceFor = toldOfNone,
  signal,
}: Follower): AsyncGenerator<Told, void> {
  const left = AbortSignal.any([signal, ending().signal])
  const bell = bellOf(workspaceId, presenceFor === toldOfNone ? "events" : "all", left)
  let place = start
  let soon = 0
  let toldAt = 0
  try {
    while (!left.aborted) {
      const articleIds = bell.hush()
      const from = place
      const looked = await patiently(left, async () => {
        const actor = await who()
        if (!actor) return null
        const presence = articleIds.length > 0 ? await presenceFor(actor, articleIds) : []
        return { actor, presence, ...(await readLog(actor, from, AT_ONCE)) }
      })
      if (!looked) return
      const { actor, presence, items, more } = looked
      place = looked.place
      if (items.length > 0 || presence.length > 0 || Date.now() - toldAt >= QUIET) {
        yield { actor, items, presence, place }
        toldAt = Date.now()
      }
      if (more === "now") continue
      soon = more === "soon" ? soon + 1 : 0
      await pause(APART)
      // That nothing is told comes at its time, whatever happens meanwhile that this one does not see.
      await bell.rings(soon > 0 ? (SOON[soon - 1] ?? LEAST_OFTEN) : toldAt + QUIET - Date.now())
    }
  } finally {
    bell.remove()
  }
}

const toldOfNone = () => Promise.resolve([])

/** Ends what every follower of this process is told, so that the process can end. */
export function endFollowing(): void {
  ending().abort()
}

const kept = globalThis as typeof globalThis & { stetFollowing?: AbortController }
const ending = () => (kept.stetFollowing ??= new AbortController())

/** Rings when something is told at a workspace, and when whoever listens for it leaves. */
function bellOf(workspaceId: string, hears: "events" | "all", left: AbortSignal) {
  let rung = false
  let articles = new Set<string>()
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  const stop = hear((heard) => {
    if (heard === "missed") return ring()
    const [about, articleId] = heard.about.split(" ")
    if (about !== workspaceId || (heard.channel === "presence" && hears === "events")) return
    if (articleId) articles.add(articleId)
    ring()
  })
  left.addEventListener("abort", ring)
  return {
    /** Answers at which articles somebody came or went since the last time. */
    hush: () => {
      rung = false
      const since = [...articles]
      articles = new Set()
      return since
    },
    /** Waits until it rings, but no longer than so many milliseconds. */
    rings: (most: number) =>
      new Promise<void>((resolve) => {
        if (rung || left.aborted) return resolve()
        const timer = setTimeout(resolve, most)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    remove: () => {
      stop()
      left.removeEventListener("abort", ring)
    },
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Looks until it can: a database that is being started again is waited for. Null once whoever follows has left. */
async function patiently<Value>(left: AbortSignal, look: () => Promise<Value>): Promise<Value | null> {
  for (let failed = 0; ; failed += 1) {
    try {
      const value = await lookInTurn(look)
      isOut = false
      return value
    } catch (error) {
      if (left.aborted) return null
      if (failed >= MOST_TRIES) throw error
      if (!isOut) log().warn({ err: error }, "the log can't be read: it is tried again")
      isOut = true
      await pause(TRY_AGAIN[failed] ?? LEAST_OFTEN)
    }
  }
}

/** Said once for all who follow. */
let isOut = false

const waiting: (() => void)[] = []
let looking = 0

/** Asks the database something for a follower when it is its turn, first come, first served. */
export async function lookInTurn<Value>(look: () => Promise<Value>): Promise<Value> {
  if (looking >= LOOKS) await new Promise<void>((resolve) => waiting.push(resolve))
  else looking += 1
  try {
    return await look()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else looking -= 1
  }
}
