/** The frame around every public page: head, the desk's name above, its method below. Without scripts, fonts or pictures. */
import type { PublicDesk } from "../../domain/report"
import { markup, Markup, type Part } from "./html"
import { STYLE } from "./style"

/** The fixed words of public pages, from the catalogue of the page's language. */
export type Say = (key: string, values?: Record<string, string | number>) => string

export interface Setting {
  say: Say
  /** BCP 47: of dates and of the ratings' names. */
  language: string
  /** The address under which Stet is reached, without a slash at its end. */
  origin: string
  /** What addresses of other pages begin with: nothing on the web, the origin in a file. */
  base?: string
}

interface Page extends Setting {
  desk: PublicDesk | null
  title: string
  /** Where the thing itself is found, from the origin; null where search engines are to leave it. */
  canonical: string | null
  description?: string | null
  /** For machines. */
  data?: Markup | null
}

/** Where public things are found. */
export const addressOf = {
  list: ({ slug }: PublicDesk) => `/r/${slug}`,
  report: ({ slug }: PublicDesk, articleId: string) => `/r/${slug}/${articleId}`,
  claim: ({ slug }: PublicDesk, claimId: string) => `/r/${slug}/claims/${claimId}`,
  method: ({ slug }: PublicDesk) => `/r/${slug}/method`,
  feed: ({ slug }: PublicDesk) => `/r/${slug}/feed.xml`,
}

/** A whole page around its content. */
export function pageOf(page: Page, ...main: Part[]): string {
  const { say, language, desk, base = "" } = page
  return markup`<!doctype html>
<html lang="${language}">
<head>
${headOf(page)}
</head>
<body>
<a class="skip" href="#main">${say("skip")}</a>
${desk && markup`<header><p><a href="${base}${addressOf.list(desk)}">${desk.name}</a></p></header>`}
<main id="main">
${main}
</main>
${desk && markup`<footer><p>${links(desk, say, base)}</p></footer>`}
</body>
</html>
`.text
}

function headOf({ origin, base = "", desk, title, canonical, description, data }: Page): Markup {
  const indexed =
    canonical === null
      ? markup`<meta name="robots" content="noindex">`
      : markup`<link rel="canonical" href="${origin}${canonical}">`
  const parts: Part[] = [
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<title>${[title, desk?.name].filter(Boolean).join(" · ")}</title>`,
    description && markup`<meta name="description" content="${description}">`,
    indexed,
    desk &&
      markup`<link rel="alternate" type="application/atom+xml" title="${desk.name}" href="${base}${addressOf.feed(desk)}">`,
    markup`<style>${new Markup(STYLE)}</style>`,
    data,
  ]
  return joined(parts, "\n")
}

function links(desk: PublicDesk, say: Say, base: string): Markup {
  return joined(
    [
      markup`<a href="${base}${addressOf.list(desk)}">${say("all")}</a>`,
      desk.hasMethod && markup`<a href="${base}${addressOf.method(desk)}">${say("method")}</a>`,
      markup`<a href="${base}${addressOf.feed(desk)}">${say("feed")}</a>`,
      desk.url && markup`<a href="${desk.url}">${desk.name}</a>`,
    ],
    " · ",
  )
}

/** What there is of some parts, with something between each two. */
export function joined(parts: Part[], between: string): Markup {
  const there = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== "")
  return markup`${there.map((part, at) => [at > 0 && between, part])}`
}

/** A day as the page's language writes it, for eyes and for machines; of a moment UTC's. */
export function dayOf(iso: string, { language }: Pick<Setting, "language">): Markup {
  return markup`<time datetime="${iso}">${longDay(iso, language)}</time>`
}

/** The same as words. */
export function longDay(iso: string, language: string): string {
  const format = formats.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
  formats.set(language, format)
  return format.format(new Date(iso))
}

/** Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Words in paragraphs: an empty line parts two. */
export function paragraphs(words: string | null, className: string): Part {
  const parts = (words ?? "").split(/\n\s*\n/).filter((part) => part.trim() !== "")
  return parts.map((part) => markup`<p class="${className}" dir="auto">${part.trim()}</p>\n`)
}
