/** From stretches of blocks to spans of the canonical text, and to the sentences around them. */
import { sentencesOf, trim, type Span } from "../../anchor"
import type { DocumentNode } from "../../domain/article"
import { canonicalText } from "../canonical"
import type { Stretch } from "./found"

export class Places {
  private readonly text: string
  private readonly blocks: Span[]
  private cut: Span[] | null = null

  constructor(
    document: DocumentNode,
    private readonly language: string,
  ) {
    const { text, blocks } = canonicalText(document)
    this.text = text
    this.blocks = blocks
  }

  /** Cut when they are first asked for: most files have nothing beside the text. */
  private get sentences(): Span[] {
    this.cut ??= sentencesOf(this.text, this.blocks, this.language)
    return this.cut
  }

  wordsOf({ start, end }: Span): string {
    return this.text.slice(start, end)
  }

  offsetOf({ block, from }: Stretch): number {
    return (this.blocks[block]?.start ?? this.text.length) + from
  }

  /** From the first stretch to the last, without white space at the edges; null if nothing else is there. */
  spanOf(stretches: Stretch[]): Span | null {
    let [start, end] = [this.text.length, 0]
    for (const stretch of stretches) {
      const offset = this.offsetOf(stretch)
      start = Math.min(start, offset)
      end = Math.max(end, offset + stretch.to - stretch.from)
    }
    return start < end ? trim(this.text, { start, end }) : null
  }

  /** The sentence, or the sentences, that a span reaches into. */
  sentencesAround({ start, end }: Span): Span | null {
    const first = this.sentences[this.firstFrom((sentence) => sentence.end > start)]
    const last = this.sentences[this.firstFrom((sentence) => sentence.start >= end) - 1]
    return first && last && first.start <= last.start ? { start: first.start, end: last.end } : null
  }

  /** The sentence in which a place is, or at the end of which; in the same block. */
  sentenceAt(stretch: Stretch): Span | null {
    const block = this.blocks[stretch.block]
    const offset = this.offsetOf(stretch)
    const sentence = this.sentences[this.firstFrom(({ start }) => start >= offset && start > (block?.start ?? 0)) - 1]
    return block && sentence && sentence.start >= block.start ? sentence : null
  }

  /** The words between two offsets, if any letter or digit is among them. */
  wordsBetween(start: number, end: number): Span | null {
    const span = start < end ? trim(this.text, { start, end }) : null
    return span && /[\p{L}\p{N}]/u.test(this.wordsOf(span)) ? span : null
  }

  /** Index of the first sentence for which something holds that holds for all after it; the count if for none. */
  private firstFrom(holds: (sentence: Span) => boolean): number {
    let low = 0
    let high = this.sentences.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const sentence = this.sentences[middle]
      if (sentence && holds(sentence)) high = middle
      else low = middle + 1
    }
    return low
  }
}
