/** Articles, their texts and what is marked in them as a whole. */
import { FORMATS } from "../../document"
import { ExportQuery } from "../../domain/export-format"
import { ANNOTATION_TYPE, AnnotationQuery, ContainerQuery } from "../annotations"
import { ArticleChange, CoverageBody, ImportBody, ImportForm, NewSignOff } from "../bodies"
import { IncludeQuery } from "../include"
import { Page, SearchPage } from "../paging"
import { EXAMPLE_IDS, type Operations } from "./operation"
import { Article, ArticleSummary, Gone, ImportedArticle, listOf, Revised, Revision, SignedArticle } from "./shapes"

const group = "Articles"
const fileTypes = [...new Set(Object.values(FORMATS).map(({ mediaType }) => mediaType))]
const MARKDOWN = { format: "markdown", content: "# A bridge\n\nIt opened in 1931, the council says.\n" }

export const ARTICLES: Operations = {
  "GET /articles": {
    ...{ group, scope: "read", query: SearchPage, answer: listOf(ArticleSummary) },
    summary: "Articles, the newest first",
    description: "`query` finds words of title and dek. The text is left out.",
    search: "?query=bridge&limit=10",
  },
  "POST /articles": {
    ...{ group, scope: "write", body: ImportBody, form: ImportForm, readInside: true, answer: ImportedArticle },
    ...{ status: 201, located: true, maybe: 200, tagged: true },
    summary: "Imports an article",
    description:
      "A text with its `format`, the page at a `url` (which is then fetched), or a form with a `file` " +
      "(.txt, .md, .html, .docx). With a `title` the content is all body; without one Stet looks for title, publisher " +
      "and dek at its top. What is there already, to the byte, is answered with 200 and `duplicate: true`.",
    examples: {
      "a text": MARKDOWN,
      "with what is known about it": {
        ...{ format: "text", content: "It opened in 1931, the council says.\n", title: "A bridge" },
        ...{ publisher: "The Sample", publishedOn: "2024-11-15", url: "https://example.org/bridge", kind: "copy" },
        ...{ language: "en", authors: [{ name: "Ada" }] },
      },
      "a page": { url: "https://example.org/bridge" },
    },
  },
  "GET /articles/{articleId}": {
    ...{ group, scope: "read", query: IncludeQuery, answer: Article, tagged: true },
    summary: "One article with its text",
    description: "`include` takes `html`, `document` (ProseMirror JSON) and `claims`, with commas between them.",
    search: "?include=html,claims",
  },
  "PATCH /articles/{articleId}": {
    ...{ group, scope: "write", body: ArticleChange, answer: Article, match: "required", tagged: true },
    summary: "Changes what is known about an article",
    description:
      "What is left out stays; `null` clears. `authors` are members or names: a member among them judges none of it.",
    examples: { "a section and a byline": { section: "Local", byline: "By Ada and Ben", authors: [{ name: "Ada" }] } },
  },
  "DELETE /articles/{articleId}": {
    ...{ group, scope: "admin", answer: Gone, match: "required" },
    summary: "Deletes an article",
    description: "A tombstone is left; what it held is erased by `npx stet erase`.",
  },
  "GET /articles/{articleId}/export": {
    ...{ group, scope: "read", query: ExportQuery, answer: fileTypes },
    summary: "An article as a file",
    description:
      "`profile` is `public`, what anybody may read, or `internal`, all that you may see; `legal=told` has what is said " +
      "and decided about legal risk in it too, for those who may see it.",
    search: "?format=annotations&profile=public",
  },
  "GET /articles/{articleId}/annotations/": {
    ...{ group, scope: "read", query: ContainerQuery, answer: [ANNOTATION_TYPE], tagged: true, cached: true },
    summary: "Its annotations as a W3C Web Annotation container, to read",
    description:
      "An `AnnotationCollection` with its first `AnnotationPage`. `Prefer` is honoured as the Web Annotation Protocol says: " +
      "a minimal container, addresses alone, or whole annotations, which is the default.",
    search: "?iris=1",
  },
  "GET /articles/{articleId}/annotations/{annotationId}": {
    ...{ group, scope: "read", query: AnnotationQuery, answer: [ANNOTATION_TYPE], tagged: true, cached: true },
    summary: "One annotation: of a claim or of a thread, by its id",
  },
  "GET /articles/{articleId}/revisions": {
    ...{ group, scope: "read", query: Page, answer: listOf(Revision) },
    summary: "Its texts, the newest first",
  },
  "POST /articles/{articleId}/revisions": {
    ...{ group, scope: "write", body: ImportBody, form: ImportForm, readInside: true, answer: Revised },
    ...{ status: 201, match: "honoured" },
    summary: "Gives an article a new text",
    description:
      "What `POST /articles` takes. No header lines are taken off, and title and dek stay unless they are given. " +
      "`placements` counts where its claims are now: the same words in the same place, elsewhere, changed, or gone.",
    examples: { "a text": { format: "text", content: "The bridge opened in 1932, the council says now.\n" } },
  },
  "PUT /articles/{articleId}/coverage": {
    ...{ group, scope: "write", body: CoverageBody, answer: Article, match: "required", tagged: true },
    summary: "Marks sentences as nothing to check, or takes that back",
    description: "Sentences are named by stretches of the text, in code points, that touch them.",
    examples: { "the first sentence": { sentences: [{ start: 0, end: 4 }], mark: "nothing_to_check" } },
  },
  "POST /articles/{articleId}/sign-off": {
    ...{ group, scope: "review", body: NewSignOff, answer: SignedArticle, match: "honoured", tagged: true },
    summary: "Signs an article off, or releases it with open items",
    description:
      "Without `openItems` it has to be ready. With them it is released as it is: an open claim of the first priority " +
      "needs `second`, a second person by their membership. `claimIds` names the open claims that you know of: one more, " +
      "and it is a conflict. `notices` are what readers are told of each correction, where Stet's words are not right.",
    examples: {
      released: { openItems: { reason: "The paper goes at eight.", second: EXAMPLE_IDS.memberId } },
    },
  },
}
