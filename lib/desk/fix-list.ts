/** The fixes of an article, for its author, who answers them, and for editors, who decide. */
import { db } from "../db"
import { overlapping, passageIn, type FixItem, type FixList } from "../domain/fix"
import { refuse } from "../domain/refusal"
import { ratingOf, type Scale } from "../domain/scale"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { knownScales } from "./scales"
import { claimRelations, seenBy, type ClaimRow } from "./seen-by"
import { membersAmong } from "./under-check"
import { fixView, passageOf } from "./verdict-views"
import { sawArticles } from "./who-saw"

/** More open fixes than this nobody decides on at once: the rest comes up as they are decided. */
const MOST_OPEN = 500

/** The fixes of an article that wait for an answer or a decision, in the order of the text. */
export async function listFixes(actor: Actor, articleId: string): Promise<FixList> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, language: true, leadId: true, archivedAt: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, number: true, text: true } },
    },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const { id, title, language, leadId } = article
  const { text, ...revision } = article.revision
  const { anchors, fixes, draft } = claimRelations(actor)
  const claims = await db().claim.findMany({
    where: { articleId, ...seenBy(actor).claim, ...openTo(actor), fixes: { some: fixes.where } },
    select: { ...{ id: true, number: true, job: true, state: true }, anchors, fixes, draft },
    orderBy: { number: "asc" },
    take: MOST_OPEN,
  })
  await sawArticles(db(), actor, [articleId])
  const archivedAt = article.archivedAt?.toISOString() ?? null
  return {
    article: { id, title, language, leadId, archivedAt, authorIds: membersAmong(article.authors) },
    revision,
    items: await itemsOf(text, claims),
    accepted: await acceptedFixes(actor, articleId),
  }
}

type Row = Pick<ClaimRow, "id" | "number" | "job" | "state" | "anchors" | "fixes" | "draft">

async function itemsOf(text: string, claims: Row[]): Promise<FixItem[]> {
  const passages = claims.flatMap((claim) => {
    const passage = passageOf(claim)
    return passage ? [{ ...passage, number: claim.number }] : []
  })
  const scaleOf = await knownScales(
    db(),
    claims.flatMap(({ draft }) => draft?.scaleId ?? []),
  )
  const items = claims.flatMap(({ id, number, job, state, fixes, draft }) => {
    const fix = fixView(fixes)
    const at = passages.find((passage) => passage.number === number) ?? null
    const verdict = draft && publicWords(scaleOf(draft.scaleId), draft)
    const passage = at && passageIn(text, at)
    return fix
      ? [{ fix, claim: { id, number, job, state, verdict }, passage, conflicts: overlapping(at, passages) }]
      : []
  })
  const place = ({ passage }: FixItem) => passage?.start ?? text.length
  return items.sort((one, other) => place(one) - place(other) || one.claim.number - other.claim.number)
}

/** What readers are told of a verdict, and so its author before them. */
function publicWords(scale: Scale, { rating, conclusion, explanation }: NonNullable<Row["draft"]>) {
  const { code, label, tone, shape } = ratingOf(scale, rating)
  return { rating: { code, label, tone, shape }, conclusion, explanation }
}

/** So many of the accepted ones are told of: the rest is in the history. */
const MOST_ACCEPTED = 50

async function acceptedFixes(actor: Actor, articleId: string): Promise<FixList["accepted"]> {
  const rows = await db().fix.findMany({
    where: { claim: { ...seenBy(actor).claim, ...openTo(actor), articleId }, revisionId: { not: null } },
    select: { claim: { select: { id: true, number: true, job: true } }, revision: { select: { number: true } } },
    orderBy: [{ decidedAt: "desc" }, { claim: { number: "asc" } }],
    take: MOST_ACCEPTED,
  })
  return rows.flatMap(({ claim, revision }) => (revision ? [{ claim, revision: revision.number }] : []))
}
