"use client"
/** The claim's words in their place: its paragraph in ink, the neighbours paler. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { Fragment } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import type { ReviewItem } from "@/lib/domain/review-item"
import type { RatingTone } from "@/lib/domain/scale"
import { quoteOf } from "@/lib/domain/shown"
import { piecesOf, type Piece } from "./pieces"

export interface ContextPaneProps {
  item: ReviewItem
  /** From 1. */
  position: number
  total: number
  articles: string
  onNext: () => void
  onPrevious: () => void
}

export function ContextPane({ item, position, total, articles, onNext, onPrevious }: ContextPaneProps) {
  const t = useTranslations("reviews")
  const { article, claim, context } = item
  const here = `${articles}/${article.id}?claim=${claim.number}`
  return (
    <section
      aria-label={t("context")}
      tabIndex={0}
      className="min-h-0 bg-panel px-4 pt-6 pb-8 sm:px-8 panes:overflow-y-auto panes:px-[8%] panes:pt-8"
    >
      <div className="mx-auto max-w-[44rem]">
        <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-ui text-ink-3">
          <span className="tabular-nums">{t("position", { position, total })}</span>
          <span aria-hidden className="max-sm:hidden">
            ·
          </span>
          <Link
            href={here}
            prefetch={false}
            className="text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            {article.title}
          </Link>
          <span className="flex-1" />
          {total > 1 && (
            <Turns
              at={position === 1 ? "first" : position === total ? "last" : "between"}
              {...{ onNext, onPrevious }}
            />
          )}
        </div>
        <Neighbour text={startOf(context.before)} />
        {piecesOf(context.paragraph, context.spans).map((pieces, at) => (
          <p key={at} className="mb-[1em] font-serif text-[1.125rem] leading-[1.68] text-ink sm:text-[1.1875rem]">
            <Pieces pieces={pieces} tone={claim.verdict?.rating.tone ?? "open"} />
          </p>
        ))}
        {context.spans.length === 0 && <Lost words={quoteOf(claim.anchors)} />}
        <Neighbour text={endOf(context.after)} />
      </div>
    </section>
  )
}

/** Each tone has a line of its own as well as a colour. */
const marks: Record<RatingTone, string> = {
  true: "bg-true-soft decoration-true decoration-solid outline-true",
  mixed: "bg-mixed-soft decoration-mixed decoration-dashed outline-mixed",
  false: "bg-false-soft decoration-false decoration-wavy outline-false",
  unproven: "bg-unproven-soft decoration-unproven decoration-dashed outline-unproven",
  open: "bg-open-soft decoration-open decoration-dotted outline-open",
}

type TurnsProps = Pick<ContextPaneProps, "onNext" | "onPrevious"> & { at: "first" | "between" | "last" }

function Turns({ at, onNext, onPrevious }: TurnsProps) {
  const t = useTranslations("reviews")
  const keys = { previous: useShortcut("claim.previous"), next: useShortcut("claim.next") }
  return (
    <span className="-mr-2 flex">
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

function Pieces({ pieces, tone }: { pieces: Piece[]; tone: RatingTone }) {
  return pieces.map(({ text, part }, at) =>
    part === "plain" ? (
      <Fragment key={at}>{text}</Fragment>
    ) : (
      <mark
        key={at}
        className={classes(
          "box-decoration-clone rounded-xs py-px text-inherit underline decoration-2 underline-offset-4 outline-[1.5px] outline-offset-0 outline-solid",
          "[text-decoration-skip-ink:none]",
          marks[tone],
        )}
      >
        {text}
      </mark>
    ),
  )
}

function Neighbour({ text }: { text: string }) {
  const shown = text.replace(/\uFFFC/g, "").trim()
  if (!shown) return null
  return <p className="mb-[1em] font-serif text-[1.0625rem] leading-[1.68] text-ink-3 sm:text-lg">{shown}</p>
}

/** The passage is gone from the text: its words as they were. */
function Lost({ words }: { words: string }) {
  const t = useTranslations("reviews")
  return (
    <>
      <p className="mb-2 text-ui text-ink-2">{t("lost")}</p>
      <p className="mb-[1em] border-l-3 border-line-strong pl-3 font-serif text-lg text-ink">{words}</p>
    </>
  )
}

/** A piece this long was cut out of a longer paragraph (see lib/domain/review-item). */
const CUT = 240

const startOf = (text: string) => (text.length < CUT ? text : text.replace(/^\S*\s*/, "… "))
const endOf = (text: string) => (text.length < CUT ? text : text.replace(/\s*\S*$/, " …"))
