/** Pages that change, move, die, stall and lie, and what the desk is told of them; real ones, served on this machine. */
import type { ServerResponse } from "node:http"
import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest"
import { db } from "../db"
import { pdf } from "../document/evidence/testing/files"
import { lookWithin } from "../outside/fetch-within"
import type { Validators } from "../outside/fetched"
import { LIMITS } from "../outside/limits"
import { site, within, type Site } from "../outside/testing/site"
import { readClaim } from "./claims"
import { addEvidence, lookAtEvidence } from "./evidence"
import { listNotifications, unreadNotifications } from "./notifications"
import { compareSnapshots, listSnapshots, readLink, takeSnapshot } from "./snapshots"
import { addSource, editSource } from "./sources"
import { newSource, refused, test, type Desk } from "./testing/desk"
import { lookAtLink, queueDueLinks } from "./watching"

let web: Site
/** How each path is answered, and what was asked there. */
const answers = new Map<string, (answer: ServerResponse, headers: Record<string, unknown>) => void>()
const asked: string[] = []

vi.mock("../outside/fetch-page", () => ({
  lookAtPage: (url: string, since: Validators | null) => {
    const limits = { ...LIMITS, total: 1_000, answer: 300 }
    const accept = ["text/html", "application/xhtml+xml", "text/plain", "application/pdf"]
    return lookWithin(
      { boundary: within([`127.0.0.1:${web.port}`]), limits, accept, userAgent: "Stet/test" },
      url,
      since,
    )
  },
}))

beforeAll(async () => {
  web = await site(({ url = "", headers }, answer) => {
    asked.push(url)
    const say = answers.get(url)
    if (say) say(answer, headers)
    else answer.writeHead(404, { "content-type": "text/html" }).end("gone")
  })
})
afterAll(() => web.close())
beforeEach(() => asked.splice(0))

const QUOTED = "The bridge was opened to the public in the spring of 1931."
const OTHER = "It was painted red in 1952, and every twelve years since that time."
const REST = "The council says that a new coat costs nine million, more than the whole bridge cost when it was built."

let pages = 0

/** A path of its own. */
function path(): { path: string; url: string } {
  pages += 1
  return { path: `/page-${pages}`, url: `${web.url}page-${pages}` }
}

const html = (paragraphs: string[], around = "") =>
  `<html><head><title>A bridge</title></head><body><aside class="ad">${around}</aside><article><h1>A bridge in red</h1>${paragraphs
    .map((words) => `<p>${words}</p>`)
    .join("")}</article><footer>${around}</footer></body></html>`

