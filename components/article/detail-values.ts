/** The details of an article as they are typed, and back. Pure. */
import type { ArticleKind, AuthorInput, EditArticle } from "@/lib/domain/article"
import type { ArticleDetails } from "@/lib/domain/article-details"
import type { Person } from "@/lib/domain/workspace"

export type DetailName =
  | "byline"
  | "authors"
  | "section"
  | "publisher"
  | "sourceUrl"
  | "publishedOn"
  | "language"
  | "kind"
  | "leadId"
  | "dueAt"

/** Somebody who wrote the article, by name; a member of the desk is bound by it. */
export type Author = ArticleDetails["authors"][number]

/** Empty is not set. Authors are one value, as JSON: they are saved, and stand against each other, as a whole. */
export function typedDetails(details: ArticleDetails): Record<DetailName, string> {
  return {
    byline: details.byline ?? "",
    authors: authorsTyped(details.authors),
    section: details.section ?? "",
    publisher: details.publisher ?? "",
    sourceUrl: details.sourceUrl ?? "",
    publishedOn: details.publishedOn ?? "",
    language: details.language,
    kind: details.kind,
    leadId: details.lead?.id ?? "",
    dueAt: details.dueAt ?? "",
  }
}

const words = (typed: string) => typed.trim() || null

/** Those that may be empty. */
const emptiable = ["byline", "section", "publisher", "sourceUrl", "publishedOn", "leadId", "dueAt"] as const

/** What was typed as the act takes it. Choices come from lists of what there is. */
export function fieldsFrom(typed: Partial<Record<DetailName, string>>): EditArticle["fields"] {
  const { authors, language, kind } = typed
  const given = emptiable.flatMap((name) => (typed[name] === undefined ? [] : [[name, words(typed[name])] as const]))
  return {
    ...Object.fromEntries(given),
    ...(authors !== undefined && { authors: authorsIn(authors).map(asInput) }),
    ...(language !== undefined && { language }),
    ...(kind !== undefined && { kind: kind as ArticleKind }),
  }
}

/** The authors that a value holds. */
export const authorsIn = (typed: string): Author[] => JSON.parse(typed) as Author[]

/** Authors as one value. */
export function authorsTyped(authors: readonly Author[]): string {
  return JSON.stringify(authors.map(({ membershipId, name }) => ({ membershipId, name })))
}

/** Of names alike, one is a member and the other a mere name: both may be meant. */
export const sameAuthor = (one: Author, other: Author) =>
  one.membershipId === null
    ? other.membershipId === null && one.name === other.name
    : one.membershipId === other.membershipId

const asInput = ({ membershipId, name }: Author): AuthorInput => (membershipId ? { membershipId } : { name })

/** Who can be chosen to lead: whoever checks and is no author of it; and, by their names, those who lead it, come what may. */
export function leadsOffered(checkers: Person[], leads: (Person | null)[], authors: Author[]): Person[] {
  const leading = leads.filter((one) => one !== null)
  const may = checkers.filter(({ id }) => !authors.some((author) => author.membershipId === id))
  return [...new Map([...leading, ...may].map((one) => [one.id, one])).values()]
}
