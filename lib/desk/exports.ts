/** Exports: an article with its annotations as a file, from the same read model as the screen. */
import { readerMarkdown } from "../document"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { fileNameOf } from "../domain/article"
import { authorize, can, type ArticleSubject } from "../domain/policy"
import type { Profile } from "../domain/profile"
import type { Actor } from "../domain/workspace"
import { readArticle } from "./articles"
import { membersAmong } from "./under-check"

export interface ExportedFile {
  fileName: string
  body: string
  profile: Profile
}

/**
 * The article as Reader Markdown. Without a profile: public once signed off, internal before for those who may, else public.
 * The internal profile holds what its maker may see; it is refused to those who may not make one.
 */
export async function exportMarkdown(actor: Actor, articleId: string, profile?: Profile): Promise<ExportedFile> {
  const article = await readArticle(actor, articleId)
  const chosen = profile ?? defaultProfile(actor, article)
  if (chosen === "internal") authorize(actor, "article.exportInternal", subjectOf(article))
  const { publishNames, approvals } = actor.settings
  const body = readerMarkdown(article, { profile: chosen, publishNames, approvals })
  return { fileName: `${fileNameOf(article.title)}.md`, body, profile: chosen }
}

/** Which profile an export dialog starts with. */
export function defaultProfile(actor: Actor, article: AnnotatedArticle): Profile {
  if (article.signedOffAt) return "public"
  return can(actor, "article.exportInternal", subjectOf(article)) ? "internal" : "public"
}

function subjectOf(article: AnnotatedArticle): ArticleSubject {
  return { authorIds: membersAmong(article.authors), leadId: article.lead?.id ?? null }
}
