/** Comments: all that is said about an article. `?show=` asks for some threads; an address with `#comment-…` leads to one comment. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { CommentsScreen } from "@/components/comment/comments-screen"
import { Words } from "@/components/shell/words"
import { listThreads } from "@/lib/desk/comment-list"
import { isAsked, ThreadFilter, type ThreadView } from "@/lib/domain/comment"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { editComment, replyToThread, resolveComment, startThread } from "./actions"

interface CommentsPageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<{ show?: string | string[] }>
}

/** The threads of the address, once for the page and its title; what the reader may not see is not found. */
const threadsIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return { actor, list: await listThreads(actor, articleId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: CommentsPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ list }, t] = await Promise.all([threadsIn(workspace, articleId), getTranslations("comment")])
  return { title: t("of", { article: list.article.title }) }
}

export default async function CommentsPage({ params, searchParams }: CommentsPageProps) {
  const [{ workspace, articleId }, { show }] = await Promise.all([params, searchParams])
  const { actor, list } = await threadsIn(workspace, articleId)
  const filter = ThreadFilter.catch("open").parse(show)
  const galley = `/w/${workspace}/articles/${articleId}`
  const asked = (one: ThreadFilter) => (thread: ThreadView) => isAsked(thread, one, actor.id)
  const counts = Object.fromEntries(
    ThreadFilter.options.map((one) => [one, list.threads.filter(asked(one)).length]),
  ) as Record<ThreadFilter, number>
  return (
    <Words of={["comment", "keys"]}>
      <CommentsScreen
        list={{ ...list, threads: list.threads.filter(asked(filter)) }}
        acts={{ startThread, replyToThread, editComment, resolveComment }}
        {...{ actor, filter, counts, galley }}
      />
    </Words>
  )
}
