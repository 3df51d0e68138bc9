"use client"
/**
 * The text of the article with its claims drawn over it. It shows and reports: what was selected, which claims were
 * pressed. What happens then is decided by whoever put it on the screen.
 */
import { TextSelection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { useTranslations } from "next-intl"
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from "react"
import { classes } from "@/components/ui/classes"
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { FloatingBar } from "./floating-bar"
import { claimsUnder, marksOf, type Box } from "./geometry"
import { withHighlights, type Highlight } from "./highlights"
import { Kicker } from "./kicker"
import { Margin } from "./margin"
import { OverlapMenu, type Overlap } from "./overlap-menu"
import { selectedSpan } from "./selected-span"
import { StaticText } from "./static-text"
import { useGeometry } from "./use-geometry"
import { useTextView } from "./use-text-view"
import "./sheet.css"

export interface SheetHandle {
  focus: () => void
  /** Brings a claim's words on screen. */
  show: (id: string) => void
  /** What is selected, as a claim would take it; null when it holds no words. */
  span: () => Span | null
  /** Takes the selection away, the caret stays at its end. */
  collapse: () => void
}

export interface SheetProps {
  article: AnnotatedArticle
  positions: Positions
  highlights: readonly Highlight[]
  /** Marks what is selected; null for whoever may not. */
  onMark: (() => void) | null
  /** A claim was chosen in the text: by pressing it, or with Enter at the caret. */
  onChoose: (id: string, by: "pointer" | "key") => void
  /** The caret came into other claims than before. */
  onEnter: (ids: string[]) => void
  ref: Ref<SheetHandle>
}

/** What is selected, and where its end is on the sheet. */
interface Chosen {
  span: Span
  end: Box
}

export function Sheet({ article, positions, highlights, onMark, onChoose, onEnter, ref }: SheetProps) {
  const t = useTranslations("galley")
  const sheet = useRef<HTMLDivElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [overlap, setOverlap] = useState<Overlap | null>(null)
  const [focused, setFocused] = useState<"in" | "out">("out")

  const offer = (ids: string[], at: { x: number; y: number }, by: "pointer" | "key") => {
    const [only, ...others] = ids
    if (only && others.length === 0) onChoose(only, by)
    else if (only) setOverlap({ ids, at })
  }
  const under = useRef("")
  const onSelection = (view: EditorView) => {
    const { selection } = view.state
    const span = selectedSpan(positions, selection)
    setChosen(span && sheet.current ? { span, end: endOf(view, sheet.current) } : null)
    const ids = selection.empty ? claimsAt(highlights, selection.from) : []
    if (ids.join() !== under.current) onEnter(ids)
    under.current = ids.join()
  }
  const given = useMemo(
    () => ({ document: article.revision.document, label: t("text"), language: article.language }),
    [article.revision.document, article.language, t],
  )
  const editor = useTextView(mount, given, {
    onPress: (event) => {
      if ((event.ctrlKey || event.metaKey) && openLink(event.target)) return
      offer(claimsUnder(event.target), { x: event.clientX, y: event.clientY }, "pointer")
    },
    onKey: (view, event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey) return false
      const { left, bottom } = view.coordsAtPos(view.state.selection.head)
      offer(claimsAt(highlights, view.state.selection.head), { x: left, y: bottom }, "key")
      return true
    },
    onSelection,
  })

  useEffect(() => {
    if (editor) editor.view.dispatch(withHighlights(editor.state, highlights))
  }, [editor, highlights])
  const geometry = useGeometry(sheet, highlights, editor)

  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor?.view.focus(),
      show: (id) => sheet.current && bringOnScreen(sheet.current, id),
      span: () => (editor ? selectedSpan(positions, editor.state.selection) : null),
      collapse: () => {
        if (!editor) return
        const { tr, doc, selection } = editor.state
        editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(selection.to), -1)))
      },
    }),
    [editor, positions],
  )

  const look = highlights.find((highlight) => highlight.selected === "yes")?.look ?? "open"
  const press = useCallback((id: string) => onChoose(id, "pointer"), [onChoose])
  return (
    <section aria-label={t("sheet")} className="sheet-pane">
      <div ref={sheet} className="sheet" onFocus={() => setFocused("in")} onBlur={() => setFocused("out")}>
        <Kicker article={article} />
        {!editor && (
          <div className="galley-text" lang={article.language}>
            <StaticText document={article.revision.document} />
          </div>
        )}
        <div ref={mount} className={classes(!editor && "hidden")} />
        {geometry.outline.map((box) => (
          <span key={`${box.top}-${box.left}`} aria-hidden className={`claim-outline look-${look}`} style={box} />
        ))}
        <Margin tops={geometry.tops} onPress={press} />
        {onMark && chosen && focused === "in" && <FloatingBar at={chosen.end} onMark={onMark} />}
      </div>
      <OverlapMenu
        overlap={overlap}
        onChoose={(id) => onChoose(id, "key")}
        onClose={() => setOverlap(null)}
        onClosed={() => editor?.view.focus()}
      />
    </section>
  )
}

/** The claims whose words are at a position, those drawn outermost first. */
function claimsAt(highlights: readonly Highlight[], pos: number): string[] {
  return highlights
    .filter(({ ranges }) => ranges.some(({ from, to }) => from <= pos && pos <= to))
    .map((highlight) => highlight.id)
}

function endOf(view: EditorView, sheet: HTMLElement): Box {
  const origin = sheet.getBoundingClientRect()
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.to, -1)
  return { left: left - origin.left, top: top - origin.top, width: 0, height: bottom - top }
}

/** In a text that looks editable a plain press sets the caret, so a link opens as editors expect it to. */
function openLink(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest("a") : null
  if (link) window.open(link.href, "_blank", "noopener,noreferrer")
  return link !== null
}

function bringOnScreen(sheet: HTMLElement, id: string): void {
  const [first] = marksOf(sheet, id)
  const pane = sheet.parentElement
  if (!first || !pane) return
  const line = first.getBoundingClientRect()
  const seen = pane.getBoundingClientRect()
  if (line.top > seen.top + 40 && line.bottom < seen.bottom - 80) return
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" })
}
