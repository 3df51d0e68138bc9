"use client"
/** What the article is, over its headline: where and when it appeared, whose it is, how long, which revision. */
import { useFormatter, useTranslations } from "next-intl"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"

export function Kicker({ article }: { article: AnnotatedArticle }) {
  const t = useTranslations("galley")
  const format = useFormatter()
  const { importedBy, revision } = article
  const published =
    article.publishedOn && format.dateTime(new Date(article.publishedOn), { dateStyle: "medium", timeZone: "UTC" })
  const first = [article.section, article.publisher, published, t("revision", { number: revision.number })]
  const second = [
    article.byline,
    t("words", { count: article.words }),
    importedBy && t("importedBy", { name: importedBy.name }),
  ]
  return (
    <header className="mb-3 flex flex-col gap-1">
      <Dotted parts={first} className="text-xs font-semibold text-ink-2" />
      <Dotted parts={second} className="text-xs text-ink-3" />
    </header>
  )
}

function Dotted({ parts, className }: { parts: (string | null)[]; className: string }) {
  return (
    <p className={`flex flex-wrap gap-x-2 gap-y-0.5 ${className}`}>
      {parts
        .filter((part): part is string => Boolean(part))
        .map((part, index) => (
          <span key={part}>
            {index > 0 && (
              <span aria-hidden className="mr-2">
                ·
              </span>
            )}
            {part}
          </span>
        ))}
    </p>
  )
}
