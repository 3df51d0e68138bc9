/**
 * What the API answers, shape by shape: what views.ts and replies.ts make. Nothing is parsed with them on its way out; the
 * reference is made of them, and the tests hold every answer they get against them.
 */
import { z } from "zod"
import { ArticleKind, ImportFormat, Standing } from "../../domain/article"
import { ClaimFields, ClaimState, Placement, WaitingOn } from "../../domain/claim"
import { CommentKind } from "../../domain/comment"
import { ContactChannel, ContactOutcome } from "../../domain/contact"
import { FixAnswer } from "../../domain/fix"
import { RevisionOrigin } from "../../domain/revision"
import { Decision, WaiverInput } from "../../domain/round"
import { SourceKind, Stance } from "../../domain/source"

const id = z.uuid()
const moment = z.iso.datetime()
const day = z.iso.date()
const count = z.int().nonnegative()
const version = z.int().positive().describe("What the entity tag is made of.")
const words = z.string().nullable()

export const Person = z.strictObject({ id, name: z.string() }).describe("A person of the desk, by their membership.")

/** Of a list: its items, and the cursor that brings the next ones. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable().describe("The `cursor` of the next page.") })

const head = {
  id,
  number: z.int().positive(),
  sha256: z.string().describe("Of the canonical text in UTF-8, in hex."),
  bodyStart: count.describe("Where the body begins, in code points."),
}
const counted = ["total", "open", "in_review", "changes_requested", "checked", "approved"] as const
const covered = ["sentences", "untouched", "in_work", "checked", "nothing_to_check"] as const
const each = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>)

const summary = {
  id,
  ...{ title: z.string(), dek: words, byline: words, publisher: words, section: words, sourceUrl: words },
  publishedOn: day.nullable(),
  language: z.string().describe("BCP 47."),
  kind: ArticleKind,
  standing: Standing,
  words: count,
  counts: each(counted),
  coverage: each(covered),
  lead: Person.nullable(),
  ...{ dueAt: moment.nullable(), archivedAt: moment.nullable(), createdAt: moment },
  version,
}

export const ArticleSummary = z.strictObject({ ...summary, revision: z.strictObject(head).nullable() })

const file = { id, name: z.string(), type: z.string(), size: count }
export const File = z.strictObject({ ...file, sha256: z.string() }).describe("A file of evidence.")

export const Source = z.strictObject({
  id,
  kind: SourceKind,
  ...{ title: z.string(), author: words, publisher: words },
  publishedOn: day.nullable(),
  url: words,
  file: z.strictObject({ ...file, text: z.string() }).nullable(),
  primary: z.boolean(),
  independenceGroup: words.describe("Sources that carry one story are of one group."),
  ...{ confidential: z.boolean(), neverRefetch: z.boolean() },
  version,
})

const evidence = {
  ...{
    id,
    claimId: id,
    source: Source,
    stance: Stance.nullable().describe("Null to whoever may not see the verdict."),
  },
  ...{ locator: words, excerpt: words },
  excerptState: z
    .enum(["found", "similar", "unlike", "missing"])
    .nullable()
    .describe("What came of looking the excerpt up in the source."),
  ...{ note: words, accessedAt: moment, version },
}
const Evidence = z.strictObject(evidence)
export const EvidenceOfClaim = z.strictObject({ ...evidence, claimVersion: version })

export const Contact = z.strictObject({
  ...{ id, claimIds: z.array(id), whom: z.string(), isClaimant: z.boolean(), channel: ContactChannel, address: words },
  ...{ question: z.string(), askedAt: z.string(), deadline: words, outcome: ContactOutcome, reply: words },
  ...{ repliedAt: words, onRecord: z.boolean(), notes: words, file: z.strictObject(file).nullable() },
  details: z.enum(["told", "kept"]).describe("Kept: address, notes and what was off the record are not told to you."),
  recordedBy: Person,
  sent: z.enum(["as_sent", "since"]).nullable(),
  version,
})

const comparison = {
  ...{ figure: z.string(), isPercent: z.boolean(), agrees: z.boolean(), difference: z.string(), percent: words },
}
const calculation = {
  ...{ id, claimId: id, title: z.string(), formula: z.string() },
  inputs: z.array(z.strictObject({ name: z.string(), value: z.string(), unit: words, evidenceId: id.nullable() })),
  ...{ unit: words, decimals: count.nullable(), claimed: words, note: words, language: z.string() },
  result: z.union([
    z.strictObject({
      kind: z.literal("result"),
      ...{ value: z.string(), exact: z.string(), unit: words },
      comparison: z.strictObject(comparison).nullable(),
    }),
    z.strictObject({ kind: z.literal("failed") }),
  ]),
  version,
}
const Calculation = z.strictObject(calculation)
export const CalculationOfClaim = z.strictObject({ ...calculation, claimVersion: version })

const Verdict = z.strictObject({
  rating: z.string(),
  label: z.string().describe("In English; the code is what a script goes by."),
  scale: z.string(),
  ...{ conclusion: words, explanation: words, workingNote: words },
  ...{ asOf: day.nullable(), recheckOn: day.nullable() },
})

const Fix = z.strictObject({
  ...{ id, wording: z.string(), reason: words, proposedBy: Person, proposedAt: moment },
  answer: z.strictObject({ kind: FixAnswer, wording: words, reason: words, by: Person, at: moment }).nullable(),
  version,
})

const Adjudication = z.strictObject({
  ...{ id, rating: z.string(), reason: z.string(), proposedBy: Person, proposedAt: moment },
  ...{ agreedBy: Person.nullable(), decidedAt: moment.nullable() },
})

const SecondOpinion = z.strictObject({
  id,
  phase: z.enum(["asked", "taken", "given", "differ", "same", "adjudicated"]),
  blind: z.boolean().describe("You may not see the first verdict: nothing of it is there."),
  ...{ askedBy: Person.nullable(), askedAt: moment, takenBy: Person.nullable() },
  ...{ givenAt: moment.nullable(), revealedAt: moment.nullable(), verdict: Verdict.nullable() },
  first: z.strictObject({ rating: z.string(), sender: Person, round: z.int() }).nullable(),
  ...{ proposal: Adjudication.nullable(), adjudication: Adjudication.nullable() },
})

const round = {
  ...{ id, number: z.int().positive(), sender: Person, sentAt: moment, authors: z.array(Person) },
  waivers: z.array(WaiverInput.strict()),
}
const ofClaim = { claimId: id, claimVersion: version, state: ClaimState }
export const RoundOfClaim = z.strictObject({ ...round, ...ofClaim })

const review = {
  ...{ id, roundId: id, roundNumber: z.int().positive(), decision: Decision, note: words, reviewer: Person },
  createdAt: moment,
}
export const ReviewOfClaim = z.strictObject({ ...review, ...ofClaim })

const Anchor = z.strictObject({
  ...{ exact: z.string(), prefix: z.string(), suffix: z.string() },
  start: count.nullable().describe("Code points of the revision's text; null when lost."),
  ...{ end: count.nullable(), placement: Placement, contextChanged: z.boolean(), revisionId: id },
})

export const Claim = z.strictObject({
  ...{ id, number: z.int().positive(), articleId: id, state: ClaimState },
  ...ClaimFields.shape,
  anchors: z.array(Anchor),
  anchor: Anchor.nullable().describe("The first of `anchors`."),
  ...{ evidence: z.array(Evidence), contacts: z.array(Contact), calculations: z.array(Calculation) },
  ...{ verdict: Verdict.nullable(), fix: Fix.nullable(), secondOpinion: SecondOpinion.nullable() },
  round: z.strictObject(round).nullable().describe("The one in force."),
  reviews: z.array(z.strictObject(review)),
  ...{ markedBy: Person.nullable(), assignee: Person.nullable(), dueAt: moment.nullable() },
  waiting: z
    .strictObject({ on: WaitingOn, whom: words, since: moment, chaseAt: moment.nullable() })
    .nullable()
    .describe("Whose answer it waits for."),
  authorIds: z.array(id).describe("Who may not review it: whoever changed what a round freezes."),
  ...{ markedAt: moment, version },
})

const article = {
  ...summary,
  authors: z.array(z.strictObject({ membershipId: id.nullable(), name: z.string() })),
  importedBy: Person.nullable(),
  signedOffAt: moment.nullable(),
  revision: z.strictObject({ ...head, text: z.string().describe("The canonical text, in which anchors count.") }),
  html: z.string().optional(),
  document: z.looseObject({ type: z.literal("doc") }).optional(),
  claims: z.array(Claim).optional(),
}
export const Article = z.strictObject(article)
const notices = z.array(z.string()).describe("What was noticed while it was read.")
export const ImportedArticle = z.strictObject({
  ...article,
  duplicate: z.boolean().describe("It was there already."),
  notices,
})
export const SignedArticle = z.strictObject({ ...article, signOff: z.strictObject({ number: z.int().positive() }) })

export const Revision = z.strictObject({
  ...head,
  origin: RevisionOrigin,
  format: ImportFormat.nullable(),
  ...{ url: words, createdAt: moment, createdBy: Person.nullable() },
})

const placed = {
  revision: z.strictObject({ id, number: z.int().positive(), sha256: z.string() }),
  placements: each(["exact", "moved", "stale", "lost", "contextChanged"]),
}
export const Revised = z.strictObject({ ...placed, notices, remarks: count })
export const FixTaken = z.strictObject({
  ...placed,
  fixed: count.describe("Claims that stand on their new words, approved as they were."),
  look: count.describe("Claims that somebody has to look at."),
})

export const Thread = z.strictObject({
  ...{ id, articleId: id, kind: CommentKind, claim: z.strictObject({ id, number: z.int().positive() }).nullable() },
  ...{
    quote: z.string(),
    waitingSince: moment.nullable(),
    resolvedAt: moment.nullable(),
    resolvedBy: Person.nullable(),
  },
  comments: z.array(
    z.strictObject({
      ...{ id, body: z.string().describe("Markdown."), writtenBy: Person, saidBy: words, answer: z.boolean() },
      ...{ createdAt: moment, editedAt: moment.nullable(), version },
    }),
  ),
})

const earlier = { statement: z.string(), verdict: words, checkedOn: words, score: z.number().min(0).max(1) }
const EarlierCheck = z.union([
  z.strictObject({ claimId: id, articleId: id, number: z.int(), state: ClaimState, ...earlier, asOf: words }),
  z.strictObject({ knownCheckId: id, externalId: z.string(), ...earlier, url: words, publisher: words }),
])
export const EarlierChecks = z.strictObject({ items: z.array(EarlierCheck) })

export const KnownChecks = each(["added", "updated", "unchanged"])
export const Gone = z.strictObject({ id })
export const GoneFromClaim = z.strictObject({ id, claimId: id, claimVersion: version })

export const Problem = z
  .strictObject({
    ...{ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() },
    instance: z.string(),
    fields: z.record(z.string(), z.string()).optional().describe("What is wrong with which field."),
    candidates: z
      .array(
        z.strictObject({
          ...{ path: z.string(), start: count.nullable(), end: count.nullable() },
          ...{ exact: z.string(), prefix: z.string(), suffix: z.string() },
        }),
      )
      .optional()
      .describe("The places that an ambiguous quote could mean."),
    current: z.unknown().optional().describe("What is there now, in the shape that it is read in."),
  })
  .describe("Problem details (RFC 9457).")
