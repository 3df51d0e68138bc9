/**
 * What the API takes: the desk's inputs under the API's names, each refusing fields that it does not know.
 * Rules are the domain's; here are only names.
 */
import { z } from "zod"
import { EditArticle, ImportFormat, ImportMetadata, MarkCoverage } from "../domain/article"
import { ClaimFields, WithdrawClaim } from "../domain/claim"
import { CalculationFields, NewCalculation } from "../domain/calculation"
import { ContactFields, ContactInput, MOST_CLAIMS } from "../domain/contact"
import { CommentKind, ReplyToThread, StartThread } from "../domain/comment"
import { FixTaken, ProposeFix } from "../domain/fix"
import { Id } from "../domain/id"
import { Adjudicate, OpinionInput } from "../domain/opinion"
import { hasItsNote, noteNeeded, ReviewInput, SendToReview } from "../domain/round"
import { Reopen, SignOffArticle } from "../domain/sign-off"
import { EditSource, MergeSources, EvidenceFields, SourceInput } from "../domain/source"
import { VerdictInput } from "../domain/verdict"
import { Selectors } from "./selectors"

/** What may be told of an article besides its content; null is the same as nothing where no field could be empty. */
const { sourceUrl: url, title, dek, kind, language, ...metadata } = ImportMetadata.shape
const told = {
  ...metadata,
  url,
  title: title.nullish(),
  dek: dek.nullish(),
  kind: kind.nullish(),
  language: language.nullish(),
}

/** A text with its format; or, without one, the address of a page that is fetched. */
export const ImportBody = z
  .strictObject({
    ...told,
    format: ImportFormat.exclude(["word", "bundle"]).optional(),
    content: z.string().optional(),
  })
  .superRefine(({ format, content, url }, wrong) => {
    const isLink = content === undefined && format === undefined && typeof url === "string"
    const missing = (["format", "content"] as const).filter((field) => ({ format, content })[field] === undefined)
    if (!isLink) for (const path of missing) wrong.addIssue({ code: "custom", path: [path], message: "input.wrong" })
  })
export type ImportBody = z.infer<typeof ImportBody>

/** The same as a form: a file whose ending tells its format, unless `format` does. A list of authors has no place in one. */
const { authors: _, ...inForm } = told
export const ImportForm = z.strictObject({
  ...inForm,
  file: z.instanceof(File),
  format: ImportFormat.optional(),
  /** What becomes of the changes that were tracked in a Word file. */
  changes: z.enum(["accept", "reject"]).optional(),
})
export type ImportForm = z.infer<typeof ImportForm>

/** With a thread it is a reply there; without one it begins one, in a lane. */
export const CommentBody = z.strictObject({
  kind: CommentKind.optional(),
  body: StartThread.shape.body,
  threadId: Id.optional(),
  as: ReplyToThread.shape.as,
})
export type CommentBody = z.output<typeof CommentBody>

export const ArticleChange = EditArticle.shape.fields.strict()

export const NewClaim = ClaimFields.partial().extend({ selectors: Selectors }).strict()
export type NewClaim = z.infer<typeof NewClaim>

/** Where a claim is to stand. */
export const AnchorBody = z.strictObject({ selectors: Selectors })
export type AnchorBody = z.infer<typeof AnchorBody>

/** A thousand are all that a desk marks at once. */
export const NewClaims = z.strictObject({
  claims: z.array(NewClaim).min(1, "claim.noneGiven").max(1000, "claim.tooMany"),
})

export const ClaimChange = ClaimFields.partial().strict()

/** Why a claim is withdrawn: in the body or, for clients that send none with DELETE, in the address. */
export const Withdrawal = z.strictObject({ reason: WithdrawClaim.shape.reason.optional() }).optional()
export const WithdrawalQuery = z.object({ reason: WithdrawClaim.shape.reason.optional() })

/** Sentences by their place in the revision's text: each is named by code points that it holds. */
export const CoverageBody = z.strictObject({
  sentences: z
    .array(z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }))
    .min(1)
    .max(5000),
  mark: MarkCoverage.shape.mark,
})
export type CoverageBody = z.infer<typeof CoverageBody>

export const NewSource = SourceInput.strict()
export const SourceChange = EditSource.shape.source.strict()
export const SourceMerge = MergeSources.pick({ otherId: true }).strict()

export const NewEvidence = EvidenceFields.extend({ sourceId: Id.nullish(), source: NewSource.nullish() })
  .strict()
  .refine(({ sourceId, source }) => Boolean(sourceId) !== Boolean(source), {
    path: ["sourceId"],
    message: "evidence.oneSource",
  })
export type NewEvidence = z.infer<typeof NewEvidence>
export const EvidenceChange = EvidenceFields.partial().strict()

/** Whom the desk asked, and which further claims it was about. */
export const NewContact = ContactInput.extend({
  claimIds: z
    .array(Id)
    .max(MOST_CLAIMS - 1)
    .default([]),
}).strict()
export const ContactChange = ContactFields.partial().strict()

export const NewSum = NewCalculation.strict()
export const SumChange = CalculationFields.partial().strict()

/** Other words for a claim's passage. */
export const NewFix = ProposeFix.omit({ claimId: true, version: true }).strict()
/** Asks for a second opinion, of one person or of whoever may give it; or, with a rating, gives it. */
export const SecondOpinion = z.union([z.strictObject({ ofId: Id.nullish() }), OpinionInput.strict()]).optional()
/** What a claim shall be rated whose two verdicts differ; or the proposal that one agrees to. */
export const Adjudication = z.union([
  z.strictObject({ agreeTo: Id }),
  Adjudicate.pick({ rating: true, reason: true }).strict(),
])

/** An article's going out: with open items, who answers for them beside the signer, and which were seen to be open. */
const { openItems, notices } = SignOffArticle.shape
const { secondId: second, ...accepted } = openItems.unwrap().unwrap().shape
export const NewSignOff = z
  .strictObject({ openItems: z.strictObject({ ...accepted, second }).nullish(), notices: notices.optional() })
  .optional()
export type NewSignOff = z.output<typeof NewSignOff>

/** Why something that has gone out is looked at again. */
export const Reopening = Reopen.pick({ kind: true, reason: true }).strict()

/** Whose words of a fix go into the text. */
export const AcceptedFix = z.strictObject({ take: FixTaken.optional() }).optional()

export const Verdict = VerdictInput.strict()
export const NewRound = z.strictObject({ waivers: SendToReview.shape.waivers }).optional()
export const Nothing = z.strictObject({}).optional()
export const NewReview = ReviewInput.strict().refine(hasItsNote, noteNeeded)
