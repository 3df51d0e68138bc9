"use client"
/** A value that survives until its act is answered: what was typed if anything was, else what is saved. */
import { useCallback, useSyncExternalStore } from "react"
import { draftAt, dropDraft, keepDraft, onDrafts, type Draft } from "./drafts"

export interface DraftState<T> {
  value: T
  /** Null while nothing is typed that was not answered. */
  draft: Draft<T> | null
  type: (value: T) => void
  drop: () => void
}

/** `key` names whose draft it is and of what. Two components with one key share the draft. */
export function useDraft<T>(key: string, saved: T): DraftState<T> {
  const draft = useSyncExternalStore(
    onDrafts,
    () => draftAt<T>(key),
    () => null,
  )
  const type = useCallback((value: T) => keepDraft(key, { value, base: draftAt<T>(key)?.base ?? saved }), [key, saved])
  const drop = useCallback(() => dropDraft(key), [key])
  return { value: draft ? draft.value : saved, draft, type, drop }
}
