/** People, seats and tokens. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { listNameable, listPeople, seatOf, workspacesOf } from "./people"
import { actorByToken, createToken } from "./tokens"
import { refused, test } from "./testing/desk"

describe("a seat", () => {
  test("is a person's at a desk that they sit at", async ({ desk }) => {
    expect(await seatOf(desk.checker.userId, desk.slug)).toMatchObject({
      actor: desk.checker,
      workspace: { id: desk.workspaceId, slug: desk.slug, demo: false },
    })
    const other = await desk.otherWorkspace()
    expect(await seatOf(desk.checker.userId, other.slug)).toBeNull()
    expect(await seatOf(desk.checker.userId, "no-such-desk")).toBeNull()
    expect(await seatOf(desk.checker.userId, "\0")).toBeNull()
    expect(await workspacesOf(desk.checker.userId)).toMatchObject([{ slug: desk.slug }])
  })

  test("carries the role and the settings of the moment", async ({ desk }) => {
    await desk.set({ approvals: 2 })
    await db().membership.update({ where: { id: desk.checker.id }, data: { role: "editor" } })
    expect((await seatOf(desk.checker.userId, desk.slug))?.actor).toMatchObject({
      role: "editor",
      settings: { approvals: 2, checkersReview: true },
    })
  })

  test("is empty once it is given up, and its person is listed no more", async ({ desk }) => {
    expect((await listPeople(desk.viewer)).map((one) => one.id)).toHaveLength(7)
    await db().membership.update({ where: { id: desk.checker.id }, data: { deactivatedAt: new Date() } })
    expect(await seatOf(desk.checker.userId, desk.slug)).toBeNull()
    expect((await listPeople(desk.viewer)).map((one) => one.id)).not.toContain(desk.checker.id)
  })
})

test("only checkers are named for a confidential source: editors and owners see it anyway", async ({ desk }) => {
  const named = (await listNameable(desk.editor)).map(({ id }) => id).toSorted()
  expect(named).toEqual([desk.checker.id, desk.secondChecker.id].toSorted())
})

describe("a token", () => {
  test("acts as its owner, with its scopes, and is kept as a digest alone", async ({ desk }) => {
    const { id, token } = await createToken(desk.checker, { name: "script", scopes: ["read", "write"] })
    expect(token).toMatch(/^stet_[\w-]{43}$/)
    expect(await actorByToken(token)).toEqual({
      actor: desk.checker,
      scopes: ["read", "write"],
      token: { id, workspaceId: desk.workspaceId },
      demo: false,
    })
    const row = await db().apiToken.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ hash: sha256(token), name: "script", membershipId: desk.checker.id })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "token.created",
        actorId: desk.checker.id,
        subjects: { token: id },
        payload: { scopes: ["read", "write"] },
      },
    ])
  })

  test("notes when it was last used, not more than once a minute", async ({ desk }) => {
    const { id, token } = await createToken(desk.checker, { name: "script", scopes: ["read"] })
    const lastUse = async () => (await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime()
    await actorByToken(token)
    const first = await lastUse()
    expect(first).toBeTypeOf("number")
    await actorByToken(token)
    expect(await lastUse()).toBe(first)
    await db().apiToken.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } })
    await actorByToken(token)
    expect(await lastUse()).toBeGreaterThanOrEqual(first ?? 0)
  })

  test("that is unknown, expired, revoked or its owner's no more opens nothing", async ({ desk }) => {
    const make = (rest: { expiresAt?: Date } = {}) =>
      createToken(desk.checker, { name: "x", scopes: ["read"], ...rest })
    const expired = await make({ expiresAt: new Date(Date.now() - 1000) })
    const revoked = await make()
    await db().apiToken.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } })
    const fresh = await make({ expiresAt: new Date(Date.now() + 60_000) })
    for (const token of ["stet_unknown", "", expired.token, revoked.token, `${fresh.token}x`]) {
      await refused(() => actorByToken(token), "signed-out", "token.unknown")
    }
    expect((await actorByToken(fresh.token)).actor.id).toBe(desk.checker.id)
    await db().membership.update({ where: { id: desk.checker.id }, data: { deactivatedAt: new Date() } })
    await refused(() => actorByToken(fresh.token), "signed-out", "token.unknown")
  })

  test("follows its owner's role of the moment", async ({ desk }) => {
    const { token } = await createToken(desk.owner, { name: "script", scopes: ["read", "write", "review", "admin"] })
    await db().membership.update({ where: { id: desk.owner.id }, data: { role: "viewer" } })
    expect((await actorByToken(token)).actor.role).toBe("viewer")
  })
})
