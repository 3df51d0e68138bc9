"use client"
/**
 * Fields edited in place: each change is kept as a draft at once and saved by an autosaver. Where somebody else changed
 * the same field meanwhile, both texts are offered and nothing is sent until one is chosen.
 */
import { useEffect, useLayoutEffect, useState } from "react"
import { autosaver, type AutosaveOptions, type SaveState } from "./autosaver"
import { onAgain } from "./connection"
import { conflicts, differs, forget, rebase, typedNames, type Typed, type Values } from "./typed-values"
import { useDraft } from "./use-draft"

export interface Autosave<Name extends string> {
  values: Values<Name>
  state: SaveState
  type: (name: Name, value: string) => void
  /** For choices: typed and sent at once. */
  choose: (name: Name, value: string) => void
  /** On leaving a field: what is typed is sent. */
  leave: () => void
  /** Sends again what could not be sent. */
  retry: () => void
  /** What somebody else wrote into a field that is being typed in, else null. */
  theirs: (name: Name) => string | null
  keepMine: (name: Name) => void
  takeTheirs: (name: Name) => void
  /** Whether somebody else changed a field that is being typed in. */
  conflicting: boolean
  errorOf: (name: Name) => string | undefined
  /** Whether something typed is not saved yet. */
  unsaved: boolean
}

export function useAutosave<Name extends string>(options: AutosaveOptions<Name>): Autosave<Name> {
  const { key, saved } = options
  const { draft } = useDraft<Typed<Name>>(key, {})
  const [state, setState] = useState<SaveState>({ kind: "idle" })
  const [saver] = useState(() => autosaver<Name>(options, setState))
  useLayoutEffect(() => saver.use(options))
  // Leaving the claim, coming back online, signing in again: what is typed goes out.
  useEffect(() => {
    const stop = onAgain(saver.retry)
    return () => {
      stop()
      saver.leave()
    }
  }, [saver])

  return {
    values: { ...saved, ...draft?.value },
    state,
    type: saver.type,
    leave: saver.leave,
    retry: saver.retry,
    choose: (name, value) => {
      saver.type(name, value)
      saver.leave()
    },
    theirs: (name) => (draft && conflicts(draft, saved, name) ? saved[name] : null),
    keepMine: (name) => {
      rebase(key, saved, name)
      saver.retry()
    },
    takeTheirs: (name) => forget(key, name),
    conflicting: draft !== null && typedNames(draft.value).some((name) => conflicts(draft, saved, name)),
    errorOf: (name) => (state.kind === "refused" ? state.fields[name] : undefined),
    unsaved: differs(draft, saved),
  }
}
