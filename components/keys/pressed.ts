/** What a press of a key means: which stroke it is, and whether it is meant for an act at all. Only in a browser. */

/** Where Ctrl is another key and looks otherwise. */
export type Machine = "mac" | "other"

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">

/**
 * The stroke in the table's notation; null for what is never ours. A letter is a letter whatever Caps Lock says; on
 * layouts of other scripts, the one in its place. Signs are the same wherever a layout has them.
 */
export function keyOf(press: Press, machine: Machine): string | null {
  if (press.altKey || MODIFIERS.has(press.key)) return null
  const letter = letterOf(press)
  if (press.ctrlKey || press.metaKey) return letter && isHeldAlone(press, machine) ? `Mod+${letter}` : null
  if (letter) return press.shiftKey ? `Shift+${letter}` : letter
  return SIGNS[press.key] ?? press.key
}

/** Ctrl and nothing else, on a Mac Cmd. */
function isHeldAlone({ ctrlKey, metaKey, shiftKey }: Press, machine: Machine): boolean {
  return !shiftKey && ctrlKey !== metaKey && metaKey === (machine === "mac")
}

const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "Hyper", "Super"])

/** How other scripts write our signs. */
const SIGNS: Partial<Record<string, string>> = { "؟": "?", "？": "?", "،": ",", "，": ",", "。": ".", "．": "." }

function letterOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const isLetterElsewhere = /^\p{L}\p{M}*$/u.test(key)
  return isLetterElsewhere ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined
}

/** Never while an input method composes, on repeat, or inside what has keys of its own; characters never while typing. */
export function isForUs(event: KeyboardEvent, stroke: string): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(OWN_KEYS) || isBehindDialog(target)) return false
  if (stroke.startsWith("Mod+")) return true
  if (target?.closest(CHOOSING)) return false
  return stroke === "Escape" || !isTyping(target)
}

const OWN_KEYS = "[role=dialog], [role=alertdialog], [role=menu]"
const CHOOSING = "[role=combobox]"

/** A dialog whose focused button went away leaves the focus on the page; its keys are still not the page's. */
function isBehindDialog(target: Element | null): boolean {
  return target === document.body && document.querySelector("[role=dialog], [role=alertdialog]") !== null
}

/** Of inputs, those into which nobody types. */
const PRESSED = new Set(["radio", "checkbox", "button", "submit", "reset", "file", "range", "color"])

/** The galley's own text is editable in name only. */
function isTyping(target: Element | null): boolean {
  const field = target?.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])")
  if (!field || field.getAttribute("aria-readonly") === "true") return false
  return !(field instanceof HTMLInputElement && PRESSED.has(field.type))
}
