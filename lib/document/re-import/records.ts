/**
 * The claims in a Web Annotation file of Stet's: each from its own record, which nothing is lost of; where a profile left the
 * places out, from the selectors that any client reads. What a record says is checked as if a stranger had typed it.
 */
import { z } from "zod"
import { ClaimFields, type ClaimChanges } from "../../domain/claim"
import { MOST_BESIDE, MOST_FOUND, type FoundClaim, type FoundPassage, type FoundWork } from "../../domain/found-claim"
import { refuse } from "../../domain/refusal"
import { ArticleRecord, ClaimRecord, ThreadRecord } from "../annotation/record"
import {
  calculationsOf,
  contactsOf,
  evidenceOf,
  fixOf,
  historyOf,
  labelOf,
  legalOf,
  threadOf,
  type Scales,
} from "./parts"
import { placed, type Ground, type SaidSpan } from "./places"
import { day, nameIn, orNull, passage } from "./said"

const Selector = z.looseObject({ type: z.string() })
const Target = z.looseObject({ selector: z.array(Selector).optional() })

const Item = z.looseObject({
  target: z.union([Target, z.array(Target)]).optional(),
  "stet:claim": ClaimRecord.optional(),
  "stet:thread": ThreadRecord.optional(),
})

const Page = z.looseObject({ "stet:article": ArticleRecord, items: z.array(Item).max(4 * MOST_FOUND) })
type Page = z.infer<typeof Page>
type Item = Page["items"][number]

/** The page in a file. Refuses `invalid`: `import.bundle.notStets`, `import.bundle.tooMany`. */
export function pageIn(jsonld: string): Page {
  const page = Page.safeParse(parsed(jsonld))
  if (!page.success) throw refuse("invalid", "import.bundle.notStets")
  const claims = page.data.items.flatMap((item) => item["stet:claim"] ?? [])
  if (claims.length > MOST_FOUND) throw refuse("invalid", "import.bundle.tooMany", { params: { most: MOST_FOUND } })
  const unchecked = page.data["stet:article"].nothingToCheck?.length ?? 0
  const beside = page.data.items.reduce((sum, item) => sum + besides(item), unchecked)
  if (beside > MOST_BESIDE) throw refuse("invalid", "import.tooMuch")
  return page.data
}

/** How much is to be kept of an annotation beside its claim. */
function besides({ "stet:claim": claim, "stet:thread": thread }: Item): number {
  const threads = [...(claim?.threads ?? []), ...(thread ? [thread] : [])]
  const { anchors, evidence, contacts, calculations, reviews } = claim ?? {}
  const comments = threads.flatMap((one) => one.comments ?? [])
  const inputs = (calculations ?? []).map((sum) => sum.inputs)
  const former = comments.map(({ before }) => before)
  const lists = [anchors, evidence, contacts, calculations, reviews, comments, ...inputs, ...former]
  return lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw refuse("invalid", "import.bundle.notStets")
  }
}

/** More than any byline has. */
const MOST_AUTHORS = 50

/** All that it tells of, on this text. */
export function workIn({ items, ...page }: Page, ground: Ground): FoundWork {
  const { scales, authors, nothingToCheck = [] } = page["stet:article"]
  const numbers = new Set<number>()
  const records: { number: number; record: ClaimRecord; spans: SaidSpan[] }[] = []
  for (const item of items) {
    const record = item["stet:claim"]
    if (!record) continue
    const number = freeNumber(record.number, numbers)
    numbers.add(number)
    records.push({ number, record, spans: spansOf(item, record) })
  }
  return {
    authors: authors?.map(nameIn).filter(Boolean).slice(0, MOST_AUTHORS) ?? null,
    claims: records.map(({ record, number, spans }) => claimOf(record, number, { spans, ground, scales })),
    contacts: contactsOf(records),
    threads: items.flatMap((item) => passageOf(item, ground)),
    // Of another text these are other sentences.
    nothingToCheck: ground.isSame ? nothingToCheck.filter((at) => Number.isInteger(at) && at >= 0) : [],
  }
}

/** Whether there is a file with it that is in no bundle: of a source, or of a contact. */
export function namesFiles({ items }: Page): boolean {
  return items.some(({ "stet:claim": claim }) => {
    const files = [...(claim?.evidence ?? []).map(({ source }) => source.file), ...(claim?.contacts ?? []).map(fileOf)]
    return files.some(Boolean)
  })
}

const fileOf = ({ file }: NonNullable<ClaimRecord["contacts"]>[number]) => file

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
  scales: Scales
}

function claimOf(record: ClaimRecord, number: number, { spans, ground, scales }: Known): FoundClaim {
  const all = spans.length > 0 ? spans : [NOWHERE]
  return {
    ...{ number, job: record.job, fields: fieldsOf(record) },
    anchors: all.map((one) => placed(one, ground)),
    verdict: verdictOf(record, scales),
    evidence: record.evidence.flatMap(evidenceOf),
    fix: fixOf(record),
    calculations: calculationsOf(record),
    threads: (record.threads ?? []).flatMap(threadOf),
    history: historyOf(record, scales),
    legal: legalOf(record),
  }
}

const NOWHERE: SaidSpan = { quote: "", prefix: "", suffix: "", start: null, end: null }

/** As the record has them; else as the target says it to anybody. */
function spansOf({ target }: Item, { anchors }: ClaimRecord): SaidSpan[] {
  if (!anchors) return selected(target)
  return anchors.map(({ quote, prefix, suffix, start, end, placement, contextChanged }) => ({
    ...{ quote: passage(quote), prefix: passage(prefix), suffix: passage(suffix), start, end },
    ...{ isProposed: placement === "stale", isMoved: placement === "moved", contextChanged },
  }))
}

/** The spans that the selectors of a target select, one of each resource. */
function selected(target: Item["target"]): SaidSpan[] {
  const targets = target === undefined ? [] : [target].flat()
  return targets.flatMap(({ selector = [] }) => {
    const said = Object.assign({}, ...selector) as Partial<Record<keyof SaidSpan | "exact", unknown>>
    const at = (value: unknown) => (typeof value === "number" && Number.isInteger(value) ? value : null)
    const text = (value: unknown) => (typeof value === "string" ? passage(value) : "")
    const quote = text(said.exact)
    const around = { prefix: text(said.prefix), suffix: text(said.suffix) }
    return quote === "" ? [] : [{ quote, ...around, start: at(said.start), end: at(said.end) }]
  })
}

/** A thread on other words than a claim's: where these are, if its text is the same; else by its quote. */
function passageOf({ "stet:thread": thread, target }: Item, ground: Ground): FoundPassage[] {
  const [said = NOWHERE] = selected(target)
  const { quote, start, end } = placed(said, ground)
  const span = start === null || end === null ? null : { start, end }
  return thread ? threadOf(thread).map((one) => ({ ...one, quote, span })) : []
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

function verdictOf({ verdict }: ClaimRecord, scales: Scales): FoundClaim["verdict"] {
  if (!verdict) return null
  return {
    ...{ code: verdict.rating, label: labelOf(scales, verdict) },
    conclusion: orNull(verdict.conclusion, 600),
    explanation: orNull(verdict.explanation, 20_000),
    workingNote: orNull(verdict.workingNote, 20_000),
    asOf: day(verdict.asOf),
    recheckOn: day(verdict.recheckOn),
  }
}
