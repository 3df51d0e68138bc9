/**
 * Web Annotation: an `AnnotationPage` with one annotation per claim (W3C Web Annotation Data Model), for other annotation
 * clients, and with Stet's own record beside it, for Stet. A pure function of the read model: same article, same bytes.
 */
import { codePoints, describe, type CodePoints, type Span } from "../../anchor"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { AnchorView, ClaimView } from "../../domain/claim"
import type { ThreadView } from "../../domain/comment"
import { groupedBy } from "../../domain/grouped"
import type { Profile } from "../../domain/profile"
import { ratingLabel } from "../../domain/shown"
import { linkAddress } from "../addresses"
import { publicNotes } from "../public-notes"
import { shownClaims, type Shown } from "../shown-claims"
import { articleRecord, ownRecord, publicRecord, threadRecord } from "./claim-record"
import type { ClaimRecord } from "./record"

export interface AnnotationOptions {
  profile: Profile
  publishNames: boolean
  approvals?: number
  /** What is discussed about the article; told in the internal profile alone. */
  threads?: readonly ThreadView[]
  /** Whether threads and decisions about legal risk are among what is told. */
  legal?: "told" | "kept"
}

/** Stet's own terms. Records are JSON literals of JSON-LD 1.1: nothing of them is lost to whoever expands the file. */
const STET = {
  stet: "urn:x-stet:",
  "stet:article": { "@type": "@json" },
  "stet:claim": { "@type": "@json" },
  "stet:thread": { "@type": "@json" },
}

const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", STET]

type Json = Record<string, unknown>

/** The page as JSON-LD, an annotation a line, ending in a line feed. */
export function webAnnotation(article: AnnotatedArticle, options: AnnotationOptions): string {
  const claims = shownClaims(article, options)
  const head = {
    "@context": CONTEXT,
    id: `urn:uuid:${article.revision.id}`,
    type: "AnnotationPage",
    label: article.title,
    "stet:article": articleRecord(article, claims, options.profile),
  }
  const items = annotations(article, claims, options).map((item) => `\n${JSON.stringify(item)}`)
  return `${JSON.stringify(head).slice(0, -1)},"items":[${items.join(",")}\n]}\n`
}

/** The annotations of the page, in the order of the text, those of threads on other passages last. */
export function annotations(article: AnnotatedArticle, claims: readonly Shown[], options: AnnotationOptions): Json[] {
  const points = codePoints(article.revision.text)
  if (options.profile === "public") {
    const notes = new Map(publicNotes(article, options).map((note) => [note.claimId, note]))
    return claims.flatMap((one) => {
      const note = notes.get(one.claim.id)
      return note ? [annotationOf(article, one, publicRecord(note, one.claim), points)] : []
    })
  }
  const legal = options.legal ?? "kept"
  const threads = (options.threads ?? []).filter(({ kind }) => kind !== "legal" || legal === "told")
  const shown = new Set(claims.map(({ claim }) => claim.id))
  // What is said of a claim that was withdrawn stands by itself.
  const byClaim = groupedBy(threads, ({ claim }) => (claim && shown.has(claim.id) ? claim.id : ""))
  return [
    ...claims.map((one) => {
      const own = { points, threads: byClaim.get(one.claim.id) ?? [], legal }
      return annotationOf(article, one, ownRecord(one, own), points)
    }),
    ...(byClaim.get("") ?? []).map((thread) => threadAnnotation(article, thread, points)),
  ]
}

function annotationOf(article: AnnotatedArticle, one: Shown, record: ClaimRecord, points: CodePoints): Json {
  const bodies = bodiesOf(article, one.claim, record)
  return {
    id: `urn:uuid:${one.claim.id}`,
    type: "Annotation",
    motivation: motivations(bodies),
    ...(record.markedAt && { created: record.markedAt }),
    ...(record.markedBy && { creator: { type: "Person", name: record.markedBy } }),
    ...(bodies.length > 0 && { body: bodies }),
    target: targetsOf(article, one, points),
    "stet:claim": record,
  }
}

type Purpose = "assessing" | "linking" | "commenting" | "questioning" | "editing"
interface Body extends Json {
  purpose: Purpose
}

function motivations(bodies: readonly Body[]): string | string[] {
  const [first = "highlighting", ...others] = [...new Set(bodies.map(({ purpose }) => purpose))]
  return others.length === 0 ? first : [first, ...others]
}

