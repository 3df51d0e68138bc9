/** The passages of an article that say what was checked before. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { PassagesScreen } from "@/components/earlier/passages-screen"
import { Words } from "@/components/shell/words"
import { earlierInArticle } from "@/lib/desk/earlier-in-texts"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"

interface EarlierPageProps {
  params: Promise<{ workspace: string; articleId: string }>
}

/** The passages of the address, once for the page and its title; what the reader may not see is not found. */
const earlierIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return await earlierInArticle(actor, articleId)
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: EarlierPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ article }, t] = await Promise.all([earlierIn(workspace, articleId), getTranslations("earlier.passages")])
  return { title: t("of", { article: article.title }) }
}

export default async function EarlierPage({ params }: EarlierPageProps) {
  const { workspace, articleId } = await params
  const found = await earlierIn(workspace, articleId)
  return (
    <Words of={["earlier", "keys"]}>
      <PassagesScreen {...found} articles={`/w/${workspace}/articles`} />
    </Words>
  )
}
