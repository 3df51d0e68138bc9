/** What waits for me: one at a time, or as a list. `?article=` and `?priority=` narrow it, `?claim=` begins with a claim. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { OpinionsWaiting } from "@/components/opinion/opinions-waiting"
import { ReviewQueue } from "@/components/review-queue/review-queue"
import { Words } from "@/components/shell/words"
import { listOpinions } from "@/lib/desk/opinion-list"
import { reviewQueue, waitingByArticle } from "@/lib/desk/reviews"
import { Priority } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import type { QueueFilter } from "@/lib/domain/review-item"
import { signedInTo } from "@/lib/entry"
import { UUID } from "@/lib/request"
import { decideReview } from "./actions"

interface ReviewsPageProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: ReviewsPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("reviews")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function ReviewsPage({ params, searchParams }: ReviewsPageProps) {
  const [{ workspace: slug }, asked] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const filter = filterIn(asked)
  const reads = can(actor, "note.read")
  const [items, waiting, opinions, t] = await Promise.all([
    reviewQueue(actor, filter),
    waitingByArticle(actor),
    reads ? listOpinions(actor) : [],
    getTranslations("reviews"),
  ])
  return (
    <Words of={["reviews", "review", "approvals", "source", "contact", "calculation", "checklist"]}>
      <h1 className="sr-only">{t("title")}</h1>
      <ReviewQueue
        items={items}
        start={one(asked.claim)}
        view={one(asked.view) === "list" ? "list" : "one"}
        filter={filter}
        waiting={waiting}
        beside={reads && <OpinionsWaiting href={`/w/${slug}/reviews/opinions`} count={opinions.length} />}
        decide={decideReview}
      />
    </Words>
  )
}

/** What the address narrows the queue to; what can't be meant is left out. */
function filterIn({ article, priority }: Record<string, string | string[] | undefined>): QueueFilter {
  const articleId = one(article)
  const known = Priority.safeParse(Number(one(priority)))
  return {
    ...(articleId && UUID.test(articleId) && { articleId }),
    ...(known.success && { priority: known.data }),
  }
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined
}
