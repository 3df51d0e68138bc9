"use client"
/** Behind the meter: the four signs with their counts, what is loose, and what can be done from here. */
import { Popover } from "radix-ui"
import { useFormatter, useTranslations } from "next-intl"
import { useRef, type ReactNode } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { KeyCap } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { menuPanel } from "@/components/ui/menu"
import type { SentenceState } from "@/lib/domain/coverage"
import type { Coverage } from "./use-coverage"
import "./coverage.css"

const states: readonly SentenceState[] = ["untouched", "in_work", "checked", "nothing_to_check"]

export interface CoveragePanelProps {
  words: string
  button: ReactNode
  open: boolean
  onOpenChange: (open: boolean) => void
}

export default function CoveragePanel({ words, button, ...opening }: CoveragePanelProps) {
  const { coverage, reading } = useGalley()
  const t = useTranslations("galley.coverage")
  const led = useRef(false)
  const toNextUntouched = () => {
    led.current = true
    reading.toNextUntouched()
  }
  return (
    <Popover.Root {...opening}>
      <Popover.Trigger asChild>{button}</Popover.Trigger>
      <Popover.Content
        align="end"
        sideOffset={6}
        collisionPadding={8}
        aria-label={t("name")}
        className={`${menuPanel} w-80 p-3.5`}
        onCloseAutoFocus={(event) => {
          // The caret was led into the text, where the focus is to stay.
          if (led.current) event.preventDefault()
          led.current = false
        }}
      >
        <Signs coverage={coverage} words={words} onNextUntouched={toNextUntouched} />
      </Popover.Content>
    </Popover.Root>
  )
}

interface SignsProps {
  coverage: Coverage
  words: string
  onNextUntouched: () => void
}

function Signs({ coverage, words, onNextUntouched }: SignsProps) {
  const t = useTranslations("galley.coverage")
  const format = useFormatter()
  const { counts, shown, setShown } = coverage
  return (
    <div className="flex flex-col gap-3 text-ui">
      <p className="font-[550] text-ink">{words}</p>
      <dl className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5">
        {states.map((state) => (
          <div key={state} className="col-span-3 grid grid-cols-subgrid items-center">
            <i aria-hidden className="h-5">
              <i className={`rule rule-${state}`} />
            </i>
            <dt className="text-ink-2">{t("state", { state })}</dt>
            <dd className="text-ink tabular-nums">{format.number(counts[state])}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-ink-2">
        {t.rich("looseMeans", { loose: (chunks) => <span className="loose-item">{chunks}</span> })}
      </p>
      <Checkbox
        label={t("show")}
        checked={shown === "shown"}
        onChange={(event) => setShown(event.target.checked ? "shown" : "hidden")}
      />
      <Popover.Close asChild>
        <Button size="small" disabled={counts.untouched === 0} onClick={onNextUntouched}>
          {t("next")}
          <KeyCap act="text.nextUntouched" />
        </Button>
      </Popover.Close>
    </div>
  )
}
