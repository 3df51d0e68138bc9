/** `stet erase`. */
import { eraseArticle, erasePerson, listDeleted } from "../../lib/desk/erasing"
import { ownerOf } from "../../lib/desk/people"
import { Id } from "../../lib/domain/id"
import { misused, wordsOf, type Question, type Reply } from "./reply"

/** Erases an article or a person in the name of an owner; without one, lists the articles that can be. */
export async function erase({ options }: Question): Promise<Reply> {
  const { workspace = "", as = "", article, person } = options
  const t = wordsOf("erase")
  const isAnId = article === undefined || Id.safeParse(article).success
  if (!isAnId || (article !== undefined && person !== undefined)) return misused(t("incomplete"))
  const owner = await ownerOf({ workspace, as })
  if (article !== undefined) {
    await eraseArticle(owner, { articleId: article })
    return { lines: [t("done")], value: { erased: { article } }, code: 0 }
  }
  if (person !== undefined) {
    const { pseudonym } = await erasePerson(owner, { email: person })
    return { lines: [t("person", { pseudonym })], value: { erased: { pseudonym } }, code: 0 }
  }
  const deleted = await listDeleted(owner)
  const lines = deleted.map(({ id, title, deletedAt }) => `  ${id}  ${deletedAt.slice(0, 10)}  ${title}`)
  return { lines: [t("deleted", { count: deleted.length }), ...lines], value: { deleted }, code: 0 }
}
