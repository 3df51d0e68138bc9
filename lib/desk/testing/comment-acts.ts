/** Comments and legal decisions, for the tests of all acts and of the walls between desks. */
import {
  claimThreads,
  countQueries,
  countQueriesIn,
  listThreads,
  passageThreads,
  readCommentPlace,
  readNameable,
  readOpenThreads,
} from "../comment-list"
import { annotationsOf } from "../annotation-pages"
import { isThreadAbout, pageThreads } from "../thread-pages"
import { editComment, replyToThread, resolveComment, startThread } from "../comments"
import { decideLegal } from "../legal"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"
import type { Attempt } from "./furnished"

/** A query of the checker's on a claim, in an article of the author's. */
export async function asked(desk: Desk, body = "Since when?") {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  const { id: claimId } = await desk.claim({ article })
  const { thread } = await startThread(desk.checker, {
    articleId: article.id,
    kind: "query",
    body,
    about: { claimId },
  })
  return { article, articleId: article.id, claimId, threadId: thread.id }
}

/** A note on a claim that somebody is named in, replied to and edited; and a hold on it. */
export async function discussed(
  desk: Desk,
  { articleId, claimId }: Record<"articleId" | "claimId", string>,
  words: string,
) {
  const started = { articleId, kind: "note", body: words, about: { claimId } } as const
  const { thread } = await startThread(desk.checker, started)
  const { note } = await readNameable(desk.editor, { articleId })
  await replyToThread(desk.editor, { threadId: thread.id, body: `@${note[0]?.name} ${words}`, as: "reply" })
  await editComment(desk.checker, { commentId: thread.id, body: `${words}!` })
  await decideLegal(desk.editor, { claimId, decision: "hold", reason: words })
}

const body = "Since 1931, @nobody."

export const COMMENT_ACTS: Record<string, ActCase> = {
  "comments.startThread": {
    arrange: async (desk) => {
      const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
      const { id: claimId } = await desk.claim({ article })
      return (who) => startThread(who, { articleId: article.id, kind: "query", body, about: { claimId } })
    },
    by: "checker",
    tells: ["comment.written", "claim.waiting"],
    refused: { names: ["viewer", "author"], key: "policy.comment_ask" },
  },
  "comments.replyToThread": {
    arrange: async (desk) => {
      const { threadId } = await asked(desk)
      return (who) => replyToThread(who, { threadId, body, as: "reply" })
    },
    by: "author",
    tells: ["comment.answered", "claim.resumed"],
    refused: { names: ["viewer"], key: "policy.comment_answer" },
  },
  "comments.editComment": {
    arrange: async (desk) => {
      const { threadId: commentId } = await asked(desk)
      return (who) => editComment(who, { commentId, body })
    },
    by: "checker",
    tells: ["comment.edited"],
    refused: { names: ["viewer", "author", "secondChecker", "owner"], key: "policy.comment_edit" },
  },
  "comments.resolveComment": {
    arrange: async (desk) => {
      const { threadId: commentId } = await asked(desk)
      return (who) => resolveComment(who, { commentId, resolved: true })
    },
    by: "secondChecker",
    tells: ["comment.resolved", "claim.resumed"],
    refused: { names: ["viewer", "author"], key: "policy.comment_resolve" },
  },
  "legal.decideLegal": {
    arrange: async (desk) => {
      const { id: claimId } = await desk.claim()
      return (who) => decideLegal(who, { claimId, decision: "hold", reason: "They may sue." })
    },
    by: "editor",
    tells: ["legal.held"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.legal_decide" },
  },
}

export const COMMENT_ATTEMPTS: Record<string, Attempt> = {
  "comments.startThread": [(who, { articleId }) => startThread(who, { articleId, kind: "note", body }), "not-found"],
  "comments.replyToThread": [
    (who, { remarkId: threadId }) => replyToThread(who, { threadId, body, as: "reply" }),
    "not-found",
  ],
  "comments.editComment": [(who, { remarkId: commentId }) => editComment(who, { commentId, body }), "not-found"],
  "comments.resolveComment": [
    (who, { remarkId: commentId }) => resolveComment(who, { commentId, resolved: true }),
    "not-found",
  ],
  "comment-list.claimThreads": [(who, { claimId }) => claimThreads(who, { claimId }), "not-found"],
  "comment-list.countQueries": [(who, { articleId }) => countQueries(who, articleId), null],
  "comment-list.countQueriesIn": [async (who, { articleId }) => [...(await countQueriesIn(who, [articleId]))], null],
  "comment-list.listThreads": [(who, { articleId }) => listThreads(who, articleId), "not-found"],
  "comment-list.passageThreads": [
    (who, { articleId, remarkId }) => passageThreads(who, { articleId, threadIds: [remarkId] }),
    "not-found",
  ],
  "comment-list.readOpenThreads": [(who, { articleId }) => readOpenThreads(who, articleId), "not-found"],
  "comment-list.readCommentPlace": [(who, { remarkId }) => readCommentPlace(who, remarkId), null],
  "comment-list.readNameable": [(who, { articleId }) => readNameable(who, { articleId }), "not-found"],
  "thread-pages.pageThreads": [
    (who, { articleId }) => pageThreads(who, { articleId }, { after: undefined, limit: 50 }),
    "not-found",
  ],
  "thread-pages.isThreadAbout": [(who, { articleId, remarkId }) => isThreadAbout(who, remarkId, { articleId }), null],
  "annotation-pages.annotationsOf": [(who, { articleId }) => annotationsOf(who, articleId, "public"), "not-found"],
  "legal.decideLegal": [
    (who, { claimId }) => decideLegal(who, { claimId, decision: "hold", reason: "x" }),
    "not-found",
  ],
}

export const COMMENTS_APART: Record<string, string> = {
  "comment-list.readersOf": "part of acts and reads, on an article that was loaded for their actor",
  "comment-list.relationsFor": "pure",
  "comment-list.threadView": "pure",
  "comment-list.threadOf": "part of an act, on a thread that was loaded for its actor",
  "comment-notices.tellOfComment": "part of an act, on a comment that was just written",
  "coverage.writeSentences": "part of an act, on a revision that was just written",
  "remark-list.sentenceAt": "pure",
  "relations.otherLanes": "pure",
  "seen-by.legalView": "pure",
  "seen-sql.isSeenComment": "pure",
  "who-hears.whoHears": "part of acts and chores, on a claim or comment that was loaded before",
  "under-check.articleUnlocked": "part of an act on a comment, tried through comments.startThread",
}
