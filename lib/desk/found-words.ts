/**
 * What was said of claims elsewhere, and decided: threads as they were, by whom is told by name; decisions as a note, which
 * counts for nothing here. What belongs in the legal lane comes in with those alone who write there.
 */
import { v7 as newId } from "uuid"
import type { Tx } from "../db"
import type { CommentKind } from "../domain/comment"
import { STARTS } from "../domain/comment"
import type { FoundClaim, FoundPassage, FoundThread } from "../domain/found-claim"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import { deskWords } from "../messages/translator"
import type { ArticleUnderCheck } from "./under-check"

/** A claim with what is said of it. */
interface Told extends FoundClaim {
  id: string
  /** Whether its rating is drafted here: else it is told. */
  isRated: boolean
}

interface Found {
  claims: readonly Told[]
  threads: readonly FoundPassage[]
  nothingToCheck: readonly number[]
}

interface There {
  revisionId: string
  article: ArticleUnderCheck
}

/** Keeps the threads of a file's claims and passages, and writes down what was decided. */
export async function keepWords(tx: Tx, actor: Actor, { revisionId, article }: There, found: Found): Promise<void> {
  const { workspaceId, id: writtenById } = actor
  const common = { workspaceId, writtenById, articleId: article.id, revisionId }
  const isOpen = ({ kind }: { kind: CommentKind }) => can(actor, STARTS[kind], article)
  const ofClaims = found.claims.flatMap(({ id: claimId, threads }) =>
    threads
      .filter(isOpen)
      .map((thread) => threadRows({ ...common, claimId }, actor, { quote: "", span: null, ...thread })),
  )
  const others = found.threads.filter(isOpen).map((thread) => threadRows({ ...common, claimId: null }, actor, thread))
  const notes = (await notesOf(tx, actor, found)).filter(isOpen)
  const threads = [...ofClaims, ...others]
  await tx.comment.createMany({
    data: [
      ...threads.map(({ first }) => first),
      ...notes.map((note) => ({ ...common, ...note, id: newId(), quote: "" })),
    ],
  })
  await tx.comment.createMany({ data: threads.flatMap(({ replies }) => replies) })
  await tx.commentVersion.createMany({ data: threads.flatMap(({ versions }) => versions) })
}

type Common = Record<"workspaceId" | "writtenById" | "articleId" | "revisionId", string> & { claimId: string | null }

/** A thread as it was said; nobody here has to answer what was asked elsewhere. */
function threadRows(common: Common, actor: Actor, { kind, resolvedAt, comments, quote, span }: FoundPassage) {
  const said = comments.map((one) => ({ ...one, id: newId() }))
  const [first, ...replies] = said.map((one) => commentRow({ ...common, kind }, one))
  if (!first) throw new Error("a thread without a comment")
  const resolved = resolvedAt === null ? {} : { resolvedAt: new Date(resolvedAt), resolvedById: actor.id }
  return {
    first: { ...first, quote, ...span, ...resolved },
    replies: replies.map((row) => ({ ...row, threadId: first.id })),
    versions: said.flatMap(({ id: commentId, before }) =>
      before.map((one, at) => ({ workspaceId: common.workspaceId, commentId, number: at + 1, ...one })),
    ),
  }
}

type Said = FoundThread["comments"][number] & { id: string }

function commentRow(common: Common & { kind: CommentKind }, { id, body, by, at, answer, editedAt, before }: Said) {
  return {
    ...{ ...common, id, body, answer, quote: "", saidBy: by, createdAt: new Date(at), version: before.length + 1 },
    editedAt: editedAt === null ? null : new Date(editedAt),
  }
}

interface Note {
  kind: CommentKind
  body: string
  claimId: string | null
}

/** What was decided elsewhere, and a rating that this desk has not, in words of whoever imports it. */
async function notesOf(tx: Tx, { id }: Actor, { claims, nothingToCheck }: Found): Promise<Note[]> {
  const select = { user: { select: { language: true } } }
  const { user } = await tx.membership.findUniqueOrThrow({ where: { id }, select })
  const say = await deskWords(user.language ?? "en")
  const note = (kind: CommentKind, claimId: string | null, lines: string[]): Note[] =>
    lines.length === 0 ? [] : [{ kind, claimId, body: [say("history.head"), ...lines].join("\n\n").slice(0, 10_000) }]
  const sentences = nothingToCheck.map((ordinal) => ordinal + 1).join(", ")
  return [
    ...claims.flatMap(({ id: claimId, isRated, verdict, history, legal }) => {
      const words =
        isRated || !verdict ? [] : [verdict.label, verdict.conclusion, verdict.explanation, verdict.workingNote]
      const deeds = history.map(({ what, by, on, note: more }) => say(`history.${what}`, { by, on, note: more ?? "" }))
      const lines = [words.filter(Boolean).join(": "), ...deeds.map((one) => one.trim())]
      return [
        ...note("note", claimId, lines.filter(Boolean)),
        ...note("legal", claimId, legal ? [say(`history.legal.${legal.decision}`, { on: legal.on })] : []),
      ]
    }),
    ...note(
      "note",
      null,
      sentences ? [say("history.nothingToCheck", { sentences, count: nothingToCheck.length })] : [],
    ),
  ]
}
