/**
 * The page behind a source: what one look at it comes to, when it is looked at next, and what is told of it. Pure: who
 * looks, and what is written there, is known elsewhere.
 */
import { z } from "zod"
import type { Piece } from "../anchor"
import { Id } from "./id"
import type { WordsChanged } from "./revision"
import type { Person } from "./workspace"

export const LinkState = z.enum(["reachable", "changed", "redirected", "gone"])
export type LinkState = z.infer<typeof LinkState>

/** Why a look failed: the step and its detail, as a fetch tells them; when first since the last look that did not fail. */
export const LinkFailure = z.object({
  step: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.iso.datetime(),
  since: z.iso.datetime(),
})
export type LinkFailure = z.infer<typeof LinkFailure>

/** What one look came to. */
export type Look =
  | { kind: "seen"; text: "first" | "same" | "changed"; movedTo: string | null }
  | { kind: "failed"; step: string; detail: LinkFailure["detail"] }

/** What is known of a page before a look and after it. */
export interface LinkRecord {
  state: LinkState | null
  stateAt: Date | null
  failures: number
  failure: LinkFailure | null
  movedTo: string | null
}

/** What becomes of a page, and is told: it is elsewhere, says something else, is gone, or is back. */
export type LinkNews = "moved" | "changed" | "gone" | "back"

/** After a look: what is known now, when to look next, and what is new of the page. */
export interface LookedAt extends LinkRecord {
  checkedAt: Date
  dueAt: Date
  news: LinkNews[]
}

export interface Looking {
  now: Date
  /** Between two looks at a page that answers. */
  everyHours: number
  /** The address that was looked at. */
  url: string
  /** Whether evidence still waits for somebody to look at what has changed. */
  isUnsettled: boolean
}

/** What a look makes of what was known. */
export function afterLook(before: LinkRecord, look: Look, looking: Looking): LookedAt {
  return look.kind === "failed" ? afterFailure(before, look, looking) : afterSight(before, look, looking)
}

function afterSight(before: LinkRecord, look: Look & { kind: "seen" }, looking: Looking): LookedAt {
  const { now, everyHours, url, isUnsettled } = looking
  const movedTo = look.movedTo !== null && movesPage(url, look.movedTo) ? look.movedTo : null
  const isChanged = look.text === "changed" || (before.state === "changed" && isUnsettled)
  const calm = movedTo === null ? "reachable" : "redirected"
  const state = isChanged ? "changed" : calm
  const news = [
    before.state === "gone" && ("back" as const),
    movedTo !== null && movedTo !== before.movedTo && ("moved" as const),
    look.text === "changed" && ("changed" as const),
  ]
  return {
    ...settled(before, state, look.text === "changed" ? null : before.stateAt, now),
    ...{ failures: 0, failure: null, movedTo, checkedAt: now, dueAt: inHours(now, everyHours) },
    news: news.filter((one) => one !== false),
  }
}

function afterFailure(before: LinkRecord, { step, detail }: Look & { kind: "failed" }, looking: Looking): LookedAt {
  const { now, everyHours } = looking
  const failures = before.failures + 1
  const failure = { step, detail, at: now.toISOString(), since: before.failure?.since ?? now.toISOString() }
  const isGone = saysGone(step, detail) || (isUnreached(step, detail) && isLost(failures, failure, now))
  const state = isGone ? "gone" : before.state
  return {
    ...settled(before, state, before.stateAt, now),
    ...{ failures, failure, movedTo: before.movedTo, checkedAt: now },
    dueAt: inHours(now, Math.max(waitAfter(failures, everyHours), askedToWait(detail))),
    news: isGone && before.state !== "gone" ? ["gone"] : [],
  }
}

/** The state, and since when: the time that it had if it is the same. */
function settled(before: LinkRecord, state: LinkState | null, sameAt: Date | null, now: Date) {
  return { state, stateAt: state === null ? null : before.state === state ? (sameAt ?? now) : now }
}

