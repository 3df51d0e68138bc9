/** What is told of an article's going out: what is still open, what went out when, what is under review, and complaints. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { openReasons } from "../domain/open-reasons"
import { can, type ArticleSubject } from "../domain/policy"
import { concernedIn, openItemsOf, SignedArticle, tidiesWaiting } from "../domain/sign-off"
import type { ComplaintView, CorrectionView, ReopeningView, SignOffState, SignOffView } from "../domain/sign-off-state"
import { quoteOf } from "../domain/shown"
import type { Actor, Person, Role } from "../domain/workspace"
import { readArticle } from "./articles"
import { concernedBy } from "./concerned"
import { listedCorrections } from "./relations"
import { asPerson, person, readerOf, seenBy } from "./seen-by"
import { draftsOf, heldAmong, signedArticle, signOffSubject } from "./sign-offs"
import { membersAmong } from "./under-check"

/** A list of any of them is as long as this at most: more no article has seen. */
const MOST = 200

/** Everything about an article's going out, as its reader may see it. */
export async function readSignOffs(actor: Actor, articleId: string): Promise<SignOffState> {
  const article = await readArticle(actor, articleId)
  const subject = { authorIds: membersAmong(article.authors), leadId: article.lead?.id ?? null }
  const reader = readerOf(actor, article)
  const { id, title, language, kind, archivedAt, version } = article
  const [row, signed, seconds] = await Promise.all([
    db().article.findFirstOrThrow({ where: { id: articleId, ...seenBy(actor).article }, include: history }),
    signedArticle(db(), actor, article),
    secondsFor(actor, subject),
  ])
  const isDone = ({ claimId }: Row["reopenings"][number]) =>
    !signed.claims.some(({ id, open }) => id === claimId && open !== null)
  const ownWork = await ofOwnWork(row.signOffs)
  const drafts = draftsOf(row.reopenings.filter(isDone), signed, language)
  return {
    article: { id, title, language, kind, archivedAt, version, ...subject, goneOut: row.goneOut },
    open: openItemsOf(signed),
    reasons: Object.fromEntries(article.claims.map((claim) => [claim.id, openReasons(claim, actor.settings)])),
    coverage: signed.coverage,
    loose: signed.loose,
    held: heldAmong(article.claims),
    tidies: tidiesWaiting(article.claims, signed),
    claims: article.claims.map(({ id, number, anchors, signOffId }) => ({
      ...{ id, number, words: quoteOf(anchors), out: signOffId !== null },
    })),
    reopenings: row.reopenings.map((one): ReopeningView => {
      const { id, kind, reason, openedBy, openedAt, claim } = one
      const about = claim && { ...claim, withdrawn: claim.withdrawnAt !== null, words: wordsOf(one.claimId, signed) }
      const why = can(reader, "note.read") ? reason : ""
      return {
        id,
        claim: about,
        kind,
        reason: why,
        openedBy: asPerson(openedBy),
        openedAt: openedAt.toISOString(),
        draft: drafts.get(id) ?? null,
      }
    }),
    signOffs: row.signOffs.map((one) => ({ ...signOffView(reader, one), ofOwnWork: ownWork.has(one.id) })),
    corrections: row.corrections.map(correctionView),
    complaints: can(actor, "complaint.read", subject) ? await complaintsOf(actor, articleId, subject) : null,
    seconds,
    barred: barredFrom(actor, subject, article.claims),
  }
}

const history = {
  reopenings: {
    where: { closedById: null },
    include: {
      openedBy: person,
      claim: { select: { id: true, number: true, withdrawnAt: true } },
      signOff: { select: { snapshot: true } },
    },
    orderBy: { id: "asc" },
    take: MOST,
  },
  signOffs: { include: { signedBy: person, second: person }, orderBy: { number: "desc" }, take: MOST },
  corrections: { ...listedCorrections, take: MOST },
} as const satisfies Prisma.ArticleInclude

type Row = Prisma.ArticleGetPayload<{ include: typeof history }>

const wordsOf = (claimId: string | null, { claims }: SignedArticle) =>
  quoteOf(claims.find(({ id }) => id === claimId)?.anchors ?? [])

