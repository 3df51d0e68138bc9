/** Naming somebody while one types: what stands after an `@` before the caret, who is meant, and the text with their name. Pure. */
import type { Person } from "@/lib/domain/workspace"

/** A name that is being typed. UTF-16 code units. */
export interface Typing {
  /** Of the `@`. */
  at: number
  query: string
}

/** Longer than what anybody types of a name before they choose. */
const LONGEST = 40

/** What is being typed of a name at the caret; null where none is. An `@` within a word is an address's. */
export function typingAt(text: string, caret: number): Typing | null {
  const at = text.slice(0, caret).lastIndexOf("@")
  if (at < 0 || caret - at > LONGEST || /[\p{L}\p{N}]$/u.test(text.slice(0, at))) return null
  const query = text.slice(at + 1, caret)
  return /[\n@]/.test(query) || query.startsWith(" ") ? null : { at, query }
}

/** So many are told apart at a glance. */
const OFFERED = 8

/** Whoever may be meant: those with a name, first or last, that begins so. Nobody once the whole name stands there. */
export function meant(people: readonly Person[], query: string): Person[] {
  const begun = query.toLocaleLowerCase()
  const starts = ({ name }: Person) => {
    const whole = name.toLocaleLowerCase()
    return whole !== begun && (whole.startsWith(begun) || whole.split(/\s+/u).some((part) => part.startsWith(begun)))
  }
  return people.filter(starts).slice(0, OFFERED)
}

/** The text with somebody's name in the place of what was typed of it, and where the caret is then. */
export function withName(text: string, { at, query }: Typing, { name }: Person): { text: string; caret: number } {
  const after = text.slice(at + 1 + query.length)
  const named = `@${name}${/^[\s\p{P}]/u.test(after) ? "" : " "}`
  return { text: text.slice(0, at) + named + after, caret: at + named.length }
}
