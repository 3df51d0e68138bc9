"use client"
/** What a last look found: said in one sentence, the facts that are touched, and the text beside the checked one. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Badge, type Tone } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { Difference } from "@/components/ui/difference"
import type { FinalCheck, Touch, TouchedFact } from "@/lib/domain/final-check"
import { ChangeSteps } from "./change-steps"
import { TextDifference } from "./text-difference"

export interface FinalCheckResultProps {
  found: FinalCheck
  article: { language: string }
  galley: string
  onClose: () => void
}

export default function FinalCheckResult({ found, article, galley, onClose }: FinalCheckResultProps) {
  const t = useTranslations("finalCheck")
  const { revision, words, touched, headline, facts, pieces } = found
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [found])
  const isAsChecked = words.differing === 0 && touched.length === 0 && headline === "unchanged"
  return (
    <section aria-labelledby="final-check" className="mb-8 rounded-xl border border-line-strong px-4 py-4 sm:px-6">
      <div className="flex items-start justify-between gap-3">
        <h2 id="final-check" ref={heading} tabIndex={-1} className="text-sm font-semibold">
          {t("result")}
        </h2>
        <Button size="small" look="quiet" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      <p className="mt-1 flex items-baseline gap-2 font-serif text-xl leading-snug font-semibold text-pretty">
        <span aria-hidden className={isAsChecked ? "text-true" : "text-mixed"}>
          {isAsChecked ? "✓" : "!"}
        </span>
        {t("sentence", { differing: words.differing, touched: touched.length, headline })}
      </p>
      <p className="mt-1 text-xs text-pretty text-ink-3">
        {t("against", { number: revision.number, signedOff: revision.signedOff === "yes" ? "yes" : "no", facts })}
      </p>
      {touched.length > 0 && <Touched touched={touched} language={article.language} galley={galley} />}
      {words.differing > 0 && (
        <>
          <div className="mt-5 mb-3 flex flex-wrap items-center justify-between gap-2 border-y border-line py-2">
            <p className="text-ui text-ink-2">{t("counts", { removed: words.removed, added: words.added })}</p>
            <ChangeSteps />
          </div>
          <TextDifference
            pieces={pieces}
            bodyStart={{ old: revision.bodyStart, new: found.bodyStart }}
            language={article.language}
          />
        </>
      )}
    </section>
  )
}

const LOOKS: Record<Touch, { tone: Tone; shape: string }> = {
  changed: { tone: "mixed", shape: "≠" },
  gone: { tone: "false", shape: "✕" },
  context: { tone: "review", shape: "…" },
  uncut: { tone: "false", shape: "✂" },
}

function Touched({ touched, language, galley }: { touched: TouchedFact[]; language: string; galley: string }) {
  const t = useTranslations("finalCheck")
  return (
    <div className="mt-4">
      <h3 className="heading-group mb-1">{t("touchedFacts", { count: touched.length })}</h3>
      <ul className="border-t border-line">
        {touched.map(({ claimId, number, job, touch, pieces }) => (
          <li
            key={claimId}
            className="grid gap-x-4 gap-y-1 border-b border-line py-2 sm:grid-cols-[5.5rem_9.5rem_minmax(0,1fr)]"
          >
            <Link href={`${galley}?claim=${number}`} className="text-ui font-semibold underline underline-offset-2">
              {t("fact", { number, job })}
            </Link>
            <span>
              <Badge {...LOOKS[touch]}>{t(`touch.${touch}`)}</Badge>
            </span>
            <p
              lang={language}
              dir="auto"
              className={classes("font-serif text-[0.9375rem] leading-snug wrap-anywhere hyphens-auto")}
            >
              <Difference pieces={pieces} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
