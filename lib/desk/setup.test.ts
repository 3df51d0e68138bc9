/** Making desks: the first one by its code, one's own in place of the sample desk. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, vi } from "vitest"
import { db } from "../db"
import { env } from "../env"
import type { NewDesk } from "../domain/door"
import { verifyEvents } from "./events"
import { scalesOf } from "./scales"
import { changeRole, deactivateMember, listMembers } from "./members"
import { seatOf, workspacesOf } from "./people"
import { readPublishing } from "./publishing"
import { awaitsSetup, createSetupCode, makeDesk, setUpDesk, startDesk, startOwnDesk } from "./setup"
import { signIn } from "./sign-in"
import { actorByToken, createToken } from "./tokens"
import { everything, openDesk, PASSWORD, refused, test } from "./testing/desk"

const NEW: NewDesk = {
  workspaceName: "The Evening Desk",
  name: "Ann Owner",
  email: "ann@example.org",
  password: "long enough a password",
}

const folder = mkdtempSync(join(tmpdir(), "stet-setup-"))
const file = join(folder, "demo.json")

// What `env()` read first stays: it is the folder that a running Stet was started with.
vi.stubEnv("STET_DATA", folder)
env()

beforeEach(() => writeFileSync(file, "{}"))
afterEach(() => rmSync(file, { force: true }))

/** Set-up is for a Stet without people: the first tests of this file find one. */
describe("the first desk", () => {
  test("waits for its code", async () => {
    expect(await awaitsSetup()).toBe(true)
    await refused(() => setUpDesk({ ...NEW, code: "AAAAA-BBBBB" }), "invalid", "setup.wrongCode")
    const earlier = await createSetupCode()
    const code = await createSetupCode()
    expect(code).toMatch(/^[0-9A-F]{5}(-[0-9A-F]{5}){3}$/)
    await refused(() => setUpDesk({ ...NEW, code: "wrong" }), "invalid", "setup.wrongCode")
    await refused(() => setUpDesk({ ...NEW, code: earlier ?? "" }), "invalid", "setup.wrongCode")
    expect(JSON.stringify(await db().setupCode.findMany())).not.toContain(code)
  })

  test("is made once by many who have the code, with its owner, scales and first event", async () => {
    const code = (await createSetupCode()) ?? ""
    const attempts = ["ann", "bea", "cem"].map((name) =>
      setUpDesk({ ...NEW, email: `${name}@example.org`, code: code.toLowerCase() }),
    )
    const results = await Promise.allSettled(attempts)
    const made = results.flatMap((result) => (result.status === "fulfilled" ? result.value : []))
    expect(made).toEqual([{ slug: "the-evening-desk" }])
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict", key: "setup.done" })
    }
    const [user] = await db().user.findMany()
    const seat = await seatOf(user?.id ?? "", "the-evening-desk")
    expect(seat).toMatchObject({ actor: { role: "owner" }, workspace: { name: NEW.workspaceName, demo: false } })
    if (!seat) return
    expect((await scalesOf(seat.actor)).map((scale) => scale.code)).toEqual(["ours", "theirs"])
    expect(await verifyEvents(seat.workspace.id)).toEqual({ events: 1, faults: [] })
    const [event] = await db().event.findMany()
    expect(event).toMatchObject({
      act: "workspace.created",
      actorId: seat.actor.id,
      subjects: { membership: seat.actor.id },
      payload: "{}",
    })
    expect(await signIn({ email: user?.email ?? "", password: NEW.password })).toMatchObject({ id: user?.id })
  })

  test("is not made again", async () => {
    expect(await awaitsSetup()).toBe(false)
    expect(await createSetupCode()).toBeNull()
    await refused(() => setUpDesk({ ...NEW, email: "bea@example.org", code: "AAAAA" }), "conflict", "setup.done")
  })
})

