/** Where things are on the sheet. Reads the page's layout, never writes it. Pixels from the top left of the sheet. */
import type { EditorView } from "@tiptap/pm/view"

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Top of the line that each position stands in, in the order given. */
export function topsOf(view: EditorView, sheet: HTMLElement, positions: readonly number[]): number[] {
  const origin = sheet.getBoundingClientRect().top
  return positions.map((pos) => view.coordsAtPos(pos, 1).top - origin)
}

/** One box for each line of a claim's highlight, whatever pieces it is drawn in. */
export function outlineOf(sheet: HTMLElement, id: string): Box[] {
  const origin = sheet.getBoundingClientRect()
  const rects = marksOf(sheet, id).flatMap((mark) => [...mark.getClientRects()])
  return joined(rects).map(({ left, top, width, height }) => ({
    left: left - origin.left,
    top: top - origin.top,
    width,
    height,
  }))
}

function marksOf(sheet: HTMLElement, id: string): HTMLElement[] {
  return [...sheet.querySelectorAll<HTMLElement>(`mark[data-claim="${CSS.escape(id)}"]`)]
}

/** Pieces that touch on one line become one. */
export function joined(boxes: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const { left, top, width, height } of boxes) {
    const last = lines.at(-1)
    const sameLine =
      last && Math.abs(last.top + last.height / 2 - (top + height / 2)) < Math.min(last.height, height) / 2
    if (!last || !sameLine || left > last.left + last.width + 1.5 || left + width < last.left - 1.5) {
      lines.push({ left, top, width, height })
      continue
    }
    const right = Math.max(last.left + last.width, left + width)
    const bottom = Math.max(last.top + last.height, top + height)
    last.left = Math.min(last.left, left)
    last.top = Math.min(last.top, top)
    last.width = right - last.left
    last.height = bottom - last.top
  }
  return lines
}

/** The claims and the passages with threads under a point of the text, the innermost first. */
export function itemsUnder(target: EventTarget | null): string[] {
  const ids: string[] = []
  let mark = target instanceof Element ? target.closest<HTMLElement>(DRAWN) : null
  while (mark) {
    const id = mark.dataset.claim ?? mark.dataset.thread
    if (id && !ids.includes(id)) ids.push(id)
    mark = mark.parentElement?.closest<HTMLElement>(DRAWN) ?? null
  }
  return ids
}

const DRAWN = "mark[data-claim], [data-thread]"

/** Scrolls to a position of the text unless it is well in sight; `jump` where nobody has seen the text elsewhere yet. */
export function bringOnScreen(view: EditorView, pos: number, pace: "glide" | "jump"): void {
  const pane = paneOf(view)
  if (!pane) return
  const { top, bottom } = view.coordsAtPos(pos, 1)
  const seen = pane.getBoundingClientRect()
  if (top > seen.top + 40 && bottom < seen.bottom - 80) return
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  const by = (top + bottom - seen.top - seen.bottom) / 2
  pane.scrollBy({ top: by, behavior: calm || pace === "jump" ? "instant" : "smooth" })
}

/** A position in the first line that is in sight. */
export function positionInSight(view: EditorView): number {
  const { left, top } = view.dom.getBoundingClientRect()
  const seen = paneOf(view)?.getBoundingClientRect().top ?? 0
  return view.posAtCoords({ left: left + 1, top: Math.max(top, seen) + 1 })?.pos ?? 0
}

/** What the text scrolls in. */
function paneOf(view: EditorView): Element | null {
  return view.dom.closest(".sheet-pane")
}
