"use client"
/** What came of fixes that went into the text: just now, and before. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { LinkButton } from "@/components/ui/button"
import type { FixesAccepted, FixList } from "@/lib/domain/fix"

/** It has the focus when it comes: the rows that had it are gone with their fixes. */
export function MadeRevision({ made, galley }: { made: FixesAccepted; galley: string }) {
  const t = useTranslations("fix")
  const section = useRef<HTMLElement>(null)
  const { revision, fixed, look } = made
  useEffect(() => section.current?.focus(), [revision.id])
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t("madeTitle")}
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[10px] bg-true-soft px-4 py-3 text-ui"
    >
      <p className="min-w-0 flex-1 basis-72 font-[550] text-true">
        <span aria-hidden>✓ </span>
        {t("made", { revision: revision.number, fixed, look })}
      </p>
      {look > 0 && (
        <LinkButton size="small" prefetch={false} href={`${galley}/placing`}>
          {t("toPlacing")}
        </LinkButton>
      )}
    </section>
  )
}

export function AcceptedFixes({ accepted, galley }: { accepted: FixList["accepted"]; galley: string }) {
  const t = useTranslations("fix")
  const claim = useTranslations("claim")
  if (accepted.length === 0) return null
  const revisions = [...new Set(accepted.map(({ revision }) => revision))]
  return (
    <section aria-labelledby="accepted-fixes" className="mt-9">
      <h2 id="accepted-fixes" className="text-sm font-semibold">
        {t("accepted")}
      </h2>
      <dl className="mt-2 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-ui">
        {revisions.map((revision) => (
          <div key={revision} className="contents">
            <dt className="text-ink-3">{t("inRevision", { revision })}</dt>
            <dd className="flex flex-wrap gap-x-3">
              {accepted
                .filter((one) => one.revision === revision)
                .map(({ claim: { id, number, job } }) => (
                  <Link
                    key={id}
                    href={`${galley}?claim=${number}`}
                    prefetch={false}
                    className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                  >
                    {claim("heading", { job, number })}
                  </Link>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
