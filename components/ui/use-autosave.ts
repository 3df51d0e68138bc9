"use client"
/**
 * Fields edited in place: each change is kept as a draft at once, sent after a pause or on leaving the field, and
 * dropped when it was answered. Where somebody else changed the same field meanwhile, both texts are offered and
 * nothing is sent until one is chosen. Knows names and strings, not what they mean.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import type { Draft } from "./drafts"
import { draftAt, dropDraft, keepDraft } from "./drafts"
import { useDraft } from "./use-draft"

export type Values<Name extends string> = Record<Name, string>
type Typed<Name extends string> = Partial<Values<Name>>

/** What came of a save: what is saved now, or why not. */
export type Saving<Name extends string> =
  | { ok: true; saved: Values<Name> }
  | {
      ok: false
      message: string
      fields: Record<string, string>
      /** `again` when what is saved has changed meanwhile: what nobody else touched can be sent over it. */
      then: "stop" | "again"
    }

export type SaveState =
  { kind: "idle" | "saving" | "saved" } | { kind: "refused"; message: string; fields: Record<string, string> }

export interface AutosaveOptions<Name extends string> {
  key: string
  saved: Values<Name>
  /** Sends what changed; calls `settle` in the same tick in which the new saved values show, so that nothing flickers. */
  save: (changes: Typed<Name>, settle: (saving: Saving<Name>) => void) => void
  /** Whether what is typed can be sent at all yet. */
  ready?: (values: Values<Name>) => boolean
}

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
  errorOf: (name: Name) => string | undefined
  /** Whether something typed is not saved yet. */
  unsaved: boolean
}

const PAUSE = 1200

export function useAutosave<Name extends string>({ key, saved, save, ready }: AutosaveOptions<Name>): Autosave<Name> {
  const { draft } = useDraft<Typed<Name>>(key, {})
  const [state, setState] = useState<SaveState>({ kind: "idle" })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** The field being typed in: its white space is left alone until it is left. */
  const active = useRef<Name | null>(null)
  const latest = useRef({ key, saved, save, ready, flush: () => {} })
  useLayoutEffect(() => {
    latest.current = { key, saved, save, ready, flush }
  })

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const now = latest.current
    const typed = draftAt<Typed<Name>>(now.key)
    if (!typed) return
    const changes = unsent(typed, now.saved)
    if (Object.keys(changes).length === 0) return active.current ? undefined : clean(now.key, now.saved)
    if (now.ready && !now.ready({ ...now.saved, ...changes })) return
    setState({ kind: "saving" })
    now.save(changes, (saving) => {
      if (saving.ok) settle(latest.current.key, changes, saving.saved, active.current)
      setState(saving.ok ? { kind: "saved" } : { kind: "refused", message: saving.message, fields: saving.fields })
      if (!saving.ok && saving.then === "again") timer.current = setTimeout(latest.current.flush)
    })
  }, [])

  const type = useCallback(
    (name: Name, value: string) => {
      active.current = name
      put(latest.current.key, latest.current.saved, name, value)
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE)
    },
    [flush],
  )

  const leave = useCallback(() => {
    active.current = null
    flush()
  }, [flush])

  // Leaving the claim, coming back online: what is typed goes out.
  useEffect(() => {
    window.addEventListener("online", flush)
    return () => {
      window.removeEventListener("online", flush)
      leave()
    }
  }, [flush, leave])

  return {
    values: { ...saved, ...draft?.value },
    state,
    type,
    leave,
    retry: flush,
    choose: (name, value) => {
      type(name, value)
      leave()
    },
    theirs: (name) => (draft && conflicts(draft, saved, name) ? saved[name] : null),
    keepMine: (name) => {
      rebase(key, saved, name)
      flush()
    },
    takeTheirs: (name) => forget(key, name),
    errorOf: (name) => (state.kind === "refused" ? state.fields[name] : undefined),
    unsaved:
      draft !== null && Object.keys(draft.value).some((name) => !same(draft.value[name as Name], saved[name as Name])),
  }
}

/** White space at the ends is not kept, so it is no difference. */
function same(one: string | undefined, other: string | undefined): boolean {
  return (one ?? "").trim() === (other ?? "").trim()
}

function conflicts<Name extends string>(draft: Draft<Typed<Name>>, saved: Values<Name>, name: Name): boolean {
  const mine = draft.value[name]
  return mine !== undefined && !same(saved[name], draft.base[name]) && !same(saved[name], mine)
}

/** What was typed, differs from what is saved, and nobody else touched. */
function unsent<Name extends string>(draft: Draft<Typed<Name>>, saved: Values<Name>): Typed<Name> {
  const names = Object.keys(draft.value) as Name[]
  const wanted = names.filter((name) => !same(draft.value[name], saved[name]) && !conflicts(draft, saved, name))
  return Object.fromEntries(wanted.map((name) => [name, draft.value[name]])) as Typed<Name>
}

function put<Name extends string>(key: string, saved: Values<Name>, name: Name, value: string): void {
  const draft = draftAt<Typed<Name>>(key) ?? { value: {}, base: {} }
  const base = name in draft.base ? draft.base : { ...draft.base, [name]: saved[name] }
  keepDraft(key, { value: { ...draft.value, [name]: value }, base })
}

/** After an answer: fields as sent are done; those typed on since then now stand over what was saved. */
function settle<Name extends string>(key: string, sent: Typed<Name>, saved: Values<Name>, active: Name | null): void {
  for (const name of Object.keys(sent) as Name[]) {
    const now = draftAt<Typed<Name>>(key)?.value[name]
    const done = now === sent[name] && (now === saved[name] || name !== active)
    if (done) forget(key, name)
    else rebase(key, saved, name)
  }
}

function rebase<Name extends string>(key: string, saved: Values<Name>, name: Name): void {
  const draft = draftAt<Typed<Name>>(key)
  if (draft) keepDraft(key, { value: draft.value, base: { ...draft.base, [name]: saved[name] } })
}

function forget<Name extends string>(key: string, name: Name): void {
  const draft = draftAt<Typed<Name>>(key)
  if (!draft) return
  const value = { ...draft.value }
  const base = { ...draft.base }
  delete value[name]
  delete base[name]
  if (Object.keys(value).length === 0) dropDraft(key)
  else keepDraft(key, { value, base })
}

/** Drops fields that came to be as saved, by typing back. */
function clean<Name extends string>(key: string, saved: Values<Name>): void {
  const draft = draftAt<Typed<Name>>(key)
  if (!draft) return
  for (const name of Object.keys(draft.value) as Name[]) if (same(draft.value[name], saved[name])) forget(key, name)
}
