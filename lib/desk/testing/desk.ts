/**
 * The fixture `desk` of the desk's tests: a workspace of one's own on a real Postgres, its people, and short ways to
 * where a test begins. Everything is made by the desk's own acts, so that no test starts from a state that can't be.
 */
import { v7 as newId } from "uuid"
import { expect, test as base } from "vitest"
import type { z } from "zod"
import { db } from "../../db"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { ImportMetadata } from "../../domain/article"
import type { ClaimChanges, ClaimView } from "../../domain/claim"
import type { EventAct, EventSubjects } from "../../domain/event"
import { Refusal, type RefusalCode } from "../../domain/refusal"
import type { WaiverInput } from "../../domain/round"
import { SourceInput } from "../../domain/source"
import type { VerdictInput } from "../../domain/verdict"
import type { Actor, Role, WorkspaceSettings } from "../../domain/workspace"
import { readArticle } from "../articles"
import { change } from "../change"
import { markClaim, readClaim } from "../claims"
import { addEvidence } from "../evidence"
import { importArticle } from "../imports"
import { hashPassword } from "../passwords"
import { actorOf, member } from "../people"
import { decideReview } from "../reviews"
import { sendToReview } from "../rounds"
import { insertWorkspace } from "../setup"
import { draftVerdict } from "../verdicts"

export const test = base.extend<{ desk: Desk }>({
  // Vitest wants the pattern, empty or not.
  desk: async ({}, give) => give(await openDesk()),
})

const ROLES = {
  owner: "owner",
  editor: "editor",
  secondEditor: "editor",
  checker: "checker",
  secondChecker: "checker",
  author: "author",
  viewer: "viewer",
} as const satisfies Record<string, Role>
export type Name = keyof typeof ROLES

/** Everybody's password. */
export const PASSWORD = "correct horse battery staple"

/** One event of the log, without what no test can foresee. */
export interface ToldEvent {
  act: EventAct
  actorId: string | null
  subjects: EventSubjects
  payload: Record<string, unknown>
}

export interface NewArticle extends ImportMetadata {
  text?: string
  format?: "text" | "markdown"
  by?: Actor
}

export interface NewClaim {
  /** The article it is marked in; a new one without. */
  article?: AnnotatedArticle
  /** The words that it is pinned to, which occur in the article. */
  words?: string
  by?: Actor
  fields?: ClaimChanges
}

export interface NewRound extends NewClaim {
  verdict?: Partial<VerdictInput>
  source?: z.input<typeof SourceInput>
  waivers?: WaiverInput[]
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A claim whose current round is known to be there. */
export type SentClaim = ClaimView & { round: NonNullable<ClaimView["round"]> }

/** A workspace with its people, by name. */
export async function openDesk(workspace: { demo?: true } = {}) {
  const { workspaceId, slug, people } = await insertDesk(workspace)
  const desk = {
    ...people,
    workspaceId,
    slug,
    article: (article: NewArticle = {}) => insertArticle(people.checker, article),
    claim: (claim: NewClaim = {}) => insertClaim(people.checker, claim),
    /** Sent to review by the checker, with a source and a verdict. */
    sentClaim: (round: NewRound = {}) => sent(people.checker, round),
    /** Sent by the checker and approved by the editor, and by the second one where the desk asks for two. */
    approvedClaim: async (round: NewRound = {}): Promise<SentClaim> => {
      const claim = await sent(people.checker, round)
      const approvers = [people.editor, people.secondEditor, people.owner].slice(0, people.owner.settings.approvals)
      for (const by of approvers) await decideReview(by, { roundId: claim.round.id, decision: "approve" })
      return withRound(await readClaim(people.owner, claim.id))
    },
    /** The claim's row as it is stored. */
    claimRow: (id: string) => db().claim.findUniqueOrThrow({ where: { id } }),
    /** The last events of the workspace, oldest first. */
    lastEvents: (count: number) => lastEvents(workspaceId, count),
    /** How many events the workspace has. */
    eventCount: () => db().event.count({ where: { workspaceId } }),
    /** Changes the workspace's settings, for its people too. */
    set: (settings: Partial<WorkspaceSettings>) => set(workspaceId, people, settings),
    /** Another desk, whose people have no seat here. */
    otherWorkspace: () => openDesk(),
  }
  return desk
}

let desks = 0

async function insertDesk({ demo }: { demo?: true }) {
  desks += 1
  const workspaceId = newId()
  const slug = `desk-${desks}`
  const ids = Object.fromEntries(Object.keys(ROLES).map((name) => [name, newId()])) as Record<Name, string>
  await change({ id: ids.owner, workspaceId }, async (tx) => {
    await insertWorkspace(tx, { id: workspaceId, slug, name: `Desk ${desks}`, ...(demo && { demo }) })
    const passwordHash = await knownHash()
    const seats = (Object.entries(ROLES) as [Name, Role][]).map(([name, role]) => ({ name, role, userId: newId() }))
    await tx.user.createMany({
      data: seats.map(({ name, userId: id }) => {
        const email = `${name.toLowerCase()}@${slug}.example.org`
        return { id, email, name: `${name} of ${slug}`, passwordHash }
      }),
    })
    await tx.membership.createMany({
      data: seats.map(({ name, role, userId }) => ({ id: ids[name], workspaceId, userId, role })),
    })
    const told = {
      stream: workspaceId,
      act: "workspace.created",
      subjects: { membership: ids.owner },
      payload: {},
    } as const
    return { result: null, events: [told] }
  })
  const rows = await db().membership.findMany({ where: { workspaceId }, ...member })
  const actors = new Map(rows.map((row) => [row.id, actorOf(row)]))
  const people = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, actors.get(id)])) as Record<
    Name,
    Actor
  >
  return { workspaceId, slug, people }
}