function shows(at: string, page: string, head: Record<string, string> = {}): void {
  answers.set(at, (answer) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8", ...head }).end(page))
}

/** Two claims of an article on one page, and one that quotes another passage of it. */
async function resting(desk: Desk) {
  const page = path()
  shows(page.path, html([QUOTED, OTHER, REST]))
  const source = await addSource(desk.checker, newSource({ url: page.url }))
  await lookAtLink({ sourceId: source.id, byId: desk.checker.id })
  const article = await desk.article()
  const cite = async (excerpt: string | null, by = desk.checker) => {
    const { id: claimId } = await desk.claim({ article, by })
    const evidence = { stance: "supports", excerpt } as const
    const { evidenceId } = await addEvidence(by, { claimId, source: { id: source.id }, evidence })
    return { claimId, evidenceId }
  }
  return { ...page, sourceId: source.id, article, cite }
}

const flagsOf = async (desk: Desk, claimId: string) =>
  (await readClaim(desk.checker, claimId)).evidence.map(({ flag }) => flag)

describe("a page that comes into the ledger", () => {
  test("is kept with its bytes, its words and what its server says of it", async ({ desk }) => {
    const { path: at, url } = path()
    shows(at, html([QUOTED, OTHER, REST]), { etag: '"a"' })
    const source = await addSource(desk.checker, newSource({ url }))
    expect(await db().source.findUnique({ where: { id: source.id } })).toMatchObject({ linkState: null })
    await lookAtLink({ sourceId: source.id, byId: desk.checker.id })
    const { items } = await listSnapshots(desk.checker, source.id)
    expect(items).toMatchObject([{ url, type: "text/html", takenBy: { id: desk.checker.id } }])
    const row = await db().snapshot.findFirstOrThrow({
      where: { sourceId: source.id },
      include: { file: { include: { text: true } } },
    })
    expect(row).toMatchObject({ etag: '"a"', charset: "utf-8", file: { text: { state: "read" } } })
    expect(row.file.text?.text).toContain(QUOTED)
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "snapshot.taken", actorId: null, subjects: { source: source.id } },
    ])
    expect(await readLink(desk.checker, source.id)).toMatchObject({ state: "reachable", failure: null, dueAt: null })
  })

  test("may be a document, and is nothing where it lies about what it is", async ({ desk }) => {
    const [pdf, lie] = [path(), path()]
    answers.set(pdf.path, (answer) =>
      answer.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7 broken"),
    )
    answers.set(lie.path, (answer) => answer.writeHead(200, { "content-type": "image/png" }).end("<html>"))
    const one = await addSource(desk.checker, newSource({ url: pdf.url }))
    await lookAtLink({ sourceId: one.id, byId: null })
    expect((await listSnapshots(desk.checker, one.id)).items).toMatchObject([
      { type: "application/pdf", textSha256: null },
    ])
    const other = await addSource(desk.checker, newSource({ url: lie.url }))
    await lookAtLink({ sourceId: other.id, byId: null })
    const link = await readLink(desk.checker, other.id)
    expect(link).toMatchObject({ state: null, failure: { step: "type", detail: { type: "image/png" } } })
    expect((await listSnapshots(desk.checker, other.id)).items).toEqual([])
  })

  test("is what its content says, whatever its server calls it, and has bytes of its own", async ({ desk }) => {
    const says = async (type: string, body: string | Uint8Array) => {
      const { path: at, url } = path()
      answers.set(at, (answer) => answer.writeHead(200, { "content-type": type }).end(body))
      const { id } = await addSource(desk.checker, newSource({ url }))
      await lookAtLink({ sourceId: id, byId: null })
      const { items } = await listSnapshots(desk.checker, id)
      return { ...items[0], failure: (await readLink(desk.checker, id)).failure }
    }
    const signIn = html([QUOTED, OTHER, REST])
    const [asDocument, asPage] = [await says("application/pdf", signIn), await says("text/html", signIn)]
    expect([asDocument, asPage]).toMatchObject([{ type: "text/html" }, { type: "text/html" }])
    expect(asDocument.textSha256).not.toBeNull()
    expect(asDocument).toMatchObject({ sha256: asPage.sha256 })
    expect(asDocument.fileId).not.toBe(asPage.fileId)
    expect(await says("text/html", await pdf(QUOTED))).toMatchObject({ type: "application/pdf", failure: null })
    const picture = new Uint8Array([
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      16,
      0x4a,
      0x46,
      0x49,
      0x46,
      ...Array<number>(40).fill(0),
    ])
    const lie = { step: "type", detail: { reason: "lies", says: "text/html", type: "image/jpeg" } }
    expect(await says("text/html", picture)).toMatchObject({ failure: lie })
  })

  test("is never asked where it is not to be fetched, or can be none", async ({ desk }) => {
    const { url } = path()
    const never = await addSource(desk.checker, newSource({ url, neverRefetch: true }))
    const example = await addSource(desk.checker, newSource())
    for (const { id } of [never, example]) await lookAtLink({ sourceId: id, byId: null })
    expect(asked).toEqual([])
    await refused(() => takeSnapshot(desk.checker, { sourceId: never.id }), "conflict", "source.neverRefetched")
    await refused(() => takeSnapshot(desk.checker, { sourceId: example.id }), "conflict", "source.noPage")
    await refused(() => takeSnapshot(desk.viewer, { sourceId: example.id }), "forbidden", "policy.source_fetch")
    expect(await readLink(desk.checker, never.id)).toMatchObject({ page: "never", dueAt: null })
    expect(await readLink(desk.checker, example.id)).toMatchObject({ page: "reserved", dueAt: null })
  })
})

