/** The acts of deleting and erasing, for the test of all acts. */
import { deleteArticle, eraseArticle } from "../erasing"
import type { ActCase } from "./act-case"

export const HISTORY_ACTS: Record<string, ActCase> = {
  "erasing.deleteArticle": {
    arrange: async (desk) => {
      const { id: articleId } = await desk.article()
      return (who) => deleteArticle(who, { articleId })
    },
    by: "owner",
    tells: ["article.deleted"],
    refused: { names: ["viewer", "checker", "secondChecker", "editor"], key: "policy.article_delete" },
  },
  "erasing.eraseArticle": {
    arrange: async (desk) => {
      const { articleId } = await desk.approvedClaim()
      await deleteArticle(desk.owner, { articleId })
      return (who) => eraseArticle(who, { articleId })
    },
    by: "owner",
    tells: ["article.erased"],
  },
}
