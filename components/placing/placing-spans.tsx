"use client"
/** The spans of a claim as they were and as they are: its own words marked in their sentences, with all that differs. */
import { useTranslations } from "next-intl"
import { Difference } from "@/components/ui/difference"
import type { PlacedSpan, PlacingItem, PlacingSpan } from "@/lib/domain/revision"

/** The claim's own words, also where all of them are struck or put in. */
const own = "rounded-[3px] bg-panel box-decoration-clone text-ink ring-1 ring-ink-3"

export function PlacingSpans({ item, language }: { item: PlacingItem; language: string }) {
  return (
    <div className="mt-2 flex flex-col gap-3">
      {item.spans.map((span, at) => (
        <Span key={at} span={span} language={language} />
      ))}
    </div>
  )
}

/** What is gone is struck in the sentence that it stood in; what only changed around it is shown in one wording. */
function Span({ span: { placement, before, now }, language }: { span: PlacingSpan; language: string }) {
  const { words, sentence, at } = before
  return (
    <div className="flex flex-col gap-1">
      {(!now || placement === "stale") && (
        <Row name="before" language={language}>
          {sentence.slice(0, at)}
          {now ? <mark className={own}>{words}</mark> : <del className="text-false">{words}</del>}
          {sentence.slice(at + words.length)}
        </Row>
      )}
      {now && <Now now={now} language={language} />}
      {now?.because === "ambiguous" && <Because />}
    </div>
  )
}

/** The sentence as it is, its differences on both sides of the claim's own words, and in them. */
function Now({ now: { head, words, tail, because }, language }: { now: PlacedSpan; language: string }) {
  return (
    <Row name={because ? "proposed" : "now"} language={language}>
      <Difference pieces={head} />
      <mark className={own}>
        <Difference pieces={words} />
      </mark>
      <Difference pieces={tail} />
    </Row>
  )
}

/** Where no difference can be seen, it is said why a yes is asked for. */
function Because() {
  const t = useTranslations("placing")
  return <p className="text-xs font-medium text-pretty text-mixed sm:ms-29">{t("ambiguous")}</p>
}

interface RowProps {
  name: "before" | "proposed" | "now"
  language: string
  children: React.ReactNode
}

function Row({ name, language, children }: RowProps) {
  const t = useTranslations("placing.span")
  return (
    <div className="grid gap-x-3 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <span className="text-xs text-ink-3 sm:pt-1">{t(name)}</span>
      <p
        lang={language}
        dir="auto"
        className="min-w-0 font-serif text-[0.96875rem] leading-normal wrap-anywhere text-ink-2"
      >
        {children}
      </p>
    </div>
  )
}
