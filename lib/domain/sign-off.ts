/**
 * Sign-off: an article goes out, whole or with open items, and what went out stands until it is reopened. Values in, a
 * value or a refusal out; who may is the policy's.
 */
import { z } from "zod"
import { ArticleKind, Moment } from "./article"
import { ClaimState, Priority, type ClaimView } from "./claim"
import { isPlaced, isSettled, waitsForOpinion } from "./coverage"
import { Id } from "./id"
import { refuse, refuseField } from "./refusal"
import type { RoundSnapshot } from "./round"
import { quoteOf } from "./shown"
import { hasPassed, type Asking } from "./standing"

/** How an article has gone out. `under_review`: something of it has been reopened since. */
export const GoneOut = z.enum(["signed_off", "released", "under_review"])
export type GoneOut = z.infer<typeof GoneOut>

export const CorrectionKind = z.enum(["verdict_changing", "factual", "update", "void"])
export type CorrectionKind = z.infer<typeof CorrectionKind>

const words = (most: number) => z.string().trim().min(1).max(most)

/** An article goes out. With `openItems` it may go out before it is ready. */
export const SignOffArticle = z.object({
  articleId: Id,
  /** The article's version that whoever signs saw. */
  version: z.number().int().positive().optional(),
  openItems: z
    .object({
      reason: words(2000),
      secondId: Id.nullish(),
      /** The open claims that whoever releases it saw; absent, whatever is open. */
      claimIds: z.array(Id).max(5000).optional(),
    })
    .nullish(),
  /** What readers are told of each reopening; where none is given, what Stet would say. */
  notices: z
    .array(z.object({ reopeningId: Id, notice: words(2000) }))
    .max(200)
    .default([]),
})
export type SignOffArticle = z.input<typeof SignOffArticle>

/** A claim, or without one the text, is looked at again after it has gone out. */
export const Reopen = z.object({
  articleId: Id,
  claimId: Id.nullish(),
  /** The claim's version that whoever reopens it saw. */
  version: z.number().int().positive().optional(),
  kind: CorrectionKind,
  reason: words(2000),
})
export type Reopen = z.infer<typeof Reopen>

/** An editor's yes to a rating that settles nothing. */
export const LetStand = z.object({
  claimId: Id,
  version: z.number().int().positive().optional(),
  reason: words(1000),
})
export type LetStand = z.infer<typeof LetStand>

export const RecordComplaint = z.object({
  articleId: Id,
  claimId: Id.nullish(),
  who: words(300),
  text: words(10_000),
  receivedAt: Moment,
  dueAt: Moment.nullish(),
})
export type RecordComplaint = z.infer<typeof RecordComplaint>

export const ComplaintOutcome = z.enum(["upheld", "rejected"])
export type ComplaintOutcome = z.infer<typeof ComplaintOutcome>

/** What comes of a complaint. An upheld one reopens what it is about, as a correction of that kind. */
export const DecideComplaint = z
  .object({
    complaintId: Id,
    version: z.number().int().positive().optional(),
    outcome: ComplaintOutcome,
    answer: words(10_000),
    kind: CorrectionKind.optional(),
  })
  .refine(({ outcome, kind }) => outcome === "rejected" || kind !== undefined, {
    path: ["kind"],
    message: "complaint.kindNeeded",
  })
export type DecideComplaint = z.infer<typeof DecideComplaint>

/** Whose work the rounds of a claim are: their authors, and whoever reviewed one. */
export function concernedIn(
  rounds: readonly { authors: readonly { membershipId: string }[]; reviews: readonly { reviewerId: string }[] }[],
): string[] {
  return rounds.flatMap(({ authors, reviews }) => [
    ...authors.map(({ membershipId }) => membershipId),
    ...reviews.map(({ reviewerId }) => reviewerId),
  ])
}

/** Why a claim is not done; null where it is. */
export type OpenBecause = "unapproved" | "unsettled" | "opinion" | "place"

