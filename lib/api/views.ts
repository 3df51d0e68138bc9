/**
 * What the API shows of the desk's views: field by field, so that what the desk adds for its screens never leaves by
 * chance, and every offset in Unicode code points. What a person may see was decided before; here are only names.
 */
import { codePoints } from "../anchor"
import { currentRevisions, revisionOpenings, type RevisionHead } from "../desk/revisions"
import { documentHtml } from "../document"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { RevisionRow } from "../domain/revision"
import type { ArticleSummary } from "../domain/article"
import type { ThreadView } from "../domain/comment"
import type { CalculationView } from "../domain/calculation"
import type { ContactView } from "../domain/contact"
import type { AnchorView, ClaimView } from "../domain/claim"
import type { FileView } from "../domain/file"
import type { AdjudicationView, OpinionView } from "../domain/opinion"
import type { ReviewView, RoundView } from "../domain/round"
import type { FixView } from "../domain/fix"
import { ratingLabel } from "../domain/shown"
import type { EvidenceView, SourceView } from "../domain/source"
import type { VerdictView } from "../domain/verdict"
import type { Actor } from "../domain/workspace"
import type { Include } from "./include"
import { textsOf, type IndexedText } from "./texts"

/** Articles of a list: their revisions without text. */
export async function apiArticles(actor: Actor, articles: ArticleSummary[]) {
  const heads = await currentRevisions(
    actor,
    articles.map((article) => article.id),
  )
  const byArticle = new Map(heads.map((head) => [head.articleId, apiHead(head)]))
  return articles.map((article) => ({ ...summary(article), revision: byArticle.get(article.id) ?? null }))
}

/** An article with its text, and with what else is asked for. */
export async function apiArticle(actor: Actor, article: AnnotatedArticle, include: readonly Include[] = []) {
  const { id, number, sha256, bodyStart, text, document } = article.revision
  return {
    ...summary(article),
    authors: article.authors,
    importedBy: article.importedBy,
    signedOffAt: article.signedOffAt,
    revision: { id, number, sha256, bodyStart: codePoints(text.slice(0, bodyStart)).length, text },
    ...(include.includes("html") && { html: documentHtml(document) }),
    ...(include.includes("document") && { document }),
    ...(include.includes("claims") && { claims: await apiClaims(actor, article.claims) }),
  }
}

/** The revisions of an article. */
export async function apiRevisions(actor: Actor, revisions: RevisionRow[]) {
  const openings = await revisionOpenings(
    actor,
    revisions.map((revision) => revision.id),
  )
  return revisions.map((revision) => {
    const { id, number, origin, format, url, createdAt, createdBy } = revision
    const head = apiHead({ ...revision, opening: openings.get(id) ?? "" })
    return { id, number, sha256: head.sha256, bodyStart: head.bodyStart, origin, format, url, createdAt, createdBy }
  })
}

/** One claim. */
export async function apiClaim(actor: Actor, claim: ClaimView) {
  const texts = await textsOf(actor, revisionsOf([claim]))
  return claimIn(texts, claim)
}

/** Several claims, of whatever articles. */
export async function apiClaims(actor: Actor, claims: ClaimView[]) {
  const texts = await textsOf(actor, revisionsOf(claims))
  return claims.map((claim) => claimIn(texts, claim))
}

/** A source of the ledger. */
export function apiSource(source: SourceView) {
  const { id, kind, title, author, publisher, publishedOn, url, file, version } = source
  const { primary, independenceGroup, confidential, neverRefetch } = source
  return {
    ...{ id, kind, title, author, publisher, publishedOn, url, file },
    ...{ primary, independenceGroup, confidential, neverRefetch, version },
  }
}

/** A file of evidence, without its bytes. */
export function apiFile({ id, name, type, size, sha256 }: FileView) {
  return { id, name, type, size, sha256 }
}

/** A piece of evidence with its source. */
export function apiEvidence({ source, ...evidence }: EvidenceView) {
  const { id, claimId, stance, locator, excerpt, lookedUp, note, accessedAt, version } = evidence
  const excerptState = lookedUp?.state ?? null
  return { id, claimId, source: apiSource(source), stance, locator, excerpt, excerptState, note, accessedAt, version }
}

/** Whom the desk asked: address, notes and what was said off the record are null to those whom they are kept from. */
export function apiContact(contact: ContactView) {
  const { id, whom, isClaimant, channel, address, question, askedAt, deadline, outcome, reply, repliedAt } = contact
  const { onRecord, notes, file, details, claims, recordedBy, sent, version } = contact
  const claimIds = claims.map((claim) => claim.id)
  return {
    ...{ id, claimIds, whom, isClaimant, channel, address, question, askedAt, deadline, outcome, reply, repliedAt },
    ...{ onRecord, notes, file, details, recordedBy, sent, version },
  }
}

