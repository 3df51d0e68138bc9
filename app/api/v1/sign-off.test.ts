/** Going out, with open items and without, and being looked at again, over HTTP alone. */
import { expect, vi } from "vitest"
import { test } from "@/lib/desk/testing/desk"
import { clientOf, type ApiArticle, type ApiClaim } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

test("what is ready is signed off, and a claim of it reopened with a reason", async ({ desk }) => {
  const claim = await desk.approvedClaim()
  const [checker, owner] = [await clientOf(desk.checker), await clientOf(desk.owner)]
  const path = `/articles/${claim.articleId}/sign-off`
  const own = await checker.post(path)
  expect(own).toMatchObject({ status: 403, json: { code: "forbidden" } })
  const signed = await owner.post<ApiArticle>(path)
  expect(signed).toMatchObject({ status: 200, json: { standing: "signed_off", signOff: { number: 1 } } })
  expect(signed.headers.get("etag")).toBe(`"${signed.json.version}"`)
  expect(await owner.post(path)).toMatchObject({ status: 409, json: { code: "conflict" } })

  const again = `/claims/${claim.id}/reopen`
  const reason = { kind: "factual", reason: "It was ten percent." }
  expect((await owner.post(again, { body: { reason: "It was ten." } })).json.fields).toHaveProperty("kind")
  const { json: out } = await owner.get<ApiClaim>(`/claims/${claim.id}`)
  const opened = await owner.post<ApiClaim>(again, { body: reason, version: out.version })
  expect(opened).toMatchObject({ status: 200, json: { id: claim.id, state: "open" } })
  expect((await owner.get<ApiArticle>(`/articles/${claim.articleId}`)).json.standing).toBe("under_review")
  expect(await owner.post(again, { body: reason })).toMatchObject({ status: 409 })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "claim.reopened", payload: { kind: "factual" } }])
})

test("what is not ready is released with its open items, a second person beside the signer", async ({ desk }) => {
  const claim = await desk.claim({ fields: { priority: 1 } })
  const editor = await clientOf(desk.editor)
  const path = `/articles/${claim.articleId}/sign-off`
  expect(await editor.post(path)).toMatchObject({ status: 409 })
  const alone = await editor.post(path, { body: { openItems: { reason: "It prints at eight." } } })
  expect([alone.status, Object.keys(alone.json.fields ?? {})]).toEqual([422, ["openItems.second"]])
  const body = { openItems: { reason: "It prints at eight.", second: desk.secondEditor.id } }
  const released = await editor.post<ApiArticle>(path, { body })
  expect(released).toMatchObject({ status: 200, json: { standing: "released" } })
})

test("an article can be asked for as HTML", async ({ desk }) => {
  const viewer = await clientOf(desk.viewer)
  const article = await desk.article({
    title: "A <b>",
    text: "It *opened* in [1931](https://example.org/).",
    format: "markdown",
  })
  const { json } = await viewer.get<ApiArticle>(`/articles/${article.id}?include=html`)
  expect(json.html).toBe(
    '<h1 data-title="">A &lt;b&gt;</h1><p>It <em>opened</em> in <a href="https://example.org/" rel="noopener noreferrer nofollow">1931</a>.</p>',
  )
})