describe("one's own desk", () => {
  test("takes the place of the sample desk: its rows, accounts, tokens and file are gone", async () => {
    const before = await everything()
    const demo = await openDesk({ demo: true })
    const article = await demo.article({ authors: [{ membershipId: demo.author.id }] })
    await demo.approvedClaim({ article, source: { title: "Readout", confidential: true, readers: [demo.checker.id] } })
    const { token } = await createToken(demo.owner, { name: "demo", scopes: ["read"] })
    expect(existsSync(file)).toBe(true)
    const email = "own@example.org"
    const { slug } = await startOwnDesk(demo.owner, { ...NEW, workspaceName: "Our own", email })
    expect(slug).toBe("our-own")
    expect(existsSync(file)).toBe(false)
    await expect(actorByToken(token)).rejects.toMatchObject({ code: "signed-out" })
    const demoMail = `owner@${demo.slug}.example.org`
    expect(await signIn({ email: demoMail, password: PASSWORD })).toBeNull()
    const person = await signIn({ email, password: NEW.password })
    const seat = await seatOf(person?.id ?? "", slug)
    expect(seat).toMatchObject({ actor: { role: "owner" }, workspace: { demo: false } })
    if (!seat) return
    expect(await verifyEvents(seat.workspace.id)).toEqual({ events: 1, faults: [] })
    await withoutDesk(seat.workspace.id, seat.actor.userId)
    await db().signInAttempt.deleteMany()
    expect(await everything()).toBe(before)
  })

  test("takes a free address", async () => {
    const demo = await openDesk({ demo: true })
    const { slug } = await startOwnDesk(demo.owner, { ...NEW, email: "again@example.org" })
    expect(slug).toBe("the-evening-desk-2")
  })

  test("is the owner's to start, and in place of a sample desk alone", async ({ desk }) => {
    const demo = await openDesk({ demo: true })
    const start = (actor: typeof desk.owner) => () => startOwnDesk(actor, { ...NEW, email: "new@example.org" })
    for (const actor of [demo.editor, demo.checker, demo.author, demo.viewer]) {
      await refused(start(actor), "forbidden", "policy.workspace_set")
    }
    await refused(start(desk.owner), "conflict", "setup.noSampleDesk")
    expect(existsSync(file)).toBe(true)
  })

  test("is not started with somebody's e-mail address, and the sample desk stays", async ({ desk }) => {
    const demo = await openDesk({ demo: true })
    const email = `owner@${desk.slug}.example.org`
    await refused(() => startOwnDesk(demo.owner, { ...NEW, email }), "conflict", "setup.emailTaken")
    expect(existsSync(file)).toBe(true)
  })

  test("is started once by two at the same moment", async () => {
    const demo = await openDesk({ demo: true })
    const start = (email: string) => startOwnDesk(demo.owner, { ...NEW, email })
    const results = await Promise.allSettled([start("one@example.org"), start("two@example.org")])
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"])
    const rejected = results.find((result) => result.status === "rejected")
    expect(rejected?.reason).toMatchObject({ code: "conflict", key: "setup.noSampleDesk" })
  })

  test("leaves whoever was working on the sample desk with an answer, not an error", async () => {
    const demo = await openDesk({ demo: true })
    await startOwnDesk(demo.owner, { ...NEW, email: "late@example.org" })
    await refused(() => demo.article(), "not-found", "workspace.notFound")
    await refused(() => createToken(demo.owner, { name: "late", scopes: ["read"] }), "not-found", "workspace.notFound")
  })
})

