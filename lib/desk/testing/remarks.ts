/** Remarks to begin a desk's test with, as a reader of Word files finds them. */
import { db } from "../../db"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import { keepRemarks } from "../remarks"

/** A comment on the first words of an article. Answers its id. */
export async function remarkOn(article: AnnotatedArticle, words = "Says who?"): Promise<string> {
  return (await remarksOn(article, [words]))[0] ?? ""
}

/** Comments on the first words of an article, which has none yet. Answers their ids. */
export async function remarksOn({ id: articleId, revision }: AnnotatedArticle, words: string[]): Promise<string[]> {
  const about = { articleId, revisionId: revision.id }
  const { workspaceId } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const at = { at: null, href: null, claimId: null, resolved: false, span: { start: 0, end: 4 } }
  const found = words.map((text) => ({ kind: "comment" as const, text, quote: text, author: text, ...at }))
  await keepRemarks(db(), { workspaceId }, about, found)
  return (await db().remark.findMany({ where: about, orderBy: { ordinal: "asc" } })).map(({ id }) => id)
}
