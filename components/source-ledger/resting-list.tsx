"use client"
/** The claims that rest on a source, across articles, with what each takes from it. */
import { BookOpen } from "lucide-react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import { ClaimBadge } from "@/components/claim/claim-badge"
import { FlagWords } from "@/components/source/flag-words"
import { StanceSign } from "@/components/source/stance"
import type { RestingClaim } from "@/lib/domain/source-list"
import { viewAddress } from "@/lib/domain/viewing"

interface RestingListProps {
  items: RestingClaim[]
  /** Of this desk, and of the source. */
  slug: string
  sourceId: string
}

export function RestingList({ items, slug, sourceId }: RestingListProps) {
  const t = useTranslations("sources")
  return (
    <ul aria-label={t("resting.label")} className="border-t border-line">
      {items.map(({ id, number, job, article, words, evidence, ...claim }) => (
        <li key={id} className="border-b border-line py-3.5">
          <Link
            href={`/w/${slug}/articles/${article.id}?claim=${number}`}
            prefetch={false}
            className="font-serif text-base leading-[1.4] hover:underline"
          >
            <span lang={article.language} dir="auto" className="wrap-anywhere">
              {words}
            </span>
          </Link>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
            <ClaimBadge claim={claim} />
            <span lang={article.language} className="min-w-0 wrap-anywhere">
              {t("resting.place", { job, number, article: article.title })}
            </span>
          </p>
          <ul className="mt-2 flex flex-col gap-1.5">
            {evidence.map(({ id: evidenceId, stance, locator, excerpt, flag, flaggedAt, text }) => (
              <li key={evidenceId} className="grid grid-cols-[20px_minmax(0,1fr)] gap-2">
                <StanceSign stance={stance} />
                <div className="min-w-0">
                  <p className="font-serif text-[0.90625rem] leading-[1.42] wrap-anywhere whitespace-pre-wrap text-ink-2">
                    {locator && <span className="font-sans text-xs text-ink-3">{locator} </span>}
                    {excerpt}
                  </p>
                  {text === "kept" && (
                    <ReadLink
                      href={viewAddress(slug, sourceId, { evidence: evidenceId })}
                      at={locator ?? ""}
                      number={number}
                    />
                  )}
                  {flag && <FlagWords flag={flag} at={flaggedAt} excerpt={excerpt} />}
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** Opens the source's text where the passage stands. */
function ReadLink({ href, at, number }: { href: string; at: string; number: number }) {
  const t = useTranslations("source")
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1 text-xs font-medium text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      <BookOpen aria-hidden className="size-3.5 shrink-0" />
      <span>
        {t("openAt", { at, hasPlace: at ? "yes" : "no" })}
        <span className="sr-only"> {t("forClaim", { number })}</span>
      </span>
    </Link>
  )
}
