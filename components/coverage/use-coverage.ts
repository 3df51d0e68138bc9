"use client"
/** Coverage as the galley shows it: the state of each sentence, live as claims are marked and approved, and what is loose. */
import { useTranslations } from "next-intl"
import { useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import type { GalleyActs } from "@/components/galley/acts"
import { onAgain } from "@/components/ui/connection"
import { inIdleSteps } from "@/components/ui/idle"
import { useKeptWish } from "@/components/ui/use-kept-wish"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import {
  countStates,
  isDone,
  sentenceStates,
  spansIn,
  type CoverageCounts,
  type CoveringClaim,
  type SentenceState,
  type SentenceView,
} from "@/lib/domain/coverage"
import type { LooseItem } from "@/lib/domain/loose"
import type { Actor } from "@/lib/domain/workspace"
import { coverageStore, type CoverageStore } from "./coverage-store"
import type { LooseIndex } from "./loose-index"

export interface Coverage {
  sentences: readonly SentenceView[]
  states: readonly SentenceState[]
  /** The states with the claims of this moment, for what is decided by them; those that are drawn may come later. */
  statesNow: () => readonly SentenceState[]
  counts: CoverageCounts
  /** By sentence, what no claim covers; null until the text has been read for it. */
  loose: readonly LooseItem[][] | null
  /** Of some sentences, whether the text has been read for it or not; rejects where what reads it can't be fetched. */
  looseIn: (ordinals: readonly number[]) => Promise<Map<number, LooseItem[]>>
  shown: Shown
  setShown: (wanted: Shown) => void
  store: CoverageStore
}

/** Whether coverage is drawn in the text. */
type Shown = "shown" | "hidden"

export interface CoverageOptions {
  article: AnnotatedArticle
  actor: Actor
  acts: Pick<GalleyActs, "markCoverage">
  claims: readonly ClaimEntry[]
}

export function useCoverage({ article, actor, acts, claims: now }: CoverageOptions): Coverage {
  const { sentences } = article
  // What a claim does to its sentences may show a moment after the claim itself.
  const claims = useDeferredValue(now)
  const store = useStore(article, acts)
  const marked = useSyncExternalStore(store.subscribe, store.read, store.read)
  const [shown, setShown] = useKeptWish<Shown>(`stet:coverage:${actor.id}`, ["shown", "hidden"])
  const covering = useMemo(() => claims.map(coveringOf(actor)), [claims, actor])
  const seen = useMemo(
    () => sentences.map((sentence) => ({ ...sentence, marked: marked.has(sentence.ordinal) })),
    [sentences, marked],
  )
  const states = useMemo(() => sentenceStates(seen, covering), [seen, covering])
  return {
    sentences,
    states,
    statesNow: () => (now === claims ? states : sentenceStates(seen, now.map(coveringOf(actor)))),
    counts: useMemo(() => countStates(states), [states]),
    ...useLoose(article, covering),
    shown,
    setShown,
    store,
  }
}

const coveringOf =
  ({ settings }: Actor) =>
  ({ claim }: ClaimEntry): CoveringClaim => ({ spans: spansIn(claim.anchors), done: isDone(claim, settings) })

/** The text is read for loose items when there is time; what claims cover of them is taken out again and again. */
function useLoose(
  { revision, sentences, language }: AnnotatedArticle,
  covering: readonly { spans: readonly { start: number; end: number }[] }[],
): Pick<Coverage, "loose" | "looseIn"> {
  const { text } = revision
  const index = useMemo(() => indexOf(text, sentences, language), [text, sentences, language])
  const [read, setRead] = useState<{ by: typeof index; whole: LooseIndex } | null>(null)
  useEffect(() => readInIdle(index, (whole) => setRead({ by: index, whole })), [index])
  const spans = useMemo(() => covering.flatMap((claim) => claim.spans), [covering])
  const looseIn = async (ordinals: readonly number[]) => {
    const { outside } = await index()
    return new Map(ordinals.map((ordinal) => [ordinal, outside([ordinal], spans)]))
  }
  const loose = useMemo(() => {
    if (read?.by !== index) return null
    const all = sentences.map(({ ordinal }) => ordinal)
    return bySentence(sentences, read.whole.outside(all, spans))
  }, [read, index, sentences, spans])
  return { loose, looseIn }
}

/** Its words are many, and not needed to draw the text: they come after it, and are asked for anew where they did not. */
function indexOf(text: string, sentences: readonly SentenceView[], language: string): () => Promise<LooseIndex> {
  let made: LooseIndex | null = null
  return async () => {
    const { looseIndex } = await import("./loose-index")
    return (made ??= looseIndex(text, sentences, language))
  }
}

/** Answers how to stop. */
function readInIdle(index: () => Promise<LooseIndex>, onRead: (whole: LooseIndex) => void): () => void {
  let stop: (() => void) | "unwanted" | null = null
  const begin = (whole: LooseIndex) => {
    if (stop === "unwanted") return
    stop = inIdleSteps(() => {
      const left = whole.readOn()
      if (left === "done") onRead(whole)
      return left
    })
  }
  const fetch = () => void index().then(begin, () => null)
  fetch()
  const stopListening = onAgain(() => stop === null && fetch())
  return () => {
    stopListening()
    if (typeof stop === "function") stop()
    stop = "unwanted"
  }
}

/** Items in the order of the text, dealt out to the sentences that they are in. */
function bySentence(sentences: readonly SentenceView[], items: readonly LooseItem[]): LooseItem[][] {
  let at = 0
  return sentences.map(({ end }) => {
    const from = at
    while ((items[at]?.start ?? Infinity) < end) at += 1
    return items.slice(from, at)
  })
}

function useStore(article: AnnotatedArticle, acts: CoverageOptions["acts"]): CoverageStore {
  const t = useTranslations("ui")
  const { id: articleId, revision, sentences } = article
  const [store] = useState(() =>
    coverageStore({
      marked: markedIn(sentences),
      send: ({ ordinals, mark }) =>
        acts.markCoverage({ articleId, revisionId: revision.id, sentences: [...ordinals], mark }),
      lost: t("failed"),
    }),
  )
  const begun = useRef(sentences)
  useEffect(() => {
    if (begun.current !== sentences) store.merge(markedIn(sentences))
    begun.current = sentences
  }, [store, sentences])
  return store
}

function markedIn(sentences: readonly SentenceView[]): number[] {
  return sentences.flatMap(({ ordinal, marked }) => (marked ? ordinal : []))
}
