/** The acts on the people of a desk, for the test of all acts. */
import { inviteMember, resendInvitation, revokeInvitation } from "../invitations"
import { changeRole, deactivateMember, reactivateMember } from "../members"
import { signOutEverywhere } from "../sign-in"
import { createToken } from "../tokens"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"

const others: NonNullable<ActCase["refused"]> = {
  names: ["viewer", "author", "checker", "editor"],
  key: "policy.workspace_set",
}

const somebody = { email: "somebody@example.org", role: "viewer", language: "en" } as const

async function invited(desk: Desk): Promise<{ invitationId: string }> {
  return { invitationId: (await inviteMember(desk.owner, somebody)).id }
}

export const PEOPLE_ACTS: Record<string, ActCase> = {
  "invitations.inviteMember": {
    arrange: () => (who) => inviteMember(who, somebody),
    by: "owner",
    tells: ["member.invited"],
    refused: others,
  },
  "invitations.resendInvitation": {
    arrange: async (desk) => {
      const one = await invited(desk)
      return (who) => resendInvitation(who, one)
    },
    by: "owner",
    tells: ["invitation.resent"],
    refused: others,
  },
  "invitations.revokeInvitation": {
    arrange: async (desk) => {
      const one = await invited(desk)
      return (who) => revokeInvitation(who, one)
    },
    by: "owner",
    tells: ["invitation.revoked"],
    refused: others,
  },
  "members.changeRole": {
    arrange: (desk) => (who) => changeRole(who, { memberId: desk.checker.id, role: "editor" }),
    by: "owner",
    tells: ["member.role_changed"],
    refused: others,
  },
  "members.deactivateMember": {
    arrange: (desk) => (who) => deactivateMember(who, { memberId: desk.checker.id }),
    by: "owner",
    tells: ["member.deactivated"],
    refused: others,
  },
  "members.reactivateMember": {
    arrange: async (desk) => {
      await deactivateMember(desk.owner, { memberId: desk.checker.id })
      return (who) => reactivateMember(who, { memberId: desk.checker.id })
    },
    by: "owner",
    tells: ["member.reactivated"],
    refused: others,
  },
  "sign-in.signOutEverywhere": {
    arrange: () => (who) => signOutEverywhere(who.userId),
    by: "viewer",
    tells: ["session.ended_everywhere"],
  },
  "tokens.createToken": {
    arrange: () => (who) => createToken(who, { name: "script", scopes: ["read"] }),
    by: "viewer",
    tells: ["token.created"],
  },
}
