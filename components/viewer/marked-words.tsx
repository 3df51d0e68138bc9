"use client"
/** Words of a text, with those that a span holds marked. The first mark of a screen is brought into sight. */
import { useEffect, useRef } from "react"
import type { Span } from "@/lib/anchor/graphemes"

export interface MarkedWordsProps {
  words: string
  /** Where they begin in the text. */
  start: number
  mark: Span | null
}

export function MarkedWords({ words, start, mark }: MarkedWordsProps) {
  const from = Math.max(0, (mark?.start ?? 0) - start)
  const to = Math.min(words.length, (mark?.end ?? 0) - start)
  if (!mark || from >= to) return words
  const isFirst = mark.start >= start
  return (
    <>
      {words.slice(0, from)}
      <Mark isFirst={isFirst}>{words.slice(from, to)}</Mark>
      {words.slice(to)}
    </>
  )
}

function Mark({ isFirst, children }: { isFirst: boolean; children: string }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isFirst) box.current?.scrollIntoView({ block: "center" })
  }, [isFirst])
  return (
    <mark ref={box} className="rounded-[3px] bg-[light-dark(#fbe58a,#6b5a12)] px-px text-ink">
      {children}
    </mark>
  )
}
