/**
 * Check final: a page, file or paste that is about to go out, compared with the words that were signed off or, before
 * that, with the current ones. It becomes no revision: nothing is written.
 */
import { compare, place, type Placed, type Span } from "../anchor"
import { db } from "../db"
import { parseDocument } from "../document"
import { headOf } from "../domain/article"
import { headlineCheck, touchOf, type FinalCheck, type TouchedFact } from "../domain/final-check"
import { refuse } from "../domain/refusal"
import { wordsChanged } from "../domain/revision"
import { passedStates } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { sentencesIn } from "./coverage"
import { readInPlace, type Former, type OtherText } from "./in-place"
import { newText, type NewText } from "./revising"
import { seenBy } from "./seen-by"

/** What in a text is not as it was checked. Typography and white space count as the same words. */
export async function checkFinal(actor: Actor, text: OtherText): Promise<FinalCheck> {
  const { revision, language, signedOff } = await checkedText(actor, text.articleId)
  const document = parseDocument(revision.document)
  const { title, dek } = headOf(document)
  const { final, hasHeadline } = await finalText(text, { title, dek, document, language })
  const pieces = compare(revision.text, final.text, "words")
  const facts = await placedFacts(actor, text.articleId, revision, final)
  const headline = hasHeadline ? headOf(final.document).title : null
  const { number, bodyStart } = revision
  return {
    revision: { number, bodyStart, signedOff },
    bodyStart: final.bodyStart,
    pieces,
    words: wordsChanged(pieces),
    facts: facts.length,
    touched: facts.flatMap((fact) => touchedFact(fact, final)),
    headline: headlineCheck(headline, (now) => isSame(title, now), standingIn(facts)),
  }
}

/** The text that was signed off last; before that, the current one. */
async function checkedText(actor: Actor, articleId: string) {
  const select = { id: true, number: true, text: true, bodyStart: true, document: true } as const
  const article = await db().article.findFirst({
    where: { id: articleId, ...seenBy(actor).article },
    select: {
      language: true,
      revision: { select },
      signOffs: { select: { revision: { select } }, orderBy: { signedAt: "desc" }, take: 1 },
    },
  })
  const signed = article?.signOffs[0]?.revision
  const revision = signed ?? article?.revision
  if (!article || !revision) throw refuse("not-found", "article.notFound")
  return { revision, language: article.language, signedOff: signed ? "yes" : "not yet" } as const
}

interface Checked extends Former {
  language: string
}

/** A text whose headline its reader would have to make up has none: the checked one is read in its place. */
async function finalText(text: OtherText, checked: Checked) {
  const asGiven = await readInPlace(text, checked)
  const isMadeUp = asGiven.notices.some((notice) => notice.startsWith("title"))
  const { document } = isMadeUp ? await readInPlace({ ...text, head: "keep" }, checked) : asGiven
  return { final: newText(document, checked.language), hasHeadline: text.head === "read" && !isMadeUp }
}

/** The checked facts of a revision, and where each would stand in a text. */
async function placedFacts(actor: Actor, articleId: string, revision: { id: string; text: string }, final: NewText) {
  const claims = await db().claim.findMany({
    where: { ...seenBy(actor).claim, articleId, state: { in: passedStates(actor.settings) }, ...openTo(actor) },
    select: {
      ...{ id: true, number: true, job: true },
      draft: { select: { rating: true } },
      anchors: {
        where: { revisionId: revision.id, start: { not: null } },
        select: { start: true, end: true },
        orderBy: { ordinal: "asc" },
      },
    },
    orderBy: { number: "asc" },
  })
  const sentences = { old: await sentencesIn(db(), revision.id), new: final.sentences }
  const facts = claims.map((claim) => ({ ...claim, before: revision.text, sentences, spans: spansOf(claim.anchors) }))
  const placed = place(
    facts.flatMap(({ spans }) => spans),
    revision.text,
    final.text,
    { sentences },
  )
  let at = 0
  return facts
    .filter(({ spans }) => spans.length > 0)
    .map((fact) => ({ ...fact, placed: placed.slice(at, (at += fact.spans.length)) }))
}

type Fact = Awaited<ReturnType<typeof placedFacts>>[number]

const spansOf = (anchors: { start: number | null; end: number | null }[]): Span[] =>
  anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end }))

function touchedFact(fact: Fact, final: NewText): TouchedFact[] {
  const { id, number, job, draft, placed, spans, before, sentences } = fact
  const touch = touchOf(draft?.rating ?? null, placed)
  if (!touch) return []
  const now = placed.flatMap((one) => spanOf(one) ?? [])
  const words = (text: string, all: readonly Span[], cut: readonly Span[]) =>
    all.map((span) => text.slice(...(touch === "context" ? around(cut, span) : [span.start, span.end]))).join(" … ")
  const was = words(before, spans, sentences.old)
  const is = now.length > 0 ? words(final.text, now, sentences.new) : null
  const pieces = compare(was, is ?? "", "words")
  return [{ claimId: id, number, job, touch, before: was, now: is, pieces }]
}

/** Where a span stands, or is proposed to stand. */
function spanOf(placed: Placed): Span | null {
  if (placed.kind === "lost") return null
  return placed.kind === "stale" ? placed.proposal : placed.span
}

/** From the start of the first sentence that a span touches to the end of the last. */
function around(sentences: readonly Span[], { start, end }: Span): [start: number, end: number] {
  const touched = sentences.filter((sentence) => sentence.start < end && sentence.end > start)
  return [Math.min(start, touched[0]?.start ?? start), Math.max(end, touched.at(-1)?.end ?? end)]
}

/** Where facts stand in the text as they were checked. */
const standingIn = (facts: readonly Fact[]): Span[] =>
  facts.flatMap(({ placed }) => placed.flatMap((one) => (one.kind === "exact" || one.kind === "moved" ? one.span : [])))

const isSame = (one: string, other: string) => compare(one, other, "words").every(({ kind }) => kind === "same")
