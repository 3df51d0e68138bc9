/**
 * Every act that has a key or is found by its name, in one place: its key, and the group it stands in. It knows no
 * handlers: an act exists where somebody binds it with `useKeys`. Its words are in the catalogue under `keys.act`.
 */

/** The groups of acts, in the order in which they are shown. */
export const keyGroups = ["text", "claim", "review", "article", "go", "everywhere", "account"] as const
export type KeyGroup = (typeof keyGroups)[number]

/**
 * A key is one stroke, or several after each other with a space between. A stroke is a small letter, a sign or the name
 * of a key as browsers give it, with `Shift+` before a capital and `Mod+` where Ctrl, on a Mac Cmd, is held. What is
 * rarely done has none, and is found by its name.
 */
interface KeyEntry {
  key: string | null
  group: KeyGroup
}

export const keyTable = {
  "claim.mark": { key: "h", group: "text" },
  "claim.tick": { key: "t", group: "text" },
  "comment.write": { key: "c", group: "text" },
  "coverage.nothing": { key: "n", group: "text" },
  "text.nextUntouched": { key: "u", group: "text" },
  "text.nextThread": { key: "q", group: "text" },
  "text.previousThread": { key: "Shift+q", group: "text" },
  "text.nextSentence": { key: ".", group: "text" },
  "text.previousSentence": { key: ",", group: "text" },
  "text.selectSentence": { key: "x", group: "text" },
  "text.selectParagraph": { key: "p", group: "text" },
  "difference.next": { key: "Shift+j", group: "text" },
  "difference.previous": { key: "Shift+k", group: "text" },
  "excerpt.use": { key: "Shift+e", group: "text" },
  "text.save": { key: "Mod+s", group: "text" },
  "text.back": { key: "Escape", group: "text" },

  "claim.next": { key: "j", group: "claim" },
  "claim.previous": { key: "k", group: "claim" },
  "claim.edit": { key: "e", group: "claim" },
  "claim.source": { key: "s", group: "claim" },
  "claim.verdict": { key: "v", group: "claim" },
  "claim.waiting": { key: "w", group: "claim" },
  "claim.fix": { key: "f", group: "claim" },
  "claim.contact": { key: "Shift+c", group: "claim" },
  "claim.calculation": { key: "b", group: "claim" },
  "place.confirm": { key: "y", group: "claim" },
  "place.other": { key: "m", group: "claim" },
  "remark.next": { key: "j", group: "claim" },
  "remark.previous": { key: "k", group: "claim" },
  "remark.fact": { key: "h", group: "claim" },
  "remark.query": { key: "q", group: "claim" },
  "remark.note": { key: "c", group: "claim" },
  "remark.discard": { key: "l", group: "claim" },
  "comment.reply": { key: "Shift+r", group: "claim" },
  "follow.claim": { key: "Shift+f", group: "claim" },
  "claim.send": { key: null, group: "claim" },
  "claim.withdraw": { key: null, group: "claim" },
  "fix.yes": { key: "1", group: "claim" },
  "fix.other": { key: "2", group: "claim" },
  "fix.no": { key: "3", group: "claim" },
  "fix.accept": { key: "Shift+a", group: "claim" },
  "chosen.assign": { key: "i", group: "claim" },
  "chosen.due": { key: "d", group: "claim" },

  "review.approve": { key: "a", group: "review" },
  "review.request": { key: "r", group: "review" },
  "review.source": { key: "o", group: "review" },

  "chosen.export": { key: "Shift+x", group: "article" },
  "article.import": { key: null, group: "article" },
  "article.paste": { key: null, group: "article" },
  "article.link": { key: null, group: "article" },
  "article.revise": { key: null, group: "article" },
  "article.checkFinal": { key: null, group: "article" },
  "article.export": { key: null, group: "article" },
  "article.exportForAuthor": { key: null, group: "article" },
  "article.editText": { key: null, group: "article" },
  "article.details": { key: null, group: "article" },
  "article.print": { key: null, group: "article" },
  "follow.article": { key: "Shift+w", group: "article" },
  "article.archive": { key: null, group: "article" },
  "article.restore": { key: null, group: "article" },
  "article.delete": { key: null, group: "article" },

  "go.articles": { key: "g a", group: "go" },
  "go.reviews": { key: "g r", group: "go" },
  "go.claims": { key: "g c", group: "go" },
  "go.sources": { key: "g s", group: "go" },
  "go.figures": { key: "g f", group: "go" },
  "go.settings": { key: "g t", group: "go" },
  "claim.take": { key: "g n", group: "go" },
  "go.history": { key: "g h", group: "go" },
  "go.board": { key: "g b", group: "go" },
  "go.placing": { key: "g p", group: "go" },
  "go.comments": { key: "g q", group: "go" },
  "go.remarks": { key: "g m", group: "go" },
  "go.revisions": { key: "g v", group: "go" },
  "go.fixes": { key: "g x", group: "go" },
  "go.signOff": { key: "g o", group: "go" },
  "go.articleHistory": { key: "g y", group: "go" },

  "palette.open": { key: "Mod+k", group: "everywhere" },
  "last.undo": { key: "z", group: "everywhere" },
  "keys.show": { key: "?", group: "everywhere" },

  "theme.system": { key: null, group: "account" },
  "theme.light": { key: null, group: "account" },
  "theme.dark": { key: null, group: "account" },
  "language.en": { key: null, group: "account" },
  "language.de": { key: null, group: "account" },
  "account.open": { key: null, group: "account" },
  "account.ownDesk": { key: null, group: "account" },
  "account.newDesk": { key: null, group: "account" },
  "account.signOut": { key: null, group: "account" },
  "account.signOutEverywhere": { key: null, group: "account" },
} as const satisfies Record<string, KeyEntry>

export type ActId = keyof typeof keyTable

/** Every act, in the order of the table. */
export const actIds = Object.keys(keyTable) as ActId[]

/** The strokes of an act's key, in the order in which they are pressed; none where it has no key. */
export function strokesOf(act: ActId): string[] {
  return keyTable[act].key?.split(" ") ?? []
}

/** Whether a stroke is a single character, which a person may switch off: speech and shaky hands press them unmeant. */
export function isCharacter(stroke: string): boolean {
  return [...stroke.replace("Shift+", "")].length === 1
}

/** Whether an act has a key for whoever wants single characters, or has switched them off. */
export function hasKey(act: ActId, singleKeys: "on" | "off"): boolean {
  const strokes = strokesOf(act)
  return strokes.length > 0 && (singleKeys === "on" || !strokes.some(isCharacter))
}