describe("a page that changes", () => {
  test("flags the claims whose passage is not what it was, and no other", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const [first, second] = [await cite(QUOTED), await cite("opened to the public in the spring of 1931", desk.editor)]
    const untouched = await cite(OTHER)
    shows(at, html([QUOTED.replace("1931", "1932"), OTHER, REST]))
    await lookAtLink({ sourceId, byId: null })
    expect(await flagsOf(desk, first.claimId)).toEqual(["passage_changed"])
    expect(await flagsOf(desk, second.claimId)).toEqual(["passage_changed"])
    expect(await flagsOf(desk, untouched.claimId)).toEqual([null])
    expect(await desk.lastEvents(4)).toMatchObject([
      {
        act: "evidence.flagged",
        actorId: null,
        subjects: { claim: first.claimId },
        payload: { flag: "passage_changed" },
      },
      { act: "evidence.flagged", actorId: null, subjects: { claim: second.claimId } },
      { act: "snapshot.taken" },
      { act: "link.changed", actorId: null, subjects: { source: sourceId } },
    ])
    const link = await readLink(desk.checker, sourceId)
    expect(link).toMatchObject({ state: "changed" })
    expect(link.dueAt).not.toBeNull()
    const told = { kind: "passage_changed", source: { id: sourceId } }
    expect(await listNotifications(desk.checker, { limit: 20 })).toMatchObject({
      items: [{ ...told, claim: { id: first.claimId } }],
    })
    expect(await listNotifications(desk.editor, { limit: 20 })).toMatchObject({
      items: [{ ...told, claim: { id: second.claimId } }],
    })
    expect(await unreadNotifications(desk.secondChecker)).toBe(0)
    const [now, before] = (await listSnapshots(desk.checker, sourceId)).items
    const compared = await compareSnapshots(desk.checker, { sourceId, from: before?.id ?? "", to: now?.id ?? "" })
    expect(compared.pieces.filter(({ kind }) => kind !== "same")).toMatchObject([
      { kind: "removed", text: "1931" },
      { kind: "added", text: "1932" },
    ])
  })

  test("around the passage alone is no alarm: advertisements, dates and counters", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const { claimId } = await cite(QUOTED)
    for (const around of ["Buy a boat! 17,204 readers", "Updated on Friday. 18,551 readers"]) {
      shows(at, html([around, QUOTED, OTHER, `${REST} ${around}`], around))
      await lookAtLink({ sourceId, byId: null })
    }
    expect(await flagsOf(desk, claimId)).toEqual([null])
    expect(await unreadNotifications(desk.checker)).toBe(0)
    expect((await listSnapshots(desk.checker, sourceId)).items).toHaveLength(3)
  })

  test("in its bytes alone has not changed, and takes no room", async ({ desk }) => {
    const { path: at, sourceId } = await resting(desk)
    const events = await desk.eventCount()
    shows(at, html([QUOTED, OTHER, REST], "<script>1</script>").replace("A bridge</title>", "A bridge</title><meta>"))
    await lookAtLink({ sourceId, byId: null })
    expect((await listSnapshots(desk.checker, sourceId)).items).toHaveLength(1)
    expect(await desk.eventCount()).toBe(events)
  })

  test("is asked whether it has, and not fetched again where its server says no", async ({ desk }) => {
    const { path: at, url } = path()
    const heads: unknown[] = []
    answers.set(at, (answer, headers) => {
      heads.push(headers["if-none-match"])
      if (headers["if-none-match"] === '"a"') answer.writeHead(304).end()
      else answer.writeHead(200, { "content-type": "text/html", etag: '"a"' }).end(html([QUOTED, OTHER, REST]))
    })
    const { id: sourceId } = await addSource(desk.checker, newSource({ url }))
    await lookAtLink({ sourceId, byId: null })
    await lookAtLink({ sourceId, byId: null })
    await lookAtLink({ sourceId, byId: desk.checker.id })
    expect(heads).toEqual([undefined, '"a"', undefined])
    // What a person asks for is kept, whatever it says.
    expect((await listSnapshots(desk.checker, sourceId)).items).toHaveLength(2)
  })

  test("leaves what quotes nothing for a person to judge", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const { claimId } = await cite(null)
    shows(at, html([QUOTED, OTHER, `${REST} There is more.`]))
    await lookAtLink({ sourceId, byId: null })
    expect(await flagsOf(desk, claimId)).toEqual(["passage_changed"])
  })
})

