/**
 * Which addresses of links and pictures a document keeps, and which of them anybody may follow. Nothing with a scheme of
 * its own but http, https and mailto is ever kept.
 */

/** The address as given if it is an absolute http, https or mailto address, else null: nothing else can be followed. */
export function linkAddress(address: unknown): string | null {
  return isAbsolute(address, /^(?:https?:\/\/|mailto:)[^\s]/i) ? address : null
}

/** The address as given if it is an absolute http or https address, else null. */
export function imageAddress(address: unknown): string | null {
  return isAbsolute(address, /^https?:\/\/[^\s]/i) ? address : null
}

/**
 * The address as given if a link may be kept with it: one that can be followed, or one that leads on from wherever the
 * article stands (`/politics/a`, `b.html`, `#notes`). Else null: such a link is only its text.
 */
export function keptLink(address: unknown): string | null {
  return linkAddress(address) ?? (isRelative(address) ? address : null)
}

/** The same for a picture, which is else only its alternative text. */
export function keptImage(address: unknown): string | null {
  return imageAddress(address) ?? (isRelative(address) && address !== "" ? address : null)
}

function isAbsolute(address: unknown, shape: RegExp): address is string {
  return isClean(address) && shape.test(address) && parses(address)
}

/** Whether it takes its scheme from the page it stands on. The parser says so, which also knows ` javascript:`. */
function isRelative(address: unknown): address is string {
  return isClean(address) && !parses(address) && parses(address, "https://article.invalid/a/b")
}

/**
 * URL drops control characters silently, so that an address with one points elsewhere than it seems to; and a lone
 * surrogate can't be stored.
 */
function isClean(address: unknown): address is string {
  return typeof address === "string" && !/[\p{Cc}\p{Cs}]/u.test(address)
}

function parses(address: string, base?: string): boolean {
  try {
    // Not URL.canParse: once optimised, Node 20's refuses addresses with Latin letters beyond ASCII.
    return new URL(address, base).href !== ""
  } catch {
    return false
  }
}
