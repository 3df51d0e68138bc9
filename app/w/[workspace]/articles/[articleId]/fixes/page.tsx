/** Fixes: other wording for passages of an article, which its author answers and editors decide on. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { FixesScreen } from "@/components/fix/fixes-screen"
import { Words } from "@/components/shell/words"
import { listFixes } from "@/lib/desk/fix-list"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { acceptFixes, answerFix, declineFix } from "./actions"

interface FixesPageProps {
  params: Promise<{ workspace: string; articleId: string }>
}

/** The list of the address, once for the page and its title; what the reader may not see is not found. */
const fixesIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return { actor, fixes: await listFixes(actor, articleId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: FixesPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ fixes }, t] = await Promise.all([fixesIn(workspace, articleId), getTranslations("fix")])
  return { title: t("of", { article: fixes.article.title }) }
}

export default async function FixesPage({ params }: FixesPageProps) {
  const { workspace, articleId } = await params
  const { actor, fixes } = await fixesIn(workspace, articleId)
  const galley = `/w/${workspace}/articles/${articleId}`
  return (
    <Words of={["fix", "claim", "keys"]}>
      <FixesScreen {...{ actor, fixes, galley }} acts={{ acceptFixes, answerFix, declineFix }} />
    </Words>
  )
}