describe("a flag", () => {
  test("comes off when a person has looked, and withdraws nothing, in review neither", async ({ desk }) => {
    const { path: at, url } = path()
    shows(at, html([QUOTED, OTHER, REST]))
    const claim = await desk.approvedClaim({ source: { title: "Bridges", url } })
    const [cited] = claim.evidence
    const sourceId = cited?.source.id ?? ""
    await lookAtLink({ sourceId, byId: null })
    answers.delete(at)
    await lookAtLink({ sourceId, byId: null })
    const flagged = await readClaim(desk.viewer, claim.id)
    expect(flagged).toMatchObject({ state: "approved", evidence: [{ flag: "page_gone" }] })
    const evidenceId = flagged.evidence[0]?.id ?? ""
    await refused(() => lookAtEvidence(desk.viewer, { evidenceId }), "forbidden", "policy.evidence_look")
    const looked = await lookAtEvidence(desk.secondChecker, { evidenceId })
    expect(looked).toMatchObject({
      state: "approved",
      version: flagged.version,
      evidence: [{ flag: null, flaggedAt: null }],
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "evidence.looked", actorId: desk.secondChecker.id, payload: { flag: "page_gone" } },
    ])
    const events = await desk.eventCount()
    await lookAtEvidence(desk.checker, { evidenceId })
    expect(await desk.eventCount()).toBe(events)
  })
})

describe("a page that is elsewhere, or nowhere", () => {
  test("has moved for good: said once, and not again while it stays there", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const { claimId, evidenceId } = await cite("The bridge was opened in 1931, people say, and in the autumn.")
    const { claimId: found } = await cite(QUOTED)
    const to = path()
    shows(to.path, html([QUOTED, OTHER, REST]))
    answers.set(at, (answer) => answer.writeHead(301, { location: to.path }).end())
    await lookAtLink({ sourceId, byId: null })
    expect(await flagsOf(desk, claimId)).toEqual(["page_moved"])
    // What stands there as it was quoted is no alarm.
    expect(await flagsOf(desk, found)).toEqual([null])
    expect(await readLink(desk.checker, sourceId)).toMatchObject({ state: "redirected", movedTo: to.url })
    await lookAtEvidence(desk.checker, { evidenceId })
    await lookAtLink({ sourceId, byId: null })
    expect(await flagsOf(desk, claimId)).toEqual([null])
    expect(await unreadNotifications(desk.checker)).toBe(1)
  })

  test("for the time being is where it was", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const { claimId } = await cite(QUOTED)
    const to = path()
    shows(to.path, html([QUOTED, OTHER, REST]))
    answers.set(at, (answer) => answer.writeHead(302, { location: to.path }).end())
    await lookAtLink({ sourceId, byId: null })
    expect(await flagsOf(desk, claimId)).toEqual([null])
    expect(await readLink(desk.checker, sourceId)).toMatchObject({ state: "reachable", movedTo: null })
  })

  test("is gone at once where its server says so, and told once", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const { claimId } = await cite(QUOTED)
    answers.set(at, (answer) => answer.writeHead(410).end())
    await lookAtLink({ sourceId, byId: null })
    await lookAtLink({ sourceId, byId: null })
    expect(await flagsOf(desk, claimId)).toEqual(["page_gone"])
    expect(await readLink(desk.checker, sourceId)).toMatchObject({
      state: "gone",
      failure: { detail: { status: 410 } },
    })
    expect(await unreadNotifications(desk.checker)).toBe(1)
    shows(at, html([QUOTED, OTHER, REST]))
    await lookAtLink({ sourceId, byId: null })
    expect(await readLink(desk.checker, sourceId)).toMatchObject({ state: "reachable", failure: null })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "link.back" }])
  })

  test("that stalls or loops stays what it was until it is lost for good", async ({ desk }) => {
    const { path: at, sourceId, cite } = await resting(desk)
    const { claimId } = await cite(QUOTED)
    const events = await desk.eventCount()
    answers.set(at, (answer) => answer.writeHead(302, { location: at }).end())
    await lookAtLink({ sourceId, byId: null })
    expect(await readLink(desk.checker, sourceId)).toMatchObject({ state: "reachable", failure: { step: "redirect" } })
    answers.set(at, () => {})
    await lookAtLink({ sourceId, byId: null })
    const link = await readLink(desk.checker, sourceId)
    expect(link).toMatchObject({ state: "reachable", failure: { step: "time", since: expect.any(String) } })
    expect(await desk.eventCount()).toBe(events)
    const since = new Date(Date.now() - 25 * 3_600_000).toISOString()
    await db().source.update({ where: { id: sourceId }, data: { linkFailure: { ...link.failure, since } as object } })
    await lookAtLink({ sourceId, byId: null })
    expect(await readLink(desk.checker, sourceId)).toMatchObject({ state: "gone" })
    expect(await flagsOf(desk, claimId)).toEqual(["page_gone"])
  })
})

