/** The history of an article: what happened to its text, its claims and what they rest on, newest first. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getNow, getTimeZone, getTranslations } from "next-intl/server"
import { cache } from "react"
import { ArticleHead } from "@/components/article/article-head"
import { HistoryBody } from "@/components/history/history-body"
import { BackToText } from "@/components/history/back-to-text"
import { askedIn } from "@/components/listing/address"
import { Words } from "@/components/shell/words"
import { articleHistory } from "@/lib/desk/history"
import { listPeople } from "@/lib/desk/people"
import { HistoryFilters } from "@/lib/domain/history"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"

interface HistoryPageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NAMES = [...HistoryFilters.keyof().options, "after"]

/** The history of the address, once for the page and its title; what the reader may not see is not found. */
const historyIn = cache(async (slug: string, articleId: string, question: string) => {
  const { actor } = await signedInTo(slug)
  const asked = JSON.parse(question) as Record<string, string>
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  try {
    idsIn({ articleId })
    const filters = HistoryFilters.parse(asked)
    const clock = { now, zone }
    const [history, people] = await Promise.all([
      articleHistory(actor, articleId, { filters, clock, cursor: asked.after }),
      listPeople(actor),
    ])
    return { history, people, asked }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata(props: HistoryPageProps): Promise<Metadata> {
  const [{ history }, t] = await Promise.all([asked(props), getTranslations("history")])
  return { title: t("of", { name: history.article.title }) }
}

export default async function ArticleHistoryPage(props: HistoryPageProps) {
  const { workspace, articleId } = await props.params
  const [{ history, ...found }, t] = await Promise.all([asked(props), getTranslations("history")])
  const home = `/w/${workspace}`
  const galley = `${home}/articles/${articleId}`
  return (
    <Words of={["history", "keys"]}>
      <BackToText galley={galley} />
      <div className="mx-auto flex w-full max-w-[56rem] flex-col gap-4 px-4 py-6 sm:px-6 sm:py-7">
        <ArticleHead article={history.article} screen={t("title")} galley={galley}>
          <p className="text-ui text-ink-2">{t("articleText")}</p>
        </ArticleHead>
        <div>
          <HistoryBody page={history} {...found} home={home} path={`${galley}/history`} of="article" />
        </div>
      </div>
    </Words>
  )
}

async function asked({ params, searchParams }: HistoryPageProps) {
  const [{ workspace, articleId }, given] = await Promise.all([params, searchParams])
  return historyIn(workspace, articleId, JSON.stringify(askedIn(given, NAMES)))
}
