"use client"
/** Leads the focus to a part of the inspector, once that is drawn. */
import { useCallback, useEffect, useState, type RefObject } from "react"
import type { Part } from "./galley-context"

export function useGoTo(inspector: RefObject<HTMLElement | null>): (part: Part) => void {
  const [asked, setAsked] = useState<{ part: Part } | null>(null)
  useEffect(() => {
    const place = asked && (placeOf(inspector.current, asked.part) ?? placeOf(inspector.current, fallback[asked.part]))
    if (place) focusIn(place)
  }, [asked, inspector])
  return useCallback((part: Part) => setAsked({ part }), [])
}

/** Where nothing can be added, or the form for it is open already, the list it goes into. */
const fallback: Partial<Record<Part, Part>> = {
  source: "evidence",
  statement: "claim",
  tick: "claim",
  waiting: "claim",
}

function placeOf(inspector: HTMLElement | null, part: Part | undefined): HTMLElement | null {
  return inspector?.querySelector<HTMLElement>(`[data-part="${part ?? ""}"]`) ?? null
}

/** A button is pressed, since it leads on; else the chosen or first thing to type in, else the place itself. */
function focusIn(place: HTMLElement): void {
  if (place instanceof HTMLButtonElement) return place.click()
  const field =
    place.querySelector<HTMLElement>("input:checked") ??
    place.querySelector<HTMLElement>("textarea:not([readonly]), input:not([readonly]), select:not([disabled])")
  const target = field ?? place
  target.focus()
  target.scrollIntoView({ block: "nearest" })
}