describe("another desk", () => {
  const NAME = { workspaceName: "Weekend Édition", language: "de" } as const

  test("is an owner's with the account that they have, with its scales and first event; at the one before nothing is told", async ({
    desk,
  }) => {
    const before = await desk.eventCount()
    const { slug } = await startDesk(desk.owner, NAME)
    expect(slug).toBe("weekend-edition")
    expect((await workspacesOf(desk.owner.userId)).map((one) => one.slug).sort()).toEqual([desk.slug, slug].sort())
    const seat = await seatOf(desk.owner.userId, slug)
    expect(seat).toMatchObject({ actor: { role: "owner" }, workspace: { name: NAME.workspaceName, demo: false } })
    if (!seat) return
    expect(await listMembers(seat.actor)).toMatchObject([{ id: seat.actor.id, role: "owner" }])
    expect((await scalesOf(seat.actor)).map((scale) => scale.code)).toEqual(["ours", "theirs"])
    expect(await readPublishing(seat.actor)).toMatchObject({ language: "de", publishes: false })
    expect(await verifyEvents(seat.workspace.id)).toEqual({ events: 1, faults: [] })
    const [event] = await db().event.findMany({ where: { workspaceId: seat.workspace.id } })
    expect(event).toMatchObject({ act: "workspace.created", actorId: seat.actor.id, payload: "{}" })
    expect(await desk.eventCount()).toBe(before)
    // Nobody of the desk before sits at it.
    expect(await seatOf(desk.editor.userId, slug)).toBeNull()
  })

  test("has a name of its own, said at the field, and an address of its own where names only look alike", async ({
    desk,
  }) => {
    await startDesk(desk.owner, { workspaceName: "Nachtausgabe", language: "de" })
    const again = () => startDesk(desk.owner, { workspaceName: "NACHTAUSGABE", language: "de" })
    const { details } = await refused(again, "invalid", "setup.slugTaken")
    expect(details.fields).toEqual([{ path: "workspaceName", key: "setup.slugTaken" }])
    expect(await startDesk(desk.owner, { workspaceName: "Nacht-Ausgabe", language: "de" })).toEqual({
      slug: "nacht-ausgabe",
    })
    expect(await startDesk(desk.owner, { workspaceName: "nacht ausgabe", language: "de" })).toEqual({
      slug: "nacht-ausgabe-2",
    })
  })

  test("is not started from the sample desk, nor by whose seat is taken in that moment", async ({ desk }) => {
    const demo = await openDesk({ demo: true })
    const third = { workspaceName: "A third", language: "en" } as const
    await refused(() => startDesk(demo.owner, third), "conflict", "setup.sampleDesk")
    await changeRole(desk.owner, { memberId: desk.editor.id, role: "owner" })
    await deactivateMember(desk.owner, { memberId: desk.editor.id })
    await refused(() => startDesk({ ...desk.editor, role: "owner" }, third), "forbidden", "policy.workspace_set")
    expect(await db().workspace.count({ where: { name: "A third" } })).toBe(0)
  })

  test("of one name is made once by two at the same moment", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const name = { workspaceName: "At once", language: "en" } as const
    const results = await Promise.allSettled([startDesk(desk.owner, name), startDesk(other.owner, name)])
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { key: "setup.slugTaken" } })
  })

  test("is made on the command line for whoever has an account", async ({ desk }) => {
    const asked = { workspaceName: "By hand", language: "en", owner: `viewer@${desk.slug}.example.org` } as const
    const { slug } = await makeDesk(asked)
    expect(await seatOf(desk.viewer.userId, slug)).toMatchObject({ actor: { role: "owner" } })
    await refused(() => makeDesk(asked), "invalid", "setup.slugTaken")
    const nobody = { ...asked, workspaceName: "Nobody's", owner: "nobody@example.org" }
    await refused(() => makeDesk(nobody), "not-found", "account.nobody")
  })
})

/** Takes out what `startOwnDesk` made, past the triggers, to compare what is left. */
async function withoutDesk(workspaceId: string, userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    for (const table of ["Event", "EventStream", "Scale", "Membership"]) {
      await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "workspaceId" = '${workspaceId}'`)
    }
    await tx.workspace.delete({ where: { id: workspaceId } })
    await tx.session.deleteMany({ where: { userId } })
    await tx.user.delete({ where: { id: userId } })
  })
}
