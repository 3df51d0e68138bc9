"use client"
/** Going through the text by sentence and paragraph, and selecting by them; all of it is said to those who hear it. */
import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import type { KeyHandlers } from "@/components/keys/use-keys"
import type { SheetHandle } from "@/components/galley/sheet"
import { useAnnounce } from "@/components/ui/announcer"
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import { neighbour, nextUntouched, sentenceAt, sentencesIn, wholePieces } from "./sentence-places"
import type { Coverage } from "./use-coverage"

export interface Reading {
  /** The keys, and what they do. */
  keys: KeyHandlers
  /** Leads the caret to the next untouched sentence. */
  toNextUntouched: () => void
  /** Leads the caret to a sentence and says it. */
  toSentence: (ordinal: number) => void
  selectSentence: (ordinal: number) => void
}

export function useReading(coverage: Coverage, positions: Positions, sheet: RefObject<SheetHandle | null>): Reading {
  const t = useTranslations("galley.coverage")
  const announce = useAnnounce()
  const { sentences, states } = coverage
  const { sayPlace, saySelected } = useSaying(coverage, positions.text)

  const toSentence = (ordinal: number) => {
    const sentence = sentences[ordinal]
    if (!sentence) return
    sheet.current?.stand(sentence.start)
    sayPlace(ordinal)
  }
  const select = (span: Span | null) => {
    if (!span) return
    sheet.current?.select(span)
    saySelected(span)
  }
  const caret = () => sheet.current?.selection() ?? { start: 0, end: 0 }
  const toNextUntouched = () => {
    const next = nextUntouched(states, sentenceAt(sentences, caret().start))
    if (next === null) announce(t("noneUntouched"))
    else toSentence(next)
  }
  const paragraphs = positions.blocks.filter(({ start, end }) => start < end)
  return {
    toNextUntouched,
    toSentence,
    selectSentence: (ordinal) => select(sentences[ordinal] ?? null),
    keys: {
      "text.nextUntouched": toNextUntouched,
      "text.nextSentence": () => toSentence(neighbour(sentences, caret().end, 1)),
      "text.previousSentence": () => toSentence(neighbour(sentences, caret().start, -1)),
      "text.selectSentence": () => select(wholePieces(sentences, caret())),
      "text.selectParagraph": () => select(wholePieces(paragraphs, caret())),
    },
  }
}

/** What is heard of where the caret is, and of what is selected. */
function useSaying({ sentences, states, looseIn }: Coverage, text: string) {
  const t = useTranslations("galley.coverage")
  const announce = useAnnounce()
  return {
    sayPlace: (ordinal: number) => {
      const { start, end } = sentences[ordinal] ?? { start: 0, end: 0 }
      const place = { number: ordinal + 1, total: sentences.length, state: states[ordinal] ?? "untouched" }
      const say = (loose: number) => announce(t("place", { ...place, loose, words: text.slice(start, end) }))
      void looseIn([ordinal]).then(
        (items) => say(items.get(ordinal)?.length ?? 0),
        () => say(0),
      )
    },
    saySelected: (span: Span) => {
      const words = text.slice(span.start, span.end).split(/\s+/u)
      const count = sentencesIn(sentences, span).length
      if (words.length <= 2 * EDGE) announce(t("selected", { count, words: words.join(" ") }))
      else {
        const [first, last] = [words.slice(0, EDGE).join(" "), words.slice(-EDGE).join(" ")]
        announce(t("selectedFromTo", { count, first, last }))
      }
    },
  }
}

/** So many words of a selection are said at its beginning, and at its end. */
const EDGE = 4
