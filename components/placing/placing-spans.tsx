"use client"
/** The spans of a claim as they were and as they are: in their sentences, with the words that changed. */
import { useTranslations } from "next-intl"
import { Difference } from "@/components/ui/difference"
import type { PlacingItem, PlacingSpan } from "@/lib/domain/revision"

export function PlacingSpans({ item, language }: { item: PlacingItem; language: string }) {
  return (
    <div lang={language} dir="auto" className="mt-2 flex flex-col gap-3 font-serif text-[0.96875rem] leading-normal">
      {item.spans.map((span, at) => (
        <Span key={at} span={span} />
      ))}
    </div>
  )
}

/** What is the same is shown as it stands; what is not, as one wording made of two. */
function Span({ span }: { span: PlacingSpan }) {
  const { placement, before, now, pieces } = span
  if (!now)
    return (
      <Row name="before">
        <In sentence={before.sentence} words={before.words}>
          <del className="text-false">{before.words}</del>
        </In>
      </Row>
    )
  if (placement === "stale")
    return (
      <>
        <Row name="before">
          <In sentence={before.sentence} words={before.words}>
            <mark className="bg-panel text-ink">{before.words}</mark>
          </In>
        </Row>
        <Row name="proposed">
          <In sentence={now.sentence} words={now.words}>
            <mark className="bg-mixed-soft text-ink">
              <Difference pieces={pieces} />
            </mark>
          </In>
        </Row>
      </>
    )
  const isSame = pieces.every(({ kind }) => kind === "same")
  return (
    <Row name="now">
      {isSame ? (
        <In sentence={now.sentence} words={now.words}>
          <mark className="bg-panel text-ink">{now.words}</mark>
        </In>
      ) : (
        <Difference pieces={pieces} />
      )}
    </Row>
  )
}

function Row({ name, children }: { name: "before" | "proposed" | "now"; children: React.ReactNode }) {
  const t = useTranslations("placing.span")
  return (
    <div className="grid gap-x-3 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <span className="font-sans text-xs text-ink-3 sm:pt-1">{t(name)}</span>
      <p className="min-w-0 wrap-anywhere text-ink-2">{children}</p>
    </div>
  )
}

/** A sentence with the claim's words in it drawn as they are given; its own words where they are not in it as they stand. */
function In({ sentence, words, children }: { sentence: string; words: string; children: React.ReactNode }) {
  const at = sentence.indexOf(words)
  if (at === -1) return children
  return (
    <>
      {sentence.slice(0, at)}
      {children}
      {sentence.slice(at + words.length)}
    </>
  )
}
