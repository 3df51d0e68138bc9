/** Remarks to begin a desk's test with, as a reader of Word files finds them. */
import { db } from "../../db"
import type { AnnotatedArticle } from "../../domain/annotated-article"
import { keepRemarks } from "../remarks"

/** A comment on the first words of an article. Answers its id. */
export async function remarkOn({ id: articleId, revision }: AnnotatedArticle, words = "Says who?"): Promise<string> {
  const about = { articleId, revisionId: revision.id }
  const { workspaceId } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const said = { text: words, quote: words, author: words, at: null, href: null, claimId: null, resolved: false }
  await keepRemarks(db(), { workspaceId }, about, [{ ...said, kind: "comment", span: { start: 0, end: 4 } }])
  return (await db().remark.findFirstOrThrow({ where: about })).id
}