/** The sign-offs by an author of something that went out with them. */
async function ofOwnWork(rows: Row["signOffs"]): Promise<Set<string>> {
  const roundsOf = (row: Row["signOffs"][number]) =>
    SignedArticle.parse(row.snapshot).claims.flatMap(({ roundId }) => roundId ?? [])
  const authors = await db().roundAuthor.findMany({
    where: {
      roundId: { in: [...new Set(rows.flatMap(roundsOf))] },
      membershipId: { in: rows.map(({ signedById }) => signedById) },
    },
    select: { roundId: true, membershipId: true },
  })
  const wrote = new Set(authors.map(({ roundId, membershipId }) => `${roundId} ${membershipId}`))
  const own = rows.filter((row) => roundsOf(row).some((roundId) => wrote.has(`${roundId} ${row.signedById}`)))
  return new Set(own.map(({ id }) => id))
}

/** Why it went out like that is the desk's alone. */
function signOffView(actor: Actor, row: Row["signOffs"][number]): Omit<SignOffView, "ofOwnWork"> {
  const { id, number, signedBy, signedAt, reason, second, digest } = row
  const { revision, claims } = SignedArticle.parse(row.snapshot)
  return {
    ...{
      id,
      number,
      digest,
      reason: can(actor, "note.read") ? reason : null,
      revision: revision.number,
      claims: claims.length,
    },
    kind: reason === null ? "signed_off" : "released",
    signedBy: asPerson(signedBy),
    signedAt: signedAt.toISOString(),
    second: second && asPerson(second),
    open: claims.filter(({ open }) => open !== null).map(({ number }) => number),
  }
}

function correctionView({
  id,
  claim,
  kind,
  notice,
  listedAt,
  signOff,
  reopening,
}: Row["corrections"][number]): CorrectionView {
  const [from, to] = [reopening.signOff.number, signOff.number]
  return { id, claim, kind, notice, listedAt: listedAt.toISOString(), from, to }
}

async function complaintsOf(actor: Actor, articleId: string, subject: ArticleSubject): Promise<ComplaintView[]> {
  const rows = await db().complaint.findMany({
    where: { articleId, workspaceId: actor.workspaceId },
    include: {
      recordedBy: person,
      decidedBy: person,
      claim: {
        select: {
          id: true,
          number: true,
          rounds: {
            select: { authors: { select: { membershipId: true } }, reviews: { select: { reviewerId: true } } },
          },
        },
      },
    },
    orderBy: { id: "desc" },
    take: MOST,
  })
  const article = { id: articleId, ...subject }
  const isWhole = rows.some(({ claimId }) => claimId === null)
  const ofWhole = isWhole ? await concernedBy(db(), actor, article, null) : []
  return rows.map(({ recordedBy, decidedBy, claim, ...row }) => {
    const { id, who, text, outcome, answer, version } = row
    const concernedIds = row.claimId ? concernedIn(claim?.rounds ?? []) : ofWhole
    return {
      ...{ id, who, text, outcome, answer, version },
      claim: claim && { id: claim.id, number: claim.number },
      receivedAt: row.receivedAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      recordedBy: asPerson(recordedBy),
      decidedBy: decidedBy && asPerson(decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decides: can(actor, "complaint.decide", { article, concernedIds }),
    }
  })
}

const SECONDS: Role[] = ["checker", "editor", "owner"]

/** Whoever can be named beside the signer; nobody, for whoever signs nothing. */
async function secondsFor(actor: Actor, article: ArticleSubject): Promise<Person[]> {
  if (!can(actor, "article.reopen", article)) return []
  const rows = await db().membership.findMany({
    where: {
      ...{ workspaceId: actor.workspaceId, deactivatedAt: null, role: { in: SECONDS } },
      id: { notIn: [actor.id, ...article.authorIds] },
    },
    ...person,
    orderBy: { user: { name: "asc" } },
    take: 500,
  })
  return rows.map(asPerson)
}

function barredFrom(
  actor: Actor,
  article: ArticleSubject,
  claims: Parameters<typeof signOffSubject>[1],
): SignOffState["barred"] {
  if (can(actor, "article.signOff", signOffSubject(article, claims))) return null
  if (!["editor", "owner"].includes(actor.role)) return "policy"
  return article.authorIds.includes(actor.id) ? "author" : "round"
}
