/**
 * The claims in a Reader Markdown file of Stet's that comes back alone: each from its note, on the words that the note
 * quotes, before its reference. What a note does not say is not known any more; how it was written is in note.ts.
 */
import type { FootnoteDefinition, Nodes, Paragraph } from "mdast"
import { find } from "../../anchor"
import { CalendarDate, WebAddress, type ArticleKind } from "../../domain/article"
import { MOST_FOUND, type FoundClaim } from "../../domain/found-claim"
import { isQuotation } from "../../domain/quotation"
import { shippedScales, type Job } from "../../domain/scale"
import { Stance } from "../../domain/source"
import { canonicalText } from "../canonical"
import { OPEN, UNAPPROVED } from "../note-words"
import { treeOf } from "../read-tree"
import type { Imported } from "../read-result"
import { ownNotes } from "../strip"
import { groundOf, placed, type Ground } from "./places"

export interface Article {
  text: string
  kind: ArticleKind | null
  /** Reads a body without the notes. */
  read: (body: string) => Imported
}

/** The claims of the notes, on the article's text; none of any file but Stet's. */
export function claimsInNotes(markdown: string, { text, kind, read }: Article): FoundClaim[] {
  const own = ownNotes(markdown, treeOf)
  if (!own) return []
  const ends = endsOf(own.marked, text, read)
  const ground = groundOf(text, true)
  const byNumber = new Map(own.notes.map((note) => [note.number, note.node]))
  return [...byNumber]
    .filter(([number]) => number > 0)
    .slice(0, MOST_FOUND)
    .map(([number, node]) => claimOf(number, node, { ground, ends: ends.get(number) ?? [], kind }))
}

/** Where the references stood, by claim, in code units of the text: found by reading the body once more with marks in their place. */
function endsOf(
  marked: (mark: (number: number) => string) => string,
  text: string,
  read: (body: string) => Imported,
): Map<number, number[]> {
  const ends = new Map<number, number[]>()
  if (/[\uE000\uE001]/.test(text)) return ends
  const { text: withMarks } = canonicalText(read(marked((number) => `\uE000${number}\uE001`)).document)
  let taken = 0
  for (const { 0: mark, 1: number, index } of withMarks.matchAll(/\uE000(\d+)\uE001/g)) {
    ends.set(Number(number), [...(ends.get(Number(number)) ?? []), index - taken])
    taken += mark.length
  }
  return ends
}

interface Known {
  ground: Ground
  /** Where its references stood. */
  ends: number[]
  kind: ArticleKind | null
}

function claimOf(number: number, { children }: FootnoteDefinition, { ground, ends, kind }: Known): FoundClaim {
  const [heading, ...blocks] = children
  const { label, quote } = headingOf(heading)
  const said = saidIn(blocks)
  const isOpen = label === null || label === OPEN
  return {
    ...{ number, job: jobOf(label, kind), fix: null, calculations: [], threads: [], history: [], legal: null },
    fields: { statement: said.statement?.slice(0, 2000) ?? null, ...claimantIn(said.claimant) },
    anchors: anchorsOf(bareQuote(quote, ground, ends), ground, ends),
    verdict: isOpen
      ? null
      : {
          ...{ code: null, label, asOf: null, recheckOn: null },
          conclusion: said.conclusion?.slice(0, 600) ?? null,
          explanation: said.explanation.join("\n\n").slice(0, 20_000) || null,
          workingNote: said.workingNote.join("\n\n").slice(0, 20_000) || null,
        },
    evidence: said.evidence,
  }
}

const LABELS = new Map(
  shippedScales.flatMap(({ job, ratings }) =>
    ratings.flatMap(({ label }) => Object.values(label).map((words) => [words, job] as const)),
  ),
)

/** Its rating says whose words a claim is about; one without any, or with a desk's own, is what the article's kind begins with. */
function jobOf(label: string | null, kind: ArticleKind | null): Job {
  return LABELS.get(label ?? "") ?? (kind === "copy" ? "ours" : "theirs")
}

/** `**Missing context** (in review): "a conversation of about an hour"` */
function headingOf(block: Nodes | undefined): { label: string | null; quote: string } {
  if (block?.type !== "paragraph" || block.children[0]?.type !== "strong") return { label: null, quote: "" }
  const [strong, ...rest] = block.children
  const states = Object.values(UNAPPROVED).join("|")
  const said = new RegExp(`^(?: \\((?:${states})\\))?(?:: ([\\s\\S]*))?$`).exec(rest.map(textOf).join(""))
  return { label: textOf(strong), quote: said?.[1] ?? "" }
}

/** The words without the marks that the note put around them: where the text has those itself, they are the words' own. */
function bareQuote(quote: string, { text }: Ground, ends: number[]): string {
  const bare = /^"([\s\S]*)"$/.exec(quote)?.[1]
  if (bare === undefined) return quote
  const before = (end: number) => text.slice(Math.max(0, end - quote.length), end).replaceAll("\n", " ")
  return isQuotation(quote) && ends.some((end) => before(end) === quote) ? quote : bare
}

/** The quote as one span; as several where it is joined of them. */
function anchorsOf(quote: string, ground: Ground, ends: number[]): FoundClaim["anchors"] {
  const inOne = find(ground.text, { exact: quote })
  const parts = inOne.kind === "missing" ? quote.split(" … ") : [quote]
  return parts.map((part, at) => {
    const end = ends[at]
    const start = end === undefined ? undefined : end - part.length
    // Its reference tells it from the same words elsewhere.
    const found = part === "" ? null : find(ground.text, { exact: part, start, end })
    const span = found?.kind === "found" ? found.span : null
    const { ofUnit } = ground.points
    const place = span ? { start: ofUnit(span.start), end: ofUnit(span.end) } : { start: null, end: null }
    const words = span ? ground.text.slice(span.start, span.end) : part
    return placed({ quote: words, prefix: "", suffix: "", ...place }, ground)
  })
}

