/** The acts on the people of a desk, for the test of all acts. */
import { Secret, TOTP } from "otpauth"
import { changePassword, rename } from "../account"
import { inviteMember, resendInvitation, revokeInvitation } from "../invitations"
import { changeRole, deactivateMember, reactivateMember } from "../members"
import { addSecondFactor, newRecoveryCodes, offerSecondFactor, removeSecondFactor } from "../second-factors"
import { setSignIn } from "../sign-in-rules"
import { startDesk } from "../setup"
import { endOtherSessions, endSession } from "../sessions"
import { signIn, type SessionKey, signOutEverywhere } from "../sign-in"
import { createToken, makeToken, revokeToken } from "../tokens"
import { WEBHOOK_ACTS } from "./webhook-acts"
import type { ActCase } from "./act-case"
import { PASSWORD, type Desk } from "./desk"

const others: NonNullable<ActCase["refused"]> = {
  names: ["viewer", "author", "checker", "editor"],
  key: "policy.workspace_set",
}

const somebody = { email: "somebody@example.org", role: "viewer", language: "en" } as const

async function invited(desk: Desk): Promise<{ invitationId: string }> {
  return { invitationId: (await inviteMember(desk.owner, somebody)).id }
}

/** A browser of somebody's. */
async function session(desk: Desk, name = "viewer"): Promise<SessionKey> {
  const person = await signIn({ email: `${name}@${desk.slug}.example.org`, password: PASSWORD })
  if (!person) throw new Error(`the ${name} could not sign in`)
  return person
}

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** A browser of somebody's who has a second factor. */
async function proved(desk: Desk, name?: string): Promise<SessionKey> {
  const person = await session(desk, name)
  const { secret } = await offerSecondFactor(person, { current: PASSWORD })
  await addSecondFactor(person, { code: codeOf(secret) })
  return person
}

export const PEOPLE_ACTS: Record<string, ActCase> = {
  "account.rename": {
    arrange: async (desk) => {
      const me = await session(desk)
      return () => rename(me, { name: "Vera" })
    },
    by: "viewer",
    tells: ["account.renamed"],
  },
  "account.changePassword": {
    arrange: async (desk) => {
      const me = await session(desk)
      return () => changePassword(me, { current: PASSWORD, password: "another long password" })
    },
    by: "viewer",
    tells: ["account.password_changed"],
  },
  "second-factors.addSecondFactor": {
    arrange: async (desk) => {
      const me = await session(desk)
      const { secret } = await offerSecondFactor(me, { current: PASSWORD })
      return () => addSecondFactor(me, { code: codeOf(secret) })
    },
    by: "viewer",
    tells: ["account.second_factor_added"],
  },
  "second-factors.newRecoveryCodes": {
    arrange: async (desk) => {
      const me = await proved(desk)
      return () => newRecoveryCodes(me, { current: PASSWORD })
    },
    by: "viewer",
    tells: ["account.recovery_codes_made"],
  },
  "second-factors.removeSecondFactor": {
    arrange: async (desk) => {
      const me = await proved(desk)
      return () => removeSecondFactor(me, { current: PASSWORD })
    },
    by: "viewer",
    tells: ["account.second_factor_removed"],
  },
  "sign-in-rules.setSignIn": {
    arrange: async (desk) => {
      await proved(desk, "owner")
      return (who) => setSignIn(who, { requireSecondFactor: true })
    },
    by: "owner",
    tells: ["workspace.sign_in_set"],
    refused: others,
  },
  "sessions.endSession": {
    arrange: async (desk) => {
      const me = await session(desk)
      const { sessionId } = await session(desk)
      return () => endSession(me, { sessionId })
    },
    by: "viewer",
    tells: ["session.ended"],
  },
  "sessions.endOtherSessions": {
    arrange: async (desk) => {
      const me = await session(desk)
      return () => endOtherSessions(me)
    },
    by: "viewer",
    tells: ["session.ended"],
  },
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
  "setup.startDesk": {
    arrange: (desk) => (who) => startDesk(who, { workspaceName: `Beside ${desk.slug}`, language: "de" }),
    by: "owner",
    // Told at the new desk: it is no news at the one that it was done from.
    tells: [],
    refused: others,
  },
  "sign-in.signOutEverywhere": {
    arrange: () => (who) => signOutEverywhere(who.userId),
    by: "viewer",
    tells: ["session.ended_everywhere"],
  },
  ...WEBHOOK_ACTS,
  "tokens.makeToken": {
    arrange: () => (who) => makeToken(who, { name: "script", scopes: ["read"], days: 90 }),
    by: "viewer",
    tells: ["token.created"],
  },
  "tokens.revokeToken": {
    arrange: async (desk) => {
      const { id: tokenId } = await createToken(desk.checker, { name: "script", scopes: ["read"] })
      return (who) => revokeToken(who, { tokenId })
    },
    by: "owner",
    tells: ["token.revoked"],
  },
  "tokens.createToken": {
    arrange: () => (who) => createToken(who, { name: "script", scopes: ["read"] }),
    by: "viewer",
    tells: ["token.created"],
  },
}
