/** Sign-off: an article goes out, what it rests on is frozen, and what was reopened before is listed as corrected. */
import canonicalize from "canonicalize"
import { v7 as newId } from "uuid"
import type { z } from "zod"
import type { Prisma } from "../../prisma/client/client"
import type { Tx } from "../db"
import { sha256 } from "../document/digest"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { correctionNotice, textNotice } from "../domain/correction-notice"
import { claimEvent, type NewEvent } from "../domain/event"
import { looseItems, looseOutside } from "../domain/loose"
import { authorize, type ClaimSubject, type SignOffSubject } from "../domain/policy"
import { refuse, refuseField } from "../domain/refusal"
import {
  afterSignOff,
  openItemsOf,
  SignedArticle,
  signedClaim,
  tidiesWaiting,
  toldOf,
  type GoneOut,
  type LetStand,
  type SignOffArticle,
} from "../domain/sign-off"
import { RoundSnapshot } from "../domain/round"
import { spansIn } from "../domain/coverage"
import type { ClaimView } from "../domain/claim"
import { isHeld, isStanding } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { annotated, assertUnchanged } from "./articles"
import { change, unchanged } from "./change"
import { releaseOpinions } from "./opinions"
import { articleUnderCheck, claimUnderCheck, viewOf, type ArticleUnderCheck } from "./under-check"

/** An article goes out: whole where it is ready, else with its open items, each named. Answers how. */
export function signOffArticle(
  actor: Actor,
  { articleId, version, openItems, notices }: z.output<typeof SignOffArticle>,
): Promise<{ articleId: string; number: number; goneOut: GoneOut }> {
  return change(actor, async (tx) => {
    const article = await articleUnderCheck(tx, actor, articleId)
    await assertUnchanged(tx, actor, article, version)
    // Who lets it go without them sees what it goes with.
    const without = openItems ? await releaseOpinions(tx, actor, articleId, openItems.reason) : NONE_WAIVED
    const whole = withOpinions(await annotated(tx, actor, articleId), without.waived)
    authorize(actor, "article.signOff", signOffSubject(article, whole.claims))
    refuseWith("signOff.held", heldAmong(whole.claims))
    const signed = await signedArticle(tx, actor, whole)
    const items = openItemsOf(signed)
    const how = afterSignOff({ goneOut: article.goneOut, signerId: actor.id }, items, openItems)
    refuseWith("signOff.tidyWaits", tidiesWaiting(whole.claims, signed))
    const accepted = how === "released" ? openItems : null
    if (accepted?.secondId) await assertSecond(tx, actor, article, accepted.secondId)
    const signOff = await insertSignOff(tx, actor, article, signed, accepted)
    const closing = await closeReopenings(tx, actor, { signed, signOff, notices, language: whole.language })
    const goneOut = closing.stillOpen > 0 ? "under_review" : how
    await freeze(tx, signed, signOff.id)
    await tx.article.update({
      where: { id: articleId },
      data: { goneOut, signOffId: signOff.id, version: { increment: 1 } },
    })
    const payload = { number: signOff.number, digest: signOff.digest, open: items.claims.map(({ number }) => number) }
    const act = how === "released" ? "article.released" : "article.signed_off"
    const subjects = {
      article: articleId,
      signOff: signOff.id,
      ...(accepted?.secondId && { membership: accepted.secondId }),
    }
    const told: NewEvent = { stream: articleId, act, subjects, payload }
    return {
      result: { articleId, number: signOff.number, goneOut },
      events: [told, ...closing.events, ...without.events],
    }
  })
}

const NONE_WAIVED: Awaited<ReturnType<typeof releaseOpinions>> = { waived: new Map(), events: [] }

/** What went out without its second opinion is an open item of its release. */
function withOpinions(
  article: AnnotatedArticle,
  waived: Awaited<ReturnType<typeof releaseOpinions>>["waived"],
): AnnotatedArticle {
  const claims = article.claims.map((claim) => ({ ...claim, opinion: waived.get(claim.id) ?? claim.opinion }))
  return { ...article, claims }
}

