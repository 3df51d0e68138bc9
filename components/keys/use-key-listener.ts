"use client"
/** Turns presses on the page into acts. Answers the stroke that was begun and waits for its next. */
import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { hasKey, isCharacter } from "./key-table"
import { useKeyring } from "./keyring"
import { isForUs, keyOf } from "./pressed"
import { nextStep } from "./sequence"

/** Long enough to read the hint; after it a letter is a key of its own again. */
const NEXT_STROKE_MS = 2500

export function useKeyListener(): string | null {
  const { bindings, machine, singleKeys } = useKeyring()
  const [begun, setBegun] = useState<{ stroke: string } | null>(null)
  const press = (event: KeyboardEvent) => {
    const stroke = keyOf(event, machine)
    if (!stroke) return
    // Asked for now, not when this was last drawn: what has just been bound is pressed already.
    const bound = bindings.bound().filter((act) => hasKey(act, singleKeys))
    const step = isForUs(event, stroke) ? nextStep(begun?.stroke ?? null, stroke, bound) : { kind: "none" as const }
    if (step.kind === "act" || step.kind === "begun" || (step.kind === "ended" && isSwallowed(stroke)))
      event.preventDefault()
    if (step.kind === "begun") setBegun({ stroke: step.stroke })
    else if (begun) setBegun(null)
    if (step.kind === "act") bindings.run(step.act)
  }
  const latest = useRef(press)
  // Both before anything is painted: a key that is shown can be pressed.
  useLayoutEffect(() => {
    latest.current = press
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener("keydown", listen)
    return () => window.removeEventListener("keydown", listen)
  }, [])
  useEffect(() => {
    if (!begun) return
    const timer = setTimeout(() => setBegun(null), NEXT_STROKE_MS)
    return () => clearTimeout(timer)
  }, [begun])
  return begun?.stroke ?? null
}

/** What only ends a sequence still scrolls, moves the focus or copies. */
const isSwallowed = (stroke: string) => isCharacter(stroke) || stroke === "Escape"
