/** The galley of one article. `?claim=3` opens it at claim 3, `?sentence=3` at its third sentence, `?comment=` leads to a comment. */
import type { Metadata } from "next"
import { cookies } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { cache } from "react"
import type { GalleyActs } from "@/components/galley/acts"
import { Galley } from "@/components/galley/galley"
import { packed } from "@/components/galley/packed-article"
import { panesCookie, panesOf } from "@/components/galley/pane-sizes"
import { Words } from "@/components/shell/words"
import { earlierInArticle } from "@/lib/desk/earlier-in-texts"
import { readFollowing } from "@/lib/desk/following"
import { readArticle } from "@/lib/desk/articles"
import { countQueries, readCommentPlace, readOpenThreads } from "@/lib/desk/comment-list"
import { listCheckers, listPeople } from "@/lib/desk/people"
import { remarksWaiting } from "@/lib/desk/remark-list"
import { scalesOf } from "@/lib/desk/scales"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { can, isAuthorOf, type ArticleSubject } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { numberIn } from "@/lib/domain/words"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { idsIn, UUID } from "@/lib/request"
import { ArchivedNotice } from "@/components/article/archived-notice"
import { archiveArticle, restoreArticle } from "../actions"
import * as actions from "./actions"

/** Of the galley, and of what opens from it. */
const WORDS = [
  ...[
    "archive",
    "galley",
    "calculation",
    "checklist",
    "claim",
    "comment",
    "contact",
    "details",
    "earlier",
    "event",
    "export",
    "fix",
    "follow",
    "import",
    "keys",
    "notice",
    "opinion",
    "proof",
    "review",
    "revise",
  ],
  ...["source", "verdict"],
]

const acts: GalleyActs = { ...actions, archiveArticle, restoreArticle }

interface ArticlePageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<Record<"claim" | "sentence" | "comment", string | string[] | undefined>>
}

/** The article of the address, once for the page and its title; what the reader may not see is not found. */
const articleIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return { actor, article: await readArticle(actor, articleId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const { article } = await articleIn(workspace, articleId)
  return { title: article.title }
}

export default async function ArticlePage({ params, searchParams }: ArticlePageProps) {
  const [{ workspace, articleId }, { claim, sentence, comment }] = await Promise.all([params, searchParams])
  const { actor, article } = await articleIn(workspace, articleId)
  if (claim === undefined) await toComment(actor, { workspace, articleId, comment })
  const { archivedAt } = article
  const writes = archivedAt === null && can(actor, "article.edit", subjectOf(article))
  const [scales, checkers, people, waiting, { passages }, followed, threads, given] = await Promise.all([
    scalesOf(actor),
    // Names of the desk are for whoever can choose among them.
    writes ? listCheckers(actor) : [],
    writes ? listPeople(actor) : [],
    waitingIn(actor, article),
    earlierInArticle(actor, articleId),
    readFollowing(actor, articleId),
    readOpenThreads(actor, articleId),
    cookies(),
  ])
  const panes = panesOf(given.get(panesCookie(actor.userId))?.value)
  return (
    <Words of={WORDS}>
      {archivedAt && (
        <ArchivedNotice
          article={{ id: article.id, title: article.title }}
          archivedAt={archivedAt}
          archives={can(actor, "article.archive", subjectOf(article)) ? "may" : "not"}
          acts={acts}
        />
      )}
      <Galley
        actor={actor}
        article={packed(article)}
        scales={scales}
        checkers={checkers}
        people={people}
        panes={panes}
        followed={followed}
        threads={threads}
        {...waiting}
        earlier={passages.map(({ start, end }) => ({ start, end }))}
        acts={acts}
        opensAt={{ claim: numbered(claim), sentence: numbered(sentence) }}
      />
    </Words>
  )
}

/** What waits for this person's decision or answer: nothing in what is put away. */
async function waitingIn(actor: Actor, article: AnnotatedArticle): Promise<{ remarks: number; queries: number }> {
  const subject = subjectOf(article)
  if (article.archivedAt) return { remarks: 0, queries: 0 }
  const [remarks, queries] = await Promise.all([
    can(actor, "remark.decide", subject) ? remarksWaiting(actor, article.id) : 0,
    isAuthorOf(actor, subject) ? countQueries(actor, article.id) : 0,
  ])
  return { remarks, queries }
}

/** A comment is read at its claim, or else among all of the article; one that the reader may not see is none. */
async function toComment(
  actor: Actor,
  { workspace, articleId, comment }: { workspace: string; articleId: string; comment: string | string[] | undefined },
): Promise<void> {
  const place = typeof comment === "string" && UUID.test(comment) ? await readCommentPlace(actor, comment) : null
  if (!place || place.articleId !== articleId) return
  const galley = `/w/${workspace}/articles/${articleId}`
  redirect(
    place.claim === null
      ? `${galley}/comments?show=all#comment-${comment}`
      : `${galley}?claim=${place.claim}&comment=${comment}`,
  )
}

/** The article as the policy asks about it. */
function subjectOf({ authors, lead }: AnnotatedArticle): ArticleSubject {
  return { authorIds: authors.flatMap((author) => author.membershipId ?? []), leadId: lead?.id ?? null }
}

function numbered(given: string | string[] | undefined): number | undefined {
  return typeof given === "string" ? (numberIn(given) ?? undefined) : undefined
}
