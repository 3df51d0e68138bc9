/**
 * What Web Annotation has no words for, as Stet writes it beside what it has, and reads it again: all that a bundle brings
 * back. People are names: whoever reads it elsewhere has other members. Offsets are Unicode code points of the canonical
 * text, times ISO 8601 in UTC. Of what a profile does not show, the fields are not there at all.
 */
import { z } from "zod"
import { ArticleKind, Standing } from "../../domain/article"
import { CalculationFields } from "../../domain/calculation"
import { CHECKLIST_ITEMS } from "../../domain/checklist"
import { ClaimFields, ClaimState, Placement, WaitingOn } from "../../domain/claim"
import { CommentKind } from "../../domain/comment"
import { ContactFields } from "../../domain/contact"
import { FixAnswer } from "../../domain/fix"
import { LegalDecision } from "../../domain/legal"
import { Decision } from "../../domain/round"
import { Rating } from "../../domain/scale"
import { EvidenceFlag, SourceKind, Stance } from "../../domain/source"
import { TidyChange } from "../../domain/tidy"

const text = z.string()
const textOrNull = z.string().nullable()
const File = z.object({ name: text, type: text, size: z.number() })

const AnchorRecord = z.object({
  quote: text,
  prefix: text,
  suffix: text,
  start: z.number().nullable(),
  end: z.number().nullable(),
  placement: Placement,
  contextChanged: z.boolean(),
})

const SourceRecord = z.object({
  title: text,
  author: textOrNull,
  publisher: textOrNull,
  publishedOn: textOrNull,
  url: textOrNull,
  primary: z.boolean(),
})

/** A source is the same for all evidence that names its `key`. */
const OwnSource = z.object({
  key: text,
  kind: SourceKind,
  independenceGroup: textOrNull,
  confidential: z.boolean(),
  neverRefetch: z.boolean(),
  file: File.nullable(),
})

const OwnEvidence = z.object({
  key: text,
  excerpt: textOrNull,
  note: textOrNull,
  accessedAt: text,
  flag: EvidenceFlag.nullable(),
  flaggedAt: textOrNull,
})

const EvidenceRecord = z.object({
  /** Null to whoever may not see the verdict yet. */
  stance: Stance.nullable(),
  locator: textOrNull,
  source: SourceRecord.extend(OwnSource.partial().shape),
  ...OwnEvidence.partial().shape,
})
export type EvidenceRecord = z.infer<typeof EvidenceRecord>

const VerdictRecord = z.object({
  /** Code of a rating of the scale; both are spelled out with the article. */
  rating: text,
  scale: text,
  conclusion: textOrNull,
  explanation: textOrNull,
  asOf: textOrNull,
  recheckOn: textOrNull.optional(),
  workingNote: textOrNull.optional(),
})

const ReviewRecord = z.object({ round: z.number(), reviewer: text, decision: Decision, note: textOrNull, at: text })

const RoundRecord = z.object({
  number: z.number(),
  sender: text,
  sentAt: text,
  authors: z.array(text),
  approvalsNeeded: z.number(),
  waivers: z.array(z.object({ item: z.enum(CHECKLIST_ITEMS), reason: text })),
})

const AdjudicationRecord = z.object({
  rating: Rating,
  reason: text,
  proposedBy: text,
  proposedAt: text,
  agreedBy: textOrNull,
  decidedAt: textOrNull,
})

/** What a second person found without knowing of the first verdict, and what became of the two. */
const OpinionRecord = z.object({
  askedBy: textOrNull,
  askedAt: text,
  takenBy: textOrNull,
  givenAt: textOrNull,
  verdict: VerdictRecord.nullable(),
  first: z.object({ rating: Rating, sender: text, round: z.number() }).nullable(),
  revealedAt: textOrNull,
  proposal: AdjudicationRecord.nullable(),
  adjudication: AdjudicationRecord.nullable(),
})

const FixRecord = z.object({
  wording: text,
  reason: textOrNull,
  proposedBy: text,
  proposedAt: text,
  answer: z.object({ kind: FixAnswer, wording: textOrNull, reason: textOrNull, by: text, at: text }).nullable(),
})

const ContactRecord = ContactFields.omit({ fileId: true }).extend({
  /** One contact serves all claims that name its key. */
  key: text,
  recordedBy: text,
  file: File.nullable(),
  /** Whether its maker could see the address, the notes and what was said off the record. */
  details: z.enum(["told", "kept"]),
})

const CalculationRecord = CalculationFields.extend({ language: text })

/** A thread, its comments oldest first. */
export const ThreadRecord = z.object({
  kind: CommentKind,
  waitingSince: textOrNull,
  resolvedAt: textOrNull,
  resolvedBy: textOrNull,
  comments: z.array(
    z.object({
      body: text,
      by: text,
      saidBy: textOrNull,
      answer: z.boolean(),
      at: text,
      editedAt: textOrNull,
      before: z.array(z.object({ body: text, writtenAt: text })),
    }),
  ),
})
export type ThreadRecord = z.infer<typeof ThreadRecord>

/** What the desk alone knows of a claim. */
const OwnClaim = z.object({
  timecode: textOrNull,
  priority: ClaimFields.shape.priority,
  whySelected: textOrNull,
  markedBy: textOrNull,
  markedAt: text,
  assignee: textOrNull,
  dueAt: textOrNull,
  waiting: z.object({ on: WaitingOn, whom: textOrNull, since: text, chaseAt: textOrNull }).nullable(),
  legal: z.object({ decision: LegalDecision, at: text }).nullable().optional(),
  anchors: z.array(AnchorRecord),
  round: RoundRecord.nullable(),
  reviews: z.array(ReviewRecord),
  opinion: OpinionRecord.nullable(),
  fix: FixRecord.nullable(),
  tidy: z.object({ changes: z.array(TidyChange), by: text, at: text }).nullable(),
  contacts: z.array(ContactRecord),
  calculations: z.array(CalculationRecord),
  letStand: z.object({ reason: text, by: textOrNull, at: text }).nullable(),
  threads: z.array(ThreadRecord),
})

/** A claim, as one annotation carries it. */
export const ClaimRecord = z.object({
  number: z.number(),
  job: ClaimFields.shape.job,
  type: ClaimFields.shape.type.optional(),
  statement: textOrNull,
  claimant: textOrNull,
  claimedOn: textOrNull,
  appearance: textOrNull,
  state: ClaimState,
  verdict: VerdictRecord.nullable(),
  evidence: z.array(EvidenceRecord),
  checkers: z.array(text),
  reviewers: z.array(text),
  checkedOn: textOrNull,
  underReviewSince: textOrNull,
  ...OwnClaim.partial().shape,
})
export type ClaimRecord = z.infer<typeof ClaimRecord>

/** The article, as the page carries it. */
export const ArticleRecord = z.object({
  profile: z.enum(["public", "internal"]),
  title: text,
  dek: textOrNull,
  byline: textOrNull,
  publisher: textOrNull,
  section: textOrNull,
  sourceUrl: textOrNull,
  publishedOn: textOrNull,
  language: text,
  kind: ArticleKind,
  standing: Standing,
  signedOffAt: textOrNull,
  revision: z.object({ number: z.number(), sha256: text, createdAt: text }),
  /** The ratings that claims name, by scale. */
  scales: z.record(z.string(), z.array(Rating)),
  lead: textOrNull.optional(),
  authors: z.array(text).optional(),
  dueAt: textOrNull.optional(),
  /** Sentences in which somebody has found nothing to check, by their place in the text from 0. */
  nothingToCheck: z.array(z.number()).optional(),
})
export type ArticleRecord = z.infer<typeof ArticleRecord>
