/** The log for other systems: whole, in order, as far as its reader sees, and live. */
import { describe, expect, vi } from "vitest"
import { db } from "@/lib/db"
import { change } from "@/lib/desk/change"
import { startThread } from "@/lib/desk/comments"
import { askOpinion } from "@/lib/desk/opinions"
import { addSource } from "@/lib/desk/sources"
import { newSource, test, type Desk } from "@/lib/desk/testing/desk"
import { settledLog } from "@/lib/desk/testing/settled-log"
import { createToken, revokeToken } from "@/lib/desk/tokens"
import type { EventView } from "@/lib/domain/event"
import type { Actor } from "@/lib/domain/workspace"
import { clientOf, send, type Problem } from "./testing/http"
import { streaming } from "./testing/stream"
import { GET } from "./events/route"

vi.mock("next-intl/server", () => import("./testing/translator"))

interface Page {
  items: EventView[]
  next: string
  more: boolean
}

/** All that a person is told once everything written can be, in pages of that size. */
async function allOf(actor: Actor, limit?: number, after?: string): Promise<EventView[]> {
  await settledLog(actor)
  return soFar(actor, limit, after)
}

/** The same, of what can be told at once. */
async function soFar(actor: Actor, limit = 200, after?: string): Promise<EventView[]> {
  const client = await clientOf(actor)
  const items: EventView[] = []
  for (let next = after; ;) {
    const page = (await client.get<Page>(`/events?limit=${limit}${next ? `&after=${next}` : ""}`)).json
    items.push(...page.items)
    next = page.next
    if (!page.more) return items
  }
}

const acts = (items: EventView[]) => items.map(({ act }) => act)

/** Where the log is by now. */
async function now(actor: Actor): Promise<string> {
  const client = await clientOf(actor)
  await settledLog(actor)
  for (let next = ""; ;) {
    const page = (await client.get<Page>(`/events?limit=200${next && `&after=${next}`}`)).json
    next = page.next
    if (!page.more) return next
  }
}

const live = async (actor: Actor, after?: string) => {
  const { id: tokenId, token } = await createToken(actor, { name: "live", scopes: ["read"] })
  const headers = { authorization: `Bearer ${token}`, ...(after && { "last-event-id": after }) }
  return { tokenId, ...(await streaming(GET as never, "/api/v1/events", { headers })) }
}

describe("page by page", () => {
  test("everything is told once and in order, however small the pages", async ({ desk }) => {
    const claim = await desk.approvedClaim()
    const all = await allOf(desk.owner)
    expect(acts(all)).toEqual(
      expect.arrayContaining(["article.imported", "claim.marked", "evidence.added", "round.sent", "review.approved"]),
    )
    const again = await allOf(desk.owner, 3)
    expect(again.slice(0, all.length)).toEqual(all)
    expect(new Set(again.map(({ id }) => id)).size).toBe(again.length)
    expect(all.find(({ act }) => act === "review.approved")).toMatchObject({
      actor: { id: desk.editor.id },
      subjects: { claim: claim.id },
    })
    expect(all[0]).not.toHaveProperty("seq")
  })

  test("what an act that began earlier may still tell is waited for", async ({ desk }) => {
    const article = await desk.article()
    const from = await now(desk.owner)
    let commit = () => {}
    const open = new Promise<void>((resolve) => (commit = resolve))
    let begun = () => {}
    const writing = new Promise<void>((resolve) => (begun = resolve))
    const first = change(desk.owner, async (tx) => {
      await tx.$executeRaw`SELECT pg_current_xact_id()`
      begun()
      await open
      const told = { stream: desk.workspaceId, act: "rules.set", subjects: {}, payload: {} } as const
      return { result: null, events: [told] }
    })
    await writing
    await desk.claim({ article })
    expect(await soFar(desk.owner, 200, from)).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ act: "claim.marked" })]),
    )
    commit()
    await first
    const told = acts(await allOf(desk.owner, 200, from)).filter((act) => act !== "token.created")
    expect(told).toEqual(["rules.set", "claim.marked"])
  })

  test("a place can be read by nobody, and is of its desk alone", async ({ desk }) => {
    const client = await clientOf(desk.viewer)
    const [one, two] = [await client.get<Page>("/events"), await client.get<Page>("/events")]
    expect(one.json.next).not.toBe(two.json.next)
    const strangers = await clientOf((await desk.otherWorkspace()).owner)
    for (const after of [one.json.next, "nonsense", "a.b.c"]) {
      const { status, json } = await strangers.get<Problem>(`/events?after=${after}`)
      expect([status, json.fields]).toEqual([422, { after: expect.any(String) }])
    }
  })
})

