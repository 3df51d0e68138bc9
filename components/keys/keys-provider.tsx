"use client"
/** Goes once around everything of a workspace: listens for keys, and knows which acts are here and whose keys these are. */
import { createContext, useContext, useMemo, useState, useSyncExternalStore, type ReactNode } from "react"
import { keyBindings, type KeyBindings } from "./key-bindings"
import { hasKey, type ActId } from "./key-table"
import type { Machine } from "./pressed"
import { SequenceHint } from "./sequence-hint"
import { onSingleKeys, setSingleKeys, singleKeysOf, type SingleKeys } from "./single-keys"
import { useKeyListener } from "./use-key-listener"

export interface KeyringValue {
  bindings: KeyBindings
  singleKeys: SingleKeys
  setSingleKeys: (wanted: SingleKeys) => void
  machine: Machine
}

const Context = createContext<KeyringValue | null>(null)

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

/** Whose keys they are: their id, the same in every workspace. */
export function KeysProvider({ person, children }: { person: string; children: ReactNode }) {
  const [bindings] = useState(keyBindings)
  const singleKeys = useSyncExternalStore(onSingleKeys, () => singleKeysOf(person), wanted)
  const machine = useSyncExternalStore(never, machineOf, unknownMachine)
  const value = useMemo(
    () => ({ bindings, singleKeys, machine, setSingleKeys: (wish: SingleKeys) => setSingleKeys(person, wish) }),
    [bindings, singleKeys, machine, person],
  )
  return (
    <Context value={value}>
      {children}
      <Listener />
    </Context>
  )
}

function Listener() {
  const begun = useKeyListener()
  return <SequenceHint begun={begun} />
}

const wanted = (): SingleKeys => "on"
const never = () => () => undefined
const machineOf = (): Machine => (/^(Mac|iP)/.test(navigator.platform) ? "mac" : "other")
const unknownMachine = (): Machine => "other"
