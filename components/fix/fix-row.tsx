"use client"
/** One fix: its passage in the text with the words as they would be, why, and what can be said to it. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { ClaimBadge } from "@/components/claim/claim-badge"
import type { FixItem, FixList } from "@/lib/domain/fix"
import type { Actor } from "@/lib/domain/workspace"
import { AnswerActs } from "./answer-acts"
import { DecideActs } from "./decide-acts"
import type { FixActs, Part } from "./fixes-screen"
import { AuthorsAnswer, FixDifference, Proposer } from "./fix-words"
import type { Choosing } from "./use-choosing"

export interface FixRowProps {
  item: FixItem
  fixes: FixList
  actor: Actor
  part: Part
  choosing: Choosing
  acts: FixActs
  galley: string
}

export function FixRow({ item, fixes, actor, part, choosing, acts, galley }: FixRowProps) {
  const t = useTranslations("fix")
  const claimWords = useTranslations("claim")
  const { fix, claim, passage } = item
  const { language } = fixes.article
  const { number, job } = claim
  return (
    <li data-row={claim.id} className="flex scroll-mb-28 flex-col gap-2.5 border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Link
          href={`${galley}?claim=${number}`}
          prefetch={false}
          className="text-ui font-semibold underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {claimWords("heading", { job, number })}
        </Link>
        <ClaimBadge claim={{ ...claim, waiting: null }} />
        <span className="text-xs text-ink-3">{t(claim.state === "approved" ? "reviewed" : "notReviewed")}</span>
      </p>
      <InPlace item={item} language={language} />
      <div className="flex flex-col gap-1">
        <Proposer fix={fix} />
      </div>
      <PublicWords verdict={claim.verdict} />
      <div className="rounded-[10px] bg-panel px-3 py-2.5">
        <AuthorsAnswer fix={fix} passage={passage?.words ?? ""} language={language} />
      </div>
      <Overlap item={item} />
      {part === "answers" && <AnswerActs item={item} actor={actor} language={language} acts={acts} />}
      {part === "decides" && <DecideActs item={item} choosing={choosing} acts={acts} />}
    </li>
  )
}

/** Without a certain place there is no saying what it replaces. */
function InPlace({ item: { passage, fix }, language }: { item: FixItem; language: string }) {
  const t = useTranslations("fix")
  const words = "font-serif text-[1.03125rem] leading-normal text-pretty wrap-anywhere text-ink-2"
  if (!passage)
    return (
      <div>
        <p className="text-xs font-medium text-mixed">{t("nowhere")}</p>
        <p lang={language} dir="auto" className={words}>
          {fix.wording}
        </p>
      </div>
    )
  return (
    <p lang={language} dir="auto" className={words}>
      {passage.before}
      <mark className="bg-panel text-ink">
        <FixDifference passage={passage.words} wording={fix.wording} />
      </mark>
      {passage.after}
    </p>
  )
}

function PublicWords({ verdict }: Pick<FixItem["claim"], "verdict">) {
  if (!verdict?.conclusion && !verdict?.explanation) return null
  return (
    <div className="border-l-[3px] border-line-strong pl-3 text-ui text-ink-2">
      {verdict.conclusion && <p>{verdict.conclusion}</p>}
      {verdict.explanation && <p className="whitespace-pre-wrap">{verdict.explanation}</p>}
    </div>
  )
}

function Overlap({ item: { conflicts } }: { item: FixItem }) {
  const t = useTranslations("fix")
  if (conflicts.length === 0) return null
  return (
    <p className="text-xs font-medium text-mixed">
      <span aria-hidden>△ </span>
      {t("overlap", { count: conflicts.length, numbers: conflicts.join(", ") })}
    </p>
  )
}
