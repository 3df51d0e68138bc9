/** Searching the whole desk: what is asked, and what is found. */
import { z } from "zod"
import { Id } from "./id"
import type { ClaimState } from "./claim"
import type { FoundText } from "./full-text"
import type { Job } from "./scale"
import type { SourceKind } from "./source"

export const SearchDesk = z.object({
  /** Nothing asks for what its reader last worked on. */
  query: z.string().trim().max(200).default(""),
  /** The article that is open: a number is looked for among its claims too. */
  articleId: Id.optional(),
})
export type SearchDesk = z.input<typeof SearchDesk>

export interface FoundArticle {
  id: string
  title: string
  publisher: string | null
  byline: string | null
  publishedOn: string | null
  archived: boolean
}

export interface FoundClaim {
  id: string
  number: number
  job: Job
  state: ClaimState
  statement: string | null
  /** Its words in the current text of its article. */
  quote: string
  article: { id: string; title: string }
}

export interface FoundSource {
  id: string
  kind: SourceKind
  title: string
  author: string | null
  publisher: string | null
  url: string | null
}

/** What was found, each kind with the closest first. */
export interface Found {
  articles: FoundArticle[]
  claims: FoundClaim[]
  sources: FoundSource[]
  /** What is quoted, written in files, and said about articles. */
  texts: FoundText[]
}
