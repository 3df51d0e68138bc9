/** A claim and its article as records: what of them a profile tells, field by field. What is not named here is not said. */
import type { CodePoints } from "../../anchor"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { CalculationView } from "../../domain/calculation"
import type { ClaimView } from "../../domain/claim"
import type { ThreadView } from "../../domain/comment"
import type { ContactView } from "../../domain/contact"
import type { AdjudicationView } from "../../domain/opinion"
import type { Profile } from "../../domain/profile"
import type { PublicNote } from "../../domain/report"
import type { Rating } from "../../domain/scale"
import type { EvidenceView, SourceFile, SourceView } from "../../domain/source"
import type { VerdictView } from "../../domain/verdict"
import type { Person } from "../../domain/workspace"
import { handsOf } from "../hands"
import { publicSource } from "../public-notes"
import type { Shown } from "../shown-claims"
import type { ArticleRecord, ClaimRecord, EvidenceRecord, ThreadRecord } from "./record"

/** What readers may know of a claim. */
export function publicRecord(note: PublicNote, { job, state, verdict }: ClaimView): ClaimRecord {
  const { number, statement, claimant, claimedOn, appearance, conclusion, explanation, rating } = note
  const { checkers, reviewers, checkedOn, underReviewSince } = note
  return {
    ...{ number, job, state, statement, claimant, claimedOn, appearance },
    verdict: { rating: rating.code, scale: verdict?.scale ?? "", conclusion, explanation, asOf: verdict?.asOf ?? null },
    evidence: note.sources.map(({ stance, locator, ...source }) => ({ stance, locator, source })),
    ...{ checkers, reviewers, checkedOn, underReviewSince },
  }
}

/** All that its viewer sees of a claim; of its legal risk only where that is asked for. */
export function ownRecord(
  { claim, anchors }: Shown,
  { points, threads, legal }: { points: CodePoints; threads: readonly ThreadView[]; legal: "told" | "kept" },
): ClaimRecord {
  const { number, job, type, state, statement, claimant, claimedOn, appearance, timecode, priority } = claim
  const { whySelected, markedAt, dueAt, waiting, letStand, tidy, underReviewSince } = claim
  const hands = handsOf(claim, "named")
  return {
    ...{ number, job, type, state, statement, claimant, claimedOn, appearance, timecode, priority, whySelected },
    verdict: verdictOf(claim.verdict),
    // How it bears is a judgement: not for whoever may not see the verdict yet.
    evidence: claim.evidence.map((one) => ({ ...evidenceOf(one), ...(claim.opinion?.blind && { stance: null }) })),
    ...{ checkers: hands.checkers, reviewers: hands.reviewers, checkedOn: hands.on, underReviewSince },
    ...{ markedBy: nameOf(claim.markedBy), markedAt, assignee: nameOf(claim.assignee), dueAt, waiting },
    ...(legal === "told" && { legal: claim.legal }),
    anchors: anchorsOf(anchors, points),
    round: roundOf(claim),
    reviews: claim.reviews.map(({ roundNumber, reviewer, decision, note, createdAt }) => ({
      ...{ round: roundNumber, reviewer: reviewer.name, decision, note, at: createdAt },
    })),
    opinion: opinionOf(claim),
    fix: fixOf(claim),
    tidy: tidy && { changes: tidy.changes, by: tidy.by.name, at: tidy.at },
    contacts: claim.contacts.map(contactOf),
    calculations: claim.calculations.map(calculationOf),
    letStand: letStand && { reason: letStand.reason, by: nameOf(letStand.by), at: letStand.at },
    threads: threads.map(threadRecord),
  }
}

const nameOf = (person: Person | null) => person?.name ?? null

function verdictOf(verdict: VerdictView | null): ClaimRecord["verdict"] {
  if (!verdict) return null
  const { rating, scale, conclusion, explanation, asOf, recheckOn, workingNote } = verdict
  return { rating: rating.code, scale, conclusion, explanation, asOf, recheckOn, workingNote }
}

function anchorsOf(anchors: Shown["anchors"], { ofUnit }: CodePoints): ClaimRecord["anchors"] {
  return anchors.map(({ quote, prefix, suffix, start, end, placement, contextChanged }) => ({
    ...{ quote, prefix, suffix, placement, contextChanged },
    start: start === null ? null : ofUnit(start),
    end: end === null ? null : ofUnit(end),
  }))
}

function evidenceOf(evidence: EvidenceView): EvidenceRecord {
  const { id: key, stance, locator, source, excerpt, note, accessedAt, flag, flaggedAt } = evidence
  return { key, stance, locator, source: sourceOf(source, evidence), ...{ excerpt, note, accessedAt, flag, flaggedAt } }
}

function sourceOf(source: SourceView, evidence: EvidenceView): EvidenceRecord["source"] {
  const { stance: _stance, locator: _locator, ...shown } = publicSource(evidence)
  const { id: key, kind, independenceGroup, confidential, neverRefetch } = source
  return { kind, ...shown, ...{ key, independenceGroup, confidential, neverRefetch, file: fileOf(source.file) } }
}

