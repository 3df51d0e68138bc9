/** The people of a desk: who is listed to whom, roles, seats taken and given back, and an owner who always stays. */
import { describe, expect } from "vitest"
import { db } from "../db"
import type { Refusal } from "../domain/refusal"
import { inviteMember, listInvitations, resendInvitation } from "./invitations"
import { joinAsMyself } from "./joining"
import { changeRole, deactivateMember, listMembers, reactivateMember } from "./members"
import { seatOf } from "./people"
import { refused, test } from "./testing/desk"
import { actorByToken, createToken } from "./tokens"

describe("the list of people", () => {
  test("tells owners alone e-mails, and who has left", async ({ desk }) => {
    await deactivateMember(desk.owner, { memberId: desk.viewer.id })
    const [asOwner, asChecker] = [await listMembers(desk.owner), await listMembers(desk.checker)]
    expect(asOwner).toHaveLength(7)
    expect(asOwner.every(({ email }) => email?.endsWith(`@${desk.slug}.example.org`))).toBe(true)
    expect(asOwner.find(({ id }) => id === desk.viewer.id)).toMatchObject({
      name: `viewer of ${desk.slug}`,
      role: "viewer",
      deactivatedAt: expect.any(String) as string,
    })
    expect(asChecker).toHaveLength(6)
    expect(asChecker.map(({ id }) => id)).not.toContain(desk.viewer.id)
    expect(JSON.stringify(asChecker)).not.toContain("example.org")
  })

  test("is not for authors, who see their own articles alone", async ({ desk }) => {
    await refused(() => listMembers(desk.author), "forbidden", "policy.desk_read")
  })
})

describe("a changed role", () => {
  test("counts from the next request on, and is told from what to what", async ({ desk }) => {
    await changeRole(desk.owner, { memberId: desk.checker.id, role: "editor" })
    expect((await seatOf(desk.checker.userId, desk.slug))?.actor.role).toBe("editor")
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "member.role_changed",
        actorId: desk.owner.id,
        subjects: { membership: desk.checker.id },
        payload: { from: "checker", to: "editor" },
      },
    ])
  })

  test("that they have already tells nothing", async ({ desk }) => {
    const before = await desk.eventCount()
    await changeRole(desk.owner, { memberId: desk.checker.id, role: "checker" })
    expect(await desk.eventCount()).toBe(before)
  })

  test("never leaves the desk without an owner", async ({ desk }) => {
    const last = { memberId: desk.owner.id }
    await refused(() => changeRole(desk.owner, { ...last, role: "viewer" }), "conflict", "member.lastOwner")
    await refused(() => deactivateMember(desk.owner, last), "conflict", "member.lastOwner")
    await changeRole(desk.owner, { memberId: desk.editor.id, role: "owner" })
    await changeRole(desk.owner, { ...last, role: "viewer" })
    // Whoever was one until just now is none in an act that was begun before.
    await refused(() => changeRole(desk.owner, { ...last, role: "owner" }), "forbidden", "policy.workspace_set")
  })

  test("leaves one of two owners who take each other's at the same moment", async ({ desk }) => {
    await changeRole(desk.owner, { memberId: desk.editor.id, role: "owner" })
    const other = { ...desk.editor, role: "owner" as const }
    await Promise.allSettled([
      deactivateMember(desk.owner, { memberId: other.id }),
      changeRole(other, { memberId: desk.owner.id, role: "viewer" }),
    ])
    const owners = await db().membership.count({
      where: { workspaceId: desk.workspaceId, role: "owner", deactivatedAt: null },
    })
    expect(owners).toBe(1)
  })
})

describe("a seat that is taken", () => {
  test("ends at once, with every token for good; what its person did stays under their name", async ({ desk }) => {
    const { token } = await createToken(desk.checker, { name: "script", scopes: ["read"] })
    const claim = await desk.claim()
    await deactivateMember(desk.owner, { memberId: desk.checker.id })
    expect(await seatOf(desk.checker.userId, desk.slug)).toBeNull()
    await refused(() => actorByToken(token), "signed-out", "token.unknown")
    expect((await desk.claimRow(claim.id)).markedById).toBe(desk.checker.id)
    expect(await desk.lastEvents(1)).toMatchObject([
      { act: "member.deactivated", subjects: { membership: desk.checker.id }, payload: { tokens: 1 } },
    ])
    await reactivateMember(desk.owner, { memberId: desk.checker.id })
    expect((await seatOf(desk.checker.userId, desk.slug))?.actor.role).toBe("checker")
    await refused(() => actorByToken(token), "signed-out", "token.unknown")
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "member.reactivated", payload: { role: "checker" } }])
  })

  test("of an owner takes no link of an open invitation along, which is worth a seat", async ({ desk }) => {
    const invite = (who: typeof desk.owner, name: string) =>
      inviteMember(who, { email: `${name}@${desk.slug}.example.org`, role: "owner", language: "en" })
    const follow = (link: string | null) =>
      joinAsMyself(desk.owner.userId, { token: link?.split("/").at(-1) ?? "" }).catch(({ key }: Refusal) => key)
    await changeRole(desk.owner, { memberId: desk.editor.id, role: "owner" })
    const leaving = { ...desk.editor, role: "owner" as const }
    const links = [(await invite(desk.owner, "one")).link, (await invite(leaving, "two")).link]
    await deactivateMember(desk.owner, { memberId: leaving.id })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "member.deactivated", payload: { tokens: 0, links: 2 } }])
    expect(await Promise.all(links.map(follow))).toEqual(["invitation.expired", "invitation.expired"])
    const { items } = await listInvitations(desk.owner)
    expect(items.map(({ state }) => state)).toEqual(["expired", "expired"])
    const { link } = await resendInvitation(desk.owner, { invitationId: items[0]?.id ?? "" })
    expect(await follow(link)).toBe("invitation.seated")
    await changeRole(desk.owner, { memberId: desk.secondEditor.id, role: "owner" })
    await changeRole(desk.owner, { memberId: desk.secondEditor.id, role: "editor" })
    expect(await desk.lastEvents(1)).toMatchObject([{ payload: { from: "owner", to: "editor", links: 1 } }])
    await deactivateMember(desk.owner, { memberId: desk.checker.id })
    expect(await follow(link)).toBe("invitation.expired")
  })

  test("of another desk is none here", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    await refused(() => deactivateMember(desk.owner, { memberId: other.viewer.id }), "not-found", "member.notFound")
  })
})
