/**
 * The claims on screen: what the server last said of each, and those marked a moment ago that it has not answered.
 * Acts on one claim go out one after the other, each with the version that the one before it left. Knows no words
 * and no React; `key` stays the same for a claim when its number and id arrive.
 */
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"

export interface ClaimEntry {
  key: string
  claim: ClaimView
  /** `marking` until the server has answered; such a claim has no id of its own yet. */
  standing: "kept" | "marking"
}

export type ClaimAct<Value> = (claim: ClaimView) => Promise<Answer<Value>>

export interface ClaimsStore {
  read: () => ClaimEntry[]
  subscribe: (listener: () => void) => () => void
  /** Takes what a newer page says, but never an older version of a claim. Answers what is there no more. */
  merge: (claims: ClaimView[]) => ClaimEntry[]
  /** Shows a claim at once and runs its marking; gone again if that is refused. */
  mark: (claim: ClaimView, act: () => Promise<Answer<ClaimView>>, settle?: (answer: Answer<ClaimView>) => void) => void
  /** Runs an act on a claim after those before it; `settle` runs in the tick in which its answer shows. */
  perform: <Value>(
    key: string,
    act: ClaimAct<Value>,
    settle?: (answer: Answer<Value>) => void,
  ) => Promise<Answer<Value>>
  /** Takes what an act on one claim has made of others; what is not on screen is left out. */
  refresh: (claims: ClaimView[]) => void
  /** A claim that was withdrawn is back. */
  takeBack: (claim: ClaimView) => void
  /** The claim as it is when every act on it that is under way has been answered; null if it is gone. */
  settled: (key: string) => Promise<ClaimView | null>
}

/** `lost` is the refusal to show when the server can't be reached or the claim is gone. */
export function claimsStore(claims: ClaimView[], lost: () => Answer<never>): ClaimsStore {
  let entries = claims.map(kept)
  const listeners = new Set<() => void>()
  const { enqueue, settled } = queues()

  const show = (next: ClaimEntry[]) => {
    entries = next.sort((one, other) => one.claim.number - other.claim.number)
    for (const listener of listeners) listener()
    return entries
  }
  const put = (key: string, claim: ClaimView) =>
    show(entries.map((entry) => (entry.key === key ? { ...kept(inPlace(entry.claim, claim)), key } : entry)))
  const drop = (key: string) => show(entries.filter((entry) => entry.key !== key))

  const take = <Value>(key: string, answer: Answer<Value>) => {
    const seen = seenIn(answer, entries.find((entry) => entry.key === key)?.claim)
    if (seen) put(key, seen)
  }

  return {
    read: () => entries,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    merge: (fresh) => goneOf(entries, show(merged(entries, fresh))),
    mark: (claim, act, settle) => {
      show([...entries, { key: claim.id, claim, standing: "marking" }])
      void enqueue(claim.id, async () => {
        const answer = await reach(act, lost)
        if (answer.ok) put(claim.id, answer.value)
        else drop(claim.id)
        settle?.(answer)
      })
    },
    perform: (key, act, settle) =>
      enqueue(key, async () => {
        const entry = entries.find((one) => one.key === key)
        const answer = entry?.standing === "kept" ? await reach(() => act(entry.claim), lost) : lost()
        if (isWithdrawn(answer, entry)) drop(key)
        else take(key, answer)
        settle?.(answer)
        return answer
      }),
    refresh: (claims) => show(refreshed(entries, claims)),
    takeBack: (claim) => show([...entries.filter((entry) => entry.claim.id !== claim.id), kept(claim)]),
    settled: async (key) => {
      await settled(key)
      return entries.find((entry) => entry.key === key)?.claim ?? null
    },
  }
}

/** One line for each claim: what is asked of it waits for what was asked before. */
function queues() {
  const last = new Map<string, Promise<unknown>>()
  return {
    enqueue: <T>(key: string, run: () => Promise<T>): Promise<T> => {
      const turn = (last.get(key) ?? Promise.resolve()).then(run)
      last.set(key, turn)
      return turn
    },
    settled: async (key: string): Promise<void> => {
      await last.get(key)
    },
  }
}

const kept = (claim: ClaimView): ClaimEntry => ({ key: claim.id, claim, standing: "kept" })

/** What can't be reached is answered like a refusal, so that there is one way to be told. */
async function reach<Value>(act: () => Promise<Answer<Value>>, lost: () => Answer<never>): Promise<Answer<Value>> {
  try {
    // An expired deployment or session can answer nothing at all.
    return (await act()) ?? lost()
  } catch {
    return lost()
  }
}

/** What an answer says of a claim. */
function seenIn<Value>(answer: Answer<Value>, before: ClaimView | undefined): ClaimView | null {
  const seen = answer.ok ? answer.value : answer.refusal.current
  if (isClaim(seen)) return seen
  return before && isPart(seen) ? withPart(before, seen) : null
}

/** Once the article has another text, an act answers with places in that: in the text that is open the claim stays where it is. */
function inPlace(before: ClaimView, claim: ClaimView): ClaimView {
  const [was, is] = [before.anchors[0]?.revisionId, claim.anchors[0]?.revisionId]
  return was && is && was !== is ? { ...claim, anchors: before.anchors } : claim
}

function goneOf(before: ClaimEntry[], now: ClaimEntry[]): ClaimEntry[] {
  const keys = new Set(now.map(({ key }) => key))
  return before.filter(({ key }) => !keys.has(key))
}

function merged(entries: ClaimEntry[], fresh: ClaimView[]): ClaimEntry[] {
  const known = new Map(entries.map((entry) => [entry.claim.id, entry]))
  const now = fresh.map((claim) => {
    const before = known.get(claim.id)
    if (!before) return kept(claim)
    return before.claim.version > claim.version ? before : { ...before, claim }
  })
  return [...now, ...entries.filter((entry) => entry.standing === "marking")]
}

function refreshed(entries: ClaimEntry[], fresh: ClaimView[]): ClaimEntry[] {
  const newer = new Map(fresh.map((claim) => [claim.id, claim]))
  return entries.map((entry) => {
    const claim = newer.get(entry.claim.id)
    return claim && claim.version >= entry.claim.version ? { ...entry, claim: inPlace(entry.claim, claim) } : entry
  })
}

/** A conflict about one piece of evidence, one contact or one sum brings that alone. */
function withPart(claim: ClaimView, part: { id: string }): ClaimView {
  const fresh = <Part extends { id: string }>(parts: Part[]) =>
    parts.map((one) => (one.id === part.id ? { ...one, ...part } : one))
  const { evidence, contacts, calculations } = claim
  return { ...claim, evidence: fresh(evidence), contacts: fresh(contacts), calculations: fresh(calculations) }
}

function isPart(value: unknown): value is { id: string } {
  return typeof value === "object" && value !== null && "id" in value && "version" in value
}

function isClaim(value: unknown): value is ClaimView {
  return typeof value === "object" && value !== null && "anchors" in value && "state" in value && "version" in value
}

/** Withdrawing answers the id alone. */
function isWithdrawn<Value>(answer: Answer<Value>, entry: ClaimEntry | undefined): boolean {
  if (!answer.ok || isClaim(answer.value)) return false
  const value: unknown = answer.value
  return typeof value === "object" && value !== null && "id" in value && value.id === entry?.claim.id
}
