"use client"
/** What the galley remembers while it is open, and what its keys and presses do to that. */
import { useTranslations } from "next-intl"
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from "react"
import { useClaimWords } from "@/components/claim/claim-words"
import { useCoverage, type Coverage, type CoverageOptions } from "@/components/coverage/use-coverage"
import { useNothingToCheck } from "@/components/coverage/use-nothing-to-check"
import { useReading, type Reading } from "@/components/coverage/use-reading"
import { useKeys, type KeyHandlers } from "@/components/keys/use-keys"
import { useSayingGone } from "@/components/live/use-saying-gone"
import { useAnnounce } from "@/components/ui/announcer"
import { positions as positionsOf, type Positions } from "@/lib/document/canonical"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Answer } from "@/lib/domain/answer"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import { claimsStore, type ClaimEntry, type ClaimsStore } from "./claims-store"
import { watchedActs } from "./acts"
import type { GalleyProps } from "./galley"
import type { GalleyValue, Part } from "./galley-context"
import type { SheetHandle } from "./sheet"
import { useAddress } from "./use-address"
import { useChoice } from "./use-choice"
import { useCommenting } from "./use-commenting"
import { useGoTo } from "./use-go-to"
import { useHighlights } from "./use-highlights"
import type { SelectionAct } from "./floating-bar"
import { useMovingWords } from "./use-moving-words"
import { useOutcomesShown } from "./use-outcomes-shown"
import { usePanes } from "./use-panes"
import { useThreads, type Threads } from "./use-threads"
import { useMarking, type Marked, type MarkingOptions } from "./use-marking"

export interface Places {
  sheet: RefObject<SheetHandle | null>
  inspector: RefObject<HTMLElement | null>
}

export function useGalleyState(props: GalleyProps, places: Places) {
  const { article, actor: reader, scales, checkers, people, earlier, followed, opensAt } = props
  const { actor, acts } = useActing(props)
  const store = useStore(article)
  useOutcomesShown(article.id, store)
  const claims = useSyncExternalStore(store.subscribe, store.read, store.read)
  const choice = useChoice({ claims, actorId: actor.id, first: opensAt.claim })
  const { selected, entry, select, setDrawer } = choice
  useNewerPages(store, article, useSayingGone(actor, selected))
  const { positions, threads, ...marked } = useMarked(props, claims, selected, places.sheet)
  const panes = usePanes(props.panes, actor.userId)
  const focusPart = useGoTo(places.inspector, entry?.standing)
  const goTo = (part: Part) => {
    panes.open("inspector")
    focusPart(part)
  }
  const subject = useMemo(() => subjectOf(article), [article])
  const backToText = () => {
    setDrawer("none")
    places.sheet.current?.focus()
  }
  const lead = (key: string | null, part: Part) => {
    select(key)
    if (key) goTo(part)
    else backToText()
  }
  const working = { article, actor, scales, acts, store, subject, claims, entry }
  const { coverage, reading, selectionActs, ...asking } = useWords(working, { positions, places, lead, goTo })
  const moves = useMoves(choice, threads, places, goTo)
  useAddress(entry?.standing === "kept" ? entry.claim.number : null, (number) => {
    const asked = claims.find(({ claim }) => claim.number === number)
    if (asked) moves.chooseInList(asked.key)
  })
  useKeys({
    ...reading.keys,
    ...marked.read.keys,
    ...Object.fromEntries(selectionActs.map(({ act, run }) => [act, run])),
    ...(claims.length > 0 && { "claim.next": () => moves.step(1), "claim.previous": () => moves.step(-1) }),
    ...(entry && keysOfClaim(goTo)),
    "text.back": backToText,
  })
  const shown = { article, scales, checkers, people, earlier, followed, threads, opensAt: sentenceNamed(props) }
  const given = { ...shown, actor, reader, acts }
  const context: GalleyValue = { ...given, subject, store, coverage, reading, selected, select, goTo, backToText }
  return { context, claims, choice, panes, positions, ...marked, selectionActs, ...asking, ...moves }
}

/** What is marked in the text: claims, and words with open threads. */
function useMarked(
  { article, threads: drawn }: GalleyProps,
  claims: ClaimEntry[],
  selected: string | null,
  sheet: Places["sheet"],
) {
  const { document } = article.revision
  const positions = useMemo(() => positionsOf(document), [document])
  const highlights = useHighlights(claims, positions, selected)
  const { threads, read } = useThreads(drawn, positions, sheet)
  const { passages } = threads
  const beside = useMemo(() => ({ items: [...highlights, ...passages], selected }), [highlights, passages, selected])
  return { positions, highlights, beside, threads, read }
}

type Working = Parameters<typeof useSelectionActs>[0] & Parameters<typeof useReader>[0] & { entry: ClaimEntry | null }

interface Ways {
  positions: Positions
  places: Places
  lead: (key: string | null, part: Part) => void
  goTo: (part: Part) => void
}

/** All that can be done with words of the text, and what of it asks something first. */
function useWords(working: Working, { positions, places, lead, goTo }: Ways) {
  const markActs = useSelectionActs(working, places, lead)
  const { coverage, reading, passing } = useReader(working, positions, places.sheet)
  const moving = useMovingWords(working, places.sheet)
  const commenting = useCommenting(working, places.sheet, goTo)
  const selectionActs = [...markActs, ...passing, ...moving.acts, ...commenting.acts]
  return { coverage, reading, selectionActs, askedMove: moving.asked, commenting }
}

