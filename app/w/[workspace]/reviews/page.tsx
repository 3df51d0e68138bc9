/** What waits for me, one at a time. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { ReviewQueue } from "@/components/review-queue/review-queue"
import { Words } from "@/components/shell/words"
import { reviewQueue } from "@/lib/desk/reviews"
import { signedInTo } from "@/lib/entry"
import { decideReview } from "./actions"

interface ReviewsPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ claim?: string | string[] }>
}

export async function generateMetadata({ params }: ReviewsPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("reviews")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function ReviewsPage({ params, searchParams }: ReviewsPageProps) {
  const [{ workspace: slug }, { claim }] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const [items, t] = await Promise.all([reviewQueue(actor), getTranslations("reviews")])
  const start = typeof claim === "string" ? claim : undefined
  return (
    <Words of={["reviews", "review"]}>
      <h1 className="sr-only">{t("title")}</h1>
      <ReviewQueue items={items} start={start} decide={decideReview} />
    </Words>
  )
}
