/** Tokens as people make, see and end them. What one may do once it is there is in people.test.ts. */
import { expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { deactivateMember, reactivateMember } from "./members"
import { refused, test } from "./testing/desk"
import { actorByToken, listTokens, makeToken, revokeToken } from "./tokens"

const script = { name: "Night script", scopes: ["read", "write"] as ("read" | "write")[], days: 90 as const }

test("a token is answered once: what is kept is its digest, what is told and listed neither", async ({ desk }) => {
  const { id, token } = await makeToken(desk.checker, script)
  expect((await db().apiToken.findUniqueOrThrow({ where: { id } })).hash).toBe(sha256(token))
  const shown = [await desk.lastEvents(1), await listTokens(desk.checker, "own"), await listTokens(desk.owner, "all")]
  expect(JSON.stringify(shown)).not.toContain(token.slice("stet_".length))
  expect(JSON.stringify(shown)).not.toContain(sha256(token))
  expect(await desk.lastEvents(1)).toMatchObject([
    { act: "token.created", subjects: { token: id }, payload: { scopes: ["read", "write"] } },
  ])
})

test("a token has no scope beyond its maker's role, and ends when it was asked to", async ({ desk }) => {
  const beyond = { ...script, scopes: ["read", "write", "admin"] as const }
  const asked = { ...beyond, scopes: [...beyond.scopes] }
  const { details } = await refused(() => makeToken(desk.checker, asked), "invalid", "token.beyondRole")
  expect(details.fields).toMatchObject([{ path: "scopes", params: { scopes: "admin" } }])
  await refused(() => makeToken(desk.viewer, script), "invalid", "token.beyondRole")
  await makeToken(desk.owner, { ...asked, days: null })
  await makeToken(desk.owner, script)
  const [until, always] = await listTokens(desk.owner, "own")
  expect(always).toMatchObject({ expiresAt: null, isOver: false, lastUsedAt: null })
  const days = (Date.parse(until?.expiresAt ?? "") - Date.parse(until?.madeAt ?? "")) / 86_400_000
  expect(Math.round(days)).toBe(90)
})

test("nobody has more tokens at once than can be looked through", async ({ desk }) => {
  const { workspaceId } = desk
  const row = (at: number) => ({
    workspaceId,
    membershipId: desk.checker.id,
    name: "x",
    hash: `${desk.slug} ${at}`,
    scopes: ["read"],
  })
  await db().apiToken.createMany({ data: Array.from({ length: 50 }, (_, at) => row(at)) })
  await refused(() => makeToken(desk.checker, script), "invalid", "token.tooMany")
  await makeToken(desk.editor, script)
  const [first] = await listTokens(desk.checker, "own")
  await db().apiToken.update({ where: { id: first?.id ?? "" }, data: { expiresAt: new Date() } })
  await makeToken(desk.checker, script)
})

test("one sees one's own, an owner everybody's", async ({ desk }) => {
  await makeToken(desk.checker, script)
  await makeToken(desk.editor, { ...script, name: "Another" })
  expect((await listTokens(desk.checker, "own")).map(({ name }) => name)).toEqual(["Night script"])
  const all = await listTokens(desk.owner, "all")
  expect(all.map(({ name, owner }) => [name, owner.id])).toEqual([
    ["Another", desk.editor.id],
    ["Night script", desk.checker.id],
  ])
  await refused(() => listTokens(desk.editor, "all"), "forbidden", "policy.workspace_set")
})

test("a revoked token opens nothing from then on, and is listed no more", async ({ desk }) => {
  const { id: tokenId, token } = await makeToken(desk.checker, script)
  expect((await actorByToken(token)).actor.id).toBe(desk.checker.id)
  expect((await listTokens(desk.checker, "own"))[0]?.lastUsedAt).not.toBeNull()
  await refused(() => revokeToken(desk.editor, { tokenId }), "not-found", "token.notFound")
  await revokeToken(desk.checker, { tokenId })
  expect(await desk.lastEvents(1)).toMatchObject([
    { act: "token.revoked", subjects: { token: tokenId, membership: desk.checker.id }, payload: {} },
  ])
  await refused(() => actorByToken(token), "signed-out", "token.unknown")
  expect(await listTokens(desk.owner, "all")).toEqual([])
  const before = await desk.eventCount()
  await revokeToken(desk.owner, { tokenId })
  expect(await desk.eventCount()).toBe(before)
})

test("who leaves the desk leaves no token behind, nor finds one again", async ({ desk }) => {
  const { token } = await makeToken(desk.checker, script)
  await deactivateMember(desk.owner, { memberId: desk.checker.id })
  await refused(() => actorByToken(token), "signed-out", "token.unknown")
  await reactivateMember(desk.owner, { memberId: desk.checker.id })
  await refused(() => actorByToken(token), "signed-out", "token.unknown")
  expect(await listTokens(desk.owner, "all")).toEqual([])
})
