/**
 * An article on its way from the page to the browser: what can be told from the rest is left out, and what most of its
 * claims share is said once, so that a thousand claims are a tenth of their size. Pure; server and browser use it.
 */
import { canonicalText } from "@/lib/document/canonical"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { AnchorView, ClaimView } from "@/lib/domain/claim"

export interface PackedArticle extends Omit<AnnotatedArticle, "revision" | "claims"> {
  /** Its text only where it is another than its document's, as after a change of how documents are read. */
  revision: Omit<AnnotatedArticle["revision"], "text"> & { text?: string }
  /** `PackedClaims` as JSON: a page walks every value that it hands on, and so does the browser, but not a string's. */
  claims: string
}

type Said = Omit<ClaimView, "anchors">

interface PackedClaims {
  usual: Partial<Said>
  /** Of each claim what differs from the usual, and its places. */
  rows: (Partial<Said> & { anchors: (AnchorView | PackedAnchor)[] })[]
}

/** Of an anchor that stands where it was put: start, end, and how much before and after it is kept as context. */
type PackedAnchor = [start: number, end: number, before: number, after: number]

export function packed(article: AnnotatedArticle): PackedArticle {
  const { text, ...revision } = article.revision
  const derived = canonicalText(revision.document).text === text
  return { ...article, revision: derived ? revision : { ...revision, text }, claims: packedClaims(article) }
}

export function unpacked(article: PackedArticle): AnnotatedArticle {
  const { document, text = canonicalText(document).text } = article.revision
  const revision = { ...article.revision, text }
  const { usual, rows } = JSON.parse(article.claims) as PackedClaims
  const claims = rows.map((row) => {
    const anchors = row.anchors.map((one, at) => (Array.isArray(one) ? anchorOf(one, at, revision) : one))
    return { ...usual, ...row, anchors } as ClaimView
  })
  return { ...article, revision, claims }
}

function packedClaims({ claims, revision }: AnnotatedArticle): string {
  const usual = usualOf(claims)
  const said = new Map(Object.entries(usual).map(([name, value]) => [name, JSON.stringify(value)]))
  const rows = claims.map(({ anchors, ...claim }) => {
    const differing = Object.entries(claim).filter(([name, value]) => said.get(name) !== JSON.stringify(value))
    const places = anchors.map((anchor, at) => packedAnchor(anchor, at, revision))
    return { ...(Object.fromEntries(differing) as Partial<Said>), anchors: places }
  })
  return JSON.stringify({ usual, rows } satisfies PackedClaims)
}

/** The most frequent value of each field that all claims have, where more than one has that value. */
function usualOf(claims: readonly ClaimView[]): Partial<Said> {
  const [first] = claims
  if (!first) return {}
  const names = (Object.keys(first) as (keyof ClaimView)[]).filter(
    (name) => name !== "anchors" && claims.every((claim) => claim[name] !== undefined),
  )
  const shared = names.flatMap((name) => {
    const counts = new Map<string, number>()
    for (const claim of claims) {
      const value = JSON.stringify(claim[name])
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const [value, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))
    return count > 1 ? [[name, JSON.parse(value) as unknown]] : []
  })
  return Object.fromEntries(shared) as Partial<Said>
}

type Revision = Pick<AnnotatedArticle["revision"], "id" | "text">

/** Packed if all of it comes back. */
function packedAnchor(anchor: AnchorView, ordinal: number, revision: Revision): AnchorView | PackedAnchor {
  const { start, end, prefix, suffix } = anchor
  if (start === null || end === null) return anchor
  const short: PackedAnchor = [start, end, prefix.length, suffix.length]
  const whole: Partial<AnchorView> = anchorOf(short, ordinal, revision)
  const names = Object.keys(anchor) as (keyof AnchorView)[]
  return names.every((name) => whole[name] === anchor[name]) ? short : anchor
}

function anchorOf([start, end, before, after]: PackedAnchor, ordinal: number, { id, text }: Revision): AnchorView {
  return {
    revisionId: id,
    ordinal,
    quote: text.slice(start, end),
    prefix: text.slice(start - before, start),
    suffix: text.slice(end, end + after),
    start,
    end,
    placement: "exact",
    contextChanged: false,
  }
}
