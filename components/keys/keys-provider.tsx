"use client"
/** Goes once around everything of a workspace: listens for keys, and holds what is known of them. */
import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react"
import { useKeptWish } from "@/components/ui/use-kept-wish"
import { keyBindings } from "./key-bindings"
import { KeyringProvider, type SingleKeys } from "./keyring"
import type { Machine } from "./pressed"
import { SequenceHint } from "./sequence-hint"
import { useKeyListener } from "./use-key-listener"

/** Whose keys they are: their id, the same in every workspace. */
export function KeysProvider({ person, children }: { person: string; children: ReactNode }) {
  const [bindings] = useState(keyBindings)
  const [singleKeys, setSingleKeys] = useKeptWish<SingleKeys>(`stet:single-keys:${person}`, ["on", "off"])
  const machine = useSyncExternalStore(never, machineOf, unknownMachine)
  const value = useMemo(
    () => ({ bindings, singleKeys, machine, setSingleKeys }),
    [bindings, singleKeys, machine, setSingleKeys],
  )
  return (
    <KeyringProvider value={value}>
      {children}
      <Listener />
    </KeyringProvider>
  )
}

function Listener() {
  const begun = useKeyListener()
  return <SequenceHint begun={begun} />
}

const never = () => () => undefined
const machineOf = (): Machine => (/^(Mac|iP)/.test(navigator.platform) ? "mac" : "other")
const unknownMachine = (): Machine => "other"