/** A claim as it went out. What it rests on is its round's snapshot, of which the digest is kept. */
export const SignedClaim = z.object({
  id: Id,
  number: z.number().int(),
  priority: Priority,
  state: ClaimState,
  open: z.enum(["unapproved", "unsettled", "opinion", "place"]).nullable(),
  roundId: Id.nullable(),
  roundSha256: z.string().nullable(),
  words: z.string(),
  anchors: z.array(z.object({ start: z.number().nullable(), end: z.number().nullable(), quote: z.string() })),
  rating: z.object({ code: z.string(), label: z.record(z.string(), z.string()) }).nullable(),
  conclusion: z.string().nullable(),
  letStand: z.string().nullable(),
  /** Digests of what else readers are told: what is said of it, and the sources named. Sign-offs from before there were any have none. */
  told: z.object({ words: z.string(), sources: z.string() }).nullable().default(null),
})
export type SignedClaim = z.infer<typeof SignedClaim>

/** An article as it went out. */
export const SignedArticle = z.object({
  title: z.string(),
  dek: z.string().nullable(),
  byline: z.string().nullable(),
  kind: ArticleKind,
  language: z.string(),
  authors: z.array(z.object({ membershipId: z.string().nullable(), name: z.string() })),
  revision: z.object({ id: Id, number: z.number(), sha256: z.string() }),
  coverage: z.object({
    sentences: z.number(),
    untouched: z.number(),
    in_work: z.number(),
    checked: z.number(),
    nothing_to_check: z.number(),
  }),
  /** Figures, names, dates and quotations outside of any claim. */
  loose: z.number(),
  claims: z.array(SignedClaim),
})
export type SignedArticle = z.infer<typeof SignedArticle>

/** Why a claim would be an open item of a desk that asks for so many approvals. */
export function openBecause(
  claim: Pick<ClaimView, "state" | "verdict" | "anchors" | "letStand" | "opinion">,
  asking: Asking,
): OpenBecause | null {
  if (!hasPassed(claim, asking)) return "unapproved"
  if (!isSettled(claim)) return "unsettled"
  if (waitsForOpinion(claim)) return "opinion"
  return isPlaced(claim) ? null : "place"
}

/** What readers are told of a claim besides its rating and conclusion. Of a source's own words nothing goes out. */
export function toldOf(
  { statement, claimant, claimedOn, appearance, verdict }: ClaimView,
  { evidence }: Pick<RoundSnapshot, "evidence">,
): Record<keyof NonNullable<SignedClaim["told"]>, unknown[]> {
  const named = evidence.filter(({ source }) => !source.confidential)
  return {
    words: [statement, claimant, claimedOn, appearance, verdict?.explanation ?? null],
    sources: named.map(({ stance, locator, source: { primary, title, author, publisher, publishedOn, url } }) => {
      return [stance, locator, primary, title, author, publisher, publishedOn, url]
    }),
  }
}

/** A claim as it goes out; `digests` are of its round's snapshot, and of what readers are told. */
export function signedClaim(
  claim: ClaimView,
  digests: { roundSha256: string; told: SignedClaim["told"] } | null,
  asking: Asking,
): SignedClaim {
  const { id, number, priority, state, verdict, anchors, round, letStand } = claim
  return {
    ...{ id, number, priority, state, roundSha256: digests?.roundSha256 ?? null, told: digests?.told ?? null },
    open: openBecause(claim, asking),
    roundId: round?.id ?? null,
    words: quoteOf(anchors),
    anchors: anchors.map(({ start, end, quote }) => ({ start, end, quote })),
    rating: verdict && { code: verdict.rating.code, label: verdict.rating.label },
    conclusion: verdict?.conclusion ?? null,
    letStand: letStand?.reason ?? null,
  }
}

/** What of an article is not done: its open claims, and for our own copy the sentences that nobody has looked at. */
export interface OpenItems {
  claims: SignedClaim[]
  sentences: number
  /** Whether there is no claim at all. */
  unclaimed: boolean
}

export function openItemsOf({
  kind,
  claims,
  coverage,
}: Pick<SignedArticle, "kind" | "claims" | "coverage">): OpenItems {
  const open = claims.filter((claim) => claim.open !== null)
  return { claims: open, sentences: kind === "copy" ? coverage.untouched : 0, unclaimed: claims.length === 0 }
}

export const isWhole = ({ claims, sentences, unclaimed }: OpenItems): boolean =>
  claims.length === 0 && sentences === 0 && !unclaimed

