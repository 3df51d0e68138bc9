/**
 * Citations by paste: what a pasted text is (an address, a DOI, an ISBN), and what the two public catalogues say of a work.
 * Pure; whoever is asked, is asked elsewhere.
 */
import { z } from "zod"
import { WebAddress } from "./article"
import type { SourceKind } from "./source"

/** What a pasted text names: nothing that is known by a rule where it is none of these. */
export type Reference = { kind: "doi"; doi: string } | { kind: "isbn"; isbn: string } | { kind: "address"; url: string }

export const Cite = z.object({ pasted: z.string().trim().min(1).max(2_000) })
export type Cite = z.infer<typeof Cite>

/** What can be filled in of a source. */
export interface Citation {
  title: string | null
  author: string | null
  publisher: string | null
  publishedOn: string | null
  url: string | null
  kind: SourceKind | null
}

/** Where a DOI is resolved, in all the ways that it is written. */
const RESOLVER = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)/i

/** By Crossref's advice, which finds all but some of the oldest; what a sentence puts behind it is none of its own. */
const DOI = /^10\.\d{4,9}\/[^\s"<>]+$/

/** What `pasted` names; null where it is no reference. A DOI in a link to its resolver is that DOI. */
export function referenceIn(pasted: string): Reference | null {
  const text = pasted.trim()
  const doi = doiIn(text)
  if (doi) return { kind: "doi", doi }
  const isbn = isbnIn(text)
  if (isbn) return { kind: "isbn", isbn }
  const url = WebAddress.safeParse(text)
  return url.success ? { kind: "address", url: url.data } : null
}

/** A DOI in small letters, as its resolver takes it in any. */
function doiIn(text: string): string | null {
  const bare = decoded(text.replace(RESOLVER, "").split(/[?#]/, 1)[0] ?? "", RESOLVER.test(text))
  const doi = bare.replace(/[.,;:)\]]+$/, (end) => (isBalanced(bare) ? end.replace(/[.,;:]+$/, "") : ""))
  return DOI.test(doi) ? doi.toLowerCase() : null
}

function decoded(text: string, isLink: boolean): string {
  if (!isLink || !text.includes("%")) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Some DOIs end in a bracket that they opened themselves. */
function isBalanced(text: string): boolean {
  return text.split("(").length === text.split(")").length && text.split("[").length === text.split("]").length
}

/** The thirteen digits of an ISBN, old or new, whose check digit is right. */
function isbnIn(text: string): string | null {
  const digits = text.replace(/^isbn(?:-1[03])?:?\s*/i, "").replace(/[\s\u2010-\u2015-]/g, "")
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit(digits.slice(0, 12)) === digits[12] ? digits : null
  if (!/^\d{9}[\dXx]$/.test(digits) || oldCheckDigit(digits.slice(0, 9)) !== digits[9]?.toUpperCase()) return null
  return `978${digits.slice(0, 9)}${checkDigit(`978${digits.slice(0, 9)}`)}`
}

/** Of the first twelve digits of an ISBN of thirteen. */
export function checkDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Of the first nine digits of an ISBN of ten. */
export function oldCheckDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? "X" : String(check)
}

const text = z.string().catch("")
const texts = z.array(z.string()).catch([])
const Dated = z.object({ "date-parts": z.array(z.array(z.number().nullable())) }).optional()
const Person = z.object({ given: text, family: text, name: text })

/** What Stet reads of Crossref's answer about one work. */
const Work = z.object({
  message: z.object({
    title: texts,
    subtitle: texts,
    author: z.array(Person).catch([]),
    "container-title": texts,
    publisher: text,
    type: text,
    published: Dated.catch(undefined),
    issued: Dated.catch(undefined),
  }),
})

/** What Crossref says of a work; null where it is no answer of its. The journal is where a reader would look for it. */
export function citationOfWork(answer: unknown, doi: string): Citation | null {
  const work = Work.safeParse(answer).data?.message
  if (!work) return null
  const [title = ""] = work.title
  const names = work.author.map(({ given, family, name }) => [given, family].filter(Boolean).join(" ") || name)
  return {
    title: plain([title, ...work.subtitle.slice(0, 1)].filter(Boolean).join(": "), 500),
    author: plain(names.filter(Boolean).join(", "), 300),
    publisher: plain(work["container-title"][0] ?? work.publisher, 300),
    publishedOn: dayOf((work.published ?? work.issued)?.["date-parts"][0] ?? []),
    url: `https://doi.org/${doi.split("/").map(encodeURIComponent).join("/")}`,
    kind: work.type === "dataset" ? "dataset" : "study",
  }
}

const Named = z.array(z.object({ name: text })).catch([])

/** What Stet reads of Open Library's answer about one book. */
const Book = z.object({
  title: text,
  subtitle: text,
  authors: Named,
  publishers: Named,
  publish_date: text,
  url: text,
})

/** What Open Library says of a book, under its ISBN; null where it knows none. */
export function citationOfBook(answer: unknown, isbn: string): Citation | null {
  const books = z.record(z.string(), z.unknown()).safeParse(answer).data
  const book = Book.safeParse(books?.[`ISBN:${isbn}`]).data
  if (!book?.title) return null
  return {
    title: plain([book.title, book.subtitle].filter(Boolean).join(": "), 500),
    author: plain(book.authors.map(({ name }) => name).join(", "), 300),
    publisher: plain(book.publishers[0]?.name ?? "", 300),
    // "2004", "March 2004": only a whole day is a date.
    publishedOn: /^\d{4}-\d{2}-\d{2}$/.test(book.publish_date) ? book.publish_date : null,
    // A page about the book is not the book.
    url: null,
    kind: "document",
  }
}

/** One line without markup, which Crossref has in titles; null for none. */
function plain(words: string, most: number): string | null {
  const line = words
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? " ")
    .replace(/\s+/g, " ")
    .trim()
  return line === "" ? null : line.slice(0, most).trim()
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/** A calendar day, where all of it is known: a year alone is no date. */
function dayOf([year, month, day]: (number | null)[]): string | null {
  if (!year || !month || !day) return null
  const two = (part: number) => String(part).padStart(2, "0")
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`
}
