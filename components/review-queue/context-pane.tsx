"use client"
/** The claim's words in their place: its paragraph in ink, the neighbours paler. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import type { ReviewItem } from "@/lib/domain/review-item"
import { quoteOf } from "@/lib/domain/shown"
import { Passage } from "./passage"

export interface ContextPaneProps {
  item: ReviewItem
  /** From 1. */
  position: number
  total: number
  articles: string
  onNext: () => void
  onPrevious: () => void
}

export function ContextPane(props: ContextPaneProps) {
  const { claim, context, article } = props.item
  const t = useTranslations("reviews")
  return (
    <section
      aria-label={t("context")}
      tabIndex={0}
      className="min-h-0 bg-panel px-4 pt-6 pb-8 sm:px-8 panes:overflow-y-auto panes:px-[8%] panes:pt-8"
    >
      <div className="mx-auto max-w-[44rem]">
        <Place {...props} />
        <Neighbour text={startOf(context.before)} language={article.language} />
        <Passage
          {...context}
          tone={claim.verdict?.rating.tone ?? "open"}
          language={article.language}
          className="mb-[1em] text-[1.125rem] leading-[1.68] sm:text-[1.1875rem]"
        />
        {context.spans.length === 0 && <Lost words={quoteOf(claim.anchors)} />}
        <Neighbour text={endOf(context.after)} language={article.language} />
      </div>
    </section>
  )
}

/** Which of how many, in which article and where in it; on to the others. */
function Place({ item, position, total, articles, onNext, onPrevious }: ContextPaneProps) {
  const t = useTranslations("reviews")
  const { article, claim, context } = item
  return (
    <div className="mb-4 flex items-start gap-x-4 gap-y-1 text-ui text-ink-3 max-sm:flex-wrap">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 py-1">
        <span className="tabular-nums">{t("position", { position, total })}</span>
        <Dot />
        <Link
          href={`${articles}/${article.id}?claim=${claim.number}`}
          prefetch={false}
          className="min-w-0 break-words text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {article.title}
        </Link>
        {context.number !== null && (
          <>
            <Dot />
            <span>{t("paragraph", { number: context.number })}</span>
          </>
        )}
      </div>
      {total > 1 && (
        <Turns at={position === 1 ? "first" : position === total ? "last" : "between"} {...{ onNext, onPrevious }} />
      )}
    </div>
  )
}

function Dot() {
  return (
    <span aria-hidden className="max-sm:hidden">
      ·
    </span>
  )
}

type TurnsProps = Pick<ContextPaneProps, "onNext" | "onPrevious"> & { at: "first" | "between" | "last" }

function Turns({ at, onNext, onPrevious }: TurnsProps) {
  const t = useTranslations("reviews")
  const keys = { previous: useShortcut("claim.previous"), next: useShortcut("claim.next") }
  return (
    <span className="-mr-2 flex shrink-0">
      <Button
        look="quiet"
        size="small"
        aria-keyshortcuts={keys.previous}
        disabled={at === "first"}
        onClick={onPrevious}
      >
        {t("previous")} <KeyCap act="claim.previous" className="max-sm:hidden" />
      </Button>
      <Button look="quiet" size="small" aria-keyshortcuts={keys.next} disabled={at === "last"} onClick={onNext}>
        {t("next")} <KeyCap act="claim.next" className="max-sm:hidden" />
      </Button>
    </span>
  )
}

function Neighbour({ text, language }: { text: string; language: string }) {
  const shown = text.replace(/\uFFFC/g, "").trim()
  if (!shown) return null
  return (
    <p
      lang={language}
      className="mb-[1em] font-serif text-[1.0625rem] leading-[1.68] break-words text-ink-3 sm:text-lg"
    >
      {shown}
    </p>
  )
}

/** The passage is gone from the text: its words as they were. */
function Lost({ words }: { words: string }) {
  const t = useTranslations("reviews")
  return (
    <>
      <p className="mb-2 text-ui text-ink-2">{t("lost")}</p>
      <p className="mb-[1em] border-l-3 border-line-strong pl-3 font-serif text-lg break-words text-ink">{words}</p>
    </>
  )
}

/** A piece this long was cut out of a longer paragraph (see lib/domain/review-item). */
const CUT = 240

const startOf = (text: string) => (text.length < CUT ? text : text.replace(/^\S*\s*/, "… "))
const endOf = (text: string) => (text.length < CUT ? text : text.replace(/\s*\S*$/, " …"))
