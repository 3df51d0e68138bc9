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

export function Splitter(props: SplitterProps) {
  const { label, controls, width, least, most, onClose, className } = props
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
      onKeyDown={(event) => moveByKey(event, props)}
      onDoubleClick={onClose}
      {...useDrag(props)}
      className={classes(
        "z-10 w-2 cursor-col-resize touch-none transition-colors hover:bg-line-strong active:bg-line-strong",
        "focus-visible:bg-focus focus-visible:outline-none",
        className,
      )}
    />
  )
}

const growth = ({ pane }: SplitterProps) => (pane === "before" ? 1 : -1)

function moveByKey(event: KeyboardEvent, props: SplitterProps): void {
  const { width, least, most, onRest, onClose } = props
  const step = (by: number) => onRest(clamp(width + growth(props) * by, least, most))
  const keys: Partial<Record<string, () => void>> = {
    ArrowRight: () => step(STEP),
    ArrowLeft: () => step(-STEP),
    Home: () => onRest(least),
    End: () => onRest(most),
    Enter: onClose,
  }
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** The pointer may leave the thin edge while it drags: it is captured until it is let go. */
function useDrag(props: SplitterProps) {
  const drag = useRef<{ from: number; width: number } | null>(null)
  const { width, least, most, onMove, onRest } = props
  const end = (to: (begun: { from: number; width: number }) => number) => {
    if (drag.current) onRest(to(drag.current))
    drag.current = null
  }
  const at = (event: PointerEvent) => (begun: { from: number; width: number }) =>
    clamp(begun.width + growth(props) * (event.clientX - begun.from), least, most)
  return {
    onPointerDown: (event: PointerEvent) => {
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { from: event.clientX, width }
    },
    onPointerMove: (event: PointerEvent) => drag.current && onMove(at(event)(drag.current)),
    onPointerUp: (event: PointerEvent) => end(at(event)),
    onPointerCancel: () => end((begun) => begun.width),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)))
}
