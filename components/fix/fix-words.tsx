"use client"
/** A fix as it reads: what it takes out of a passage and puts there, whose it is, and what the author says to it. */
import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Difference } from "@/components/ui/difference"
import { compare } from "@/lib/anchor/compare"
import type { FixView } from "@/lib/domain/fix"
import { oneLine } from "@/lib/domain/one-line"

export interface FixDifferenceProps {
  passage: string
  wording: string
}

export function FixDifference({ passage, wording }: FixDifferenceProps) {
  return <Difference pieces={compare(oneLine(passage), wording)} />
}

/** The passage with its fix in it, and under it who wants it and why. */
export function ProposedWords({ fix, passage, language }: { fix: FixView; passage: string; language?: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p lang={language} dir="auto" className="font-serif text-[0.96875rem] leading-normal wrap-anywhere text-ink">
        <FixDifference passage={passage} wording={fix.wording} />
      </p>
      <Proposer fix={fix} />
    </div>
  )
}

export function Proposer({ fix: { wording, reason, proposedBy, proposedAt } }: { fix: FixView }) {
  const t = useTranslations("fix")
  const format = useFormatter()
  const when = format.dateTime(new Date(proposedAt), { dateStyle: "medium", timeStyle: "short" })
  return (
    <>
      {wording === "" && <p className="text-xs font-semibold text-false">{t("cut")}</p>}
      {reason && <p className="text-ui whitespace-pre-wrap text-ink-2">{reason}</p>}
      <p className="text-xs text-ink-3">
        {proposedBy.name}, <time dateTime={proposedAt}>{when}</time>
      </p>
    </>
  )
}

/** What the article's author says to a fix; that there is no word yet, where there is none. */
export function AuthorsAnswer({ fix, passage, language }: { fix: FixView; passage: string; language?: string }) {
  const t = useTranslations("fix")
  const { answer } = fix
  if (!answer) return <p className="text-ui text-ink-3">{t("unanswered")}</p>
  const said = t.rich(`answered.${answer.kind}`, { name: () => <Name>{answer.by.name}</Name> })
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ui text-ink-2">
        <span aria-hidden>{SHAPES[answer.kind]} </span>
        {said}
      </p>
      {answer.wording !== null && (
        <p lang={language} dir="auto" className="font-serif text-[0.96875rem] leading-normal wrap-anywhere text-ink">
          <FixDifference passage={passage} wording={answer.wording} />
        </p>
      )}
      {answer.reason && <p className="text-ui whitespace-pre-wrap text-ink-2">{answer.reason}</p>}
    </div>
  )
}

const SHAPES = { accepted: "✓", reworded: "≈", refused: "✕" } as const

const Name = ({ children }: { children: ReactNode }) => <span className="font-semibold text-ink">{children}</span>