/** Hours to wait after the first failure, the second, and so on: what has just failed may be back soon, what is gone rarely is. */
const WAITS = [1, 6, 24, 48, 96, 192]
const MOST_WAIT = 336

/** A page that is watched rarely is not asked more often for being lost, but the first time. */
function waitAfter(failures: number, everyHours: number): number {
  const wait = WAITS[failures - 1] ?? MOST_WAIT
  return failures > 2 ? Math.max(wait, everyHours) : wait
}

/** A server may say when it wants to be asked again; no later than what it takes for a page that is lost. */
function askedToWait({ retryAfter }: LinkFailure["detail"]): number {
  return typeof retryAfter === "number" ? Math.min(retryAfter / 3_600, MOST_WAIT) : 0
}

function inHours(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000)
}

/** A server that answers, and says that there is nothing. */
function saysGone(step: string, { reason }: LinkFailure["detail"]): boolean {
  return step === "status" && reason === "gone"
}

/** Nobody answered who could have shown it. Being kept out, or sent in circles, happens to Stet and not to readers. */
function isUnreached(step: string, { reason }: LinkFailure["detail"]): boolean {
  if (step === "connection" || step === "time") return true
  return (step === "lookup" && reason === "unknown") || (step === "status" && reason === "broken")
}

const LOOKS_LOST = 3
const LOST_FOR_HOURS = 24

/** A night's maintenance is no loss: three looks, over a day. */
function isLost(failures: number, { since }: LinkFailure, now: Date): boolean {
  return failures >= LOOKS_LOST && now.getTime() - Date.parse(since) >= LOST_FOR_HOURS * 3_600_000
}

/** Whether a page is elsewhere: not where only its scheme, its `www.` or a slash at its end were put right. */
export function movesPage(from: string, to: string): boolean {
  return plainAddress(from) !== plainAddress(to)
}

function plainAddress(address: string): string {
  const { hostname, port, pathname, search } = new URL(address)
  return `${hostname.replace(/^www\./, "")}:${port}${pathname.replace(/\/$/, "")}${search}`
}

/** Names that are kept for examples (RFC 2606, RFC 6761): there is no page behind them, whoever answers. */
const RESERVED = /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost)\.?$/i

/** Whether there can be a page to look at. */
export function isWatchable(source: { url: string | null; neverRefetch: boolean }): boolean {
  return source.url !== null && !source.neverRefetch && !RESERVED.test(new URL(source.url).hostname)
}

export const OfSource = z.object({ sourceId: Id })
export type OfSource = z.infer<typeof OfSource>

export const CompareSnapshots = z.object({ sourceId: Id, from: Id, to: Id })
export type CompareSnapshots = z.infer<typeof CompareSnapshots>

export const LookAtEvidence = z.object({ evidenceId: Id })
export type LookAtEvidence = z.infer<typeof LookAtEvidence>

/** What the ledger tells of a source's page. Times are ISO 8601 in UTC. */
export interface LinkView {
  state: LinkState | null
  stateAt: string | null
  checkedAt: string | null
  /** Null where nothing watches it. */
  dueAt: string | null
  failure: LinkFailure | null
  movedTo: string | null
  /** Whether Stet fetches it: never, because the desk said so, or because no page can be behind its address. */
  page: "none" | "fetched" | "never" | "reserved"
  archive: ArchiveView | null
}

/** What became of asking a public archive. */
export interface ArchiveView {
  state: "asked" | "done" | "failed"
  url: string | null
  failure: LinkFailure | null
  at: string
  by: Person | null
}

/** What differs between two snapshots. */
export interface SnapshotsCompared {
  words: WordsChanged
  pieces: Piece[]
}

/** A page as it was at one time; its text is compared, never served. */
export interface SnapshotView {
  id: string
  fileId: string
  url: string
  takenAt: string
  /** Null where Stet took it by itself. */
  takenBy: Person | null
  type: string
  size: number
  /** Of its bytes, SHA-256 in hex. */
  sha256: string
  /** Of its readable text; null where it has none. */
  textSha256: string | null
}
