/** The board of an article: what is open in it before its deadline. `?person=` shows one person's claims, `?all=` all of a place. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getNow, getTranslations } from "next-intl/server"
import { cache } from "react"
import { ArticleBoard } from "@/components/board/article-board"
import { BoardFrame } from "@/components/board/board-frame"
import { Words } from "@/components/shell/words"
import { readBoard } from "@/lib/desk/boards"
import { listCheckers } from "@/lib/desk/people"
import { BOARD_PLACES, type BoardPlace } from "@/lib/domain/board"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn, UUID } from "@/lib/request"
import { assignClaims, resumeClaim, waitOn } from "./actions"

interface BoardPageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<{ person?: string | string[]; all?: string | string[] }>
}

/** The board of the address, once for the page and its title; what the reader may not see is not found. */
const boardIn = cache(async (slug: string, articleId: string, person?: string, all?: BoardPlace) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    const now = await getNow()
    return { actor, now, board: await readBoard(actor, articleId, { now, person, all }) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata(props: BoardPageProps): Promise<Metadata> {
  const { workspace, articleId, person, all } = await asked(props)
  const [{ board }, t] = await Promise.all([boardIn(workspace, articleId, person, all), getTranslations("board")])
  return { title: t("of", { article: board.article.title }) }
}

export default async function BoardPage(props: BoardPageProps) {
  const { workspace, articleId, person, all } = await asked(props)
  const { actor, now, board } = await boardIn(workspace, articleId, person, all)
  const arranges = board.article.archivedAt === null && can(actor, "claim.arrange", ofArticle(board.article))
  const checkers = arranges ? await listCheckers(actor) : []
  const galley = `/w/${workspace}/articles/${articleId}`
  return (
    <Words of={["board", "claim", "claims", "contact", "keys"]}>
      <BoardFrame
        article={board.article}
        acts={{ assignClaims, resumeClaim, waitOn }}
        now={now.toISOString()}
        {...{ actor, checkers, galley }}
      >
        <ArticleBoard board={board} address={`${galley}/board`} {...{ galley, person, all }} />
      </BoardFrame>
    </Words>
  )
}

/** Any claim of an article: nobody has worked on it, and it is nobody's must. */
const ofArticle = (article: ArticleSubject) => ({ article, priority: 3, authorIds: [] })

async function asked({ params, searchParams }: BoardPageProps) {
  const [{ workspace, articleId }, { person, all }] = await Promise.all([params, searchParams])
  return {
    workspace,
    articleId,
    person: typeof person === "string" && UUID.test(person) ? person : undefined,
    all: BOARD_PLACES.find((place) => place === all),
  }
}
