/** Writing in an article's text. What is saved becomes its newest revision. `?base=3` goes on with what was begun in that one. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { Words } from "@/components/shell/words"
import { WritingScreen } from "@/components/writing/writing-screen"
import { readArticle } from "@/lib/desk/articles"
import { readRevision } from "@/lib/desk/revisions"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { Actor } from "@/lib/domain/workspace"
import { numberIn } from "@/lib/domain/words"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"

interface EditPageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<{ base?: string | string[] }>
}

/** The article of the address, once for the page and its title; what the reader may not write in is not found. */
const articleIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    const article = await readArticle(actor, articleId)
    const authorIds = article.authors.flatMap((author) => author.membershipId ?? [])
    if (article.archivedAt || !can(actor, "article.revise", { authorIds, leadId: article.lead?.id ?? null })) notFound()
    return { actor, article }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ article }, t] = await Promise.all([articleIn(workspace, articleId), getTranslations("writing")])
  return { title: t("of", { article: article.title }) }
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  const [{ workspace, articleId }, { base }] = await Promise.all([params, searchParams])
  const { actor, article } = await articleIn(workspace, articleId)
  const { id, title, language, revision: newest, claims } = article
  const number = typeof base === "string" ? numberIn(base) : null
  const revision = number && number < newest.number ? await earlier(actor, { articleId, number }) : newest
  const spans = claims.flatMap(({ anchors }) =>
    anchors.flatMap(({ start, end }) => (start === null || end === null ? [] : { start, end })),
  )
  return (
    <Words of={["writing", "keys"]}>
      <WritingScreen
        key={revision.id}
        article={{ id, title, language }}
        revision={{ id: revision.id, number: revision.number, document: revision.document }}
        newest={{ id: newest.id, number: newest.number }}
        claimed={revision === newest ? spans : []}
        writer={actor.userId}
        galley={`/w/${workspace}/articles/${articleId}`}
        route={`/api/uploads/${workspace}/text`}
      />
    </Words>
  )
}

/** An earlier text; what is not there is not found. */
async function earlier(actor: Actor, asked: { articleId: string; number: number }) {
  return readRevision(actor, asked).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  })
}
