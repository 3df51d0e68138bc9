"use client"
/** What every part of the galley needs: the article, who looks at it, the acts, the claims, and which one is chosen. */
import { createContext, useContext, useSyncExternalStore } from "react"
import type { Coverage } from "@/components/coverage/use-coverage"
import type { Reading } from "@/components/coverage/use-reading"
import type { Span } from "@/lib/anchor"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { FollowWords } from "@/lib/domain/follow"
import type { ArticleSubject, ClaimSubject } from "@/lib/domain/policy"
import type { Scale } from "@/lib/domain/scale"
import type { Actor, Person } from "@/lib/domain/workspace"
import type { ClaimView } from "@/lib/domain/claim"
import type { GalleyActs } from "./acts"
import type { ClaimEntry, ClaimsStore } from "./claims-store"
import type { Threads } from "./use-threads"

/** A place in the inspector that a key can lead to. */
export type Part =
  | "statement"
  | "tick"
  | "source"
  | "evidence"
  | "verdict"
  | "opinion"
  | "waiting"
  | "fix"
  | "comment"
  | "contact"
  | "contacts"
  | "calculation"
  | "calculations"
  | "claim"

export interface GalleyValue {
  article: AnnotatedArticle
  subject: ArticleSubject
  /** Who acts. What is put away takes no act: there everybody is as a viewer is. */
  actor: Actor
  /** Who reads: the same person, with all that they may see. */
  reader: Actor
  scales: Scale[]
  /** Whoever may be given claims to check. */
  checkers: Person[]
  /** Everybody on the desk: whoever may have written the article. */
  people: Person[]
  /** The sentence to open the text with, where no claim is chosen: selected, in sight, with the focus. */
  opensAt: Span | null
  /** Passages that say what was checked before. */
  earlier: readonly Span[]
  /** What the reader has said of following the article and its claims. */
  followed: FollowWords
  threads: Threads
  acts: GalleyActs
  store: ClaimsStore
  coverage: Coverage
  reading: Reading
  /** Key of the chosen claim. */
  selected: string | null
  select: (key: string | null) => void
  /** Leads the focus to a part of the chosen claim's inspector. */
  goTo: (part: Part) => void
  /** Leads the focus back to the text. */
  backToText: () => void
}

const Context = createContext<GalleyValue | null>(null)
export const GalleyProvider = Context.Provider

export function useGalley(): GalleyValue {
  const value = useContext(Context)
  if (!value) throw new Error("useGalley is for what stands inside a Galley")
  return value
}

/** Every claim on screen, in the order of their numbers. */
export function useClaims(): ClaimEntry[] {
  const { store } = useGalley()
  return useSyncExternalStore(store.subscribe, store.read, store.read)
}

/** A claim as the policy asks about it. */
export function claimSubject(article: ArticleSubject, claim: ClaimView): ClaimSubject {
  return { article, priority: claim.priority, authorIds: claim.authorIds }
}

/** Drafts belong to a person: nobody else who signs in on this machine is shown them. */
export function draftKey(actor: Actor, claim: ClaimView, what: string): string {
  return `${actor.id}:${claim.id}:${what}`
}
