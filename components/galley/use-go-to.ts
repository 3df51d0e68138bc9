"use client"
/** Leads the focus to a part of the inspector, once that is drawn. */
import { useCallback, useEffect, useRef, useState, type RefObject } from "react"
import type { ClaimEntry } from "./claims-store"
import type { Part } from "./galley-context"

/** `standing` is that of the chosen claim: one that is still being marked has not all its parts yet. */
export function useGoTo(
  inspector: RefObject<HTMLElement | null>,
  standing: ClaimEntry["standing"] | undefined,
): (part: Part) => void {
  const [asked, setAsked] = useState<{ part: Part } | null>(null)
  const early = useRef<{ part: Part; left: Element | null } | null>(null)
  useEffect(() => {
    early.current = null
    if (!asked) return
    const place = placeOf(inspector.current, asked.part)
    const instead = placeOf(inspector.current, fallback[asked.part])
    if (place) return focusIn(place)
    if (!instead) return
    focusIn(instead)
    early.current = { part: asked.part, left: document.activeElement }
  }, [asked, inspector])
  // What was asked for too early follows, unless the focus has gone on.
  useEffect(() => {
    if (early.current && early.current.left !== document.activeElement) early.current = null
    const place = early.current && placeOf(inspector.current, early.current.part)
    if (!place) return
    early.current = null
    focusIn(place)
  }, [standing, inspector])
  return useCallback((part: Part) => setAsked({ part }), [])
}

/** Where nothing can be added, or the form for it is open already, the list it goes into. */
const fallback: Partial<Record<Part, Part>> = {
  source: "evidence",
  statement: "claim",
  tick: "claim",
  waiting: "claim",
  fix: "claim",
  comment: "claim",
  contact: "contacts",
  calculation: "calculations",
  contacts: "claim",
  calculations: "claim",
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
