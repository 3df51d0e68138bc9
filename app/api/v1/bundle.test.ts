/** A bundle comes in by the API's door as any file does: a form with a .zip in it. */
import { zipSync } from "fflate"
import { expect, vi } from "vitest"
import { exportArticle } from "@/lib/desk/exports"
import { test } from "@/lib/desk/testing/desk"
import { clientOf, type ApiArticle, type ApiClaim, type ApiList, type Problem } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

const formWith = (bytes: Uint8Array) => {
  const form = new FormData()
  form.set("file", new File([new Uint8Array(bytes)], "article.zip", { type: "application/zip" }))
  return form
}

test("a bundle is an article with its claims, all open, and is recognised when it comes again", async ({ desk }) => {
  const { articleId } = await desk.approvedClaim()
  const { body } = await exportArticle(desk.editor, articleId, { format: "bundle", profile: "internal" })
  const other = await clientOf((await desk.otherWorkspace()).checker)
  const { status, json } = await other.post<ApiArticle>("/articles", { body: formWith(body as Uint8Array) })
  expect(status).toBe(201)
  expect(json).toMatchObject({ duplicate: false, notices: ["claimsCame"], counts: { total: 1, open: 1, approved: 0 } })
  const { items } = (await other.get<ApiList<ApiClaim>>(`/articles/${json.id}/claims`)).json
  expect(items).toMatchObject([{ number: 1, state: "open", anchors: [{ placement: "exact" }] }])
  const again = await other.post<ApiArticle>("/articles", { body: formWith(body as Uint8Array) })
  expect(again).toMatchObject({ status: 200, json: { id: json.id, duplicate: true } })
})

test("an archive that is none of Stet's is refused in words, and leaves nothing", async ({ desk }) => {
  const checker = await clientOf(desk.checker)
  const article = new TextEncoder().encode("# T\n\nWords.\n")
  for (const [bytes, key] of [
    [zipSync({ "notes.txt": article }), "not a bundle"],
    [article, "damaged"],
    [zipSync({ "../article.md": article, "article.jsonld": article }), "reach outside"],
    [zipSync({ "article.md": new Uint8Array(30_000_000), "article.jsonld": article }), "far more than an article"],
  ] as const) {
    const { status, json } = await checker.post<Problem>("/articles", { body: formWith(bytes) })
    expect(status).toBe(422)
    expect(json.detail).toContain(key)
  }
  expect((await checker.get<ApiList<ApiArticle>>("/articles")).json.items).toEqual([])
})