/** A calculation with what it comes to. */
export function apiCalculation(calculation: CalculationView) {
  const { id, claimId, title, formula, inputs, unit, decimals, claimed, note, language, result, version } = calculation
  return { id, claimId, title, formula, inputs, unit, decimals, claimed, note, language, result, version }
}

/** A round as it was sent. */
export function apiRound({ id, number, sender, sentAt, authors, waivers }: RoundView) {
  return { id, number, sender, sentAt, authors, waivers }
}

/** A review of a round. */
export function apiReview({ id, roundId, roundNumber, decision, note, reviewer, createdAt }: ReviewView) {
  return { id, roundId, roundNumber, decision, note, reviewer, createdAt }
}

function summary(article: ArticleSummary) {
  const { id, title, dek, byline, publisher, section, sourceUrl, publishedOn, language, kind } = article
  const { standing, words, counts, coverage, lead, dueAt, archivedAt, createdAt, version } = article
  return {
    ...{ id, title, dek, byline, publisher, section, sourceUrl, publishedOn, language, kind },
    ...{ standing, words, counts, coverage, lead, dueAt, archivedAt, createdAt, version },
  }
}

function apiHead({ id, number, sha256, bodyStart, opening }: Omit<RevisionHead, "articleId">) {
  return { id, number, sha256, bodyStart: codePoints(opening.slice(0, bodyStart)).length }
}

const revisionsOf = (claims: ClaimView[]) => claims.flatMap((claim) => claim.anchors.map((anchor) => anchor.revisionId))

function claimIn(texts: ReadonlyMap<string, IndexedText>, claim: ClaimView) {
  const { id, number, articleId, state, job, statement, type, claimant, claimedOn, appearance, timecode } = claim
  const { priority, whySelected, markedBy, assignee, dueAt, waiting, authorIds, markedAt, version } = claim
  const anchors = claim.anchors.map((anchor) => apiAnchor(texts.get(anchor.revisionId), anchor))
  return {
    ...{ id, number, articleId, state, job, statement, type, claimant, claimedOn, appearance, timecode },
    ...{ priority, whySelected },
    anchors,
    anchor: anchors[0] ?? null,
    evidence: claim.evidence.map((one) => citedIn(claim, one)),
    contacts: claim.contacts.map(apiContact),
    calculations: claim.calculations.map(apiCalculation),
    verdict: claim.verdict && apiVerdict(claim.verdict),
    fix: claim.fix && apiFix(claim.fix),
    secondOpinion: claim.opinion && apiOpinion(claim.opinion),
    round: claim.round && apiRound(claim.round),
    reviews: claim.reviews.map(apiReview),
    ...{ markedBy, assignee, dueAt, waiting, authorIds, markedAt, version },
  }
}

/** What evidence says of a claim is somebody's judgement: to whoever may not see that yet it says nothing. */
function citedIn({ opinion }: ClaimView, evidence: EvidenceView) {
  const { stance, ...found } = apiEvidence(evidence)
  return { ...found, stance: opinion?.blind ? null : stance }
}

/** A second opinion, as far as its viewer may know of it. */
function apiOpinion({ verdict, first, proposal, adjudication, ...opinion }: OpinionView) {
  const { id, phase, blind, askedBy, askedAt, takenBy, givenAt, revealedAt } = opinion
  return {
    ...{ id, phase, blind, askedBy, askedAt, takenBy, givenAt, revealedAt },
    verdict: verdict && apiVerdict(verdict),
    first: first && { rating: first.rating.code, sender: first.sender, round: first.round },
    proposal: proposal && apiAdjudication(proposal),
    adjudication: adjudication && apiAdjudication(adjudication),
  }
}

function apiAdjudication({ rating, ...adjudication }: AdjudicationView) {
  return { ...adjudication, rating: rating.code }
}

function apiAnchor(text: IndexedText | undefined, anchor: AnchorView) {
  const { revisionId, quote: exact, prefix, suffix, placement, contextChanged } = anchor
  const outside = (unit: number | null) => (unit === null ? null : (text?.points.ofUnit(unit) ?? null))
  const [start, end] = [outside(anchor.start), outside(anchor.end)]
  return { exact, prefix, suffix, start, end, placement, contextChanged, revisionId }
}

function apiFix({ id, wording, reason, proposedBy, proposedAt, answer, version }: FixView) {
  return { id, wording, reason, proposedBy, proposedAt, answer, version }
}

/** The label is English: a script tells ratings apart by their code. */
function apiVerdict(verdict: VerdictView) {
  const { rating, scale, conclusion, explanation, workingNote, asOf, recheckOn } = verdict
  const label = ratingLabel(rating, "en")
  return { rating: rating.code, label, scale, conclusion, explanation, workingNote, asOf, recheckOn }
}

/** A thread of comments, in Markdown as it was typed. */
export function apiThread({ comments, claim, sentence: _, place: _place, ...thread }: ThreadView) {
  return {
    ...thread,
    claim: claim && { id: claim.id, number: claim.number },
    comments: comments.map(({ blocks: _blocks, before: _before, ...comment }) => comment),
  }
}
