/** Exports: an article with its annotations as a file, from the same read model as the screen. */
import { db } from "../db"
import { FORMATS } from "../document"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { fileNameOf } from "../domain/article"
import type { ThreadView } from "../domain/comment"
import type { ExportFormat } from "../domain/export-format"
import { authorize, can, type ArticleSubject } from "../domain/policy"
import type { Profile } from "../domain/profile"
import type { PublicReport } from "../domain/report"
import type { Actor } from "../domain/workspace"
import { reportWords } from "../messages/translator"
import { readArticle } from "./articles"
import { listThreads } from "./comment-list"
import { readPublicReport } from "./public-reports"
import { ourAddress } from "./secrets"
import { membersAmong } from "./under-check"

export interface ExportedFile {
  fileName: string
  mediaType: string
  body: string | Uint8Array<ArrayBuffer>
  profile: Profile
}

export interface Wanted {
  format: ExportFormat
  profile?: Profile | undefined
  /** `told`: what is said and decided about legal risk too, as far as its maker may see it; internal profile alone. */
  legal?: "told" | "kept" | undefined
}

/**
 * The article as a file. Without a profile: public once signed off, internal before for those who may, else public. The
 * internal profile holds what its maker may see; it is refused to those who may not make one.
 */
export async function exportArticle(actor: Actor, articleId: string, wanted: Wanted): Promise<ExportedFile> {
  const article = await readArticle(actor, articleId)
  const profile = wanted.profile ?? defaultProfile(actor, article)
  if (profile === "internal") authorize(actor, "article.exportInternal", subjectOf(article))
  return written(actor, article, { ...wanted, profile })
}

/**
 * The Word file that goes back to the article's author: verdicts with their sources, fixes as changes and what they were
 * asked, but nothing that the desk says to itself. It is read by its maker as somebody without a part in the checking, so
 * that it tells nobody more than they may know: a verdict that its maker may not see yet is not in it either.
 */
export async function exportForAuthor(actor: Actor, articleId: string): Promise<ExportedFile> {
  const subject = subjectOf(await readArticle(actor, articleId))
  authorize(actor, "article.exportForAuthor", subject)
  const reader: Actor = { ...actor, role: "viewer" }
  return written(reader, await readArticle(reader, articleId), { format: "docx", profile: "internal", to: "author" })
}

/** What the name of a file ends with, so that none is taken for one that others may read. */
const ENDS = { readers: "", desk: "-internal", author: "-for-the-author" }

async function written(
  actor: Actor,
  article: AnnotatedArticle,
  { format, profile, legal = "kept", ...file }: Wanted & { profile: Profile; to?: "author" },
): Promise<ExportedFile> {
  const { ending, mediaType, write } = FORMATS[format]
  const { publishNames, approvals } = actor.settings
  const body = write(article, {
    ...{ profile, publishNames, approvals, legal },
    setting: { ...(await reportWords(article.language)), origin: new URL(ourAddress("/")).origin },
    threads: profile === "internal" && TELLS_THREADS.has(format) ? await threadsOf(actor, article.id) : [],
    report: TELLS_WHAT_IS_PUBLIC.has(format) ? await publicReport(actor, article.id) : null,
  })
  const called = `${fileNameOf(article.title)}${ENDS[file.to ?? (profile === "internal" ? "desk" : "readers")]}`
  return { fileName: `${called}.${ending}`, mediaType, body, profile }
}

const TELLS_THREADS: ReadonlySet<ExportFormat> = new Set(["docx", "annotations", "bundle"])
const TELLS_WHAT_IS_PUBLIC: ReadonlySet<ExportFormat> = new Set(["html", "claimreview"])

/** Oldest first, as they were begun. */
async function threadsOf(actor: Actor, articleId: string): Promise<ThreadView[]> {
  const { threads } = await listThreads(actor, articleId)
  return threads.toReversed()
}

/** The article as readers see it on the web; null where they don't. */
async function publicReport({ workspaceId }: Actor, articleId: string): Promise<PublicReport | null> {
  const { slug } = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { slug: true } })
  const found = await readPublicReport(slug, articleId)
  return found.kind === "shown" ? found.page : null
}

/** Which profile an export dialog starts with. */
export function defaultProfile(actor: Actor, article: AnnotatedArticle): Profile {
  if (article.signedOffAt) return "public"
  return can(actor, "article.exportInternal", subjectOf(article)) ? "internal" : "public"
}

function subjectOf(article: AnnotatedArticle): ArticleSubject {
  return { authorIds: membersAmong(article.authors), leadId: article.lead?.id ?? null }
}
