"use client"
/**
 * Coverage in the text: a thin rule beside each sentence tells which of the four states it is in, by shape and by
 * colour, and loose items have a line under them. A press of a rule selects its sentence. For the eye and the pointer
 * alone: keys lead from sentence to sentence and say the same.
 */
import type { EditorView } from "@tiptap/pm/view"
import { useTranslations } from "next-intl"
import { memo, useEffect, useRef } from "react"
import { positionInSight } from "@/components/galley/geometry"
import { useGalley } from "@/components/galley/galley-context"
import { useSeen } from "@/components/galley/use-seen"
import type { Positions } from "@/lib/document/canonical"
import type { SentenceState } from "@/lib/domain/coverage"
import { looseDrawables, looseLayer } from "./loose-layer"
import type { Rule } from "./rule-segments"
import type { Coverage } from "./use-coverage"
import { useRules } from "./use-rules"
import "./coverage.css"

export interface CoverageMarksProps {
  view: EditorView
  positions: Positions
}

export const CoverageMarks = memo(function CoverageMarks(given: CoverageMarksProps) {
  return useGalley().coverage.shown === "shown" && <Marks {...given} />
})

function Marks({ view, positions }: CoverageMarksProps) {
  const { coverage, reading } = useGalley()
  const column = useRef<HTMLDivElement>(null)
  const seen = useSeen(column)
  const rules = useRules(column, { view, positions, sentences: coverage.sentences, seen })
  useLoose(view, positions, coverage)
  return (
    <div ref={column} aria-hidden className="coverage-rules">
      {rules.map((rule) => (
        <SentenceRule
          key={rule.ordinal}
          {...rule}
          state={coverage.states[rule.ordinal] ?? "untouched"}
          onPress={reading.selectSentence}
        />
      ))}
    </div>
  )
}

interface SentenceRuleProps extends Rule {
  state: SentenceState
  onPress: (ordinal: number) => void
}

function SentenceRule({ ordinal, top, height, state, onPress }: SentenceRuleProps) {
  const t = useTranslations("galley.coverage")
  return (
    <div
      className="coverage-rule"
      title={t("rule", { number: ordinal + 1, state })}
      style={{ top, height }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress(ordinal)}
    >
      <i className={`rule rule-${state}`} />
    </div>
  )
}

/** Loose items are drawn under the text as long as the rules stand beside it. */
function useLoose(view: EditorView, positions: Positions, { loose }: Coverage): void {
  useEffect(() => {
    if (loose) looseLayer.show(view, looseDrawables(loose.flat(), positions), () => positionInSight(view))
  }, [view, positions, loose])
  useEffect(
    () => () => {
      if (!view.isDestroyed) looseLayer.show(view, [], () => 0)
    },
    [view],
  )
}
