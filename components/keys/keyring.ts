"use client"
/** Which acts are here, and whose keys these are: what everything that shows or hears a key asks. */
import { createContext, useContext, useMemo, useSyncExternalStore } from "react"
import type { KeyBindings } from "./key-bindings"
import { hasKey, type ActId } from "./key-table"
import type { Machine } from "./pressed"

/** Whether somebody wants keys of a single character. */
export type SingleKeys = "on" | "off"

export interface KeyringValue {
  bindings: KeyBindings
  singleKeys: SingleKeys
  setSingleKeys: (wanted: SingleKeys) => void
  machine: Machine
}

const Context = createContext<KeyringValue | null>(null)
export const KeyringProvider = Context.Provider

export function useKeyring(): KeyringValue {
  const value = useContext(Context)
  if (!value) throw new Error("keys are for what stands inside a KeysProvider")
  return value
}

/** The acts that exist right now. */
export function useActsHere(): readonly ActId[] {
  const { bindings } = useKeyring()
  return useSyncExternalStore(bindings.subscribe, bindings.bound, nobody)
}

/** Of the acts that exist right now, those with a key that this person wants. */
export function usePressableActs(): readonly ActId[] {
  const { singleKeys } = useKeyring()
  const here = useActsHere()
  return useMemo(() => here.filter((act) => hasKey(act, singleKeys)), [here, singleKeys])
}

const none: readonly ActId[] = []
const nobody = () => none
