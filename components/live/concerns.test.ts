import { describe, expect, test } from "vitest"
import type { News } from "@/lib/domain/live"
import { concerns, keepsCaret } from "./concerns"

const news = (act: News["act"], articleId: string | null = "a1"): News => ({ act, articleId, claimId: null, by: null })

describe("a page shows what has happened", () => {
  test.each([
    ["/w/desk/articles/a1", news("claim.marked"), true],
    ["/w/desk/articles/a1/comments", news("comment.written"), true],
    ["/w/desk/articles/a2", news("claim.marked"), false],
    ["/w/desk/articles/a2", news("source.edited", null), true],
    ["/w/desk/articles/a2", news("token.created", null), false],
    ["/w/desk/articles/a1/edit", news("claim.marked"), false],
    ["/w/desk/articles", news("claim.marked"), true],
    ["/w/desk/reviews", news("round.sent"), true],
    ["/w/desk/claims", news("claim.assigned"), true],
    ["/w/desk/settings/tokens", news("token.created", null), false],
    ["/w/desk/account", news("claim.marked"), false],
  ])("%s", (path, what, shows) => {
    expect(concerns(path, what)).toBe(shows)
  })
})

test("the galley keeps what one types when another text comes; other screens are drawn once nobody types", () => {
  expect(keepsCaret("/w/desk/articles/a1")).toBe(true)
  expect(keepsCaret("/w/desk/articles/a1/comments")).toBe(false)
  expect(keepsCaret("/w/desk/articles")).toBe(false)
})
