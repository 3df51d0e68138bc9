"use client"
/**
 * The text of the article with its claims drawn over it. It shows and reports: what was selected, which claims were
 * pressed. What happens then is decided by whoever put it on the screen.
 */
import { useTranslations } from "next-intl"
import { useRef, useState, type Ref } from "react"
import { classes } from "@/components/ui/classes"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useSteady } from "@/components/ui/use-steady"
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { CoverageMarks } from "@/components/coverage/coverage-marks"
import { FloatingBar, type SelectionAct } from "./floating-bar"
import type { Highlight } from "./highlights"
import { useGalley } from "./galley-context"
import { Kicker } from "./kicker"
import { Margin } from "./margin"
import type { OverlapMenuProps } from "./overlap-menu"
import { StaticText } from "./static-text"
import { useGeometry, type Beside } from "./use-geometry"
import { useSheet } from "./use-sheet"
import "./sheet.css"

/** Needed by the first press where claims overlap, fetched when the rest is there. */
export const overlapMenu = lateCode(() => import("./overlap-menu"))

export interface SheetHandle {
  focus: () => void
  /** Brings a claim's words on screen. */
  show: (id: string) => void
  /** What is selected, as a claim would take it; null when it holds no words. */
  span: () => Span | null
  /** Takes the selection away, the caret stays at its end, and lets go of the focus. */
  leave: () => void
  /** Offsets of the text; a caret's are equal. And whether the text has the focus. */
  selection: () => (Span & { focus: "in" | "out" }) | null
  /** Puts the caret at an offset, on screen, with the focus. */
  stand: (offset: number) => void
  /** Selects a stretch of the text, brings its end on screen, with the focus. */
  select: (span: Span) => void
}

export interface SheetProps {
  article: AnnotatedArticle
  positions: Positions
  highlights: readonly Highlight[]
  /** These, and what else is marked in the text and stands beside it. */
  beside: Beside
  /** What can be done with what is selected; nothing for whoever only reads. */
  selectionActs: readonly SelectionAct[]
  /** A claim, or a passage with threads, was chosen in the text: by pressing it, or with Enter at the caret. */
  onChoose: (id: string, by: "pointer" | "key") => void
  /** The caret came into other claims and passages than before. */
  onEnter: (ids: string[]) => void
  ref: Ref<SheetHandle>
}

export function Sheet(props: SheetProps) {
  const { article, highlights, beside, selectionActs, onChoose } = props
  const t = useTranslations("galley")
  const { coverage } = useGalley()
  const sheet = useRef<HTMLDivElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<"in" | "out">("out")
  const { editor, chosen, overlap, closeOverlap } = useSheet(props, { sheet, mount })
  const geometry = useGeometry(sheet, beside, editor?.view ?? null)
  const press = useSteady((id: string) => onChoose(id, "pointer"))
  const look = highlights.find((highlight) => highlight.selected === "yes")?.look ?? "open"
  return (
    <section aria-label={t("sheet")} className="sheet-pane">
      <div
        ref={sheet}
        className={classes("sheet", coverage.shown === "shown" && "shows-coverage")}
        onFocus={() => setFocus("in")}
        onBlur={() => setFocus("out")}
      >
        <Kicker article={article} />
        {!editor && (
          <div className="galley-text" dir="auto" lang={article.language}>
            <StaticText document={article.revision.document} highlights={highlights} />
          </div>
        )}
        <div ref={mount} hidden={!editor} />
        {geometry.outline.map((box) => (
          <span
            key={`${box.top}-${box.left}`}
            aria-hidden
            className={`claim-outline look-${look}`}
            style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
          />
        ))}
        {editor && <CoverageMarks view={editor.view} positions={props.positions} />}
        <Margin tops={geometry.tops} onPress={press} />
        {selectionActs.length > 0 && chosen && focus === "in" && <FloatingBar {...chosen} acts={selectionActs} />}
      </div>
      {overlap && (
        <Overlapping
          overlap={overlap}
          onChoose={(id) => onChoose(id, "key")}
          onClose={closeOverlap}
          onGone={() => editor?.view.focus()}
        />
      )}
    </section>
  )
}

function Overlapping(given: OverlapMenuProps) {
  return <Late code={overlapMenu} given={given} onMissing={given.onClose} />
}
