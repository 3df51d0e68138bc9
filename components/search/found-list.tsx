"use client"
/** What was found, the best first: what it is, what it is called, and the words around what was looked for. */
import Link from "next/link"
import { useFormatter, useLocale, useTranslations } from "next-intl"
import { RatingBadge } from "@/components/claim/claim-badge"
import { Badge } from "@/components/ui/badge"
import type { FoundText } from "@/lib/domain/full-text"
import { pathTo, titleOf } from "./found-place"
import { Pieces } from "./pieces"

export function FoundList({ items, home }: { items: FoundText[]; home: string }) {
  const t = useTranslations("search")
  return (
    <ol aria-label={t("results")} className="border-t border-line">
      {items.map((found) => (
        <li key={`${found.kind} ${found.id}`} className="border-b border-line py-3.5">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
            <Badge tone="unproven">{t(`kind.${found.kind}`)}</Badge>
            <About found={found} />
          </p>
          <Link
            href={`${home}${pathTo(found)}`}
            prefetch={false}
            className="mt-1 block font-serif text-base leading-[1.4] font-[550] hover:underline"
          >
            <span lang={languageOf(found)} dir="auto" className="wrap-anywhere">
              {titleOf(found)}
            </span>
          </Link>
          <p lang={languageOf(found)} dir="auto" className="mt-0.5 text-ui leading-relaxed wrap-anywhere text-ink-2">
            <Pieces pieces={found.pieces} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function About({ found }: { found: FoundText }) {
  const t = useTranslations("search")
  const format = useFormatter()
  const words = (() => {
    switch (found.kind) {
      case "article": {
        const day =
          found.publishedOn && format.dateTime(new Date(found.publishedOn), { dateStyle: "medium", timeZone: "UTC" })
        return [found.archived && t("archived"), found.publisher, day]
      }
      case "claim":
      case "evidence": {
        const { job, number, article } = found.claim
        return [t("inArticle", { job, number, title: article.title }), found.kind === "evidence" && found.locator]
      }
      case "comment":
        return [t(`comment.${found.comment}`, { by: found.by })]
      case "source":
      case "file":
        return []
    }
  })().filter(Boolean)
  return (
    <>
      {found.kind === "claim" && found.rating && (
        <RatingBadge rating={found.rating} standing={found.state === "approved" ? "approved" : "drafted"} />
      )}
      {words.length > 0 && <span className="min-w-0 wrap-anywhere">{words.join(" · ")}</span>}
    </>
  )
}

/** Of a source nobody knows it. */
function languageOf(found: FoundText): string | undefined {
  if (found.kind === "article" || found.kind === "comment") return found.article.language
  return found.kind === "claim" ? found.claim.article.language : undefined
}

/** What a language is called in that of the reader. */
export function useLanguageNames(): (language: string) => string {
  const names = new Intl.DisplayNames([useLocale()], { type: "language", fallback: "code" })
  return (language) => {
    try {
      return names.of(language) ?? language
    } catch {
      return language
    }
  }
}
