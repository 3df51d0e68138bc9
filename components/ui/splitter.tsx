"use client"
/** The edge of a pane that can be dragged, or moved by keys: the window splitter of the ARIA practices. */
import { useRef, type KeyboardEvent, type PointerEvent } from "react"
import { classes } from "./classes"

export interface SplitterProps {
  label: string
  /** Id of the pane that grows and shrinks. */
  controls: string
  /** Its width, and what it may be, in CSS pixels. */
  width: number
  least: number
  most: number
  /** On which side of the splitter the pane is. */
  pane: "before" | "after"
  /** While it moves. */
  onMove: (width: number) => void
  /** Where it came to rest. */
  onRest: (width: number) => void
  /** Puts the pane away. */
  onClose: () => void
  className?: string
}

/** How far an arrow key moves it. */
const STEP = 16

export function Splitter({
  label,
  controls,
  width,
  least,
  most,
  pane,
  onMove,
  onRest,
  onClose,
  className,
}: SplitterProps) {
  const drag = useRef<{ from: number; width: number } | null>(null)
  const grows = pane === "before" ? 1 : -1
  const at = (event: PointerEvent) => {
    const begun = drag.current
    return begun ? clamp(begun.width + grows * (event.clientX - begun.from), least, most) : width
  }
  const keys: Partial<Record<string, () => void>> = {
    ArrowRight: () => onRest(clamp(width + grows * STEP, least, most)),
    ArrowLeft: () => onRest(clamp(width - grows * STEP, least, most)),
    Home: () => onRest(least),
    End: () => onRest(most),
    Enter: onClose,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onDoubleClick={onClose}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: event.clientX, width }
      }}
      onPointerMove={(event) => drag.current && onMove(at(event))}
      onPointerUp={(event) => {
        if (drag.current) onRest(at(event))
        drag.current = null
      }}
      onPointerCancel={() => {
        if (drag.current) onRest(drag.current.width)
        drag.current = null
      }}
      className={classes(
        "z-10 w-2 cursor-col-resize touch-none transition-colors hover:bg-line-strong focus-visible:bg-focus focus-visible:outline-none active:bg-line-strong",
        className,
      )}
    />
  )
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)))
}
