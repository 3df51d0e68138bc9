/** The door for approvals that a browser sends while its page is being left: whose page it must be, and what comes back. */
import { beforeEach, describe, expect, vi } from "vitest"
import { recallRound } from "@/lib/desk/rounds"
import { signedInUser } from "@/lib/auth"
import { everything, test, type Desk, type Name, type SentClaim } from "@/lib/desk/testing/desk"
import { POST } from "./[workspace]/route"

vi.mock("next-intl/server", () => import("../v1/testing/translator"))
vi.mock("@/lib/auth", () => ({ signedInUser: vi.fn() }))

const HOME = "http://stet.test"

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", HOME)
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of sixteen characters")
})

interface Sent {
  /** Who is signed in; nobody if null. */
  by?: Name | null
  origin?: string | null
  body?: unknown
}

async function send(desk: Desk, claim: SentClaim, { by = "editor", origin = HOME, body }: Sent = {}) {
  const userId = by && desk[by].userId
  vi.mocked(signedInUser).mockResolvedValue(
    userId
      ? { id: userId, email: "e@example.org", name: "E", sessionEpoch: 0, sessionId: "s", secondFactor: "off" }
      : null,
  )
  const kept = { reviewerId: desk.editor.id, roundId: claim.round.id, version: claim.version, note: null }
  const headers = new Headers({ "content-type": "application/json" })
  if (origin) headers.set("origin", origin)
  const request = new Request(`${HOME}/api/reviews/${desk.slug}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body ?? kept),
  })
  const response = await POST(request, { params: Promise.resolve({ workspace: desk.slug }) })
  return { status: response.status, answer: (await response.json()) as object }
}

test("approves the round", async ({ desk }) => {
  const claim = await desk.sentClaim()
  const { status, answer } = await send(desk, claim)
  expect(status).toBe(200)
  expect(answer).toMatchObject({ ok: true, value: { state: "approved", reviews: [{ decision: "approve" }] } })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "review.approved", actorId: desk.editor.id }])
})

describe("refuses without a trace", () => {
  const refused = async (desk: Desk, claim: SentClaim, sent: Sent) => {
    const before = await everything()
    const { status, answer } = await send(desk, claim, sent)
    expect(await everything()).toBe(before)
    return { status, ...answer }
  }
  const no = (status: number, code: string) => ({ status, ok: false, refusal: { code } })

  test.for([
    ["a page of another origin", "https://evil.example"],
    ["what no page has sent", null],
  ] as const)("%s", async ([, origin], { desk }) => {
    expect(await refused(desk, await desk.sentClaim(), { origin })).toMatchObject(no(403, "forbidden"))
  })

  test("who is signed out", async ({ desk }) => {
    expect(await refused(desk, await desk.sentClaim(), { by: null })).toMatchObject(no(401, "signed-out"))
  })

  test("who has signed in to the browser since", async ({ desk }) => {
    const other = await refused(desk, await desk.sentClaim(), { by: "secondEditor" })
    expect(other).toMatchObject(no(401, "signed-out"))
  })

  test("who has no seat at the desk", async ({ desk }) => {
    const { owner } = await desk.otherWorkspace()
    const claim = await desk.sentClaim()
    const stranger = { ...desk, editor: owner }
    expect(await refused(stranger, claim, {})).toMatchObject(no(404, "not-found"))
  })

  test("who may not decide", async ({ desk }) => {
    const must = await desk.sentClaim({ fields: { priority: 1 } })
    const body = { reviewerId: desk.secondChecker.id, roundId: must.round.id, version: must.version }
    expect(await refused(desk, must, { by: "secondChecker", body })).toMatchObject(no(403, "forbidden"))
  })

  test("what is no approval", async ({ desk }) => {
    const claim = await desk.sentClaim()
    expect(await refused(desk, claim, { body: { roundId: claim.round.id } })).toMatchObject(no(422, "invalid"))
  })

  test("a round that was recalled, and shows the claim as it is", async ({ desk }) => {
    const claim = await desk.sentClaim()
    await recallRound(desk.checker, { roundId: claim.round.id })
    const { status, refusal } = (await refused(desk, claim, {})) as { status: number; refusal?: object }
    expect(status).toBe(409)
    expect(refusal).toMatchObject({ code: "conflict", current: { state: "open", round: null } })
  })
})