interface Said {
  statement: string | null
  claimant: string | null
  conclusion: string | null
  explanation: string[]
  workingNote: string[]
  evidence: FoundClaim["evidence"]
}

/** The parts of a note, by the names before their colons; `finding` has none, and what is `beside` is not read again. */
type Part = "Statement" | "Claimant" | "Working note" | "finding" | "beside"

const NAMED = /^(?:(Statement|Claimant|Working note): |Let stand: )/

/** A note's last line, whose words a conclusion may begin with as well. */
const CHECKED = /^Checked by [\s\S]+, (?:not )?reviewed(?: by [\s\S]+)?(?:, \d{1,2} [A-Z][a-z]+ \d{4})?\.$/

const CLAIMED = /^Claimed on \d{1,2} [A-Z][a-z]+ \d{4}\.$/

/** What a note says below its heading, paragraph by paragraph. */
function saidIn(blocks: Nodes[]): Said {
  const said: Record<Part, string[]> = { Statement: [], Claimant: [], "Working note": [], finding: [], beside: [] }
  const evidence: FoundClaim["evidence"] = []
  let part: Part = "finding"
  for (const [at, block] of blocks.entries()) {
    if (block.type === "list") {
      evidence.push(...block.children.flatMap(({ children: [first] }) => evidenceOf(first)))
      part = "beside"
      continue
    }
    const text = textOf(block)
    const { named, rest } = partOf(text, { isLast: at === blocks.length - 1, isFirst: said.finding.length === 0 })
    if (named) part = named
    said[part].push(rest)
    // Of these two there is one line.
    if (part === "Statement" || part === "Claimant") part = "finding"
  }
  const [conclusion = null, ...explanation] = said.finding
  const [[statement = null], [claimant = null]] = [said.Statement, said.Claimant]
  return { statement, claimant, conclusion, explanation, workingNote: said["Working note"], evidence }
}

/** Which part a paragraph begins, and its words without the name of that; none where it goes on with the one before. */
function partOf(
  text: string,
  { isLast, isFirst }: { isLast: boolean; isFirst: boolean },
): { named?: Part; rest: string } {
  if (isLast && CHECKED.test(text)) return { named: "beside", rest: text }
  // A day without a claimant: ` , 3 May 2024` as after one.
  if (isFirst && CLAIMED.test(text)) return { named: "Claimant", rest: `, ${text.slice("Claimed on ".length)}` }
  const [name, word] = NAMED.exec(text) ?? []
  if (name === undefined) return { rest: text }
  return { named: (word as Part | undefined) ?? "beside", rest: text.slice(name.length) }
}

const MONTHS = "January February March April May June July August September October November December".split(" ")

/** `the government's spokesperson, 15 November 2024.` */
function claimantIn(line: string | null): { claimant?: string | null; claimedOn?: string | null } {
  if (line === null) return {}
  const whole = line.replace(/\.$/, "")
  const [, name = whole, day = "", month = "", year = ""] = /^([\s\S]*), (\d{1,2}) (\p{L}+) (\d{4})$/u.exec(whole) ?? []
  const at = MONTHS.indexOf(month)
  const iso = `${year}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`
  const claimedOn = at < 0 ? null : CalendarDate.nullable().catch(null).parse(iso)
  return { claimant: (at < 0 ? whole : name).slice(0, 300) || null, claimedOn }
}

/** `supports, primary: [Readout](<https://…>), paragraph 2` */
function evidenceOf(block: Nodes | undefined): FoundClaim["evidence"] {
  if (block?.type !== "paragraph") return []
  const at = block.children.findIndex(({ type }) => type === "link")
  const { before, link, after } = at < 0 ? partsWithout(block) : partsAround(block, at)
  const [lead = "", stance, ...isPrimary] = LEAD.exec(before) ?? []
  const title = (link?.title ?? before.slice(lead.length)).trim()
  if (title === "") return []
  const url = WebAddress.nullable()
    .catch(null)
    .parse(link?.url ?? null)
  const locator = after.replace(/^, /, "").trim().slice(0, 300) || null
  const open = { primary: isPrimary.some(Boolean), confidential: false, readers: [], neverRefetch: false }
  const source = { kind: "other" as const, title: title.slice(0, 500), url, ...open }
  const evidence = { stance: Stance.catch("context").parse(stance), locator }
  return [{ ...{ key: null, sourceKey: null, accessedAt: null, flag: null }, source, evidence }]
}

const LEAD = /^(?:(supports|refutes|context)(?:, (primary))?|(primary)): /

interface Parts {
  before: string
  link: { title: string; url: string } | null
  after: string
}

const partsWithout = (block: Paragraph): Parts => ({ before: textOf(block), link: null, after: "" })

function partsAround({ children }: Paragraph, at: number): Parts {
  const link = children[at]
  const text = (nodes: Nodes[]) => nodes.map(textOf).join("")
  return {
    before: text(children.slice(0, at)),
    link: link?.type === "link" ? { title: textOf(link), url: link.url } : null,
    after: text(children.slice(at + 1)),
  }
}

function textOf(node: Nodes): string {
  if (node.type === "break") return "\n"
  if ("value" in node) return node.value
  return "children" in node ? node.children.map(textOf).join("") : ""
}
