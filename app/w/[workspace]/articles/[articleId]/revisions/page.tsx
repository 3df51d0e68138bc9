/** The texts of an article, newest first. `?from=2&to=5` shows what differs between two of them, `?below=90` older ones. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { Comparison } from "@/components/revision/comparison"
import { FetchAgain } from "@/components/revision/fetch-again"
import { RevisionList } from "@/components/revision/revision-list"
import { RevisionsFrame } from "@/components/revision/revisions-frame"
import { RevisionsHead } from "@/components/revision/revisions-head"
import { Words } from "@/components/shell/words"
import { compareRevisions, readRevisions } from "@/lib/desk/revisions"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { Comparison as Compared } from "@/lib/domain/revision"
import type { Actor } from "@/lib/domain/workspace"
import { numberIn } from "@/lib/domain/words"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { changedSinceImport, restoreRevision, reviseFromLink } from "./actions"

interface RevisionsPageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<{ from?: string | string[]; to?: string | string[]; below?: string | string[] }>
}

/** The texts of the address, once for the page and its title; what the reader may not see is not found. */
const revisionsIn = cache(async (slug: string, articleId: string, below?: number) => {
  const { actor } = await signedInTo(slug)
  return {
    actor,
    ...(await found(() => {
      idsIn({ articleId })
      return readRevisions(actor, articleId, { below })
    })),
  }
})

export async function generateMetadata({ params, searchParams }: RevisionsPageProps): Promise<Metadata> {
  const [{ workspace, articleId }, asked] = await Promise.all([params, searchParams])
  const found = revisionsIn(workspace, articleId, numberAsked(asked.below))
  const [{ article }, t] = await Promise.all([found, getTranslations("revisions")])
  return { title: t("of", { article: article.title }) }
}

export default async function RevisionsPage({ params, searchParams }: RevisionsPageProps) {
  const [{ workspace, articleId }, asked] = await Promise.all([params, searchParams])
  const below = numberAsked(asked.below)
  const { actor, article, current, revisions } = await revisionsIn(workspace, articleId, below)
  const compared = await comparedIn(actor, articleId, asked)
  const galley = `/w/${workspace}/articles/${articleId}`
  const revises = article.archivedAt === null && can(actor, "article.revise", article) ? "may" : "not"
  const isFromPage = revises === "may" && revisions.some(({ url }) => url !== null)
  const list = (
    <>
      {isFromPage && <FetchAgain acts={{ changedSinceImport, reviseFromLink }} />}
      <RevisionList {...{ article, current, revisions, revises, galley, compared }} />
    </>
  )
  return (
    <Words of={["revisions", "revise", "finalCheck", "import", "notice", "keys", "fetchAgain"]}>
      <RevisionsFrame
        me={actor.id}
        uploads={`/api/uploads/${workspace}/articles/${articleId}`}
        acts={{ restoreRevision }}
        {...{ article, current, revises, galley }}
        head={<RevisionsHead {...{ article, galley, current }} />}
      >
        {compared ? <Comparison {...{ compared, article, current, revisions, galley }} aside={list} /> : list}
      </RevisionsFrame>
    </Words>
  )
}

/** The two texts that the address names, where it names two. */
async function comparedIn(
  actor: Actor,
  articleId: string,
  asked: Awaited<RevisionsPageProps["searchParams"]>,
): Promise<Compared | null> {
  const [from, to] = [asked.from, asked.to].map(numberAsked)
  if (!from || !to) return null
  return found(() => compareRevisions(actor, { articleId, from, to }))
}

const numberAsked = (given: string | string[] | undefined) =>
  (typeof given === "string" ? numberIn(given) : null) ?? undefined

async function found<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
}
