"use client"
/** The text view of a sheet with what happens in it: presses, keys, selections, and what can be asked of it. */
import type { Editor } from "@tiptap/core"
import { TextSelection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { useTranslations } from "next-intl"
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type RefObject } from "react"
import { passagesLayer } from "@/components/earlier/passages-layer"
import { useKeyWords } from "@/components/keys/key-cap"
import type { Span } from "@/lib/anchor"
import type { Positions } from "@/lib/document/canonical"
import { bringOnScreen, itemsUnder, positionInSight, type Box } from "./geometry"
import { claimsLayer } from "./highlights"
import type { Drawable } from "./layers"
import { useGalley } from "./galley-context"
import type { Overlap } from "./overlap-menu"
import { selectedSpan } from "./selected-span"
import { selectionNow } from "./selection-now"
import { threadsLayer } from "./threads-layer"
import type { SheetHandle, SheetProps } from "./sheet"
import { useTextView } from "./use-text-view"

/** What is selected, and where on the sheet there is room for what can be done with it. */
export interface Chosen {
  span: Span
  at: Box
  side: "above" | "below"
}

interface Places {
  sheet: RefObject<HTMLElement | null>
  mount: RefObject<HTMLElement | null>
}

export function useSheet(props: SheetProps, places: Places) {
  const { article, highlights, beside, positions, onChoose } = props
  const { opensAt } = useGalley()
  const label = useTextLabel(props.selectionActs.length > 0 ? "text" : "textReading")
  const [overlap, setOverlap] = useState<Overlap | null>(null)
  const { chosen, onSelection } = useSelection(props, places.sheet)
  const offer = (ids: string[], at: Overlap["at"], by: "pointer" | "key") => {
    const [only, ...others] = ids
    if (only && others.length === 0) onChoose(only, by)
    else if (only) setOverlap({ ids, at })
  }
  const given = { document: article.revision.document, label, language: article.language }
  const editor = useTextView(places.mount, given, {
    onPress: (event) => {
      if ((event.ctrlKey || event.metaKey) && openLink(event.target)) return
      offer(itemsUnder(event.target), { x: event.clientX, y: event.clientY }, "pointer")
    },
    onKey: (view, event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey) return false
      const { left, bottom } = view.coordsAtPos(view.state.selection.head)
      offer(itemsAt(beside.items, view.state.selection.head), { x: left, y: bottom }, "key")
      return true
    },
    onSelection,
  })
  const begun = useRef(false)
  // Before the next frame: the view takes the place of a text that had its claims drawn.
  useLayoutEffect(() => {
    if (!editor) return
    const { view } = editor
    if (begun.current) return claimsLayer.show(view, highlights, () => positionInSight(view))
    // A claim or sentence that the address names is what the page was opened for.
    const named = highlights.find((highlight) => highlight.selected === "yes")?.ranges[0]?.from
    const sentence = named === undefined && opensAt ? selectionOf(editor, positions, opensAt) : null
    const first = named ?? sentence?.from
    claimsLayer.show(view, highlights, () => first ?? 0)
    if (sentence) choose(view, sentence)
    if (first !== undefined) bringOnScreen(view, first, "jump")
    begun.current = true
  }, [editor, highlights, positions, opensAt])
  usePassages(editor, positions)
  useHandle(editor, props)
  return { editor, chosen, overlap, closeOverlap: () => setOverlap(null) }
}

/** What earlier checks say something about, under the words; and over them, where they have an open thread. */
function usePassages(editor: Editor | null, positions: Positions): void {
  const { earlier, threads } = useGalley()
  const { passages } = threads
  useEffect(() => {
    if (editor) threadsLayer.show(editor.view, passages, () => positionInSight(editor.view))
  }, [editor, passages])
  useEffect(() => {
    if (!editor) return
    const items = earlier.map((span) => ({ id: `${span.start}-${span.end}`, ranges: positions.rangesOf(span) }))
    passagesLayer.show(editor.view, items, () => positionInSight(editor.view))
  }, [editor, earlier, positions])
}

