/**
 * The claims in a Web Annotation file of Stet's: each from its own record, which nothing is lost of; where a profile left the
 * places out, from the selectors that any client reads. What a record says is checked as if a stranger had typed it.
 */
import { z } from "zod"
import { WebAddress } from "../../domain/article"
import { ClaimFields, type ClaimChanges } from "../../domain/claim"
import { MOST_FOUND, type FoundClaim, type FoundDeed, type FoundThread } from "../../domain/found-claim"
import { refuse } from "../../domain/refusal"
import type { Rating } from "../../domain/scale"
import { SourceInput, type EvidenceFields } from "../../domain/source"
import { ArticleRecord, ClaimRecord, ThreadRecord, type EvidenceRecord } from "../annotation/record"
import { cleanLine } from "../normalise"
import { placed, type Ground, type SaidSpan } from "./places"

const Selector = z.looseObject({ type: z.string() })
const Target = z.looseObject({ selector: z.array(Selector).optional() })

const Item = z.looseObject({
  target: z.union([Target, z.array(Target)]).optional(),
  "stet:claim": ClaimRecord.optional(),
  "stet:thread": ThreadRecord.optional(),
})

const Page = z.looseObject({ "stet:article": ArticleRecord, items: z.array(Item).max(4 * MOST_FOUND) })
type Page = z.infer<typeof Page>

/** The page in a file. Refuses `invalid`: `import.bundle.notStets`, `import.bundle.tooMany`. */
export function pageIn(jsonld: string): Page {
  const page = Page.safeParse(parsed(jsonld))
  if (!page.success) throw refuse("invalid", "import.bundle.notStets")
  const claims = page.data.items.filter((item) => item["stet:claim"])
  if (claims.length > MOST_FOUND) throw refuse("invalid", "import.bundle.tooMany", { params: { most: MOST_FOUND } })
  return page.data
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw refuse("invalid", "import.bundle.notStets")
  }
}

/** Its claims, on this text. */
export function claimsIn({ items, ...page }: Page, ground: Ground): FoundClaim[] {
  const article = page["stet:article"]
  const numbers = new Set<number>()
  return items.flatMap((item) => {
    const record = item["stet:claim"]
    if (!record) return []
    const number = freeNumber(record.number, numbers)
    numbers.add(number)
    return [claimOf(record, number, { spans: spansOf(item, record), ground, scales: article.scales })]
  })
}

/** A number that no other claim of the file has. */
function freeNumber(said: number, taken: ReadonlySet<number>): number {
  const isOne = Number.isInteger(said) && said > 0 && said <= 1_000_000
  let number = isOne ? said : 1
  while (taken.has(number)) number += 1
  return number
}

interface Known {
  spans: SaidSpan[]
  ground: Ground
  scales: Record<string, Rating[]>
}

function claimOf(record: ClaimRecord, number: number, { spans, ground, scales }: Known): FoundClaim {
  const all = spans.length > 0 ? spans : [NOWHERE]
  return {
    ...{ number, job: record.job, fields: fieldsOf(record) },
    anchors: all.map((one) => placed(one, ground)),
    verdict: verdictOf(record, scales),
    evidence: record.evidence.flatMap(evidenceOf),
    fix: record.fix ? { wording: words(record.fix.wording, 10_000), reason: orNull(record.fix.reason, 2_000) } : null,
    threads: (record.threads ?? []).flatMap(threadOf),
    history: historyOf(record),
  }
}

const NOWHERE: SaidSpan = { quote: "", prefix: "", suffix: "", start: null, end: null }

/** As the record has them; else as the target says it to anybody. */
function spansOf({ target }: z.infer<typeof Item>, { anchors }: ClaimRecord): SaidSpan[] {
  if (anchors) return anchors.map(({ placement, ...span }) => ({ ...span, proposed: placement === "stale" }))
  const targets = target === undefined ? [] : [target].flat()
  return targets.flatMap(({ selector = [] }) => {
    const said = Object.assign({}, ...selector) as Partial<Record<keyof SaidSpan | "exact", unknown>>
    const at = (value: unknown) => (typeof value === "number" && Number.isInteger(value) ? value : null)
    const text = (value: unknown) => (typeof value === "string" ? value : "")
    const quote = text(said.exact)
    const around = { prefix: text(said.prefix), suffix: text(said.suffix) }
    return quote === "" ? [] : [{ quote, ...around, start: at(said.start), end: at(said.end) }]
  })
}