/**
 * Whether an article may go out, and how.
 * @throws conflict when it is out already and nothing of it is open, when it is not ready and no open items are accepted,
 *   or when a claim is open that was not seen to be; invalid when one of them is a must and no second person is named
 */
export function afterSignOff(
  article: { goneOut: GoneOut | null; signerId: string },
  items: OpenItems,
  accepted: { secondId?: string | null | undefined; claimIds?: string[] | undefined } | null | undefined,
): Exclude<GoneOut, "under_review"> {
  if (article.goneOut === "signed_off") throw refuse("conflict", "signOff.already")
  if (isWhole(items)) return "signed_off"
  const { claims, sentences } = items
  if (!accepted) throw refuse("conflict", "signOff.notReady", { params: { claims: claims.length, sentences } })
  assertSeen(claims, accepted.claimIds)
  if (accepted.secondId === article.signerId) throw refuseField("openItems.secondId", "signOff.secondIsSigner")
  const musts = claims.filter(({ priority }) => priority === 1)
  if (musts.length > 0 && !accepted.secondId) throw refuseField("openItems.secondId", "signOff.secondNeeded")
  return "released"
}

/** Nobody answers for an open claim that they did not know of: it may have been approved when they looked. */
function assertSeen(open: readonly SignedClaim[], claimIds: string[] | undefined): void {
  const unseen = claimIds ? open.filter(({ id }) => !claimIds.includes(id)) : []
  if (unseen.length === 0) return
  const numbers = unseen.map(({ number }) => number)
  const params = { count: numbers.length, numbers: numbers.slice(0, 12).join(", ") }
  throw refuse("conflict", "signOff.moreOpen", { params })
}

/** Numbers of the claims that would go out while a mended typo of theirs waits: once they are out nobody can say yes to it. */
export function tidiesWaiting(
  claims: readonly Pick<ClaimView, "id" | "number" | "tidy" | "signOffId">[],
  signed: Pick<SignedArticle, "claims">,
): number[] {
  const goesOut = new Set(signed.claims.filter(({ open }) => open === null).map(({ id }) => id))
  const waiting = claims.filter(({ id, tidy, signOffId }) => tidy !== null && signOffId === null && goesOut.has(id))
  return waiting.map(({ number }) => number)
}

/**
 * Whether something of an article can be reopened.
 * @throws conflict when it has not gone out, or is open already
 */
export function assertReopens(goneOut: GoneOut | null, claim: { signOffId: string | null } | null): void {
  if (goneOut === null) throw refuse("conflict", "reopen.notOut")
  if (claim && claim.signOffId === null) throw refuse("conflict", "reopen.isOpen")
}

/**
 * Refuses with `conflict` what would change an article that has gone out whole: nothing of it may until something of it
 * is reopened.
 */
export function assertInWork({ goneOut }: { goneOut: GoneOut | null }): void {
  if (goneOut === "signed_off") throw refuse("conflict", "article.signedOff")
}

/**
 * Refuses with `conflict` another text of an article that has gone out, with open items or without, until something of it
 * is reopened: with a kind and a reason, so that the next sign-off lists what changed.
 */
export function assertTextInWork(article: { goneOut: GoneOut | null }): void {
  assertInWork(article)
  if (article.goneOut === "released") throw refuse("conflict", "article.textReleased")
}

/** What the signed-off states of a claim differ in. */
export type ClaimChange = "withdrawn" | "rating" | "conclusion" | "words" | "told" | "sources" | "checked"

/** What is other about a claim than it was when it went out before; nothing where it is as it was. */
export function changesOfClaim(before: SignedClaim | undefined, now: SignedClaim | undefined): ClaimChange[] {
  if (!now) return before ? ["withdrawn"] : []
  if (!before) return ["checked"]
  const differs: [ClaimChange, boolean][] = [
    ["rating", before.rating?.code !== now.rating?.code],
    ["conclusion", before.conclusion !== now.conclusion],
    ["words", before.words !== now.words],
    ...toldOtherwise(before.told, now.told),
  ]
  return differs.flatMap(([change, isSo]) => (isSo ? change : []))
}

function toldOtherwise(before: SignedClaim["told"], now: SignedClaim["told"]): [ClaimChange, boolean][] {
  if (!before || !now) return []
  return [
    ["told", before.words !== now.words],
    ["sources", before.sources !== now.sources],
  ]
}
