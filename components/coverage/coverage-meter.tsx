"use client"
/** How much of the text has been looked at: a bar, its words, and behind it what the signs mean and what can be done. */
import { useFormatter, useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import type { CoverageCounts } from "@/lib/domain/coverage"
import type { LooseItem } from "@/lib/domain/loose"
import type { Coverage } from "./use-coverage"

const panel = lateCode(() => import("./coverage-panel"))

export function CoverageMeter() {
  const { coverage } = useGalley()
  const t = useTranslations("galley.coverage")
  const { Panel, button, opening } = useLate(panel, "dialog")
  const { counts } = coverage
  const done = lookedAt(counts)
  if (counts.sentences === 0) return null
  const words = t("meter", { done, total: counts.sentences, loose: looseLeft(coverage) })
  if (!Panel) return <MeterButton counts={counts} words={words} {...button} />
  return <Panel words={words} button={<MeterButton counts={counts} words={words} />} {...opening} />
}

interface MeterButtonProps extends ComponentProps<"button"> {
  counts: CoverageCounts
  words: string
}

function MeterButton({ counts, words, ...trigger }: MeterButtonProps) {
  const format = useFormatter()
  return (
    <button
      type="button"
      {...trigger}
      title={words}
      className="flex items-center gap-3 rounded-md px-1.5 py-1 text-ui whitespace-nowrap text-ink-2 hover:bg-panel data-[state=open]:bg-panel"
    >
      <Bar counts={counts} />
      {/* Beside wide bars and buttons they would leave nothing of the article's title. */}
      <span className="max-[90rem]:sr-only">{words}</span>
      <span className="min-[90rem]:hidden">
        {format.number(Math.floor((100 * lookedAt(counts)) / counts.sentences) / 100, { style: "percent" })}
      </span>
    </button>
  )
}

/** Without words: they stand beside it. */
function Bar({ counts: { sentences, checked, nothing_to_check, in_work } }: { counts: CoverageCounts }) {
  const parts = [
    ["bg-true", checked],
    ["bg-edge", nothing_to_check],
    ["bg-[var(--rule-work)]", in_work],
  ] as const
  return (
    <span
      aria-hidden
      className="inline-flex h-2 w-20 overflow-hidden rounded-[5px] bg-unproven-soft forced-color-adjust-none max-sm:hidden"
    >
      {parts.map(([fill, count]) => (
        <i key={fill} className={`block h-full ${fill}`} style={{ width: `${(100 * count) / sentences}%` }} />
      ))}
    </span>
  )
}

const lookedAt = ({ checked, nothing_to_check }: CoverageCounts) => checked + nothing_to_check

/** Loose items in sentences that are done with; in the others they are work like all else. */
function looseLeft({ loose, states }: Coverage): number {
  const isDone = (_: LooseItem[], at: number) => states[at] === "checked" || states[at] === "nothing_to_check"
  return (loose ?? []).filter(isDone).reduce((sum, items) => sum + items.length, 0)
}
