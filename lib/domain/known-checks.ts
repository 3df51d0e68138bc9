/**
 * Known checks as archives hand them out: a table, or ClaimReview in JSON-LD. Pure: what was read is put under the names
 * that the desk knows, and is checked by whoever takes it in. Nothing is refused here.
 */
import type { KnownCheckInput } from "./earlier-check"

/** The same one twice in one import is one, as it is said last. */
export function uniqueChecks<Check extends { externalId: string }>(checks: readonly Check[]): Check[] {
  return [...new Map(checks.map((check) => [check.externalId, check])).values()]
}

/** A check as it was found: fields that are missing or odd are left for whoever checks them. */
export type FoundCheck = Partial<Record<keyof KnownCheckInput, unknown>>

/** What columns of a table are called, in small letters without spaces, signs and accents. */
const COLUMNS: Record<keyof KnownCheckInput, readonly string[]> = {
  externalId: ["externalid", "id", "kennung"],
  statement: ["statement", "claim", "claimreviewed", "text", "behauptung", "aussage"],
  rating: ["rating", "verdict", "alternatename", "bewertung", "urteil", "einstufung"],
  url: ["url", "link", "address", "adresse"],
  publisher: ["publisher", "source", "organization", "organisation", "herausgeber", "quelle"],
  checkedOn: ["checkedon", "date", "datepublished", "reviewdate", "datum", "gepruftam"],
  language: ["language", "inlanguage", "lang", "sprache"],
}

/** The checks of a table's rows, by what its columns are called; null where none of them holds statements. */
export function checksInTable([header = [], ...rows]: readonly (readonly string[])[]): FoundCheck[] | null {
  const names = header.map((name) => fieldOf(name))
  if (!names.includes("statement")) return null
  return named(
    rows.map((cells) => {
      const entries = names.flatMap((name, at) => {
        const words = cells[at]?.trim()
        return name && words ? [[name, name === "checkedOn" ? dayIn(words) : words] as const] : []
      })
      return Object.fromEntries(entries)
    }),
  )
}

function fieldOf(column: string): keyof KnownCheckInput | null {
  const plain = column
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  const found = Object.entries(COLUMNS).find(([, names]) => names.includes(plain))
  return found ? (found[0] as keyof KnownCheckInput) : null
}

/** `2024-11-15T…` and `15.11.2024` as `2024-11-15`; what is neither stays, for its reader to refuse. */
function dayIn(words: string): string {
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words)
  if (german) return `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}`
  return /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(words)?.[0] ?? words
}

/** The checks of ClaimReview in JSON-LD: one, a list, a graph or a feed; null where there is none. */
export function checksInJsonLd(json: unknown): FoundCheck[] | null {
  const reviews = reviewsIn(json, 0)
  return reviews.length > 0 ? named(reviews.map(checkOf)) : null
}

type Thing = Record<string, unknown>

const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value)

/** Feeds put a list into an item of a list; nobody nests deeper. */
const DEEPEST = 6

/** Where a document keeps what it lists. */
const LISTS = ["@graph", "dataFeedElement", "itemListElement", "item", "mainEntity"]

function reviewsIn(json: unknown, depth: number): Thing[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(json)) return json.flatMap((one) => reviewsIn(one, depth + 1))
  if (!isThing(json)) return []
  const types = [json["@type"]].flat()
  if (types.some((type) => typeof type === "string" && /(^|[/:])ClaimReview$/.test(type))) return [json]
  return LISTS.flatMap((name) => reviewsIn(json[name], depth + 1))
}

function checkOf(review: Thing): FoundCheck {
  const claim = first(review.itemReviewed)
  const rating = first(review.reviewRating)
  const date = text(review.datePublished) ?? text(review.dateCreated)
  return {
    externalId: text(review["@id"]) ?? text(review.identifier),
    statement: text(review.claimReviewed) ?? text(claim.name) ?? text(claim.headline),
    rating: text(rating.alternateName) ?? numberOf(rating),
    url: text(review.url),
    publisher: text(first(review.author).name) ?? text(first(review.publisher).name),
    checkedOn: date && dayIn(date),
    language: text(review.inLanguage),
  }
}

function first(value: unknown): Thing {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return isThing(one) ? one : {}
}

const text = (value: unknown): string | undefined => {
  const words = typeof value === "number" ? String(value) : value
  return typeof words === "string" && words.trim() !== "" ? words.trim() : undefined
}

function numberOf({ ratingValue, bestRating }: Thing): string | undefined {
  const [value, best] = [text(ratingValue), text(bestRating)]
  return value && best ? `${value}/${best}` : value
}

/** Whoever gave no id is known by the address, and where one page holds several checks, by their number on it too. */
function named(checks: FoundCheck[]): FoundCheck[] {
  const seen = new Map<string, number>()
  return checks.map(({ externalId, ...check }) => {
    if (typeof externalId === "string") return { ...known(check), externalId }
    if (typeof check.url !== "string") return known(check)
    const times = (seen.get(check.url) ?? 0) + 1
    seen.set(check.url, times)
    return { ...known(check), externalId: times === 1 ? check.url : `${check.url} #${times}` }
  })
}

const known = (check: FoundCheck): FoundCheck =>
  Object.fromEntries(Object.entries(check).filter(([, value]) => value !== undefined))
