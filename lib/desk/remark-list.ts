/** Remarks as they are read: each where it stands in the current text. */
import type { Prisma } from "../../prisma/client/client"
import { describe, place, type Span } from "../anchor"
import { db } from "../db"
import type { SentenceView } from "../domain/coverage"
import { groupedBy } from "../domain/grouped"
import { can, type ArticleSubject } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { RemarkList, RemarkView } from "../domain/remark"
import type { Actor } from "../domain/workspace"
import { sentencesIn } from "./coverage"
import { asPerson, person, seenBy } from "./seen-by"
import { membersAmong } from "./under-check"

/** More than an article has. */
const MOST = 2_000

/** Aligning two texts takes time: remarks that only older texts have are looked for by their words alone. */
const MOST_ALIGNED = 3

/**
 * The remarks of an article with their passages in its current text. What the desk keeps to itself is not among them for
 * those from whom it does.
 */
export async function listRemarks(actor: Actor, articleId: string): Promise<RemarkList> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      ...{ id: true, title: true, language: true, leadId: true, archivedAt: true },
      authors: { select: { membershipId: true } },
      revision: { select: { id: true, text: true } },
    },
  })
  if (!article?.revision) throw refuse("not-found", "article.notFound")
  const { revision, authors, ...known } = article
  const about = { ...known, authorIds: membersAmong(authors), archivedAt: article.archivedAt?.toISOString() ?? null }
  const [remarks, sentences] = await Promise.all([remarksOf(actor, about), sentencesIn(db(), revision.id)])
  const spans = await passagesIn(remarks, revision)
  const at = (id: string) => sentenceAt(spans.get(id), sentences)
  return {
    article: about,
    remarks: remarks.map((row) => remarkView(row, spans.get(row.id), { ...revision, sentence: at(row.id) })),
  }
}

/** How many remarks of an article wait for a decision; none where the article may not be seen. */
export function remarksWaiting(actor: Actor, articleId: string): Promise<number> {
  const { workspaceId } = actor
  return db().remark.count({ where: { ...undecided, workspaceId, articleId, article: seenBy(actor).article } })
}

/** Of these, somebody has to say what becomes of them. */
export const undecided = { outcome: null, resolved: false } as const

type Standing = Pick<Prisma.RemarkGetPayload<object>, "id" | "revisionId" | "start" | "end" | "quote">

/** Where remarks stand in a text: those of an earlier one, only where their words are carried. */
export async function passagesIn(
  rows: readonly Standing[],
  to: { id: string; text: string },
): Promise<Map<string, Span>> {
  const placed = rows.flatMap(({ start, end, ...row }) =>
    start === null || end === null ? [] : { ...row, start, end },
  )
  const groups = groupedBy(placed, (row) => row.revisionId)
  const texts = await textsOf([...groups.keys()].filter((id) => id !== to.id))
  const now = new Map<string, Span>()
  for (const [from, there] of groups) {
    const spans = from === to.id ? there : carried(there, texts.get(from), to.text)
    there.forEach(({ id }, at) => {
      const span = spans[at]
      if (span) now.set(id, { start: span.start, end: span.end })
    })
  }
  return now
}

/** Without the text that they stood in, by their words, where these are there once. */
function carried(there: (Span & { quote: string })[], before: string | undefined, now: string): (Span | null)[] {
  if (before === undefined) return there.map(({ quote }) => foundAgain(quote, now))
  return place(there, before, now).map((one) => (one.kind === "exact" || one.kind === "moved" ? one.span : null))
}

function foundAgain(quote: string, text: string): Span | null {
  const start = quote === "" ? -1 : text.indexOf(quote)
  return start < 0 || text.includes(quote, start + 1) ? null : { start, end: start + quote.length }
}

/** The newest of some texts. */
async function textsOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db().revision.findMany({
    where: { id: { in: ids } },
    select: { id: true, text: true },
    orderBy: { number: "desc" },
    take: MOST_ALIGNED,
  })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** The number of the sentence in which a passage begins, from 1. */
export function sentenceAt(span: Span | undefined, sentences: readonly SentenceView[]): number | null {
  const found = span && sentences.find(({ end }) => end > span.start)
  return found ? found.ordinal + 1 : null
}

const shown = { claim: { select: { id: true, number: true, withdrawnAt: true } }, decidedBy: person } as const

/** What was made a note, left out or made a fact of is the desk's alone; a question is for whoever it is put to. */
function remarksOf(actor: Actor, article: ArticleSubject & { id: string }) {
  const seen = can(actor, "comment.readNotes", article)
    ? {}
    : { OR: [{ outcome: null }, { outcome: "query" as const }] }
  return db().remark.findMany({
    where: { workspaceId: actor.workspaceId, articleId: article.id, ...seen },
    include: shown,
    orderBy: [{ revisionId: "desc" }, { ordinal: "asc" }],
    take: MOST,
  })
}

function remarkView(
  row: Prisma.RemarkGetPayload<{ include: typeof shown }>,
  span: Span | undefined,
  { text, sentence }: { text: string; sentence: number | null },
): RemarkView {
  const { id, kind, author, text: words, href, quote, resolved, outcome, decidedBy } = row
  const around = span && describe(text, span)
  // What came back to a claim that is withdrawn since can become one anew.
  const claim = row.claim?.withdrawnAt && outcome === null ? null : row.claim
  return {
    ...{ id, kind, author, text: words, href, quote, resolved, outcome },
    claim: claim && { id: claim.id, number: claim.number },
    writtenAt: row.writtenAt?.toISOString() ?? null,
    passage:
      span && around ? { ...span, words: around.quote, before: around.prefix, after: around.suffix, sentence } : null,
    decidedBy: decidedBy && asPerson(decidedBy),
  }
}
