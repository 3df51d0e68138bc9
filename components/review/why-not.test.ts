import { expect, test } from "vitest"
import { WorkspaceSettings, type Actor, type Role } from "@/lib/domain/workspace"
import { whyNotReview } from "./why-not"

const actor = (role: Role, checkersReview = true): Actor => ({
  id: "me",
  workspaceId: "w",
  userId: "u",
  role,
  settings: WorkspaceSettings.parse({ checkersReview }),
})
const claim = { article: { authorIds: [], leadId: null }, priority: 2, authorIds: [] as string[] }

test("whoever may review is told nothing", () => {
  expect(whyNotReview(actor("checker"), claim)).toBeNull()
  expect(whyNotReview(actor("owner"), { ...claim, priority: 1 })).toBeNull()
})

test("authors of the verdict are told so, owners included", () => {
  expect(whyNotReview(actor("owner"), { ...claim, authorIds: ["me"] })).toBe("verdictAuthor")
})

test("authors of the article are told that first", () => {
  const article = { authorIds: ["me"], leadId: null }
  expect(whyNotReview(actor("editor"), { ...claim, article, authorIds: ["me"] })).toBe("articleAuthor")
})

test("roles", () => {
  expect(whyNotReview(actor("viewer"), claim)).toBe("role")
  expect(whyNotReview(actor("checker"), { ...claim, priority: 1 })).toBe("mustNeedsEditor")
  expect(whyNotReview(actor("checker", false), claim)).toBe("checkersDoNotReview")
})
