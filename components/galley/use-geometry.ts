"use client"
/**
 * Follows the layout of the sheet. What is in sight is measured in one read before the next frame, so that marks beside
 * the text cost no second layout; the rest when there is time. Drawing claims moves no line: only what has not been
 * measured yet is, until the size of the sheet or its typefaces change.
 */
import type { EditorView } from "@tiptap/pm/view"
import { useEffect, useRef, useState, type RefObject } from "react"
import { inIdleSteps } from "@/components/ui/idle"
import { outlineOf, positionInSight, topsOf, type Box } from "./geometry"
import { slices, type Drawable } from "./layers"
import type { MarginItem } from "./margin-rows"

export interface Geometry {
  /** Top of the first line of each, of those that have been measured. */
  tops: MarginItem[]
  /** The chosen claim's words, a box for each line. */
  outline: Box[]
}

const nothing: Geometry = { tops: [], outline: [] }

/** What stands beside the text: each claim, and what else is marked in it; and which of them is chosen. */
export interface Beside {
  items: readonly Drawable[]
  selected: string | null
}

/** Lines that were measured, by the id of what begins on them. */
interface Lines {
  /** Of the sheet when they were. */
  size: string
  tops: Map<string, { pos: number; top: number }>
}

export function useGeometry(sheet: RefObject<HTMLElement | null>, beside: Beside, view: EditorView | null): Geometry {
  const [geometry, setGeometry] = useState(nothing)
  const lines = useRef<Lines>({ size: "", tops: new Map() })
  useEffect(() => {
    const element = sheet.current
    if (!element || !view) return
    const show = () => setGeometry(geometryOf(element, beside, lines.current))
    let frame = 0
    let stop = () => {}
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        stop()
        stop = measureLines({ view, sheet: element, items: beside.items, lines: lines.current, show })
      })
    }
    const measureAnew = () => {
      lines.current.size = ""
      measure()
    }
    // Observing calls back once by itself, which is the first measure.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    document.fonts.addEventListener("loadingdone", measureAnew)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.fonts.removeEventListener("loadingdone", measureAnew)
    }
  }, [sheet, beside, view])
  return geometry
}

interface Measuring {
  view: EditorView
  sheet: HTMLElement
  items: readonly Drawable[]
  lines: Lines
  /** What has been measured can be shown. */
  show: () => void
}

/** Measures the lines that are not known, in sight at once and the others between frames. Answers how to stop. */
function measureLines({ view, sheet, items, lines, show }: Measuring): () => void {
  const size = `${sheet.offsetWidth} ${sheet.offsetHeight}`
  if (lines.size !== size) lines.tops.clear()
  Object.assign(lines, { size })
  const unknown = items.filter(({ id, ranges: [first] }) => first && lines.tops.get(id)?.pos !== first.from)
  const [now = [], ...later] = slices(unknown, unknown.length > 0 ? positionInSight(view) : 0, onlyBySight)
  const measure = (some: readonly Drawable[]) => {
    const positions = some.map(({ ranges }) => ranges[0]?.from ?? 0)
    topsOf(view, sheet, positions).forEach((top, at) => {
      lines.tops.set(some[at]?.id ?? "", { pos: positions[at] ?? 0, top })
    })
  }
  measure(now)
  show()
  if (later.length === 0) return () => {}
  return inIdleSteps(() => {
    measure(later.shift() ?? [])
    if (later.length > 0) return "more"
    show()
    return "done"
  })
}

const onlyBySight = { isUrgent: () => false }

function geometryOf(sheet: HTMLElement, { items, selected }: Beside, { tops }: Lines): Geometry {
  return {
    tops: items.flatMap(({ id, ranges: [first] }) => {
      const line = tops.get(id)
      return line && line.pos === first?.from ? [{ id, top: line.top }] : []
    }),
    outline: selected ? outlineOf(sheet, selected) : [],
  }
}