const fileOf = (file: Pick<SourceFile, "name" | "type" | "size"> | null) =>
  file && { name: file.name, type: file.type, size: file.size }

function roundOf({ round }: ClaimView): ClaimRecord["round"] {
  if (!round) return null
  const { number, sender, sentAt, authors, approvalsNeeded, waivers } = round
  return {
    ...{ number, sender: sender.name, sentAt, approvalsNeeded, waivers },
    authors: authors.map(({ name }) => name),
  }
}

function opinionOf({ opinion }: ClaimView): ClaimRecord["opinion"] {
  if (!opinion) return null
  const { askedBy, askedAt, takenBy, givenAt, verdict, first, revealedAt, proposal, adjudication } = opinion
  return {
    ...{
      askedBy: nameOf(askedBy),
      askedAt,
      takenBy: nameOf(takenBy),
      givenAt,
      verdict: verdictOf(verdict),
      revealedAt,
    },
    first: first && { rating: first.rating, sender: first.sender.name, round: first.round },
    ...{ proposal: adjudicationOf(proposal), adjudication: adjudicationOf(adjudication) },
  }
}

function adjudicationOf(decided: AdjudicationView | null) {
  if (!decided) return null
  const { rating, reason, proposedBy, proposedAt, agreedBy, decidedAt } = decided
  return { rating, reason, proposedBy: proposedBy.name, proposedAt, agreedBy: nameOf(agreedBy), decidedAt }
}

function fixOf({ fix }: ClaimView): ClaimRecord["fix"] {
  if (!fix) return null
  const { wording, reason, proposedBy, proposedAt, answer } = fix
  return {
    wording,
    reason,
    proposedBy: proposedBy.name,
    proposedAt,
    answer: answer && {
      ...{ kind: answer.kind, wording: answer.wording, reason: answer.reason },
      ...{ by: answer.by.name, at: answer.at },
    },
  }
}

function contactOf(contact: ContactView): NonNullable<ClaimRecord["contacts"]>[number] {
  const { id: key, whom, isClaimant, channel, address, question, askedAt, deadline, outcome, reply } = contact
  const { repliedAt, onRecord, notes, file, recordedBy, details } = contact
  return {
    ...{ key, whom, isClaimant, channel, address, question, askedAt, deadline, outcome, reply, repliedAt, onRecord },
    ...{ notes, file: fileOf(file), recordedBy: recordedBy.name, details },
  }
}

function calculationOf(calculation: CalculationView): NonNullable<ClaimRecord["calculations"]>[number] {
  const { title, formula, inputs, unit, decimals, claimed, note, language } = calculation
  return { title, formula, inputs, unit, decimals, claimed, note, language }
}

/** A thread with its comments as they were typed. */
export function threadRecord({ kind, waitingSince, resolvedAt, resolvedBy, comments }: ThreadView): ThreadRecord {
  return {
    ...{ kind, waitingSince, resolvedAt, resolvedBy: nameOf(resolvedBy) },
    comments: comments.map(({ body, writtenBy, saidBy, answer, createdAt, editedAt, before }) => ({
      ...{ body, by: writtenBy.name, saidBy, answer, at: createdAt, editedAt, before },
    })),
  }
}

/** The article with the ratings that `claims` name; names of people and what is due for the desk alone. */
export function articleRecord(article: AnnotatedArticle, claims: readonly Shown[], profile: Profile): ArticleRecord {
  const { title, dek, byline, publisher, section, sourceUrl, publishedOn, language, kind, standing, signedOffAt } =
    article
  const { number, sha256, createdAt } = article.revision
  return {
    ...{
      profile,
      title,
      dek,
      byline,
      publisher,
      section,
      sourceUrl,
      publishedOn,
      language,
      kind,
      standing,
      signedOffAt,
    },
    revision: { number, sha256, createdAt },
    scales: scalesOf(claims, profile),
    ...(profile === "internal" && {
      lead: nameOf(article.lead),
      authors: article.authors.map(({ name }) => name),
      dueAt: article.dueAt,
      nothingToCheck: article.sentences.filter(({ marked }) => marked).map(({ ordinal }) => ordinal),
    }),
  }
}

function scalesOf(claims: readonly Shown[], profile: Profile): ArticleRecord["scales"] {
  const scales = new Map<string, Map<string, Rating>>()
  const verdicts = claims.flatMap(({ claim }) =>
    [claim.verdict ?? [], (profile === "internal" && claim.opinion?.verdict) || []].flat(),
  )
  for (const { scale, rating } of verdicts) {
    const ratings = scales.get(scale) ?? new Map<string, Rating>()
    scales.set(scale, ratings.set(rating.code, rating))
  }
  const byCode = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1)
  return Object.fromEntries(
    [...scales].sort(byCode).map(([scale, ratings]) => [scale, [...ratings].sort(byCode).map(([, rating]) => rating)]),
  )
}
