/**
 * What was told lately, for a page that comes to be shown after it was drawn: one that was on its way meanwhile, or one that
 * the way back shows as it was left. Pure.
 */
import type { News } from "@/lib/domain/live"

export interface Told {
  at: number
  news: readonly News[]
  /** Of these, what the page that was shown did not do itself. */
  others: readonly News[]
  /** Something may have happened that was not told. */
  missed: boolean
}

/** Milliseconds that a page may be under way. */
const ON_ITS_WAY = 5_000
/** What is older is not remembered. */
const KEPT = 600_000
const MOST_KEPT = 500

export interface RecentNews {
  hear: (told: Told) => void
  leave: (path: string, now: number) => void
  /** What a page may lack that comes to be shown now, by a way that fetched it, or as it was left. */
  lackedBy: (path: string, now: number, how: "fetched" | "as it was left") => readonly Told[]
}

export function recentNews(): RecentNews {
  let told: Told[] = []
  const left = new Map<string, number>()
  return {
    hear: (one) => {
      told = [...told.filter(({ at }) => at > one.at - KEPT), one].slice(-MOST_KEPT)
    },
    leave: (path, now) => void left.set(path, now),
    lackedBy: (path, now, how) => {
      const since = how === "fetched" ? now - ON_ITS_WAY : (left.get(path) ?? now)
      const oldest = told.length === MOST_KEPT ? (told[0]?.at ?? 0) : now - KEPT
      if (since < oldest) return [{ at: now, news: [], others: [], missed: true }]
      return told.filter(({ at }) => at >= since)
    },
  }
}
