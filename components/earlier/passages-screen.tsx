"use client"
/** Each passage of an article with what was found out about it before, in the order of the text; the way back is a key. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { ArticleHead } from "@/components/article/article-head"
import { useKeys } from "@/components/keys/use-keys"
import { EmptyState } from "@/components/ui/empty-state"
import type { EarlierInArticle } from "@/lib/domain/earlier-check"
import { EarlierItem } from "./earlier-item"

export function PassagesScreen({ article, passages, articles }: EarlierInArticle & { articles: string }) {
  const t = useTranslations("earlier.passages")
  const router = useRouter()
  const galley = `${articles}/${article.id}`
  useKeys({ "text.back": () => router.push(galley) })
  return (
    <div className="mx-auto flex w-full max-w-[58rem] flex-col gap-5 px-4 py-6 sm:px-6 sm:py-7">
      <ArticleHead article={article} screen={t("title")} galley={galley}>
        <p className="text-ui text-pretty text-ink-2">{t("intro", { count: passages.length })}</p>
      </ArticleHead>
      {passages.length === 0 && <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>}
      <ol aria-label={t("title")} className="border-t border-line empty:hidden">
        {passages.map(({ sentence, words, checks }) => (
          <li key={sentence} className="grid gap-x-8 gap-y-3 border-b border-line py-4 md:grid-cols-2">
            <Link
              href={`${galley}?sentence=${sentence}`}
              prefetch={false}
              lang={article.language}
              dir="auto"
              className="font-serif text-base leading-[1.45] wrap-anywhere hover:underline"
            >
              {words}
            </Link>
            <ul className="flex flex-col gap-3">
              {checks.map((check) => (
                <EarlierItem key={check.id} check={check} articles={articles} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  )
}
