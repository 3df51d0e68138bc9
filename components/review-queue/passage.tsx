"use client"
/** A passage with the claim's words marked in it, in the colour and line of the rating. */
import { Fragment } from "react"
import { classes } from "@/components/ui/classes"
import type { RatingTone } from "@/lib/domain/scale"
import { piecesOf, type Piece } from "./pieces"

/** Each tone has a line of its own as well as a colour. */
const marks: Record<RatingTone, string> = {
  true: "bg-true-soft decoration-true decoration-solid outline-true",
  mixed: "bg-mixed-soft decoration-mixed decoration-dashed outline-mixed",
  false: "bg-false-soft decoration-false decoration-wavy outline-false",
  unproven: "bg-unproven-soft decoration-unproven decoration-dashed outline-unproven",
  open: "bg-open-soft decoration-open decoration-dotted outline-open",
}

export interface PassageProps {
  paragraph: string
  /** UTF-16 code units of `paragraph`. */
  spans: { start: number; end: number }[]
  tone: RatingTone
  language: string
  className: string
}

export function Passage({ paragraph, spans, tone, language, className }: PassageProps) {
  return piecesOf(paragraph, spans).map((pieces, at) => (
    <p key={at} lang={language} className={classes("font-serif break-words text-ink", className)}>
      <Pieces pieces={pieces} tone={tone} />
    </p>
  ))
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
