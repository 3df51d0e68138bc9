/** What a desk has set, and what its people's tokens can do. */
import { expect, test } from "vitest"
import { Role, scopesOf, WorkspaceSettings } from "./workspace"

test("a desk that has set nothing asks for one approval, lets checkers review and names nobody", () => {
  expect(WorkspaceSettings.parse({})).toMatchObject({ approvals: 1, checkersReview: true, publishNames: false })
})

test("a desk asks for no approval at least, and for three at most", () => {
  const accepted = [-1, 0, 1, 3, 4, 1.5].filter((approvals) => WorkspaceSettings.safeParse({ approvals }).success)
  expect(accepted).toEqual([0, 1, 3])
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
