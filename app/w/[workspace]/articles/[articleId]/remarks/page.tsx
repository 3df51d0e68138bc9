/** Remarks: what came with the writer's file, until each is a fact, a query, a note, or nothing. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { RemarksScreen } from "@/components/remarks/remarks-screen"
import { Words } from "@/components/shell/words"
import { listRemarks } from "@/lib/desk/remark-list"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { decideRemark, reopenRemark } from "./actions"

interface RemarksPageProps {
  params: Promise<{ workspace: string; articleId: string }>
}

/** The remarks of the address, once for the page and its title; what the reader may not see is not found. */
const remarksIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return { actor, list: await listRemarks(actor, articleId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: RemarksPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ list }, t] = await Promise.all([remarksIn(workspace, articleId), getTranslations("remarks")])
  return { title: t("of", { article: list.article.title }) }
}

export default async function RemarksPage({ params }: RemarksPageProps) {
  const { workspace, articleId } = await params
  const { actor, list } = await remarksIn(workspace, articleId)
  const galley = `/w/${workspace}/articles/${articleId}`
  return (
    <Words of={["remarks", "claim", "keys"]}>
      <RemarksScreen {...{ actor, list, galley }} acts={{ decideRemark, reopenRemark }} />
    </Words>
  )
}
