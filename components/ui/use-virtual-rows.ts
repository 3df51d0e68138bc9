"use client"
/**
 * The rows of a long list that are in sight, and where they stand. Binds the virtualizer's core so that what is drawn is
 * a plain value: its own hook answers one object that changes, which React may not remember.
 */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/react-virtual"
import { useLayoutEffect, useState, type RefObject } from "react"

export interface VirtualRow {
  index: number
  key: string
  /** Pixels from the top of the list. */
  start: number
}

export interface VirtualRows {
  rows: VirtualRow[]
  /** Height of all rows. */
  height: number
  /** Goes as `ref` on each drawn row, with its `data-index`: rows are as high as they come out. */
  measure: (row: HTMLElement | null) => void
  /** Scrolls as little as brings a row in sight. */
  bring: (index: number) => void
}

export interface VirtualRowsOptions {
  pane: RefObject<HTMLElement | null>
  keys: readonly string[]
  /** Height of a row before it is measured. */
  estimate: number
}

/** Rows drawn beyond the edges, so that scrolling meets no gap. */
const OVERSCAN = 8

/** What the server draws for, before there is a pane to measure. */
const FIRST_PANE = { width: 300, height: 800 }

type Rows = Virtualizer<HTMLElement, HTMLElement>

export function useVirtualRows({ pane, keys, estimate }: VirtualRowsOptions): VirtualRows {
  const optionsFor = (onChange: (rows: Rows) => void) => ({
    count: keys.length,
    getScrollElement: () => pane.current,
    getItemKey: (index: number) => keys[index] ?? index,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    initialRect: FIRST_PANE,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange,
  })
  const [virtualizer] = useState<Rows>(() => new Virtualizer(optionsFor(() => {})))
  const [seen, setSeen] = useState(() => sight(virtualizer))
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => {
    virtualizer.setOptions(optionsFor((changed) => setSeen(sight(changed))))
    virtualizer._willUpdate()
  })
  // Rows came or went: it notices by itself only what scrolling and measuring change.
  useLayoutEffect(() => virtualizer.options.onChange(virtualizer, false), [virtualizer, keys])
  return {
    // Rows that went since the last look are not drawn.
    rows: seen.rows.filter((row) => row.index < keys.length),
    height: seen.height,
    measure: virtualizer.measureElement,
    bring: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  }
}

function sight(virtualizer: Rows): Pick<VirtualRows, "rows" | "height"> {
  return {
    rows: virtualizer.getVirtualItems().map(({ index, key, start }) => ({ index, key: String(key), start })),
    height: virtualizer.getTotalSize(),
  }
}
