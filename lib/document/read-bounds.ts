/**
 * How much structure a Markdown text may have before it is refused. Parsing takes time in the square of some of it,
 * and every level of nesting a step of the stack; no article comes near these bounds, measured to about two seconds.
 */
import type { Nodes } from "mdast"
import { refuse } from "../domain/refusal"

/** Levels of quotes, lists and emphasis within each other. */
const DEEPEST = 100

/** Lines in all; their containers, summed up over the lines; underlines of headings. */
const MOST_LINES = 50_000
const MOST_CONTAINERS = 200_000
const MOST_UNDERLINES = 2_000

/** Characters of syntax in all. */
const MOST_SYNTAX = 200_000

/**
 * Every closing run of stars is compared with every opening one of its paragraph, every bracket with the ones before
 * it: so these bound the sum of the squares over all paragraphs. One alone may have about 2,400 and 20,000.
 */
const MOST_RUNS_SQUARED = 6e6
const MOST_BRACKETS_SQUARED = 4e8

/** Brackets open at once: the time grows with the cube. */
const MOST_OPEN_BRACKETS = 100

const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/u

/** Refuses `invalid`, `import.tooDeep` for Markdown that would take too long or too deep a stack to parse. */
export function refuseTangled(markdown: string): void {
  const lines = markdown.split("\n")
  const isTangled =
    lines.length > MOST_LINES ||
    count(markdown, /[*_~`[\]<>|&!@\\]/gu) > MOST_SYNTAX ||
    count(markdown, /^ {0,3}(?:=+|-+)[ \t]*$/gmu) > MOST_UNDERLINES ||
    /([*_~])\1{500}(?!\1*[ \t]*$)/mu.test(markdown) ||
    hasTooManyContainers(lines)
  if (isTangled) throw tooDeep()
}

/**
 * Refuses the same for a text whose paragraphs, headings or cells hold more emphasis or brackets than can be matched.
 * `outline` is its tree of blocks with the inline content left as text.
 */
export function refuseDense(outline: Nodes[]): void {
  let runs = 0
  let brackets = 0
  for (const node of outline) {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") continue
    const text = node.children.map((child) => ("value" in child ? child.value : "")).join("\n")
    runs += count(text, /\*+|_+|~+/gu) ** 2
    brackets += count(text, /[[\]]/gu) ** 2
    if (runs > MOST_RUNS_SQUARED || brackets > MOST_BRACKETS_SQUARED || opensTooMany(text)) throw tooDeep()
  }
}

/** Of syntax, whose nodes have `children`, or of a document, whose stored nodes have `content`. */
interface Tree {
  children?: readonly unknown[]
  content?: unknown
}

/** Refuses `invalid`, `import.tooDeep` for a tree that is safe to build but not to walk by recursion. */
export function refuseDeep(root: Tree): void {
  let level: Tree[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw tooDeep()
    level = level.flatMap((node) => (node.children ?? node.content ?? []) as Tree[])
  }
}

export function tooDeep() {
  return refuse("invalid", "import.tooDeep")
}

/** A line without a marker may still lie in all the containers of the line before it, or by its indentation. */
function hasTooManyContainers(lines: string[]): boolean {
  let sum = 0
  let depth = 0
  return lines.some((line) => {
    const markers = count(CONTAINERS.exec(line)?.[0] ?? "", />|[-+*]|[.)]/gu)
    const indentation = (/^[ \t]*/u.exec(line)?.[0].length ?? 0) / 2
    depth = line.trim() === "" ? 0 : Math.max(depth, markers, Math.min(indentation, DEEPEST))
    sum += depth
    const isTooDeep = markers > 0 && markers + indentation > DEEPEST
    return isTooDeep || sum > MOST_CONTAINERS
  })
}

function opensTooMany(text: string): boolean {
  let open = 0
  for (const [bracket] of text.matchAll(/[[\]]/gu)) {
    open = bracket === "[" ? open + 1 : Math.max(0, open - 1)
    if (open > MOST_OPEN_BRACKETS) return true
  }
  return false
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
