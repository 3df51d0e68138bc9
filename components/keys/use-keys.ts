"use client"
/** Binds acts of the key table to what they do here. An act that is not allowed here is left out, or null. */
import { useLayoutEffect, useRef } from "react"
import { actIds, type ActId } from "./key-table"
import { useKeyring } from "./keyring"

export type KeyHandlers = Partial<Record<ActId, (() => void) | null>>

export function useKeys(handlers: KeyHandlers): void {
  const { bindings } = useKeyring()
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  const here = actIds.filter((act) => handlers[act]).join(" ")
  // Before anything is painted, so that a key and its cap come with the control they are for.
  useLayoutEffect(() => {
    const mine = actIds.filter((act) => here.split(" ").includes(act))
    const unbinds = mine.map((act) => bindings.bind(act, () => latest.current[act]?.()))
    return () => {
      for (const unbind of unbinds) unbind()
    }
  }, [bindings, here])
}
