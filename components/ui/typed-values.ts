/**
 * Fields that are being typed, over what is saved: which differ, which somebody else changed meanwhile, what is left
 * when an answer came. Kept as drafts, so all of it survives a reload. Knows names and strings, not what they mean.
 */
import { draftAt, dropDraft, keepDraft, type Draft } from "./drafts"

export type Values<Name extends string> = Record<Name, string>
export type Typed<Name extends string> = Partial<Values<Name>>

/** White space at the ends is not kept, so it is no difference. */
function same(one: string | undefined, other: string | undefined): boolean {
  return (one ?? "").trim() === (other ?? "").trim()
}

export const typedNames = <Name extends string>(typed: Typed<Name>) => Object.keys(typed) as Name[]

/** Whether a field was typed in, and saved differently by somebody else since. */
export function conflicts<Name extends string>(draft: Draft<Typed<Name>>, saved: Values<Name>, name: Name): boolean {
  const mine = draft.value[name]
  return mine !== undefined && !same(saved[name], draft.base[name]) && !same(saved[name], mine)
}

/** Whether anything typed is not as saved. */
export function differs<Name extends string>(draft: Draft<Typed<Name>> | null, saved: Values<Name>): boolean {
  return draft !== null && typedNames(draft.value).some((name) => !same(draft.value[name], saved[name]))
}

/** What was typed, differs from what is saved, and nobody else touched. */
export function unsent<Name extends string>(draft: Draft<Typed<Name>>, saved: Values<Name>): Typed<Name> {
  const wanted = typedNames(draft.value).filter(
    (name) => !same(draft.value[name], saved[name]) && !conflicts(draft, saved, name),
  )
  return Object.fromEntries(wanted.map((name) => [name, draft.value[name]])) as Typed<Name>
}

/** Keeps what is typed into a field, with what was saved when the typing began. */
export function put<Name extends string>(key: string, saved: Values<Name>, name: Name, value: string): void {
  const draft = draftAt<Typed<Name>>(key) ?? { value: {}, base: {} }
  const base = name in draft.base ? draft.base : { ...draft.base, [name]: saved[name] }
  keepDraft(key, { value: { ...draft.value, [name]: value }, base })
}

/** After an answer: fields as sent are done; those typed on since then now stand over what was saved. */
export function settle<Name extends string>(
  key: string,
  sent: Typed<Name>,
  saved: Values<Name>,
  active: Name | null,
): void {
  for (const name of typedNames(sent)) {
    const now = draftAt<Typed<Name>>(key)?.value[name]
    // A space at the end of a field that is being typed in is the beginning of the next word.
    const done = now === sent[name] && (now === saved[name] || name !== active)
    if (done) forget(key, name)
    else rebase(key, saved, name)
  }
}

/** Takes what is saved now as what was typed over: the typed value stands. */
export function rebase<Name extends string>(key: string, saved: Values<Name>, name: Name): void {
  const draft = draftAt<Typed<Name>>(key)
  if (draft) keepDraft(key, { value: draft.value, base: { ...draft.base, [name]: saved[name] } })
}

export function forget<Name extends string>(key: string, name: Name): void {
  const draft = draftAt<Typed<Name>>(key)
  if (!draft) return
  const value = { ...draft.value }
  const base = { ...draft.base }
  delete value[name]
  delete base[name]
  if (Object.keys(value).length === 0) dropDraft(key)
  else keepDraft(key, { value, base })
}

/** Forgets fields that came to be as saved, by typing back. */
export function clean<Name extends string>(key: string, saved: Values<Name>): void {
  const draft = draftAt<Typed<Name>>(key)
  if (!draft) return
  for (const name of typedNames(draft.value)) if (same(draft.value[name], saved[name])) forget(key, name)
}