/** What a field does not take is left empty: the claim matters more. */
function fieldsOf(record: ClaimRecord): ClaimChanges {
  const { shape } = ClaimFields
  const line = (value: string | null | undefined, most: number) => orNull(value, most)
  return {
    job: record.job,
    ...(record.type !== undefined && { type: record.type }),
    statement: line(record.statement, 2000),
    claimant: line(record.claimant, 300),
    claimedOn: shape.claimedOn.catch(null).parse(record.claimedOn),
    appearance: shape.appearance.catch(null).parse(record.appearance),
    timecode: line(record.timecode, 40),
    ...(record.priority !== undefined && { priority: record.priority }),
    whySelected: line(record.whySelected, 1000),
  }
}

function verdictOf({ verdict }: ClaimRecord, scales: Known["scales"]): FoundClaim["verdict"] {
  if (!verdict) return null
  const rating = scales[verdict.scale]?.find(({ code }) => code === verdict.rating)
  return {
    ...{ code: verdict.rating, label: cleanLine(rating?.label.en ?? verdict.rating) },
    conclusion: orNull(verdict.conclusion, 600),
    explanation: orNull(verdict.explanation, 20_000),
    workingNote: orNull(verdict.workingNote, 20_000),
    asOf: day(verdict.asOf),
    recheckOn: day(verdict.recheckOn),
  }
}

const day = (value: string | null | undefined) => ClaimFields.shape.claimedOn.catch(null).parse(value ?? null)

function evidenceOf({ stance, locator, source, ...own }: EvidenceRecord): FoundClaim["evidence"] {
  const evidence: EvidenceFields = {
    stance: stance ?? "context",
    locator: orNull(locator, 300),
    excerpt: orNull(own.excerpt, 10_000),
    note: orNull(own.note, 10_000),
  }
  const title = cleanLine(source.title).trim() || source.url || ""
  const known = SourceInput.safeParse({
    kind: source.kind ?? "other",
    title: title.slice(0, 500),
    author: orNull(source.author, 300),
    publisher: orNull(source.publisher, 300),
    publishedOn: day(source.publishedOn),
    url: WebAddress.nullable().catch(null).parse(source.url),
    primary: source.primary,
    independenceGroup: orNull(source.independenceGroup, 120),
    confidential: source.confidential ?? false,
    neverRefetch: source.neverRefetch ?? false,
  })
  return known.success ? [{ source: known.data, evidence }] : []
}

/** What is said about legal risk stays where it was said. */
function threadOf({ kind, resolvedAt, comments }: ThreadRecord): FoundThread[] {
  const said = comments.filter(({ body }) => body.trim() !== "")
  if (kind === "legal" || said.length === 0) return []
  return [
    {
      ...{ kind, resolvedAt: moment(resolvedAt) },
      comments: said.map(({ body, by, saidBy, at, answer }) => ({
        ...{ body: words(body, 10_000), by: cleanLine(saidBy ?? by).slice(0, 200), answer },
        at: moment(at) ?? new Date(0).toISOString(),
      })),
    },
  ]
}

const moment = (value: string | null) => {
  const at = Date.parse(value ?? "")
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function historyOf({ round, reviews = [], checkers, checkedOn }: ClaimRecord): FoundDeed[] {
  const name = (said: string) => cleanLine(said).slice(0, 200)
  const on = (at: string) => at.slice(0, 10)
  const sent: FoundDeed[] = round
    ? [{ what: "sent", by: name(round.sender), on: on(round.sentAt), note: null }]
    : checkers.map((one) => ({ what: "checked" as const, by: name(one), on: on(checkedOn ?? ""), note: null }))
  const decided = reviews.map(({ decision, reviewer, at, note }): FoundDeed => {
    return { what: decision, by: name(reviewer), on: on(at), note: orNull(note, 2_000) }
  })
  return [...sent, ...decided]
}

/** Words as they were, but for what no text has, and no longer than a field takes. */
const words = (text: string, most: number) =>
  text
    .replace(/[\0-\x08\x0b-\x1f]/g, "")
    .trim()
    .slice(0, most)

const orNull = (text: string | null | undefined, most: number) => words(text ?? "", most) || null
