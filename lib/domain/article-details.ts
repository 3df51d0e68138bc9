/** What is known of an article besides its words and its claims: what can be edited of it. */
import type { AnnotatedArticle } from "./annotated-article"

/** An article's details, in the version that they were read in. */
export type ArticleDetails = Pick<
  AnnotatedArticle,
  | "byline"
  | "authors"
  | "section"
  | "publisher"
  | "sourceUrl"
  | "publishedOn"
  | "language"
  | "kind"
  | "lead"
  | "dueAt"
  | "version"
>

/** The details of an article, without what they may come with. */
export function detailsOf(article: ArticleDetails): ArticleDetails {
  const { byline, authors, section, publisher, sourceUrl, publishedOn, language, kind, lead, dueAt, version } = article
  return { byline, authors, section, publisher, sourceUrl, publishedOn, language, kind, lead, dueAt, version }
}
