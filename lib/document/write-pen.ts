/**
 * The pen that Markdown is written with: it keeps the line prefix of open quotes and lists, and notes for every code
 * unit of the canonical text where it came to stand. It knows nothing of Markdown's rules, only of lines and places.
 */

/** A stretch of the Markdown, in its own code units, end exclusive. */
export interface Stretch {
  start: number
  end: number
}

/** An inline construct. Nothing may be put inside a `closed` one (code, links, addresses, images, tags). */
export interface Thing extends Stretch {
  kind: "closed" | "open"
  /** Between its delimiters. */
  inner: Stretch
}

/** One line of the canonical text as written: its inline content, and where a paragraph of one's own may follow it. */
export interface WrittenBlock extends Stretch {
  /** `alone`: nothing can be written into it, as into code or a rule. */
  kind: "text" | "alone"
  /** Behind the block, or behind the outermost list that holds it: there a paragraph changes no list's looseness. */
  after: { at: number; prefix: string }
}

/** A Markdown text and its map. Offsets are UTF-16 code units of the canonical text, positions of the Markdown. */
export interface WrittenMarkdown {
  markdown: string
  /** Where the Markdown of the code unit at `offset` begins; at the text's length, the end of the last block. */
  at(offset: number): number
  /** Just behind the Markdown of the code unit before `offset`: inside an emphasis or link that ends there. */
  behind(offset: number): number
  blocks: readonly WrittenBlock[]
  things: readonly Thing[]
}

/** The constructs of each block, by its index. */
export function thingsByBlock({ blocks, things }: WrittenMarkdown): Thing[][] {
  let next = 0
  return blocks.map(({ end }) => {
    const first = next
    while (next < things.length && (things[next]?.start ?? end) < end) next += 1
    return things.slice(first, next)
  })
}

/** Where the text from `offset` on came to stand: as itself, each code unit in its own place, or as a whole. */
interface Run extends Stretch {
  offset: number
  isPlain: boolean
}

/** Where the Markdown of a code unit begins and ends; undefined behind the last one. */
function placesOf(runs: readonly Run[], units: number) {
  const find = (offset: number, edge: (run: Run, into: number) => number) => {
    if (offset >= units) return undefined
    let [low, high] = [0, runs.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((runs[middle]?.offset ?? Infinity) <= offset) low = middle + 1
      else high = middle
    }
    const run = runs[low - 1]
    return run && edge(run, offset - run.offset)
  }
  return {
    at: (offset: number) => find(offset, ({ start, isPlain }, into) => (isPlain ? start + into : start)),
    behind: (offset: number) => find(offset, ({ start, end, isPlain }, into) => (isPlain ? start + into + 1 : end)),
  }
}

export class Pen {
  #parts: string[] = []
  #length = 0
  #prefix = ""
  #lists = 0
  #runs: Run[] = []
  #units = 0
  #blocks: WrittenBlock[] = []
  #waiting: WrittenBlock[] = []
  #things: Thing[] = []

  /** Markdown that stands for no text. */
  put(markdown: string): void {
    this.#parts.push(markdown)
    this.#length += markdown.length
  }

  /** Markdown that stands for `units` code units of the text, as a whole. */
  say(units: number, markdown: string): void {
    this.#note(units, markdown.length, false)
    this.put(markdown)
  }

  /** Text that stands for itself, each code unit in its own place. */
  plain(text: string): void {
    this.#note(text.length, text.length, true)
    this.put(text)
  }

  /** A line feed and what every line begins with here. */
  line(): void {
    this.put(`\n${this.#prefix}`)
  }

  /** A blank line, and the beginning of the next. */
  gap(): void {
    this.blank()
    this.line()
  }

  /** A line feed and a line without anything of its own. */
  blank(): void {
    this.put(`\n${this.#prefix.trimEnd()}`)
  }

  /** Writes what `write` writes with `prefix` before every line but the first. */
  within(prefix: string, write: () => void): void {
    const outer = this.#prefix
    this.#prefix = outer + prefix
    write()
    this.#prefix = outer
  }

  /** A list: no paragraph of one's own stands inside it. */
  list(write: () => void): void {
    this.#lists += 1
    write()
    this.#lists -= 1
    if (this.#lists === 0) this.#settle()
  }

  /** One line of the canonical text. The line feed between it and the one before stands at that one's end. */
  block(kind: WrittenBlock["kind"], write: () => void): void {
    const before = this.#blocks.at(-1)
    if (before) this.#add({ units: 1, start: before.end, end: before.end, isPlain: false })
    const start = this.#length
    const block: WrittenBlock = { kind, start, end: start, after: { at: start, prefix: "" } }
    this.#blocks.push(block)
    write()
    block.end = this.#length
    this.#waiting.push(block)
  }

  /** Marks the end of the node that the last blocks are in: outside lists, a paragraph may follow here. */
  settle(): void {
    if (this.#lists === 0) this.#settle()
  }

  /** The place of an inline construct, from here to wherever `thing` is given again to `close`. */
  open(kind: Thing["kind"]): Thing {
    const [start, end] = [this.#length, this.#length]
    const thing: Thing = { kind, start, end, inner: { start, end } }
    this.#things.push(thing)
    return thing
  }

  /** Behind the delimiter that opens it, and before the one that closes it. */
  inner(thing: Thing | undefined, edge: keyof Stretch): void {
    if (thing) thing.inner[edge] = this.#length
  }

  close(thing: Thing | undefined): void {
    if (thing) thing.end = this.#length
  }

  /** What was written, ending in one line feed. */
  finish(): WrittenMarkdown {
    const last = this.#blocks.at(-1)?.end ?? 0
    const { at, behind } = placesOf(this.#runs, this.#units)
    return {
      markdown: `${this.#parts.join("")}\n`,
      at: (offset) => at(Math.max(0, offset)) ?? last,
      behind: (offset) => (offset <= 0 ? (at(0) ?? 0) : (behind(offset - 1) ?? last)),
      blocks: this.#blocks,
      things: this.#things,
    }
  }

  /** Notes that the next so many units of Markdown stand for so many of the text. */
  #note(units: number, length: number, isPlain: boolean): void {
    this.#add({ units, start: this.#length, end: this.#length + length, isPlain })
  }

  #add({ units, ...place }: Omit<Run, "offset"> & { units: number }): void {
    if (units === 0) return
    const last = this.#runs.at(-1)
    if (place.isPlain && last?.isPlain && last.end === place.start) last.end = place.end
    else this.#runs.push({ offset: this.#units, ...place })
    this.#units += units
  }

  #settle(): void {
    for (const block of this.#waiting) block.after = { at: this.#length, prefix: this.#prefix }
    this.#waiting = []
  }
}