/** Lets an approved rating stand that settles nothing. */
export function letStand(actor: Actor, { claimId, version, reason }: LetStand): Promise<ClaimView> {
  return change(actor, async (tx) => {
    const claim = await claimUnderCheck(tx, actor, claimId, version)
    authorize(actor, "claim.letStand", claim satisfies ClaimSubject)
    const before = await viewOf(tx, actor, claim)
    if (!isStanding(before)) throw refuse("conflict", "letStand.notApproved")
    if (before.verdict?.rating.settles) throw refuse("conflict", "letStand.settled")
    if (before.letStand?.reason === reason) return unchanged(before)
    await tx.claim.update({
      where: { id: claimId },
      data: { letStandReason: reason, letStandById: actor.id, letStandAt: new Date(), version: { increment: 1 } },
    })
    return { result: await viewOf(tx, actor, claim), events: [claimEvent("claim.let_stand", claim.row)] }
  })
}

/** Numbers of the claims whose legal risk nobody has cleared. */
export const heldAmong = (claims: readonly Pick<ClaimView, "number" | "legal">[]): number[] =>
  claims.filter(({ legal }) => isHeld({ legal: legal?.decision ?? null })).map(({ number }) => number)

/** What keeps an article from going out, with the numbers of the claims that do, if there are any. */
function refuseWith(key: "signOff.held" | "signOff.tidyWaits", numbers: number[]): void {
  if (numbers.length === 0) return
  const params = { count: numbers.length, numbers: numbers.slice(0, 12).join(", ") }
  throw refuse("conflict", key, { params })
}

/** The article as the policy asks about its going out. */
export function signOffSubject(
  { authorIds, leadId }: Pick<ArticleUnderCheck, "authorIds" | "leadId">,
  claims: readonly Pick<ClaimView, "round" | "state" | "authorIds">[],
): SignOffSubject {
  const standing = claims.filter(({ round, state }) => round && state !== "changes_requested")
  return { article: { authorIds, leadId }, roundAuthors: standing.map((claim) => claim.authorIds) }
}

/** The article as it would go out now. */
export async function signedArticle(tx: Tx, actor: Actor, article: AnnotatedArticle): Promise<SignedArticle> {
  const rounds = await tx.round.findMany({
    where: { id: { in: article.claims.flatMap(({ round }) => round?.id ?? []) } },
    select: { id: true, snapshot: true },
  })
  const snapshots = new Map(rounds.map(({ id, snapshot }) => [id, snapshot]))
  const digestsOf = (claim: ClaimView) => {
    const snapshot = snapshots.get(claim.round?.id ?? "")
    if (!snapshot) return null
    const { words, sources } = toldOf(claim, RoundSnapshot.parse(snapshot))
    return { roundSha256: digestOf(snapshot), told: { words: digestOf(words), sources: digestOf(sources) } }
  }
  const { id, number, sha256: digest } = article.revision
  return SignedArticle.parse({
    ...article,
    revision: { id, number, sha256: digest },
    loose: looseIn(article),
    claims: article.claims.map((claim) => signedClaim(claim, digestsOf(claim), actor.settings)),
  })
}

const digestOf = (value: unknown) => sha256(canonicalize(value) ?? "")

/** How many loose items are outside of all claims. */
function looseIn({ revision: { text }, sentences, claims, language }: AnnotatedArticle): number {
  const claimed = claims.flatMap(({ anchors }) => spansIn(anchors))
  return sentences.reduce(
    (sum, sentence) => sum + looseOutside(text, looseItems(text, sentence, language), claimed).length,
    0,
  )
}

/** Whoever is named beside the signer: somebody who might have signed it, as far as the article asks. */
async function assertSecond(tx: Tx, actor: Actor, article: ArticleUnderCheck, secondId: string): Promise<void> {
  const where = { id: secondId, workspaceId: actor.workspaceId, deactivatedAt: null } as const
  const member = await tx.membership.findFirst({ where, select: { role: true } })
  const may = member && ["checker", "editor", "owner"].includes(member.role) && !article.authorIds.includes(secondId)
  if (!may) throw refuseField("openItems.secondId", "signOff.noSuchSecond")
}

async function insertSignOff(
  tx: Tx,
  actor: Actor,
  article: ArticleUnderCheck,
  signed: SignedArticle,
  accepted: { reason: string; secondId?: string | null | undefined } | null | undefined,
) {
  const { workspaceId, id: signedById } = actor
  const { hash: eventHead } = await tx.eventStream.findUniqueOrThrow({ where: { id: article.id } })
  const number = 1 + (await tx.signOff.count({ where: { articleId: article.id } }))
  const digest = sha256(canonicalize({ ...signed, eventHead }) ?? "")
  const id = newId()
  await tx.signOff.create({
    data: {
      ...{
        id,
        workspaceId,
        articleId: article.id,
        revisionId: signed.revision.id,
        number,
        digest,
        eventHead,
        signedById,
      },
      snapshot: signed as Prisma.InputJsonObject,
      reason: accepted?.reason ?? null,
      secondId: accepted?.secondId ?? null,
    },
  })
  return { id, number, digest }
}