/** The keys that lead to a part of the chosen claim. */
const keysOfClaim = (goTo: (part: Part) => void): KeyHandlers => ({
  "claim.edit": () => goTo("statement"),
  "claim.waiting": () => goTo("waiting"),
  "claim.fix": () => goTo("fix"),
  "claim.contact": () => goTo("contact"),
  "claim.calculation": () => goTo("calculation"),
  "claim.source": () => goTo("source"),
  "claim.verdict": () => goTo("verdict"),
})

/** Who acts, and the acts. What is put away, or signed off, takes none: there everybody is as a viewer is. */
function useActing({
  article: { archivedAt, standing },
  actor,
  acts,
}: GalleyProps): Pick<GalleyValue, "actor" | "acts"> {
  return {
    actor: useMemo(
      () => (archivedAt || standing === "signed_off" ? { ...actor, role: "viewer" } : actor),
      [archivedAt, standing, actor],
    ),
    acts: useMemo(() => watchedActs(acts), [acts]),
  }
}

/** The sentence that the address names; they are counted from 1. */
function sentenceNamed({ article, opensAt }: GalleyProps) {
  return article.sentences[(opensAt.sentence ?? 0) - 1] ?? null
}

/** What can be done with selected words; `lead` goes to a claim's part, or back to the text where its marking was refused. */
function useSelectionActs(
  given: Omit<MarkingOptions, "onRefused" | "onAgain"> & { subject: ArticleSubject },
  { sheet, inspector }: Places,
  lead: (key: string | null, part: Part) => void,
): SelectionAct[] {
  const t = useTranslations("galley")
  const onRefused = (key: string) => {
    if (inspector.current?.dataset.claim === key) lead(null, "claim")
  }
  const onAgain = (key: string, as: Marked) => lead(key, typedIn[as])
  const mark = useMarking({ ...given, onRefused, onAgain })
  if (!can(given.actor, "claim.mark", given.subject)) return []
  const markSelection = (as: Marked) => () => {
    const span = sheet.current?.span() ?? null
    if (span) sheet.current?.leave()
    const key = mark(span, as)
    if (key) lead(key, typedIn[as])
    else if (span) sheet.current?.focus()
  }
  return [
    { act: "claim.mark", label: t("mark"), run: markSelection("claim") },
    { act: "claim.tick", label: t("tick"), run: markSelection("tick") },
  ]
}

/** Reading sentence by sentence: how far one is, where keys lead, and passing over what has nothing to check. */
function useReader(
  given: CoverageOptions & { subject: ArticleSubject },
  positions: Positions,
  sheet: Places["sheet"],
): { coverage: Coverage; reading: Reading; passing: SelectionAct[] } {
  const t = useTranslations("galley.coverage")
  const coverage = useCoverage(given)
  const reading = useReading(coverage, positions, sheet)
  const run = useNothingToCheck(coverage, sheet, reading.toSentence)
  const may = can(given.actor, "coverage.mark", given.subject)
  return { coverage, reading, passing: may ? [{ act: "coverage.nothing", label: t("nothing"), run }] : [] }
}

/** Where typing goes on once words are marked. */
const typedIn = { claim: "statement", tick: "tick" } as const

/** Going from claim to claim: by keys, in the list, in the text. */
function useMoves(choice: ReturnType<typeof useChoice>, threads: Threads, places: Places, goTo: (part: Part) => void) {
  const announce = useAnnounce()
  const { nameOf } = useClaimWords()
  const open = (key: string) => {
    choice.select(key)
    places.sheet.current?.show(key)
    const chosen = choice.shown.find((one) => one.key === key)
    if (chosen) announce(nameOf(chosen.claim))
  }
  return {
    step: (by: 1 | -1) => {
      const next = choice.neighbour(by)
      if (!next) return
      const inside = places.inspector.current?.contains(document.activeElement)
      open(next.key)
      // What had the focus belongs to the claim before and goes with it.
      if (inside) goTo("claim")
    },
    chooseInList: open,
    chooseInText: (key: string, by: "pointer" | "key") => {
      if (threads.open(key)) return
      choice.select(key)
      if (by === "key") goTo("claim")
    },
    announceUnderCaret: (keys: string[]) => {
      const claims = choice.shown.filter((one) => keys.includes(one.key)).map((one) => nameOf(one.claim))
      const passages = threads.passages.filter((one) => keys.includes(one.id)).map(threads.nameOf)
      if (claims.length + passages.length > 0) announce([...claims, ...passages].join(". "))
    },
  }
}

/** The claims as they are on screen. */
function useStore(article: AnnotatedArticle): ClaimsStore {
  const t = useTranslations("ui")
  return useState(() => claimsStore(article.claims, () => unreachable(t("failed"))))[0]
}

/** A newer page adds what others did; `onGone` is told of claims that they took off the article. */
function useNewerPages(store: ClaimsStore, { claims }: AnnotatedArticle, onGone: (gone: ClaimEntry) => void): void {
  const begun = useRef(claims)
  useEffect(() => {
    if (begun.current !== claims) for (const gone of store.merge(claims)) onGone(gone)
    begun.current = claims
  }, [store, claims, onGone])
}

function unreachable(message: string): Answer<never> {
  return { ok: false, refusal: { code: "failed", message, fields: {} } }
}

function subjectOf(article: AnnotatedArticle): ArticleSubject {
  return { authorIds: article.authors.flatMap((author) => author.membershipId ?? []), leadId: article.lead?.id ?? null }
}
