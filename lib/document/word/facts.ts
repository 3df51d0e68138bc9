/**
 * What mammoth does not carry through: who commented where, what a style means, the number of an item. It is kept here,
 * under a number that each paragraph is given where its alignment would stand, and each run where its typeface would.
 */
import type { Item } from "./numbering"
import type { Picture } from "./pictures"
import type { Look, Role } from "./styles"

export interface ParagraphFacts {
  role: Role
  item: Item | null
  /** `left`, `both`, … as Word says it. */
  alignment: string | null
  /** A line across the page, drawn as a border or a shape. */
  isRule: boolean
}

export interface RunFacts {
  look: Look
  /** Set in a typewriter's face. */
  isTyped: boolean
  /** As in `COMMENTS`. */
  comments: string[]
  /** The run stands for this picture. */
  picture: Picture | null
}

const TEXT: ParagraphFacts = { role: "text", item: null, alignment: null, isRule: false }

export class Facts {
  private readonly paragraphs: ParagraphFacts[] = []
  private readonly runs: RunFacts[] = []
  private readonly numbers = new Map<string, string>()
  private readonly languages = new Map<string, number>()
  /** Whether another document is embedded, whose words are not read. */
  hasEmbedded = false

  keepParagraph(facts: ParagraphFacts): string {
    return String(this.paragraphs.push(facts) - 1)
  }

  keepRun(facts: RunFacts): string {
    const key = JSON.stringify(facts)
    const number = this.numbers.get(key) ?? String(this.runs.push(facts) - 1)
    this.numbers.set(key, number)
    return number
  }

  paragraph(number: string | null): ParagraphFacts {
    return this.paragraphs[Number(number ?? -1)] ?? TEXT
  }

  run(number: string | null): RunFacts | undefined {
    return this.runs[Number(number ?? -1)]
  }

  countLanguage(language: string, characters: number): void {
    this.languages.set(language, (this.languages.get(language) ?? 0) + characters)
  }

  /** The language that most of the text is in. */
  language(): string | null {
    const [most] = [...this.languages].sort(([, one], [, other]) => other - one)
    return most?.[0] ?? null
  }
}
