/**
 * The front matter of Stet's Markdown: written here, and read here again by strip. Strings are always quoted, what does
 * not exist is left out, and nothing in it but the record decides what it says.
 */
import { parse } from "yaml"
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { Standing } from "../domain/article"
import type { ClaimView } from "../domain/claim"
import type { Profile } from "../domain/profile"

const STANDING: Record<Standing, string> = {
  in_progress: "in progress",
  ready: "ready",
  signed_off: "signed off",
  released: "released",
  under_review: "under review",
}

export interface Heading {
  /** The claims that the file shows, no others. */
  claims: ClaimView[]
  profile: Profile
  bodySha256: string
  /** How Stet's own notes or marks are told from the article's. */
  prefix: Prefix
}

/** Of footnotes' labels in Reader Markdown, of what comments begin with in Editorial Markdown. */
interface Prefix {
  kind: "note" | "mark"
  is: string
}

/** The front matter between its rules, ending in a line feed. */
export function frontMatter(article: AnnotatedArticle, { claims, profile, bodySha256, prefix }: Heading): string {
  const lines: [key: string, value: string | null][] = [
    ["title", quotedOr(article.title)],
    ["dek", quotedOr(article.dek)],
    ["byline", quotedOr(article.byline)],
    ["publisher", quotedOr(article.publisher)],
    ["section", quotedOr(article.section)],
    ["published", article.publishedOn],
    ["source_url", quotedOr(article.sourceUrl)],
    ["language", quotedOr(article.language)],
    ["kind", article.kind],
    ["revision", String(article.revision.number)],
    ["body_sha256", quoted(bodySha256)],
    [`${prefix.kind}_prefix`, quoted(prefix.is)],
    ["profile", profile],
    ["standing", quoted(standingOf(article, profile))],
    ["signed_off", article.signedOffAt?.replace(/\.\d+Z$/, "Z") ?? null],
    ["claims", counts(claims, profile)],
    ["coverage", profile === "internal" ? coverage(article) : null],
    ["scale", scales(claims)],
  ]
  const written = lines.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}\n`]))
  return `---\n${written.join("")}---\n`
}

/** How many claims were left open is the desk's to know. */
function standingOf({ standing, counts: { total, approved } }: AnnotatedArticle, profile: Profile): string {
  const open = total - approved
  const isTold = standing === "released" && profile === "internal" && open > 0
  return isTold ? `${STANDING.released}, ${open} open` : STANDING[standing]
}

/** What has to be known of a file to take off what is ours. */
interface OwnFrontMatter {
  prefix: Prefix
  /** Where the body begins, in code units of the file. */
  bodyAt: number
}

/** The front matter of a file that Stet wrote; null for any other. */
export function ownFrontMatter(markdown: string): OwnFrontMatter | null {
  const end = markdown.startsWith("---\n") ? markdown.indexOf("\n---\n\n", 3) : -1
  if (end < 0) return null
  const values = valuesOf(markdown.slice(4, end + 1))
  const kind = typeof values.mark_prefix === "string" ? "mark" : "note"
  const is = values[`${kind}_prefix`]
  if (typeof is !== "string" || typeof values.body_sha256 !== "string") return null
  return { prefix: { kind, is }, bodyAt: end + "\n---\n\n".length }
}

function valuesOf(yaml: string): Record<string, unknown> {
  try {
    const values: unknown = parse(yaml, { schema: "failsafe", logLevel: "error" })
    return typeof values === "object" && values !== null ? { ...values } : {}
  } catch {
    return {}
  }
}

/** JSON is YAML but for characters that YAML does not print, and line ends that only YAML knows. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}

const quotedOr = (text: string | null) => (text === null || text === "" ? null : quoted(text))

/** In public only what is shown is counted: how much else there is, is nobody's business. */
function counts(claims: ClaimView[], profile: Profile): string {
  const count = (wanted: ClaimView["state"]) => claims.filter(({ state }) => state === wanted).length
  const checked = count("checked")
  const parts = [
    ...(profile === "public" ? [] : [`total: ${claims.length}`]),
    `approved: ${count("approved")}`,
    ...(checked > 0 ? [`checked_not_reviewed: ${checked}`] : []),
  ]
  return `{${parts.join(", ")}}`
}

/** Which sentences have been looked at; of a text without any there is nothing to say. */
function coverage({ coverage: { sentences, checked, nothing_to_check } }: AnnotatedArticle): string | null {
  const parts = `sentences: ${sentences}, checked: ${checked}, nothing_to_check: ${nothing_to_check}`
  return sentences === 0 ? null : `{${parts}}`
}

function scales(claims: ClaimView[]): string | null {
  const [scale, ...others] = [...new Set(claims.flatMap(({ verdict }) => verdict?.scale ?? []))].sort()
  if (scale === undefined) return null
  return others.length === 0 ? quoted(scale) : `[${[scale, ...others].map(quoted).join(", ")}]`
}