describe("nobody is told what does not exist for them", () => {
  async function quietly(desk: Desk) {
    const claim = await desk.sentClaim()
    await addSource(desk.editor, newSource({ confidential: true, url: null, title: "A whistle" }))
    const at = { articleId: claim.articleId, about: { claimId: claim.id } }
    await startThread(desk.editor, { ...at, kind: "legal", body: "Ask the lawyer." })
    await startThread(desk.checker, { ...at, kind: "note", body: "Call again." })
    return claim
  }

  test("confidential sources, the legal lane, notes, and articles of others", async ({ desk }) => {
    await quietly(desk)
    const kinds = async (actor: Actor) =>
      (await allOf(actor)).flatMap(({ act, payload }) => (act === "comment.written" ? [payload.kind ?? "note"] : []))
    const sources = async (actor: Actor) => acts(await allOf(actor)).filter((act) => act === "source.added").length
    expect([await kinds(desk.editor), await kinds(desk.checker), await kinds(desk.viewer)]).toEqual([
      ["legal", "note"],
      ["note"],
      [],
    ])
    expect((await sources(desk.editor)) - (await sources(desk.checker))).toBe(1)
    expect(await allOf(desk.author)).toEqual([])
  })

  test("the first verdict, while a second is wanted of them", async ({ desk }) => {
    const claim = await desk.sentClaim()
    await askOpinion(desk.editor, { claimId: claim.id, version: claim.version, ofId: desk.secondChecker.id })
    const about = (items: EventView[]) => acts(items.filter(({ subjects }) => subjects.claim === claim.id))
    expect(about(await allOf(desk.editor))).toContain("round.sent")
    const told = about(await allOf(desk.secondChecker))
    expect(told).toContain("claim.marked")
    expect(told).not.toContain("round.sent")
    expect(told).not.toContain("verdict.drafted")
  })
})

describe("live", () => {
  test("what happens is told when it happens, from where the reader was, and to each what they see", async ({
    desk,
  }) => {
    const from = await now(desk.owner)
    const [owner, viewer] = [await live(desk.owner, from), await live(desk.viewer, from)]
    expect(owner.answer.headers.get("content-type")).toContain("text/event-stream")
    const claim = await desk.sentClaim()
    await startThread(desk.editor, {
      ...{ articleId: claim.articleId, about: { claimId: claim.id } },
      ...{ kind: "legal", body: "Wait." },
    })
    const told = await owner.many(8)
    const all = await allOf(desk.owner, 200, from)
    expect(told.map(({ data }) => data.id)).toEqual(all.slice(0, 8).map(({ id }) => id))
    const third = told[2]
    const again = await live(desk.owner, third?.id)
    expect((await again.many(2)).map(({ data }) => data.id)).toEqual(all.slice(3, 5).map(({ id }) => id))
    const seen = (await allOf(desk.viewer, 200, from)).map(({ id }) => id)
    expect((await viewer.many(4)).map(({ data }) => data.id)).toEqual(seen.slice(0, 4))
    await Promise.all([owner.leave(), viewer.leave(), again.leave()])
  })

  test("it ends when the token is revoked", async ({ desk }) => {
    const stream = await live(desk.editor, await now(desk.editor))
    const left = (async () => {
      for (let message = await stream.next(); message; message = await stream.next())
        if (message.event === "end") return "end"
      return "closed"
    })()
    await revokeToken(desk.owner, { tokenId: stream.tokenId })
    expect(await left).toBe("end")
    const { status } = await send("GET", "/events", { token: "stet_nobody_nobody_nobody" })
    expect(status).toBe(401)
  })

  test("a connection that listens and is lost is made anew, and what was told meanwhile comes after", async ({
    desk,
  }) => {
    const stream = await live(desk.owner, await now(desk.owner))
    const article = await desk.article()
    while ((await stream.next())?.data.act !== "article.imported");
    await db().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')`
    await desk.claim({ article })
    while ((await stream.next())?.data.act !== "claim.marked");
    await stream.leave()
  })
})
