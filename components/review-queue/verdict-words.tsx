"use client"
/** What the verdict says: the claim on its own, the conclusion readers will see, and what the desk notes to itself. */
import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Difference } from "@/components/ui/difference"
import { compare } from "@/lib/anchor/compare"
import type { ClaimView } from "@/lib/domain/claim"
import { oneLine } from "@/lib/domain/one-line"
import { quoteOf } from "@/lib/domain/shown"

export function VerdictWords({ claim }: { claim: ClaimView }) {
  const t = useTranslations("reviews")
  const { verdict } = claim
  return (
    <>
      <Claim claim={claim} />
      <Fix claim={claim} />
      <section className="flex flex-col gap-2">
        <h3 className="heading-group">{t("conclusion")}</h3>
        {verdict?.conclusion ? (
          <p className="font-serif text-[1.0625rem] leading-normal text-ink">{verdict.conclusion}</p>
        ) : (
          <p className="text-ui text-ink-3">{t("noConclusion")}</p>
        )}
      </section>
      <Words title={t("explanation")} words={verdict?.explanation ?? null} />
      <Words title={t("workingNote")} words={verdict?.workingNote ?? null} />
    </>
  )
}

function Claim({ claim }: { claim: ClaimView }) {
  const t = useTranslations("reviews")
  const format = useFormatter()
  // Calendar dates have no zone: read in UTC they stay the day they are.
  const day = (date: string | null | undefined) =>
    date && format.dateTime(new Date(date), { dateStyle: "long", timeZone: "UTC" })
  const facts: [string, ReactNode][] = [
    [t("statement"), claim.statement],
    [t("claimant"), claim.claimant],
    [t("claimedOn"), day(claim.claimedOn)],
    [t("asOf"), day(claim.verdict?.asOf)],
  ]
  const known = facts.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2.5 gap-y-1.5 text-ui">
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Other words for its passage: what is approved with the verdict. */
function Fix({ claim: { fix, anchors } }: { claim: ClaimView }) {
  const t = useTranslations("reviews")
  if (!fix) return null
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="heading-group">{t("fix")}</h3>
      <p dir="auto" className="font-serif text-[1.0625rem] leading-normal wrap-anywhere text-ink">
        <Difference pieces={compare(oneLine(quoteOf(anchors)), fix.wording)} />
      </p>
      {fix.wording === "" && <p className="text-xs font-semibold text-false">{t("cut")}</p>}
      {fix.reason && <p className="text-ui whitespace-pre-line text-ink-2">{fix.reason}</p>}
    </section>
  )
}

function Words({ title, words }: { title: string; words: string | null }) {
  if (!words) return null
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="heading-group">{title}</h3>
      <p className="font-serif text-[0.9375rem] leading-normal whitespace-pre-line text-ink-2">{words}</p>
    </section>
  )
}
