/** Placing: the claims that the newest text did not leave where they were. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { PlacingScreen } from "@/components/placing/placing-screen"
import { Words } from "@/components/shell/words"
import { readPlacing } from "@/lib/desk/placements"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { confirmPlace, withdrawClaim, restoreClaim } from "./actions"

interface PlacingPageProps {
  params: Promise<{ workspace: string; articleId: string }>
}

/** The list of the address, once for the page and its title; what the reader may not see is not found. */
const placingIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return { actor, placing: await readPlacing(actor, articleId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: PlacingPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ placing }, t] = await Promise.all([placingIn(workspace, articleId), getTranslations("placing")])
  return { title: t("of", { article: placing.article.title }) }
}

export default async function PlacingPage({ params }: PlacingPageProps) {
  const { workspace, articleId } = await params
  const { actor, placing } = await placingIn(workspace, articleId)
  const galley = `/w/${workspace}/articles/${articleId}`
  return (
    <Words of={["placing", "claim", "keys"]}>
      <PlacingScreen {...{ actor, placing, galley }} acts={{ confirmPlace, withdrawClaim, restoreClaim }} />
    </Words>
  )
}
