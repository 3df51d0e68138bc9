/** The acts of deleting, erasing and taking, for the test of all acts. */
import { deleteArticle, eraseArticle, erasePerson } from "../erasing"
import { deactivateMember } from "../members"
import { takeNext } from "../taking"
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
  "erasing.erasePerson": {
    arrange: async (desk) => {
      await deactivateMember(desk.owner, { memberId: desk.viewer.id })
      return (who) => erasePerson(who, { email: `viewer@${desk.slug}.example.org` })
    },
    by: "owner",
    tells: ["member.erased"],
    refused: { names: ["author", "checker", "editor"], key: "policy.member_erase" },
  },
  "taking.takeNext": {
    arrange: async (desk) => {
      await desk.claim()
      return (who) => takeNext(who)
    },
    by: "checker",
    tells: ["claim.assigned"],
    refused: { names: ["viewer", "author"], key: "policy.claim_arrange" },
  },
}