/** What can be asked of the sheet. */
function useHandle(editor: Editor | null, { positions, highlights, ref }: SheetProps): void {
  useImperativeHandle(ref, () => ({
    focus: () => editor?.view.focus(),
    show: (id) => {
      const first = highlights.find((highlight) => highlight.id === id)?.ranges[0]
      if (editor && first) bringOnScreen(editor.view, first.from, "glide")
    },
    span: () => (editor ? selectedSpan(positions, selectionNow(editor.view)) : null),
    leave: () => editor && leave(editor),
    ...(editor ? caretOf(editor, positions) : noCaret),
  }))
}

/** What the text is called, and what can be done in it by whoever reads it. */
function useTextLabel(reader: "text" | "textReading"): string {
  const t = useTranslations("galley")
  return t(reader, useKeyWords("claim.mark"))
}

/** What is selected, for the bar at it; and what is marked where the caret stands in, for those who hear the text. */
function useSelection({ positions, beside, onEnter }: SheetProps, sheet: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const under = useRef("")
  const onSelection = (view: EditorView) => {
    const { selection } = view.state
    const span = selectedSpan(positions, selection)
    setChosen(span && sheet.current ? { span, ...besideSelection(view, sheet.current) } : null)
    const ids = selection.empty ? itemsAt(beside.items, selection.from) : []
    if (ids.join() !== under.current) onEnter(ids)
    under.current = ids.join()
  }
  return { chosen, onSelection }
}

/** What is marked at a position, the claims first, those drawn outermost before others. */
function itemsAt(items: readonly Drawable[], pos: number): string[] {
  return items.filter(({ ranges }) => ranges.some(({ from, to }) => from <= pos && pos <= to)).map((item) => item.id)
}

/** Room that the bar takes over a line. */
const BAR = 44

/**
 * Over the first words, on what has been read already, not on what is read next; under the last where that is out of
 * sight, and on touch screens, whose own menu comes up over a selection.
 */
function besideSelection(view: EditorView, sheet: HTMLElement): Pick<Chosen, "at" | "side"> {
  const { from, to } = view.state.selection
  const origin = sheet.getBoundingClientRect()
  const seenFrom = sheet.parentElement?.getBoundingClientRect().top ?? 0
  const first = view.coordsAtPos(from, 1)
  const above = first.top - BAR > seenFrom && !window.matchMedia("(pointer: coarse)").matches
  const { left, top, bottom } = above ? first : view.coordsAtPos(to, -1)
  const at = { left: left - origin.left, top: top - origin.top, width: 0, height: bottom - top }
  return { at, side: above ? "above" : "below" }
}

/** Asking for the caret and putting it somewhere, in offsets of the text. */
function caretOf(editor: Editor, positions: Positions): Caret {
  const { view } = editor
  const glideTo = (selection: TextSelection) => {
    choose(view, selection)
    bringOnScreen(view, selection.head, "glide")
  }
  return {
    selection: () => {
      const { from, to } = view.state.selection
      const focus = view.hasFocus() ? "in" : "out"
      return { start: positions.offsetAt(from), end: positions.offsetAt(to), focus }
    },
    stand: (offset) => glideTo(selectionOf(editor, positions, { start: offset, end: offset })),
    select: (span) => glideTo(selectionOf(editor, positions, span)),
  }
}

function selectionOf({ state: { doc } }: Editor, positions: Positions, { start, end }: Span): TextSelection {
  return TextSelection.create(doc, positions.posAt(start), positions.posAt(end))
}

function choose(view: EditorView, selection: TextSelection): void {
  view.focus()
  view.dispatch(view.state.tr.setSelection(selection))
}

type Caret = Pick<SheetHandle, "selection" | "stand" | "select">

/** Until the view is there. */
const noCaret: Caret = { selection: () => null, stand: () => undefined, select: () => undefined }

function leave({ view }: Editor): void {
  const { tr, doc } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(selectionNow(view).to), -1)))
  // The browser lays out the whole text to put a caret into words that are drawn anew; without the focus it has none.
  view.dom.blur()
}

/** In a text that looks editable a plain press sets the caret, so a link opens as editors expect it to. */
function openLink(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null
  if (link) window.open(link.href, "_blank", "noopener,noreferrer")
  return link !== null
}
