/** Threads for other systems: page by page, each once, in the lanes that their reader sees. */
import { expect, vi } from "vitest"
import { db } from "@/lib/db"
import { startThread } from "@/lib/desk/comments"
import { test, type Desk } from "@/lib/desk/testing/desk"
import type { ThreadView } from "@/lib/domain/comment"
import { clientOf, type ApiList } from "./testing/http"

vi.mock("next-intl/server", () => import("./testing/translator"))

type Client = Awaited<ReturnType<typeof clientOf>>

/** A claim with five threads, of which two begin at the same moment, and one about the article. */
async function discussed(desk: Desk) {
  const { id: claimId, articleId } = await desk.claim()
  const ids: string[] = []
  for (const kind of ["note", "query", "note", "query", "note"] as const) {
    const { thread } = await startThread(desk.checker, { articleId, kind, body: "So?", about: { claimId } })
    ids.push(thread.id)
  }
  const at = new Date()
  await db().comment.updateMany({ where: { id: { in: ids.slice(1, 3) } }, data: { createdAt: at } })
  const { thread } = await startThread(desk.checker, { articleId, kind: "note", body: "In all." })
  return { claimId, articleId, ids, about: thread.id }
}

/** The ids of all threads at an address, and how many came at a time. */
async function all(client: Client, path: string): Promise<{ ids: string[]; sizes: number[] }> {
  const [ids, sizes]: [string[], number[]] = [[], []]
  for (let cursor = ""; ;) {
    const { json } = await client.get<ApiList<ThreadView>>(`${path}?limit=2${cursor && `&cursor=${cursor}`}`)
    ids.push(...json.items.map(({ id }) => id))
    sizes.push(json.items.length)
    if (json.next === null) return { ids, sizes }
    cursor = json.next
  }
}

test("come in pages, each once: of an article the latest first, of a claim the oldest", async ({ desk }) => {
  const { claimId, articleId, ids, about } = await discussed(desk)
  const checker = await clientOf(desk.checker)
  const rows = await db().comment.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })
  const inOrder = rows.map(({ id }) => id)
  expect(await all(checker, `/claims/${claimId}/comments`)).toEqual({ ids: inOrder, sizes: [2, 2, 1] })
  const ofArticle = await all(checker, `/articles/${articleId}/comments`)
  expect(ofArticle.ids.toSorted()).toEqual([...inOrder, about].toSorted())
  expect(ofArticle).toMatchObject({ sizes: [2, 2, 2] })
  expect(ofArticle.ids.filter((id) => id !== about)).toEqual(inOrder.toReversed())
  const viewer = await clientOf(desk.viewer)
  expect((await all(viewer, `/claims/${claimId}/comments`)).ids.toSorted()).toEqual([ids[1], ids[3]].toSorted())
})

test("a cursor is one that was given, and a thread that is replied to is about what it is said of", async ({
  desk,
}) => {
  const { claimId, articleId, ids, about } = await discussed(desk)
  const checker = await clientOf(desk.checker)
  for (const cursor of ["x", Buffer.from(claimId).toString("base64url"), Buffer.from("2024 x").toString("base64url")]) {
    expect(await checker.get(`/claims/${claimId}/comments?cursor=${cursor}`)).toMatchObject({ status: 422 })
  }
  const reply = (path: string, threadId: string | undefined) =>
    checker.post<ThreadView>(`${path}/comments`, { body: { threadId, body: "Yes." } })
  expect(await reply(`/claims/${claimId}`, about)).toMatchObject({
    status: 422,
    json: { fields: { threadId: expect.anything() } },
  })
  expect(await reply(`/articles/${articleId}`, claimId)).toMatchObject({ status: 422 })
  expect((await reply(`/claims/${claimId}`, ids[0])).json.comments).toHaveLength(2)
  expect((await reply(`/articles/${articleId}`, ids[0])).json.comments).toHaveLength(3)
})