test("a look that comes after the address was changed is dropped", async ({ desk }) => {
  const { path: at, url, sourceId } = await resting(desk)
  answers.set(at, (answer) => {
    const change = editSource(desk.checker, { sourceId, source: { url: `${url}-2` } })
    void change.then(() => answer.writeHead(404).end())
  })
  await lookAtLink({ sourceId, byId: null })
  expect(await readLink(desk.checker, sourceId)).toMatchObject({ state: null, failure: null })
})

test("of a confidential source only those are told who see it, and nobody else sees anything of its page", async ({
  desk,
}) => {
  const { path: at, sourceId, article, cite } = await resting(desk)
  await cite(QUOTED)
  await cite(QUOTED, desk.secondChecker)
  await db().article.update({ where: { id: article.id }, data: { leadId: desk.editor.id } })
  await editSource(desk.checker, { sourceId, source: { confidential: true, readers: [desk.checker.id] } })
  answers.delete(at)
  await lookAtLink({ sourceId, byId: null })
  const unread = async (who: typeof desk.checker) => unreadNotifications(who)
  expect([await unread(desk.checker), await unread(desk.editor), await unread(desk.secondChecker)]).toEqual([1, 1, 0])
  expect((await db().notification.findMany({ where: { sourceId } })).map((row) => row.membershipId)).not.toContain(
    desk.secondChecker.id,
  )
  expect((await listSnapshots(desk.secondChecker, sourceId)).items).toEqual([])
  const ids = (await listSnapshots(desk.checker, sourceId)).items.map(({ id }) => id)
  const two = { sourceId, from: ids[0] ?? "", to: ids[0] ?? "" }
  await refused(() => readLink(desk.secondChecker, sourceId), "not-found", "source.notFound")
  await refused(() => compareSnapshots(desk.secondChecker, two), "not-found", "snapshot.notFound")
  await refused(() => takeSnapshot(desk.secondChecker, { sourceId }), "not-found", "source.notFound")
})

describe("the watch", () => {
  /** Jobs that wait, by the source that they are about. */
  const queued = async () => {
    const rows = await db().$queryRaw<{ source: string; by: string | null }[]>`
      SELECT data->>'sourceId' AS "source", data->>'byId' AS "by" FROM pgboss.job WHERE name = 'link' AND data->>'byId' IS NULL`
    return rows.map(({ source }) => source)
  }

  test("queues what is due and cited, of each host one, and puts off the rest", async ({ desk }) => {
    await db().source.updateMany({ data: { linkDueAt: null } })
    const past = new Date(Date.now() - 60_000)
    const add = async (url: string) => (await addSource(desk.checker, newSource({ url }))).id
    const [one, same, elsewhere, uncited] = [
      await add("https://paper.eu/a"),
      await add("https://paper.eu/b"),
      await add("https://record.eu/a"),
      await add("https://record.eu/b"),
    ]
    for (const id of [one, same, elsewhere]) {
      const { id: claimId } = await desk.claim()
      await addEvidence(desk.checker, { claimId, source: { id }, evidence: { stance: "context" } })
    }
    await db().source.updateMany({ where: { id: { in: [one, elsewhere, uncited] } }, data: { linkDueAt: past } })
    await db().source.update({ where: { id: same }, data: { linkDueAt: new Date(past.getTime() + 1) } })
    await queueDueLinks()
    expect((await queued()).sort()).toEqual([one, elsewhere].sort())
    await queueDueLinks()
    expect((await queued()).sort()).toEqual([one, same, elsewhere].sort())
    await queueDueLinks()
    expect(await queued()).toHaveLength(3)
    const row = await db().source.findUniqueOrThrow({ where: { id: uncited } })
    expect(row.linkDueAt?.getTime()).toBeGreaterThan(Date.now())
  })

  test("looks at once at what was not cited before", async ({ desk }) => {
    const { path: at, url } = path()
    shows(at, html([QUOTED]))
    const { id: sourceId } = await addSource(desk.checker, newSource({ url }))
    await lookAtLink({ sourceId, byId: null })
    const { id: claimId } = await desk.claim()
    await addEvidence(desk.checker, { claimId, source: { id: sourceId }, evidence: { stance: "context" } })
    const row = await db().source.findUniqueOrThrow({ where: { id: sourceId } })
    expect(row.linkDueAt?.getTime()).toBeLessThanOrEqual(Date.now())
  })
})
