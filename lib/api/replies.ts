/**
 * What a route answers: the value in the API's shape, the version that its entity tag is made of, the status and the
 * address of what was created. And how a conflict shows what is there now.
 */
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { CalculationView } from "../domain/calculation"
import type { ClaimView } from "../domain/claim"
import type { ContactKept, ContactView } from "../domain/contact"
import { newerTextIn } from "../domain/text-conflict"
import type { EvidenceView, SourceView } from "../domain/source"
import type { Actor } from "../domain/workspace"
import type { Include } from "./include"
import { apiArticle, apiCalculation, apiClaim, apiContact, apiEvidence, apiReview, apiRound, apiSource } from "./views"

/** For what a `POST` has made and that has an address of its own. */
export function created(path: string) {
  return { status: 201, location: `/api/v1${path}` } as const
}

/** For what a `POST` has made within something else, where it is read. */
export const MADE = { status: 201 } as const

export async function articleReply(actor: Actor, article: AnnotatedArticle, include: readonly Include[] = []) {
  return { value: await apiArticle(actor, article, include), version: article.version }
}

export async function claimReply(actor: Actor, claim: ClaimView) {
  return { value: await apiClaim(actor, claim), version: claim.version }
}

export function sourceReply(source: SourceView) {
  return { value: apiSource(source), version: source.version }
}

/** A piece of the claim's evidence, with the version of the claim that it left behind. */
export function evidenceReply(claim: ClaimView, evidenceId: string) {
  const evidence = present(claim.evidence.find((one) => one.id === evidenceId))
  return { value: { ...apiEvidence(evidence), claimVersion: claim.version }, version: evidence.version }
}

/** A contact as one of its claims has it. */
export function contactReply({ claims, contactId }: ContactKept) {
  const contact = present(claims.flatMap((claim) => claim.contacts).find(({ id }) => id === contactId))
  return { value: apiContact(contact), version: contact.version }
}

/** A calculation of a claim, with the version of the claim that it left behind. */
export function calculationReply(claim: ClaimView, calculationId: string) {
  const calculation = present(claim.calculations.find(({ id }) => id === calculationId))
  return { value: { ...apiCalculation(calculation), claimVersion: claim.version }, version: calculation.version }
}

/** The round that a claim was just sent in. Its state is the claim's, and so is its entity tag. */
export function roundReply(claim: ClaimView) {
  const { id, state, version } = claim
  const round = present(claim.round)
  const value = { ...apiRound(round), claimId: id, claimVersion: version, state }
  return { value, version, ...MADE }
}

/** The newest review of a round by one person, with where it leaves the claim. */
export function reviewReply(claim: ClaimView, roundId: string, reviewerId: string) {
  const { id, state, version } = claim
  const mine = (one: ClaimView["reviews"][number]) => one.roundId === roundId && one.reviewer.id === reviewerId
  const review = present(claim.reviews.findLast(mine))
  const value = { ...apiReview(review), claimId: id, claimVersion: version, state }
  return { value, version, ...MADE }
}

/** What a conflict shows of what is there now, for the acts on articles, claims, sources and evidence. */
export const currentArticle = (actor: Actor, current: unknown) => apiArticle(actor, current as AnnotatedArticle)
/** Of a conflict over a text: the article, or the text that came first. */
export const currentText = async (actor: Actor, current: unknown) =>
  newerTextIn(current) ? current : currentArticle(actor, current)
export const currentClaim = (actor: Actor, current: unknown) => apiClaim(actor, current as ClaimView)
export const currentContact = async (_: Actor, current: unknown) => apiContact(current as ContactView)
export const currentCalculation = async (_: Actor, current: unknown) => apiCalculation(current as CalculationView)
export const currentSource = async (_: Actor, current: unknown) => apiSource(current as SourceView)
export const currentEvidence = async (_: Actor, current: unknown) => apiEvidence(current as EvidenceView)

/** What an act has just written is there. */
function present<T>(written: T | null | undefined): T {
  if (!written) throw new Error("an act did not answer what it wrote")
  return written
}
