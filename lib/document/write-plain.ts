/**
 * Paragraphs in which nothing can be read otherwise: letters, digits and the commonest punctuation, at the top of the text.
 * A note's reference among them is one to every reader, so that nobody has to parse them again, which takes longest of all.
 */
import { countBelow } from "../anchor/count-below"
import type { Stretch, WrittenMarkdown } from "./write-pen"

/** A Markdown text with a letter in the place of each plain paragraph. */
export interface Reduced {
  markdown: string
  /** Where a position of the whole text is in it; inside a plain paragraph, that letter. */
  at: (position: number) => number
  /** Whether a position is in a plain paragraph, or at its end. */
  isPlain: (position: number) => boolean
}

/**
 * Begins with a letter, so that it is no item, heading or rule; no colon, at sign or exclamation mark, which could make an
 * address, a definition or a picture of what stands beside them.
 */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.;?%'"“”„‘’«»–—-]*$/u

const STAND_IN = "x"

export function withoutPlain(written: WrittenMarkdown): Reduced {
  const { markdown } = written
  const plain = written.blocks.filter((block) => block.kind === "text" && isPlain(markdown, block))
  const parts: string[] = []
  let done = 0
  const saved = [0]
  for (const { start, end } of plain) {
    parts.push(markdown.slice(done, start), STAND_IN)
    saved.push((saved.at(-1) ?? 0) + end - start - STAND_IN.length)
    done = end
  }
  /** How many plain paragraphs begin at or before a position. */
  const begun = (position: number) => countBelow(plain.length, (index) => (plain[index]?.start ?? Infinity) <= position)
  const within = (position: number) => {
    const block = plain[begun(position) - 1]
    return block && position <= block.end ? block : null
  }
  return {
    markdown: parts.join("") + markdown.slice(done),
    isPlain: (position) => within(position) !== null,
    at: (position) => {
      const block = within(position)
      const count = begun(position)
      if (!block) return position - (saved[count] ?? 0)
      return Math.min(block.start - (saved[count - 1] ?? 0) + position - block.start, block.end - (saved[count] ?? 0))
    },
  }
}

/** Whether it has an empty line on both sides and nothing before it: no paragraph of a list, a quote or a note has. */
function isPlain(markdown: string, { start, end }: Stretch): boolean {
  const isAlone = start === 0 || markdown.slice(start - 2, start) === "\n\n"
  const isEnd = markdown.slice(end, end + 2) === "\n\n" || end === markdown.length - 1
  return isAlone && isEnd && PLAIN.test(markdown.slice(start, end))
}
