/** What a desk asks of those who sign in to it holds at both doors: its pages lead to it, its acts refuse. */
import { describe, expect, vi } from "vitest"
import { signedInUser } from "./auth"
import { test, type Desk } from "./desk/testing/desk"
import { actorIn, signedInTo } from "./entry"

vi.mock("./auth", () => ({ signedInUser: vi.fn() }))
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-stet-address": "/w/desk/claims?q=tax" }) }))

function comeAs({ editor }: Desk, secondFactor: "on" | "off"): void {
  const person = { id: editor.userId, email: "e@example.org", name: "E", sessionEpoch: 0, sessionId: "s" }
  vi.mocked(signedInUser).mockResolvedValue({ ...person, secondFactor })
}

describe("a desk that asks for a second factor", () => {
  test("leads whoever has none to setting it up, and back to where they were going", async ({ desk }) => {
    comeAs(desk, "off")
    expect((await signedInTo(desk.slug)).actor).toMatchObject({ id: desk.editor.id })
    await desk.set({ requireSecondFactor: true })
    const to = encodeURIComponent("/w/desk/claims?q=tax")
    await expect(signedInTo(desk.slug)).rejects.toMatchObject({
      digest: expect.stringContaining(`;/second-factor?to=${to};`) as string,
    })
    await expect(actorIn(desk.slug)).rejects.toMatchObject({ code: "forbidden", key: "account.secondFactorNeeded" })
  })

  test("lets in whoever has one", async ({ desk }) => {
    await desk.set({ requireSecondFactor: true })
    comeAs(desk, "on")
    expect((await signedInTo(desk.slug)).actor).toMatchObject({ id: desk.editor.id })
    expect(await actorIn(desk.slug)).toMatchObject({ id: desk.editor.id })
  })
})
