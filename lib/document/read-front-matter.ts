/** The YAML between two rules at the top of a Markdown file, and what it says of the article. */
import { parse } from "yaml"
import type { Findings } from "./read-result"

export interface FrontMatter {
  title: string | null
  dek: string | null
  metadata: Findings["metadata"]
  /** Whether Stet wrote it: then title and dek stand in the text exactly as they stand here. */
  isOurs: boolean
}

/** Longer is no front matter but a text that happens to begin with a rule. */
const LONGEST = 64 * 1024

const FENCED = /^---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/u

/** Splits off the front matter. A block between rules that says nothing by keys is not one, and stays in the text. */
export function splitFrontMatter(markdown: string): { frontMatter: FrontMatter; body: string } {
  const [block = "", yaml = ""] = FENCED.exec(markdown.slice(0, LONGEST)) ?? []
  const values = valuesIn(yaml)
  const body = values ? markdown.slice(block.length) : markdown
  return { frontMatter: frontMatterOf(values ?? new Map()), body }
}

type Values = Map<unknown, unknown>

/** Every scalar stays the text it was: `title: 1984` is no number. YAML that does not parse is read line by line. */
function valuesIn(yaml: string): Values | null {
  try {
    const values: unknown = parse(yaml, { schema: "failsafe", mapAsMap: true, logLevel: "error" })
    return values instanceof Map ? values : null
  } catch {
    return linesIn(yaml)
  }
}

/** `title: Berlin: a call` is what people write, and not YAML. */
function linesIn(yaml: string): Values | null {
  const lines = yaml.split("\n").filter((line) => line.trim() !== "" && !/^\s*(?:#|- )/u.test(line))
  const pairs = lines.map((line) => /^([\w-]{1,40}):(?:[ \t]+(.*))?$/u.exec(line))
  if (pairs[0] === null || pairs.length === 0) return null
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1], valueIn(pair[2] ?? "")]] : [])))
}

/** A value by itself: quoted text, a list in brackets, or simply the words. */
function valueIn(words: string): unknown {
  try {
    const value: unknown = parse(words, { schema: "failsafe", mapAsMap: true, logLevel: "error" })
    return typeof value === "string" || Array.isArray(value) ? value : words
  } catch {
    return words
  }
}

function frontMatterOf(values: Values): FrontMatter {
  const lower = new Map([...values].map(([key, value]) => [String(key).toLowerCase(), value]))
  const first = (...keys: string[]) => keys.map((key) => wordsIn(lower.get(key))).find((words) => words !== "") ?? null
  return {
    title: first("title", "headline"),
    dek: first("dek", "deck", "description", "subtitle", "standfirst"),
    isOurs: lower.has("body_sha256"),
    metadata: {
      byline: first("byline", "author", "authors"),
      publisher: first("publisher"),
      section: first("section"),
      publishedOn: first("published", "published_on", "publishedon", "date"),
      sourceUrl: first("source_url", "sourceurl", "url"),
      language: first("language", "lang"),
      kind: first("kind"),
    },
  }
}

/** One line of words; of a list its items, of a person given by keys their name. */
function wordsIn(value: unknown): string {
  if (typeof value === "string") return value.replace(/\s+/gu, " ").trim()
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join(", ")
  return value instanceof Map ? wordsIn(value.get("name")) : ""
}
