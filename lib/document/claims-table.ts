/**
 * An article's claims as a table for spreadsheets: a row for each evidence, and one for a claim without any. Cells that
 * a spreadsheet would run are neutralised (lib/domain/csv.ts). What a profile does not tell has no column.
 */
import { codePoints, type CodePoints } from "../anchor"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { ClaimView } from "../domain/claim"
import { csvOf, type Cell } from "../domain/csv"
import type { Profile } from "../domain/profile"
import { quoteOf, ratingLabel } from "../domain/shown"
import { isStanding } from "../domain/standing"
import type { EvidenceView } from "../domain/source"
import { handsOf, type Hands } from "./hands"
import type { Publishing } from "./public-notes"
import { shownClaims, type Shown } from "./shown-claims"

export interface TableOptions extends Publishing {
  profile: Profile
}

interface Row extends Shown {
  /** Of several one; null of a claim without any. */
  evidence: EvidenceView | null
  points: CodePoints
  /** Who checked it, as far as the profile tells; null while its verdict does not stand. */
  hands: Hands | null
}

type Columns = Record<string, (row: Row) => Cell>

/** The table as the text of a file, claims in the order of the text. */
export function claimsTable(article: AnnotatedArticle, options: TableOptions): string {
  const points = codePoints(article.revision.text)
  const columns = options.profile === "internal" ? [...PUBLIC, ...INTERNAL] : PUBLIC
  const naming = options.profile === "internal" || options.publishNames ? "named" : "nameless"
  const rows = shownClaims(article, options).flatMap((shown) => {
    const told = shown.claim.evidence.filter(({ source }) => options.profile === "internal" || !source.confidential)
    const evidence = told.length > 0 ? told : [null]
    const hands = isStanding(shown.claim) ? handsOf(shown.claim, naming) : null
    return evidence.map((one) => {
      const row: Row = { ...shown, evidence: one, points, hands }
      return columns.map(([, cell]) => cell(row))
    })
  })
  return csvOf({ columns: columns.map(([name]) => name), rows })
}

/** Code points of the canonical text; of several spans each beginning or end, parted by spaces. */
function edges({ places, points }: Row, edge: "start" | "end"): Cell {
  const [only, ...more] = places.map((place) => points.ofUnit(place[edge]) ?? 0)
  if (only === undefined) return null
  return more.length === 0 ? only : [only, ...more].join(" ")
}

const ofClaim = (field: (claim: ClaimView) => Cell) => (row: Row) => field(row.claim)

const ofEvidence = (field: (evidence: EvidenceView) => Cell) => (row: Row) => row.evidence && field(row.evidence)

const PUBLIC = Object.entries<Columns[string]>({
  claim: ofClaim(({ number }) => number),
  job: ofClaim(({ job }) => job),
  words: ({ anchors }) => quoteOf(anchors),
  start: (row) => edges(row, "start"),
  end: (row) => edges(row, "end"),
  statement: ofClaim(({ statement }) => statement),
  claimant: ofClaim(({ claimant }) => claimant),
  claimed_on: ofClaim(({ claimedOn }) => claimedOn),
  appearance: ofClaim(({ appearance }) => appearance),
  state: ofClaim(({ state }) => state),
  scale: ofClaim(({ verdict }) => verdict?.scale ?? null),
  rating: ofClaim(({ verdict }) => verdict?.rating.code ?? null),
  rating_label: ofClaim(({ verdict }) => verdict && ratingLabel(verdict.rating, "en")),
  conclusion: ofClaim(({ verdict }) => verdict?.conclusion ?? null),
  explanation: ofClaim(({ verdict }) => verdict?.explanation ?? null),
  as_of: ofClaim(({ verdict }) => verdict?.asOf ?? null),
  checkers: ({ hands }) => hands && hands.checkers.join("; "),
  reviewers: ({ hands }) => hands && hands.reviewers.join("; "),
  checked_on: ({ hands }) => hands?.on?.slice(0, 10) ?? null,
  // How it bears is a judgement: not for whoever may not see the verdict yet.
  stance: ({ claim, evidence }) => (evidence && !claim.opinion?.blind ? evidence.stance : null),
  source: ofEvidence(({ source }) => source.title),
  source_author: ofEvidence(({ source }) => source.author),
  source_publisher: ofEvidence(({ source }) => source.publisher),
  source_published_on: ofEvidence(({ source }) => source.publishedOn),
  source_url: ofEvidence(({ source }) => source.url),
  primary: ofEvidence(({ source }) => (source.primary ? "yes" : "no")),
  locator: ofEvidence(({ locator }) => locator),
})

const INTERNAL = Object.entries<Columns[string]>({
  type: ofClaim(({ type }) => type),
  priority: ofClaim(({ priority }) => priority),
  timecode: ofClaim(({ timecode }) => timecode),
  why_selected: ofClaim(({ whySelected }) => whySelected),
  assignee: ofClaim(({ assignee }) => assignee?.name ?? null),
  due_at: ofClaim(({ dueAt }) => dueAt),
  waiting_on: ofClaim(({ waiting }) => waiting && [waiting.on, waiting.whom].filter(Boolean).join(": ")),
  placement: ({ anchors }) => [...new Set(anchors.map(({ placement }) => placement))].join(" "),
  working_note: ofClaim(({ verdict }) => verdict?.workingNote ?? null),
  let_stand: ofClaim(({ letStand }) => letStand?.reason ?? null),
  fix: ofClaim(({ fix }) => fix && fix.wording),
  fix_reason: ofClaim(({ fix }) => fix?.reason ?? null),
  recheck_on: ofClaim(({ verdict }) => verdict?.recheckOn ?? null),
  source_kind: ofEvidence(({ source }) => source.kind),
  confidential: ofEvidence(({ source }) => (source.confidential ? "yes" : "no")),
  independence_group: ofEvidence(({ source }) => source.independenceGroup),
  excerpt: ofEvidence(({ excerpt }) => excerpt),
  evidence_note: ofEvidence(({ note }) => note),
  accessed_at: ofEvidence(({ accessedAt }) => accessedAt),
})