/** What is done stands from now on; of it nobody is told any more that it is looked at again. */
async function freeze(tx: Tx, { claims }: SignedArticle, signOffId: string): Promise<void> {
  const done = claims.filter(({ open }) => open === null).map(({ id }) => id)
  await tx.claim.updateMany({
    where: { id: { in: done } },
    data: { signOffId, underReviewSince: null, version: { increment: 1 } },
  })
}

interface Closing {
  signed: SignedArticle
  signOff: { id: string; number: number }
  notices: { reopeningId: string; notice: string }[]
  language: string
}

/** Closes what was reopened and is done now, and lists what it changed. */
async function closeReopenings(tx: Tx, actor: Actor, { signed, signOff, notices, language }: Closing) {
  const { workspaceId } = actor
  const articleId = (await tx.signOff.findUniqueOrThrow({ where: { id: signOff.id } })).articleId
  const open = await openReopenings(tx, articleId)
  const done = open.filter(({ claimId }) => !claimId || !signed.claims.some(({ id, open }) => id === claimId && open))
  const drafts = draftsOf(done, signed, language)
  const events: NewEvent[] = []
  for (const reopening of done) {
    await tx.reopening.update({ where: { id: reopening.id }, data: { closedById: signOff.id } })
    const drafted = drafts.get(reopening.id)
    if (drafted === undefined) continue
    const notice = notices.find(({ reopeningId }) => reopeningId === reopening.id)?.notice ?? drafted
    const { id: reopeningId, kind, claimId } = reopening
    const about = { articleId, claimId, reopeningId, signOffId: signOff.id, kind, notice }
    await tx.correction.create({ data: { id: newId(), workspaceId, ...about } })
    const subjects = {
      article: articleId,
      reopening: reopeningId,
      signOff: signOff.id,
      ...(claimId && { claim: claimId }),
    }
    const number = reopening.claim?.number
    events.push({ stream: articleId, act: "correction.listed", subjects, payload: { kind, ...(number && { number }) } })
  }
  return { events, stillOpen: open.length - done.length }
}

/** What is under review of an article, the oldest first, with what had gone out. */
export function openReopenings(tx: Tx, articleId: string) {
  return tx.reopening.findMany({
    where: { articleId, closedById: null },
    include: { claim: { select: { number: true, withdrawnAt: true } }, signOff: { select: { snapshot: true } } },
    orderBy: { id: "asc" },
  })
}

type OpenReopening = Awaited<ReturnType<typeof openReopenings>>[number]

/**
 * What readers would be told of reopenings if the article went out like this, by their ids; of those that left all as it
 * was, nothing. A text that was changed is told of once: with the text, with a claim whose words are others, or else with
 * the first claim.
 */
export function draftsOf(
  reopenings: readonly Reopened[],
  signed: SignedArticle,
  language: string,
): Map<string, string> {
  const each = reopenings.map((one) => ({ ...one, ...statesOf(one, signed) }))
  const telling = each.find(({ claimId, was, is }) => claimId === null || was?.words !== is?.words) ?? each[0]
  const drafts = each.map(({ id, kind, claimId, was, is, isOther }): [string, string | null] => {
    const ofClaim = claimId && correctionNotice({ before: was, now: is }, kind, language)
    const tells = isOther && id === telling?.id && was?.words === is?.words
    return [id, tells ? textNotice(kind, language, ofClaim) : ofClaim]
  })
  return new Map(drafts.flatMap(([id, draft]) => (draft ? [[id, draft]] : [])))
}

type Reopened = Pick<OpenReopening, "id" | "kind" | "claimId" | "signOff">

/** What had gone out of a reopening's claim, and what would now; and whether the text is another. */
function statesOf({ claimId, signOff }: Reopened, signed: SignedArticle) {
  const before = SignedArticle.parse(signOff.snapshot)
  const find = ({ claims }: SignedArticle) => claims.find(({ id }) => id === claimId)
  return { was: find(before), is: find(signed), isOther: before.revision.sha256 !== signed.revision.sha256 }
}
