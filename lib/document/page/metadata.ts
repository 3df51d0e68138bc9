/**
 * What a page says of its article outside of the text: JSON-LD first, which editors' systems write for search engines,
 * then Open Graph, then the older meta tags and the page's own elements.
 */
import type { Findings } from "../read-result"
import { descendants, wordsIn } from "./measure"
import type { Page } from "./parse"

export interface PageFacts {
  /** Every title that the page gives, the most trustworthy first. */
  titles: string[]
  dek: string | null
  metadata: Findings["metadata"]
}

type Json = Record<string, unknown>

/** `from`: where the page was fetched, as far as that is known. */
export function factsOf({ document, linkedData }: Page, from: string | null): PageFacts {
  const article = articleIn(linkedData)
  const meta = metaTags(document)
  const publisher = named(article.publisher) ?? meta("og:site_name") ?? meta("application-name")
  const said = [stringIn(article.alternativeHeadline), stringIn(article.description), meta("og:description")]
  return {
    titles: titlesOf(article, meta, document).map((title) => withoutSite(title, publisher)),
    dek: said.find((one) => one !== null) ?? meta("description"),
    metadata: {
      byline: names(article.author) ?? byline(meta),
      publisher,
      section: firstOf(article.articleSection) ?? meta("article:section"),
      publishedOn: day(stringIn(article.datePublished) ?? publishedIn(meta, document)),
      sourceUrl: ownAddress([canonical(document), meta("og:url"), stringIn(article.url)], document, from),
      language: stringIn(article.inLanguage) ?? languageOf(document, meta),
    },
  }
}

function titlesOf(article: Json, meta: Meta, document: Document): string[] {
  const shown = document.getElementsByTagName("title")[0]
  return [
    stringIn(article.headline),
    meta("og:title"),
    meta("twitter:title"),
    meta("dc.title"),
    stringIn(article.name),
    shown ? wordsIn(shown) : null,
  ].filter((title) => title !== null && title !== "") as string[]
}

type Meta = (name: string) => string | null

/** The content of a meta tag by its name or property, in any case. */
function metaTags(document: Document): Meta {
  const found = new Map<string, string>()
  for (const tag of descendants(document, "meta")) {
    const name = (
      tag.getAttribute("property") ??
      tag.getAttribute("name") ??
      tag.getAttribute("itemprop") ??
      ""
    ).toLowerCase()
    const content = decoded(tag.getAttribute("content") ?? "", document)
    if (content !== "" && !found.has(name)) found.set(name, content)
  }
  return (name) => found.get(name) ?? null
}

/** Many systems escape twice. */
function decoded(text: string, document: Document): string {
  if (!/&(?:#\d+|#x[\da-f]+|[a-z]+);/iu.test(text)) return text.trim()
  const area = document.createElement("textarea")
  area.innerHTML = text.slice(0, 5_000)
  return area.value.trim()
}

const ARTICLE = /(?:Article|BlogPosting|Report|ClaimReview|LiveBlogPosting|OpinionNewsArticle|AnalysisNewsArticle)$/u

/** The first thing in the page's JSON-LD that is an article, at the top or in a graph; empty for none. */
function articleIn(linkedData: string[]): Json {
  for (const text of linkedData) {
    const found = things(parsed(text)).find((thing) => typesOf(thing).some((type) => ARTICLE.test(type)))
    if (found) return found
  }
  return {}
}

function parsed(text: string): unknown {
  try {
    // Line breaks inside of strings are common, and not JSON.
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/gu, "").replace(/[\n\r\t]+/gu, " "),
    )
  } catch {
    return null
  }
}

function things(value: unknown): Json[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => (isJson(one) ? [one] : []))
  if (!isJson(value)) return []
  return [value, ...things(value["@graph"]), ...(isJson(value.mainEntity) ? [value.mainEntity] : [])]
}

function typesOf(thing: Json): string[] {
  const type = thing["@type"]
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === "string")
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function stringIn(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/gu, " ").trim() : null
}

function firstOf(value: unknown): string | null {
  return stringIn(Array.isArray(value) ? value[0] : value)
}

function named(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return stringIn(isJson(one) ? one.name : one)
}

function names(value: unknown): string | null {
  const all = (Array.isArray(value) ? value : [value]).flatMap((one) => named(one) ?? [])
  return all.length > 0 && !all.some(isAddress) ? [...new Set(all)].join(", ") : null
}

function byline(meta: Meta): string | null {
  const name = meta("author") ?? meta("article:author") ?? meta("dc.creator") ?? meta("parsely-author") ?? meta("byl")
  return name === null || isAddress(name) ? null : name.replace(/^by\s+/iu, "")
}

function isAddress(name: string): boolean {
  return /^https?:|^www\.|@/iu.test(name)
}

const DATES = [
  "article:published_time",
  "datepublished",
  "parsely-pub-date",
  "dc.date.issued",
  "dc.date",
  "date",
  "pubdate",
  "publishdate",
]

function publishedIn(meta: Meta, document: Document): string | null {
  const said = DATES.map(meta).find((date) => date !== null)
  if (said) return said
  const times = descendants(document, "time")
  const published = times.find((time) => /publish/iu.test(time.getAttribute("itemprop") ?? time.className)) ?? times[0]
  return published?.getAttribute("datetime") ?? null
}

/** The calendar day as the page writes it: in its own zone, where the reader saw it. */
function day(date: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}/u.exec(date ?? "")?.[0] ?? date
}

/** What the page's element for its canonical address says, as it is written. */
function canonical(document: Document): string | null {
  const link = descendants(document, "link").find((one) =>
    /(?:^|\s)canonical(?:\s|$)/iu.test(one.getAttribute("rel") ?? ""),
  )
  return link?.getAttribute("href") ?? null
}

/**
 * The first of some addresses that a page can be known by. Syndicated texts name another host, and some sites their front
 * page on every article: whoever believed them would take two articles for one.
 */
function ownAddress(written: (string | null)[], document: Document, from: string | null): string | null {
  const page = from !== null && URL.canParse(from) ? new URL(from) : null
  const said = written.flatMap((one) => address(one, document) ?? [])
  return said.find((one) => isOwn(new URL(one), page)) ?? null
}

function isOwn(said: URL, page: URL | null): boolean {
  const isFront = said.pathname === "/" && said.search === ""
  if (page === null) return !isFront
  return hostOf(said) === hostOf(page) && (!isFront || page.pathname === "/")
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./u, "")
}

/** The absolute address of what the page writes, null for none or for one that is no web address. */
function address(written: string | null, document: Document): string | null {
  if (!written) return null
  try {
    const url = new URL(written, document.baseURI)
    return /^https?:$/u.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

function languageOf(document: Document, meta: Meta): string | null {
  const said = document.documentElement.lang || meta("content-language") || meta("og:locale")
  return said ? said.trim().replace(/_/gu, "-") : null
}

/** "Mayor resigns | The Gazette" without the publisher: what stands behind the last such sign, if it is its name. */
function withoutSite(title: string, siteName: string | null): string {
  const [, before = "", after = ""] = /^(.{10,}?)\s+[|–—·»-]\s+([^|–—·»]{2,60})$/u.exec(title) ?? []
  const site = siteName?.toLowerCase()
  return site && before !== "" && (after.toLowerCase() === site || after.toLowerCase().includes(site)) ? before : title
}
