/** Invitations: a link that works once and for a week, and the seats that are taken by it. */
import { describe, expect, vi } from "vitest"
import { db } from "../db"
import { inviteMember, listInvitations, resendInvitation, revokeInvitation } from "./invitations"
import { invitationFor, joinAsMyself, joinAsNew } from "./joining"
import { changeRole, deactivateMember } from "./members"
import { seatOf } from "./people"
import { signIn } from "./sign-in"
import { refused, test, type Desk } from "./testing/desk"
import { waitingForLock } from "./testing/waiting-for-lock"

const PASSWORD = "long enough a password"

let invited = 0

/** An invitation and the token of its link. */
async function invite(desk: Desk, email = `new-${(invited += 1)}@example.org`) {
  const invitation = await inviteMember(desk.owner, { email, role: "checker", language: "en" })
  return { ...invitation, invitationId: invitation.id, token: tokenOf(invitation.link) }
}

const tokenOf = (link: string | null) => link?.split("/").at(-1) ?? ""
const expire = (id: string) => db().invitation.update({ where: { id }, data: { expiresAt: new Date(0) } })

describe("an invitation", () => {
  test("is a link to hand over, of which the database has no more than a digest", async ({ desk }) => {
    const { id, link, token, email } = await invite(desk)
    expect(link).toMatch(/^http:\/\/stet\.test\/invitation\/[\w-]{43}$/)
    expect(JSON.stringify(await db().invitation.findUniqueOrThrow({ where: { id } }))).not.toContain(token)
    expect((await listInvitations(desk.owner)).items).toMatchObject([{ id, email, link, state: "open", mail: "none" }])
    expect(await desk.lastEvents(1)).toEqual([
      { act: "member.invited", actorId: desk.owner.id, subjects: { invitation: id }, payload: { role: "checker" } },
    ])
  })

  test("is refused for whoever sits here, did, or is invited", async ({ desk }) => {
    const { email } = await invite(desk)
    const of = (name: string) => `${name}@${desk.slug}.example.org`
    await deactivateMember(desk.owner, { memberId: desk.viewer.id })
    for (const [to, key] of [
      [email, "invitation.already"],
      [of("checker"), "invitation.member"],
      [of("viewer"), "invitation.deactivated"],
    ] as const) {
      const act = () => inviteMember(desk.owner, { email: to, role: "viewer", language: "en" })
      const { details } = await refused(act, "invalid", key)
      expect(details.fields).toEqual([{ path: "email", key }])
    }
  })

  test("of two owners at the same moment is one", async ({ desk }) => {
    const both = [1, 2].map(() => inviteMember(desk.owner, { email: "t@example.org", role: "viewer", language: "en" }))
    const settled = await Promise.allSettled(both)
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { key: "invitation.already" } })
  })

  test("is not made, sent again or taken back by whose seat is taken in that moment", async ({ desk }) => {
    const { invitationId } = await invite(desk)
    await changeRole(desk.owner, { memberId: desk.editor.id, role: "owner" })
    const leaving = { ...desk.editor, role: "owner" } as const
    // Their request is let in before, and waits for the desk's row until they have been deactivated.
    const acts = await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${desk.workspaceId}::uuid FOR NO KEY UPDATE`
      const asked = [
        () => inviteMember(leaving, { email: "late@example.org", role: "viewer", language: "en" }),
        () => resendInvitation(leaving, { invitationId }),
        () => revokeInvitation(leaving, { invitationId }),
      ].map((act) => act().then(String, (error: unknown) => error))
      await vi.waitUntil(async () => (await waitingForLock()) === asked.length)
      await tx.membership.update({ where: { id: leaving.id }, data: { deactivatedAt: new Date() } })
      return asked
    })
    const refusal = { code: "forbidden", key: "policy.workspace_set" }
    expect(await Promise.all(acts)).toMatchObject([refusal, refusal, refusal])
    expect((await listInvitations(desk.owner)).items).toMatchObject([{ id: invitationId }])
  })

  test("ends where its maker's seat is taken first, or is never made, whoever is faster", async ({ desk }) => {
    await changeRole(desk.owner, { memberId: desk.editor.id, role: "owner" })
    const leaving = { ...desk.editor, role: "owner" } as const
    await Promise.allSettled([
      inviteMember(leaving, { email: "quick@example.org", role: "viewer", language: "en" }),
      deactivateMember(desk.owner, { memberId: leaving.id }),
    ])
    const { items } = await listInvitations(desk.owner)
    expect(items.filter(({ state }) => state === "open")).toEqual([])
  })

  test("sent again has another link, and the one before leads nowhere", async ({ desk }) => {
    const { invitationId, token } = await invite(desk)
    await expire(invitationId)
    const again = await resendInvitation(desk.owner, { invitationId })
    expect(again).toMatchObject({ state: "open" })
    expect(tokenOf(again.link)).not.toBe(token)
    expect(await invitationFor(token)).toBeNull()
    expect(await invitationFor(tokenOf(again.link))).toMatchObject({ state: "open" })
  })

  test("that was taken back can't be followed, nor sent again", async ({ desk }) => {
    const { invitationId, token } = await invite(desk)
    await revokeInvitation(desk.owner, { invitationId })
    expect(await invitationFor(token)).toMatchObject({ state: "revoked" })
    await refused(() => joinAsNew({ token, name: "Nina", password: PASSWORD }), "conflict", "invitation.revoked")
    await refused(() => resendInvitation(desk.owner, { invitationId }), "conflict", "invitation.revoked")
  })
})

describe("whoever follows it", () => {
  test("without an account makes one, and sits at the desk in the role", async ({ desk }) => {
    const { token, email, id } = await invite(desk)
    expect(await invitationFor(token)).toMatchObject({ state: "open", email, role: "checker", account: "new" })
    const { slug } = await joinAsNew({ token, name: "Nina", password: PASSWORD })
    expect(slug).toBe(desk.slug)
    const person = await signIn({ email, password: PASSWORD })
    const seat = await seatOf(person?.id ?? "", slug)
    expect(seat?.actor.role).toBe("checker")
    const membership = seat?.actor.id ?? ""
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "member.joined",
        actorId: membership,
        subjects: { membership, invitation: id },
        payload: { role: "checker" },
      },
    ])
    expect((await listInvitations(desk.owner)).items).toEqual([])
  })

  test("takes one seat with it, however often and however fast", async ({ desk }) => {
    const { token } = await invite(desk)
    const other = await desk.otherWorkspace()
    const tries = [other.viewer, other.checker, other.editor].map(({ userId }) => joinAsMyself(userId, { token }))
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    await refused(() => joinAsMyself(other.owner.userId, { token }), "conflict", "invitation.used")
    expect(await invitationFor(token)).toMatchObject({ state: "used" })
  })

  test("with an account signs in to it, and a stranger can't take that e-mail", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const { token } = await invite(desk, `editor@${other.slug}.example.org`)
    expect(await invitationFor(token)).toMatchObject({ account: "known" })
    await refused(() => joinAsNew({ token, name: "X", password: PASSWORD }), "conflict", "invitation.account")
    expect(await joinAsMyself(other.editor.userId, { token })).toEqual({ slug: desk.slug })
  })

  test("too late, or with a seat, or after theirs was taken, is refused", async ({ desk }) => {
    const { token, invitationId } = await invite(desk)
    await refused(() => joinAsMyself(desk.checker.userId, { token }), "conflict", "invitation.seated")
    await deactivateMember(desk.owner, { memberId: desk.viewer.id })
    await refused(() => joinAsMyself(desk.viewer.userId, { token }), "conflict", "invitation.seatTaken")
    await expire(invitationId)
    await refused(() => joinAsNew({ token, name: "X", password: PASSWORD }), "conflict", "invitation.expired")
    const nothing = "x".repeat(43)
    await refused(
      () => joinAsNew({ token: nothing, name: "X", password: PASSWORD }),
      "not-found",
      "invitation.notFound",
    )
    expect(await invitationFor(nothing)).toBeNull()
  })
})
