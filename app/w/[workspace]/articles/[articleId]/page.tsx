/** The galley of one article. `?claim=3` opens it at claim 3, `?sentence=3` at its third sentence. */
import type { Metadata } from "next"
import { cookies } from "next/headers"
import { notFound } from "next/navigation"
import { cache } from "react"
import type { GalleyActs } from "@/components/galley/acts"
import { Galley } from "@/components/galley/galley"
import { packed } from "@/components/galley/packed-article"
import { panesCookie, panesOf } from "@/components/galley/pane-sizes"
import { Words } from "@/components/shell/words"
import { earlierInArticle } from "@/lib/desk/earlier-in-texts"
import { readArticle } from "@/lib/desk/articles"
import { listCheckers, listPeople } from "@/lib/desk/people"
import { remarksWaiting } from "@/lib/desk/remark-list"
import { scalesOf } from "@/lib/desk/scales"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { numberIn } from "@/lib/domain/words"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { ArchivedNotice } from "@/components/article/archived-notice"
import { archiveArticle, restoreArticle } from "../actions"
import * as actions from "./actions"

/** Of the galley, and of what opens from it. */
const WORDS = [
  ...[
    "archive",
    "galley",
    "calculation",
    "claim",
    "contact",
    "details",
    "earlier",
    "event",
    "export",
    "fix",
    "import",
    "keys",
    "notice",
    "proof",
    "review",
    "revise",
  ],
  ...["source", "verdict"],
]

const acts: GalleyActs = { ...actions, archiveArticle, restoreArticle }

interface ArticlePageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<{ claim?: string | string[]; sentence?: string | string[] }>
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
  const [{ workspace, articleId }, { claim, sentence }] = await Promise.all([params, searchParams])
  const { actor, article } = await articleIn(workspace, articleId)
  const { archivedAt } = article
  const writes = archivedAt === null && can(actor, "article.edit", subjectOf(article))
  // Names of the desk are for whoever can choose among them.
  const decides = archivedAt === null && can(actor, "remark.decide", subjectOf(article))
  const [scales, checkers, people, remarks, { passages }, given] = await Promise.all([
    scalesOf(actor),
    writes ? listCheckers(actor) : [],
    writes ? listPeople(actor) : [],
    decides ? remarksWaiting(actor, articleId) : 0,
    earlierInArticle(actor, articleId),
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
        remarks={remarks}
        earlier={passages.map(({ start, end }) => ({ start, end }))}
        acts={acts}
        opensAt={{ claim: numbered(claim), sentence: numbered(sentence) }}
      />
    </Words>
  )
}

/** The article as the policy asks about it. */
function subjectOf({ authors, lead }: AnnotatedArticle): ArticleSubject {
  return { authorIds: authors.flatMap((author) => author.membershipId ?? []), leadId: lead?.id ?? null }
}

function numbered(given: string | string[] | undefined): number | undefined {
  return typeof given === "string" ? (numberIn(given) ?? undefined) : undefined
}