function bodiesOf({ language }: AnnotatedArticle, { verdict }: ClaimView, record: ClaimRecord): Body[] {
  const rating = verdict && ratingLabel(verdict.rating, language)
  const finding = [record.verdict?.conclusion, record.verdict?.explanation].filter(Boolean).join("\n\n")
  return [
    ...(rating ? [words("assessing", finding ? `${rating}: ${finding}` : rating, language)] : []),
    ...record.evidence.map(evidenceBody),
    ...(record.verdict?.workingNote ? [words("commenting", record.verdict.workingNote)] : []),
    ...(record.fix ? [words("editing", record.fix.wording)] : []),
    ...(record.threads ?? []).flatMap(threadBodies),
  ]
}

const words = (purpose: Purpose, value: string, language?: string): Body => ({
  ...{ type: "TextualBody", purpose, value, format: "text/plain" },
  ...(language && { language }),
})

/** A source that can be followed is linked; another one is named. */
function evidenceBody({ source, locator }: ClaimRecord["evidence"][number]): Body {
  const address = addressOf(source.url)
  if (address) return { type: "SpecificResource", purpose: "linking", source: address, label: source.title }
  return words("linking", [source.title, locator].filter(Boolean).join(", "))
}

/** An address in the characters that a URI may have. */
function addressOf(address: string | null): string | null {
  const link = linkAddress(address)
  return link && new URL(link).href.replace(/[^\w.~:/?#[\]@!$&'()*+,;=%-]/g, encodeURIComponent)
}

function threadBodies({ kind, comments }: NonNullable<ClaimRecord["threads"]>[number]): Body[] {
  return comments.map(({ body }) => ({
    ...words(kind === "query" ? "questioning" : "commenting", body),
    format: "text/markdown",
  }))
}

function threadAnnotation(article: AnnotatedArticle, thread: ThreadView, points: CodePoints): Json {
  const record = threadRecord(thread)
  const bodies = threadBodies(record)
  const { quote, place } = thread
  const { text } = article.revision
  const isThere = place !== null && quote !== "" && text.slice(place.start, place.end) === quote
  const target = isThere
    ? [quoteSelector(quote, describe(text, place)), positionSelector(points, place)]
    : quote
      ? [quoteSelector(quote, undefined)]
      : []
  return {
    ...{ id: `urn:uuid:${thread.id}`, type: "Annotation", motivation: motivations(bodies), body: bodies },
    target: resource(article, target),
    "stet:thread": { ...record, sentence: thread.sentence },
  }
}

/** One resource per span; of a claim without a place the words that it had. */
function targetsOf(article: AnnotatedArticle, { anchors, places }: Shown, points: CodePoints): Json | Json[] {
  const { text } = article.revision
  const found = places.map(({ start, end }) => {
    const anchor = anchors.find((one) => one.start !== null && one.start >= start && one.start < end)
    return resource(article, [quoteSelector(text.slice(start, end), anchor), positionSelector(points, { start, end })])
  })
  const lost = anchors
    .filter(({ quote }) => quote !== "")
    .map((anchor) => resource(article, [quoteSelector(anchor.quote, anchor)]))
  const [first = resource(article, []), ...others] = places.length > 0 ? found : lost
  return others.length === 0 ? first : [first, ...others]
}

function resource({ id, sourceUrl, revision }: AnnotatedArticle, selector: Json[]): Json {
  return {
    type: "SpecificResource",
    source: addressOf(sourceUrl) ?? `urn:uuid:${id}`,
    ...(selector.length > 0 && { selector }),
    // The text that the selectors count in: as it was then, by its digest.
    state: { id: `urn:sha256:${revision.sha256}`, type: "TimeState", sourceDate: revision.createdAt },
  }
}

const quoteSelector = (exact: string, anchor: Pick<AnchorView, "prefix" | "suffix"> | undefined): Json => ({
  ...{ type: "TextQuoteSelector", exact },
  ...(anchor?.prefix && { prefix: anchor.prefix }),
  ...(anchor?.suffix && { suffix: anchor.suffix }),
})

/** Offsets in Unicode code points, as W3C counts. */
const positionSelector = ({ ofUnit }: CodePoints, { start, end }: Span): Json => ({
  ...{ type: "TextPositionSelector", start: ofUnit(start), end: ofUnit(end) },
})
