/**
 * The loose items of an article's sentences: each sentence is read once, when it is first asked for. What reads them, with
 * its lists of words, comes when the galley stands.
 */
import type { Span } from "@/lib/anchor"
import { looseItems, looseOutside, type LooseItem } from "@/lib/domain/loose"

export interface LooseIndex {
  of: (ordinal: number) => LooseItem[]
  /** Those of some sentences that no claim covers. */
  outside: (ordinals: readonly number[], claims: readonly Span[]) => LooseItem[]
  /** Reads some sentences that have not been asked for yet. */
  readOn: () => "more" | "done"
}

/** So many sentences are read in a few milliseconds. */
const SLICE = 20

export function looseIndex(text: string, sentences: readonly Span[], language: string): LooseIndex {
  const known: (LooseItem[] | undefined)[] = []
  const of = (ordinal: number) => {
    const sentence = sentences[ordinal]
    return (known[ordinal] ??= sentence ? looseItems(text, sentence, language) : [])
  }
  let reached = 0
  return {
    of,
    outside: (ordinals, claims) => looseOutside(text, ordinals.flatMap(of), claims),
    readOn: () => {
      for (const until = reached + SLICE; reached < Math.min(until, sentences.length); reached += 1) of(reached)
      return reached < sentences.length ? "more" : "done"
    },
  }
}
