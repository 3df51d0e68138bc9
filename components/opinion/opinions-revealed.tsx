"use client"
/** Two verdicts on one claim beside each other, given apart; and where they differ, what is decided between them. */
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import type { ClaimView } from "@/lib/domain/claim"
import type { OpinionView } from "@/lib/domain/opinion"
import type { Person } from "@/lib/domain/workspace"
import { AdjudicationPart } from "./adjudication-part"
import type { OpinionProps } from "./blind-claim"
import { OpinionWords, type WordsGiven } from "./opinion-words"

export function OpinionsRevealed(props: OpinionProps) {
  const t = useTranslations("opinion.revealed")
  const opinion = useTranslations("opinion")
  const { claim, opinion: revealed } = props
  const { first, verdict, takenBy, phase } = revealed
  if (phase === "asked" || phase === "taken" || phase === "given") return null
  return (
    <section
      aria-label={opinion("title")}
      data-part="opinion"
      tabIndex={-1}
      className="@container flex flex-col gap-3 rounded-[10px] border border-line p-3"
    >
      <h3 className="heading-group">{t(`title.${phase}`)}</h3>
      {first && verdict && takenBy && (
        <div className="grid gap-3 @md:grid-cols-2">
          <Side title={t("first", { round: first.round })} by={first.sender}>
            <OpinionWords verdict={firstWords(claim, first)} />
          </Side>
          <Side title={t("second")} by={takenBy}>
            <OpinionWords verdict={verdict} />
          </Side>
        </div>
      )}
      {phase !== "same" && <AdjudicationPart {...props} />}
    </section>
  )
}

function Side({ title, by, children }: { title: string; by: Person; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <h4 className="flex items-center gap-1.5 text-xs text-ink-2">
        <span aria-hidden>
          <Avatar id={by.id} name={by.name} size="small" />
        </span>
        <span className="min-w-0">
          <span className="font-semibold">{title}</span> · {by.name}
        </span>
      </h4>
      {children}
    </div>
  )
}

/** The first verdict's words are the claim's as long as its round is; a later one says other things. */
function firstWords({ round, verdict }: ClaimView, first: NonNullable<OpinionView["first"]>): WordsGiven {
  const isNow = round?.number === first.round && verdict?.rating.code === first.rating.code
  return isNow ? { ...verdict, rating: first.rating } : { rating: first.rating }
}
