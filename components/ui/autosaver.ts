/**
 * When what is typed goes out: after a pause, on leaving the field, when Stet can be reached again, and over a newer
 * version where nobody else touched the same field. Knows no React, so that it outlives the field it serves.
 */
import { draftAt } from "./drafts"
import { clean, put, settle, unsent, type Typed, type Values } from "./typed-values"

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
  /** Whose draft of what it is. */
  key: string
  saved: Values<Name>
  /** Sends what changed; calls `settle` in the same tick in which the new saved values show, so that nothing flickers. */
  save: (changes: Typed<Name>, settle: (saving: Saving<Name>) => void) => void
  /** Whether what is typed can be sent at all yet. */
  ready?: ((values: Values<Name>) => boolean) | undefined
}

export interface Autosaver<Name extends string> {
  /** What to save and how, as of now. */
  use: (options: AutosaveOptions<Name>) => void
  type: (name: Name, value: string) => void
  /** The field is left: what is typed goes out at once. */
  leave: () => void
  retry: () => void
}

/** Long enough not to save every word, short enough to lose none. */
const PAUSE = 1200

export function autosaver<Name extends string>(
  first: AutosaveOptions<Name>,
  onState: (state: SaveState) => void,
): Autosaver<Name> {
  let now = first
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The field being typed in: its white space is left alone until it is left. */
  let active: Name | null = null

  const wait = (time: number) => {
    clearTimeout(timer)
    timer = setTimeout(flush, time)
  }
  const flush = () => {
    clearTimeout(timer)
    const typed = draftAt<Typed<Name>>(now.key)
    if (!typed) return
    const changes = unsent(typed, now.saved)
    if (Object.keys(changes).length > 0) send(changes)
    else if (active === null) clean(now.key, now.saved)
  }
  const send = (changes: Typed<Name>) => {
    if (now.ready && !now.ready({ ...now.saved, ...changes })) return
    onState({ kind: "saving" })
    now.save(changes, (saving) => {
      if (saving.ok) {
        settle(now.key, changes, saving.saved, active)
        return onState({ kind: "saved" })
      }
      onState({ kind: "refused", message: saving.message, fields: saving.fields })
      if (saving.then === "again") wait(0)
    })
  }
  return {
    use: (options) => {
      now = options
    },
    type: (name, value) => {
      active = name
      put(now.key, now.saved, name, value)
      wait(PAUSE)
    },
    leave: () => {
      active = null
      flush()
    },
    retry: flush,
  }
}
