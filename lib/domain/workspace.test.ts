/** What a desk has set, and what its people's tokens can do. */
import { expect, test } from "vitest"
import { Role, scopesOf, WorkspaceSettings } from "./workspace"

test("a desk that has set nothing asks for one approval, lets checkers review and names nobody", () => {
  expect(WorkspaceSettings.parse({})).toEqual({ approvals: 1, checkersReview: true, publishNames: false })
})

test("a desk asks for at least one approval: none would be no review", () => {
  expect(WorkspaceSettings.safeParse({ approvals: 0 }).success).toBe(false)
})

test("a token carries what its owner's role can make use of", () => {
  expect(Object.fromEntries(Role.options.map((role) => [role, scopesOf(role)]))).toEqual({
    viewer: ["read"],
    author: ["read"],
    checker: ["read", "write", "review"],
    editor: ["read", "write", "review"],
    owner: ["read", "write", "review", "admin"],
  })
})
