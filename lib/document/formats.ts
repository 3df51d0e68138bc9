/** The one table of what an article can be exported as: what its file is called, of what kind it is, what writes it. */
import type { AnnotatedArticle } from "../domain/annotated-article"
import type { ThreadView } from "../domain/comment"
import type { ExportFormat } from "../domain/export-format"
import type { Profile } from "../domain/profile"
import type { PublicReport } from "../domain/report"
import { webAnnotation } from "./annotation/page"
import { packed } from "./bundle"
import { claimsTable } from "./claims-table"
import { editorialMarkdown } from "./editorial-markdown"
import { readerMarkdown } from "./reader-markdown"
import { claimReviews } from "./report/claim-review"
import { ownFile, publishedFile, reportFile } from "./report/file"
import type { Setting } from "./report/page"
import { wordFile } from "./word-file/file"

export interface Exporting {
  profile: Profile
  /** Whether checkers and reviewers are named in public. */
  publishNames: boolean
  /** How many approvals the desk asks for. */
  approvals: number
  /** What is discussed about the article, as far as its maker may see it; the public profile tells none of it. */
  threads: readonly ThreadView[]
  /** Whether what is said and decided about legal risk is among what the internal profile tells. */
  legal: "told" | "kept"
  /** Of the fixed words of pages, and where they lead. */
  setting: Setting
  /** The article as it is on the web; null where it is not. */
  report: PublicReport | null
}

interface Format {
  /** Of the file's name, without a dot before it. */
  ending: string
  mediaType: string
  write: (article: AnnotatedArticle, how: Exporting) => string | Uint8Array<ArrayBuffer>
}

/** Every format is a pure function of the article: same article, same bytes. */
export const FORMATS: Record<ExportFormat, Format> = {
  markdown: { ending: "md", mediaType: "text/markdown; charset=utf-8", write: readerMarkdown },
  critic: { ending: "critic.md", mediaType: "text/markdown; charset=utf-8", write: editorialMarkdown },
  html: { ending: "html", mediaType: "text/html; charset=utf-8", write: page },
  docx: {
    ending: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: wordFile,
  },
  annotations: {
    ending: "jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    write: webAnnotation,
  },
  claimreview: { ending: "claimreview.json", mediaType: "application/ld+json", write: reviews },
  csv: { ending: "csv", mediaType: "text/csv; charset=utf-8", write: claimsTable },
  bundle: { ending: "zip", mediaType: "application/zip", write: bundle },
}

function page(article: AnnotatedArticle, { profile, report, setting, ...publishing }: Exporting): string {
  if (profile === "internal") return ownFile(article, setting)
  return report ? publishedFile(report, setting) : reportFile(article, publishing, setting)
}

/** Only verdicts that are public have a page that a review of a claim could lead to. */
function reviews(_: AnnotatedArticle, { report, setting }: Exporting): string {
  return report ? claimReviews(report.notes, report, setting) : "[]\n"
}

/** For people and for Stet, side by side. */
function bundle(article: AnnotatedArticle, how: Exporting): Uint8Array<ArrayBuffer> {
  return packed([
    [`article.${FORMATS.markdown.ending}`, readerMarkdown(article, how)],
    [`article.${FORMATS.annotations.ending}`, webAnnotation(article, how)],
  ])
}
