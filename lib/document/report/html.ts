/**
 * HTML and XML as text: `markup` escapes every value that is put into it, but for what it made itself. Nothing here knows
 * what the words are about.
 */

/** Markup that is escaped already. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What can stand between tags or in an attribute's quotation marks; nothing, where there is none. */
export type Part = string | number | Markup | null | false | undefined | readonly Part[]

/**
 * Markup of a template. Attributes have to be in double quotation marks. Not called `html`: Prettier would set its white
 * space anew, of which some is read.
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, string, at) => text + textOf(parts[at - 1]) + string))
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ""
  if (part instanceof Markup) return part.text
  if (Array.isArray(part)) return (part as readonly Part[]).map(textOf).join("")
  return escaped(String(part))
}

/** An element with attributes; those that are null are left out. Names are ours, never a reader's. */
export function element(tag: string, attributes: Record<string, string | null>, ...content: Part[]): Markup {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${escaped(value)}"`],
  )
  const open = `<${tag}${given.join("")}>`
  return new Markup(VOID.has(tag) ? open : `${open}${textOf(content)}</${tag}>`)
}

const VOID = new Set(["br", "hr", "img"])

/** Data for machines within a page: no word in it can end the element that it stands in. */
export function jsonScript(value: unknown): Markup {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
  return new Markup(`<script type="application/ld+json">${json}</script>`)
}

/** What XML 1.0 can't hold is left out: HTML does not want it either. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
