import { expect, vi } from "vitest"
import { db } from "../db"
import type { Actor } from "../domain/workspace"
import { editDetails } from "./articles"
import { BELIEVED_FOR, bePresent, forgetPresence } from "./presence"
import { followLog } from "./following-log"
import { endOfLog } from "./event-log"
import { test } from "./testing/desk"

const tabs = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"] as const
const at = (articleId: string, claimId: string | null = null, tab: string = tabs[0]) =>
  ({ articleId, claimId, tab, state: "here" }) as const
const names = (present: { id: string }[]) => present.map(({ id }) => id)

test("who has an article open is shown to those who have it open too, with the claims they are at", async ({
  desk,
}) => {
  const { id: claimId, articleId } = await desk.claim()
  expect(await bePresent(desk.checker, at(articleId))).toEqual([])
  await bePresent(desk.checker, at(articleId, claimId, tabs[1]))
  const [seen] = await bePresent(desk.editor, at(articleId))
  expect(seen).toMatchObject({ id: desk.checker.id, claimIds: [claimId] })
  await bePresent(desk.checker, { ...at(articleId), state: "gone" })
  await bePresent(desk.checker, { ...at(articleId, null, tabs[1]), state: "gone" })
  expect(await bePresent(desk.editor, at(articleId))).toEqual([])
})

test("an author of the article is seen by the desk, and sees nobody", async ({ desk }) => {
  const article = await desk.article()
  const authors = [{ membershipId: desk.author.id }, { membershipId: desk.secondChecker.id }]
  await editDetails(desk.editor, { articleId: article.id, fields: { authors } } as never)
  await bePresent(desk.checker, at(article.id))
  expect(await bePresent(desk.author, at(article.id))).toEqual([])
  expect(await bePresent(desk.secondChecker, at(article.id))).toEqual([])
  expect(names(await bePresent(desk.editor, at(article.id))).sort()).toEqual(
    [desk.checker, desk.author, desk.secondChecker].map(({ id }) => id).sort(),
  )
})

test("whoever says nothing any more is not there, and is forgotten", async ({ desk }) => {
  const { id } = await desk.article()
  await bePresent(desk.checker, at(id))
  const long = new Date(Date.now() - (BELIEVED_FOR + 1) * 1000)
  await db().presence.updateMany({ where: { articleId: id }, data: { at: long } })
  expect(await bePresent(desk.editor, at(id))).toEqual([])
  expect(await forgetPresence()).toBeGreaterThan(0)
  expect(await db().presence.count({ where: { articleId: id } })).toBe(1)
})

test("it is told when somebody comes or turns to another claim, and not when they stay", async ({ desk }) => {
  const { id: claimId, articleId } = await desk.claim()
  const gone = new AbortController()
  const heard: string[][] = []
  const events: string[] = []
  const who = async (): Promise<Actor> => desk.editor
  const { workspaceId } = desk
  const following = (async () => {
    const told = followLog({
      workspaceId,
      place: await endOfLog(desk),
      who,
      presenceFor: async (_, ids) => ids,
      signal: gone.signal,
    })
    for await (const { presence, items } of told) {
      if (presence.length > 0) heard.push(presence)
      events.push(...items.flatMap(({ articleId }) => articleId ?? []))
    }
  })()
  // Nobody may listen yet: who is where is not kept for them.
  await vi.waitFor(async () => {
    await bePresent(desk.checker, at(articleId))
    await bePresent(desk.checker, at(articleId, claimId))
    expect(heard).not.toEqual([])
  }, 5_000)
  expect(new Set(heard.flat())).toEqual(new Set([articleId]))
  const { id: other } = await desk.article()
  await vi.waitFor(() => expect(events).toContain(other), 5_000)
  const before = heard.length
  await bePresent(desk.checker, at(articleId, claimId))
  const { id } = await desk.article()
  await vi.waitFor(() => expect(events).toContain(id), 5_000)
  expect(heard).toHaveLength(before)
  gone.abort()
  await following
})
