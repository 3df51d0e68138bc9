/** Whether somebody has something in hand on this page that another text would take away. Only in a browser. */

const FIELDS = "input, textarea, select"

/** Whatever lies over the page: dialogs, menus, lists to choose from. */
const OPEN = "[role=dialog], [role=alertdialog], [role=menu], [data-radix-popper-content-wrapper]"

export function isAtWork(): boolean {
  const at = document.activeElement
  const types = at instanceof HTMLElement && (at.matches(FIELDS) || at.isContentEditable)
  return types || document.querySelector(OPEN) !== null
}

/** Whether somebody is in the middle of the open text. */
export const isReading = (): boolean => (document.querySelector(".sheet-pane")?.scrollTop ?? 0) > 0

/** Milliseconds. What closes does not always say so. */
const LOOK_EVERY = 1_000

/** Calls back whenever that may have ended. Answers how to stop. */
export function onRest(callback: () => void): () => void {
  // Where the focus goes is known a moment later.
  const left = () => void setTimeout(callback)
  const looking = setInterval(callback, LOOK_EVERY)
  document.addEventListener("focusout", left)
  return () => {
    clearInterval(looking)
    document.removeEventListener("focusout", left)
  }
}
