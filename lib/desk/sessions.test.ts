/** Who follows the log from a browser, asked anew: their session, their seat, their second factor. */
import { expect } from "vitest"
import { db } from "../db"
import { endSession, whoSits } from "./sessions"
import { openSession } from "./sign-in"
import { test } from "./testing/desk"

test("a browser acts as its person for as long as its session, its seat and its proof stand", async ({ desk }) => {
  const { userId, workspaceId } = desk.checker
  const begun = { method: "password", userAgent: "Firefox", provedAt: null } as const
  const session = await openSession(userId, begun)
  expect(await whoSits(session, workspaceId)).toEqual(desk.checker)
  expect(await whoSits(session, (await desk.otherWorkspace()).workspaceId)).toBeNull()
  const seat = { where: { id: desk.checker.id } }
  await db().membership.update({ ...seat, data: { role: "editor" } })
  expect(await whoSits(session, workspaceId)).toMatchObject({ role: "editor" })
  await db().membership.update({ ...seat, data: { deactivatedAt: new Date() } })
  expect(await whoSits(session, workspaceId)).toBeNull()
  await db().membership.update({ ...seat, data: { deactivatedAt: null } })
  await db().secondFactor.create({ data: { userId, sealed: "", confirmedAt: new Date() } })
  expect(await whoSits(session, workspaceId)).toBeNull()
  const proved = await openSession(userId, { ...begun, provedAt: new Date() })
  expect(await whoSits(proved, workspaceId)).not.toBeNull()
  await db().secondFactor.delete({ where: { userId } })
  await endSession(session, { sessionId: session.sessionId })
  expect(await whoSits(session, workspaceId)).toBeNull()
})
