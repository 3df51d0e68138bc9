/** What was found, read where it stands: each kind by the projection of its reader. Knows rows and views, no ranking. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { quoteOf } from "../domain/claim"
import type { FoundKind, FoundText } from "../domain/full-text"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { openTo } from "./blind"
import { shownRating } from "./claim-list"
import { knownScales } from "./scales"
import { readableBy } from "./relations"
import { authoredBy, dayOf, person, readerOf, seenBy } from "./seen-by"
import { sawArticles } from "./who-saw"

/** Where something was found. */
export interface Place {
  id: string
  kind: FoundKind
  part: number
  config: string
  /** Of a file: a source that holds it and that its reader may see. */
  sourceId: string | null
}

type Found = FoundText extends infer One ? (One extends FoundText ? Omit<One, "pieces"> : never) : never

/** What is found, and the text that its hits are shown in. */
export interface Read {
  found: Found
  text: string
}

/** The rows of places that their reader may see, by kind and id. */
export async function readFound(actor: Actor, places: readonly Place[]): Promise<Map<string, Read>> {
  const of = (kind: FoundKind) => places.filter((place) => place.kind === kind)
  const ids = (kind: FoundKind) => of(kind).map(({ id }) => id)
  const read = await Promise.all([
    articles(actor, ids("article")),
    claims(actor, ids("claim")),
    sources(actor, ids("source")),
    evidence(actor, ids("evidence")),
    files(actor, of("file")),
    comments(actor, ids("comment")),
  ])
  const found = read.flat().map((one) => one.found)
  const inArticles = found.flatMap((one) =>
    "claim" in one && one.claim && typeof one.claim === "object" ? one.claim.article.id : [],
  )
  await sawArticles(db(), actor, [...inArticles, ...found.flatMap((one) => ("article" in one ? one.article.id : []))])
  return new Map(read.flat().map((one) => [`${one.found.kind} ${one.found.id}`, one]))
}

const joined = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join(" · ")

const articlePlace = { select: { id: true, title: true, language: true } } as const
const currentText = { revision: { currentOf: { some: {} } } } satisfies Prisma.AnchorWhereInput

async function articles(actor: Actor, ids: string[]): Promise<Read[]> {
  if (ids.length === 0) return []
  const rows = await db().article.findMany({
    where: { AND: [{ id: { in: ids } }, seenBy(actor).article] },
    select: {
      ...{ id: true, title: true, language: true, publisher: true, publishedOn: true, archivedAt: true, byline: true },
      revision: { select: { text: true } },
    },
  })
  return rows.map(({ id, title, language, publisher, publishedOn, archivedAt, revision }) => ({
    found: {
      ...{ kind: "article" as const, id, article: { id, title, language }, publisher },
      ...{ publishedOn: dayOf(publishedOn), archived: archivedAt !== null },
    },
    text: revision?.text ?? "",
  }))
}

async function claims(actor: Actor, ids: string[]): Promise<Read[]> {
  if (ids.length === 0) return []
  const rows = await db().claim.findMany({
    where: { AND: [{ id: { in: ids } }, seenBy(actor).claim, openTo(actor)] },
    select: {
      ...{ id: true, number: true, job: true, state: true, statement: true, claimant: true },
      article: articlePlace,
      anchors: { where: currentText, select: { quote: true }, orderBy: { ordinal: "asc" } },
      draft: { select: { scaleId: true, rating: true, conclusion: true, explanation: true } },
    },
  })
  const scaleOf = await knownScales(
    db(),
    rows.flatMap(({ draft }) => draft?.scaleId ?? []),
  )
  return rows.map(({ id, number, job, state, statement, claimant, article, anchors, draft }) => {
    const quote = quoteOf(anchors)
    const rating = draft && shownRating(scaleOf(draft.scaleId), draft.rating)
    const words = statement ?? quote
    return {
      found: { kind: "claim" as const, id, claim: { number, job, article }, words, state, rating },
      text: joined(words === quote ? null : quote, claimant, draft?.conclusion, draft?.explanation) || words,
    }
  })
}

async function sources(actor: Actor, ids: string[]): Promise<Read[]> {
  if (ids.length === 0) return []
  const rows = await db().source.findMany({
    where: { AND: [{ id: { in: ids } }, readableBy(actor)] },
    select: { id: true, title: true, kind: true, author: true, publisher: true, url: true, fileName: true },
  })
  return rows.map(({ id, title, kind, author, publisher, url, fileName }) => ({
    found: { kind: "source" as const, id, source: { id, title, kind }, publisher },
    text: joined(author, publisher, url, fileName) || title,
  }))
}

const claimPlace = (actor: Actor) =>
  ({
    select: {
      ...{ number: true, job: true },
      article: { select: { ...articlePlace.select, ...authoredBy(actor) } },
    },
  }) as const

async function evidence(actor: Actor, ids: string[]): Promise<Read[]> {
  if (ids.length === 0) return []
  const seen = seenBy(actor)
  const rows = await db().evidence.findMany({
    where: { AND: [{ id: { in: ids } }, seen.evidence, { claim: { AND: [seen.claim, openTo(actor)] } }] },
    select: {
      ...{ id: true, stance: true, locator: true, excerpt: true, note: true },
      source: { select: { id: true, title: true } },
      claim: claimPlace(actor),
    },
  })
  return rows.map(({ id, stance, locator, excerpt, note, source, claim: { article, ...claim } }) => {
    const { authors, ...place } = article
    return {
      found: { kind: "evidence" as const, id, claim: { ...claim, article: place }, source, stance, locator },
      text: joined(excerpt, locator, can(readerOf(actor, { authors }), "note.read") ? note : null),
    }
  })
}

/** Parts of a file's text as they are searched: `index_file_texts` cuts them so. */
const PART = 100_000

async function files(actor: Actor, places: Place[]): Promise<Read[]> {
  if (places.length === 0) return []
  const sourceIds = places.flatMap(({ sourceId }) => sourceId ?? [])
  const [rows, texts] = await Promise.all([
    db().source.findMany({
      where: { AND: [{ id: { in: sourceIds } }, readableBy(actor)] },
      select: { id: true, title: true },
    }),
    db().$queryRaw<{ id: string; text: string }[]>`
      SELECT f."fileId" AS id, substr(f."text", p.part * ${PART}::int + 1, ${PART}::int) AS text
      FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ part }) => part)}::int[]) AS p (id, part)
        JOIN "FileText" f ON f."fileId" = p.id AND f."workspaceId" = ${actor.workspaceId}::uuid`,
  ])
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  return places.flatMap(({ id, sourceId }) => {
    const source = rows.find((row) => row.id === sourceId)
    return source ? [{ found: { kind: "file" as const, id, source }, text: textOf.get(id) ?? "" }] : []
  })
}

async function comments(actor: Actor, ids: string[]): Promise<Read[]> {
  if (ids.length === 0) return []
  const rows = await db().comment.findMany({
    where: { AND: [{ id: { in: ids } }, seenBy(actor).comment] },
    select: {
      ...{ id: true, kind: true, body: true, quote: true, saidBy: true },
      article: articlePlace,
      claim: { select: { number: true, withdrawnAt: true } },
      writtenBy: person,
    },
  })
  return rows.map(({ id, kind, body, quote, saidBy, article, claim, writtenBy }) => {
    const number = claim && !claim.withdrawnAt ? claim.number : null
    const by = saidBy ?? writtenBy.user.name
    return {
      found: { kind: "comment" as const, id, comment: kind, article, claim: number, by },
      text: joined(body, quote && `“${quote}”`),
    }
  })
}