let kept: Promise<string> | undefined

/** Hashing is slow on purpose: once is enough. */
function knownHash(): Promise<string> {
  kept ??= hashPassword(PASSWORD)
  return kept
}

/** Words of the article that `desk.article` imports; none occurs twice. */
export const WORDS = {
  quote: "taxes fell by nine percent",
  overlapping: "nine percent in the spring",
  fact: "The bridge opened in 1931",
  other: "the mayor resigned on a Tuesday",
}

let articles = 0

async function insertArticle(
  checker: Actor,
  { text, format = "text", by = checker, ...about }: NewArticle,
): Promise<AnnotatedArticle> {
  articles += 1
  const body =
    text ??
    `She said that ${WORDS.overlapping.replace("nine", "taxes fell by nine")}.\n\n${WORDS.fact}.\n\nIn the end ${WORDS.other}.\n`
  // Without a title the reader looks for one at the top; most tests don't care.
  const given = { ...(text === undefined && { title: `Article ${articles}` }), ...about }
  const { articleId } = await importArticle(by, {
    bytes: new TextEncoder().encode(body),
    format,
    origin: "paste",
    given,
  })
  return readArticle(by, articleId)
}

async function insertClaim(checker: Actor, { article, words = WORDS.quote, by = checker, fields = {} }: NewClaim) {
  const { id: articleId, revision } = article ?? (await insertArticle(checker, {}))
  const start = revision.text.indexOf(words)
  if (start === -1) throw new Error(`"${words}" does not occur in the article`)
  const spans = [{ start, end: start + words.length }]
  return markClaim(by, { articleId, revisionId: revision.id, spans, fields })
}

let sources = 0

/** A source that no other test has. */
export function newSource(
  source: z.input<typeof SourceInput> | Partial<z.input<typeof SourceInput>> = {},
): SourceInput {
  sources += 1
  return SourceInput.parse({ title: `Source ${sources}`, url: `https://example.org/source/${sources}`, ...source })
}

async function sent(checker: Actor, { verdict, source, waivers = [], ...claim }: NewRound): Promise<SentClaim> {
  const { by = checker } = claim
  const { id: claimId, job } = await insertClaim(checker, claim)
  await addEvidence(by, { claimId, source: newSource(source), evidence: { stance: "refutes", locator: "page 3" } })
  const rating = job === "ours" ? "confirmed" : "false"
  await draftVerdict(by, { claimId, verdict: { rating, conclusion: "The statistics office counts four.", ...verdict } })
  return withRound(await sendToReview(by, { claimId, waivers }))
}

/** The claim with its round, which must be there. */
export function withRound(claim: ClaimView): SentClaim {
  const { round } = claim
  if (!round) throw new Error(`claim ${claim.number} has no round`)
  return { ...claim, round }
}

async function lastEvents(workspaceId: string, count: number): Promise<ToldEvent[]> {
  const rows = await db().event.findMany({
    where: { workspaceId },
    orderBy: [{ xid: "desc" }, { id: "desc" }],
    take: count,
  })
  return rows.reverse().map(({ act, actorId, subjects, payload }) => ({
    act: act as EventAct,
    actorId,
    subjects: subjects as EventSubjects,
    payload: JSON.parse(payload ?? "{}") as Record<string, unknown>,
  }))
}

async function set(workspaceId: string, people: Record<Name, Actor>, settings: Partial<WorkspaceSettings>) {
  const now = { ...people.owner.settings, ...settings }
  await db().workspace.update({ where: { id: workspaceId }, data: { settings: now } })
  for (const actor of Object.values(people)) actor.settings = now
}

/** How many rows each table has, and the last transaction that wrote one: every write but that somebody read changes that. */
export async function everything(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('ArticleSeen', 'TokenUse') ORDER BY 1`
  const each = tables.map(
    ({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows, max(xmin::text::bigint)::text AS last FROM ${name}`,
  )
  const found = await db().$queryRawUnsafe<{ name: string; rows: number; last: string }[]>(each.join(" UNION ALL "))
  // Large ones are read side by side, and come in any order.
  return found
    .map(({ name, rows, last }) => `${name} ${rows} ${last}`)
    .sort()
    .join("\n")
}

/** Runs what must be refused so, and leave no trace. Answers the refusal. */
export async function refused(act: () => Promise<unknown>, code: RefusalCode, key: string): Promise<Refusal> {
  const before = await everything()
  const refusal = await act().then(
    () => new Error("it was not refused"),
    (error: unknown) => error,
  )
  if (!(refusal instanceof Refusal)) throw refusal
  expect(`${refusal.code} ${refusal.key}`).toBe(`${code} ${key}`)
  expect(await everything(), "a refused act left a trace").toBe(before)
  return refusal
}

/** A step as an editor's browser sends it: words typed at a ProseMirror position, over those up to another one. */
export function typed(words: string, from: number, to = from): Record<string, unknown> {
  return { stepType: "replace", from, to, slice: { content: [{ type: "text", text: words }] } }
}
