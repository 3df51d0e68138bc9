import { expect, vi } from "vitest"
import { db } from "../db"
import type { LiveMessage } from "../domain/live"
import type { Actor } from "../domain/workspace"
import type { Message } from "../event-stream"
import { editDetails } from "./articles"
import { bePresent } from "./presence"
import { placeNow, tellPages } from "./telling-pages"
import { test } from "./testing/desk"

const tab = "00000000-0000-4000-8000-000000000001"

/** All that a page of somebody's is told, from now on or from a place, until they leave. */
async function pageOf(actor: Actor, { after = null, as = actor.id }: { after?: string | null; as?: string } = {}) {
  const gone = new AbortController()
  const seat = { now: actor as Actor | null }
  const who = () => Promise.resolve(seat.now)
  const messages = await tellPages(actor, { after, as, who, signal: gone.signal })
  const told: Message[] = []
  const over = (async () => {
    for await (const message of messages) told.push(message)
  })()
  await vi.waitFor(() => expect(told).not.toEqual([]), 10_000)
  const data = () => told.flatMap((message) => (message.event ? [] : [message.data as LiveMessage]))
  return {
    told,
    data,
    acts: () => data().flatMap(({ news }) => news.map(({ act }) => act)),
    deactivate: () => (seat.now = null),
    over,
    leave: async () => {
      gone.abort()
      await over
    },
  }
}

test("a page is told that something happened, where and by whom, and of whom it is told what they see", async ({
  desk,
}) => {
  const [editors, authors] = [await pageOf(desk.editor), await pageOf(desk.author)]
  const { id: claimId, articleId } = await desk.claim()
  await vi.waitFor(() => expect(editors.acts()).toContain("claim.marked"), 20_000)
  const news = editors.data().flatMap((one) => one.news)
  expect(news).toContainEqual({ act: "claim.marked", articleId, claimId, by: desk.checker.id })
  expect(editors.data().at(-1)?.unread).toBe(0)
  expect(authors.acts()).toEqual([])
  await Promise.all([editors.leave(), authors.leave()])
})

test("a page of somebody else’s, who was signed in before, is told nothing", async ({ desk }) => {
  const asked = tellPages(desk.editor, {
    ...{ after: await placeNow(desk.editor), as: desk.checker.id },
    ...{ who: () => Promise.resolve(desk.editor), signal: new AbortController().signal },
  })
  await expect(asked).rejects.toMatchObject({ code: "signed-out" })
})

test("where the place can’t be read any more, the page is told to look", async ({ desk }) => {
  const page = await pageOf(desk.editor, { after: "nonsense" })
  expect(page.data()[0]).toMatchObject({ missed: true, news: [] })
  await page.leave()
})

test("it ends, and says so, once whoever has the page open has no seat any more", async ({ desk }) => {
  const page = await pageOf(desk.editor)
  page.deactivate()
  await desk.article()
  await page.over
  expect(page.told.at(-1)).toMatchObject({ event: "end" })
})

test("nothing tells an author when their article is looked at, whatever their role", async ({ desk }) => {
  const own = await desk.article()
  const authors = [{ membershipId: desk.author.id }, { membershipId: desk.secondChecker.id }]
  await editDetails(desk.editor, { articleId: own.id, fields: { authors } } as never)
  const pages = [await pageOf(desk.author), await pageOf(desk.secondChecker), await pageOf(desk.editor)] as const
  await vi.waitFor(async () => {
    await db().presence.deleteMany({ where: { articleId: own.id } })
    await bePresent(desk.checker, { articleId: own.id, claimId: null, tab, state: "here" })
    expect(pages[2].data().flatMap(({ presence }) => presence)).toContain(own.id)
  }, 10_000)
  // Of another's article the checker is told, after all that was said before.
  const other = await desk.article()
  await vi.waitFor(async () => {
    await db().presence.deleteMany({ where: { articleId: other.id } })
    await bePresent(desk.checker, { articleId: other.id, claimId: null, tab, state: "here" })
    expect(pages[1].data().flatMap(({ presence }) => presence)).toContain(other.id)
  }, 10_000)
  for (const page of pages.slice(0, 2)) expect(JSON.stringify(page.data())).not.toContain(`"presence":["${own.id}`)
  expect(pages[0].data().filter(({ news }) => news.length === 0)).toEqual([])
  await Promise.all(pages.map((page) => page.leave()))
})
