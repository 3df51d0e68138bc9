/**
 * Every key of Stet, in one place: the act it is for, and the group it stands in on the sheet of keys. It knows no
 * handlers: an act exists where somebody binds it with `useKeys`. Its words are in the catalogue under `keys.act`.
 */

/** The groups of acts, in the order in which the sheet shows them. */
export const keyGroups = ["text", "claim", "review", "go", "everywhere"] as const
export type KeyGroup = (typeof keyGroups)[number]

/**
 * A key is one stroke, or several after each other with a space between. A stroke is a small letter, a sign or the name
 * of a key as browsers give it, with `Shift+` before a capital and `Mod+` where Ctrl, on a Mac Cmd, is held.
 */
interface KeyEntry {
  key: string
  group: KeyGroup
}

export const keyTable = {
  "claim.mark": { key: "h", group: "text" },
  "claim.tick": { key: "t", group: "text" },
  "coverage.nothing": { key: "n", group: "text" },
  "text.nextUntouched": { key: "u", group: "text" },
  "text.nextSentence": { key: ".", group: "text" },
  "text.previousSentence": { key: ",", group: "text" },
  "text.selectSentence": { key: "x", group: "text" },
  "text.selectParagraph": { key: "p", group: "text" },
  "text.back": { key: "Escape", group: "text" },

  "claim.next": { key: "j", group: "claim" },
  "claim.previous": { key: "k", group: "claim" },
  "claim.edit": { key: "e", group: "claim" },
  "claim.source": { key: "s", group: "claim" },
  "claim.verdict": { key: "v", group: "claim" },
  "claim.waiting": { key: "w", group: "claim" },

  "review.approve": { key: "a", group: "review" },
  "review.request": { key: "r", group: "review" },
  "review.source": { key: "o", group: "review" },

  "go.articles": { key: "g a", group: "go" },
  "go.reviews": { key: "g r", group: "go" },
  "go.claims": { key: "g c", group: "go" },
  "go.sources": { key: "g s", group: "go" },
  "go.figures": { key: "g f", group: "go" },
  "go.board": { key: "g b", group: "go" },

  "palette.open": { key: "Mod+k", group: "everywhere" },
  "last.undo": { key: "z", group: "everywhere" },
  "keys.show": { key: "?", group: "everywhere" },
} as const satisfies Record<string, KeyEntry>

export type ActId = keyof typeof keyTable

/** Every act, in the order of the table. */
export const actIds = Object.keys(keyTable) as ActId[]

/** The strokes of an act's key, in the order in which they are pressed. */
export function strokesOf(act: ActId): string[] {
  return keyTable[act].key.split(" ")
}

/** Whether a stroke is a single character, which a person may switch off: speech and shaky hands press them unmeant. */
export function isCharacter(stroke: string): boolean {
  return [...stroke.replace("Shift+", "")].length === 1
}

/** Whether an act has a key that stays when single characters are switched off. */
export function isKept(act: ActId): boolean {
  return !strokesOf(act).some(isCharacter)
}
