/** What is tried on the people of another desk. */
import { db } from "../../db"
import { inviteMember, listInvitations, resendInvitation, revokeInvitation } from "../invitations"
import { changeRole, deactivateMember, listMembers, reactivateMember } from "../members"
import { listCheckers, listNameable, listPeople, seatOf, workspacesOf } from "../people"
import { setSignIn } from "../sign-in-rules"
import { actorByToken, createToken, listTokens, makeToken, revokeToken } from "../tokens"
import type { Attempt } from "./furnished"

export const PEOPLE_ATTEMPTS: Record<string, Attempt> = {
  "invitations.listInvitations": [(who) => listInvitations(who), null],
  "invitations.inviteMember": [
    (who, { desk }) => inviteMember(who, { email: `checker@${desk.slug}.example.org`, role: "viewer", language: "en" }),
    null,
  ],
  "invitations.resendInvitation": [(who, { claimId }) => resendInvitation(who, { invitationId: claimId }), "not-found"],
  "invitations.revokeInvitation": [(who, { claimId }) => revokeInvitation(who, { invitationId: claimId }), "not-found"],
  "members.listMembers": [(who) => listMembers(who), null],
  "members.changeRole": [
    (who, { desk }) => changeRole(who, { memberId: desk.checker.id, role: "viewer" }),
    "not-found",
  ],
  "members.deactivateMember": [(who, { desk }) => deactivateMember(who, { memberId: desk.checker.id }), "not-found"],
  "members.reactivateMember": [(who, { desk }) => reactivateMember(who, { memberId: desk.checker.id }), "not-found"],
  "sign-in-rules.setSignIn": [(who) => setSignIn(who, { requireSecondFactor: true }), "conflict"],
  "people.listCheckers": [(who) => listCheckers(who), null],
  "people.listNameable": [(who) => listNameable(who), null],
  "people.listPeople": [(who) => listPeople(who), null],
  "people.seatOf": [(who, { desk }) => seatOf(who.userId, desk.slug), null],
  "people.workspacesOf": [(who) => workspacesOf(who.userId), null],
  "tokens.actorByToken": [
    async (who) => (await actorByToken((await createToken(who, { name: "x", scopes: ["read"] })).token)).actor,
    null,
  ],
  "tokens.makeToken": [
    (who, { desk }) => makeToken({ ...who, id: desk.owner.id }, { name: "x", scopes: ["read"], days: null }),
    "error",
  ],
  "tokens.listTokens": [(who) => listTokens(who, "all"), null],
  "tokens.revokeToken": [
    async (who, { desk }) => {
      const theirs = await db().apiToken.findFirst({ where: { workspaceId: desk.workspaceId } })
      return revokeToken(who, { tokenId: theirs?.id ?? desk.owner.id })
    },
    "not-found",
  ],
  "tokens.createToken": [
    (who, { desk }) => createToken({ ...who, id: desk.owner.id }, { name: "x", scopes: ["read"] }),
    "error",
  ],
}

/** What a person does with their own account, whatever the desk. */
const OWN = [
  "account.askEmail",
  "account.askReset",
  "account.changePassword",
  "account.confirmEmail",
  "account.dropLinks",
  "account.isTheirs",
  "account.readAccount",
  "account.readLink",
  "account.rename",
  "account.resetPassword",
  "identities.signInByIdentity",
  "second-factors.addSecondFactor",
  "second-factors.checkSecondFactor",
  "second-factors.newRecoveryCodes",
  "second-factors.offerSecondFactor",
  "second-factors.readSecondFactor",
  "second-factors.removeSecondFactor",
  "sessions.endOtherSessions",
  "sessions.endSession",
  "sessions.holdSession",
  "sessions.leaveSession",
  "sessions.listSessions",
  "tokens.endTokens",
  "tokens.liveTokens",
  "sign-in.openSession",
  "sign-in.personOf",
  "sign-in.signIn",
  "sign-in.signOutEverywhere",
]

/** What is neither act nor read of a desk's own rows, with the reason. */
export const PEOPLE_APART: Record<string, string> = {
  ...Object.fromEntries(OWN.map((name) => [name, "a person's own, belongs to no workspace"])),
  "account.forgetLinks": "Stet's own work",
  "account.keepLink": "part of asking for a link",
  "recovering.passwordLinkFor": "the command line's, by whoever has the machine",
  "recovering.personOfMail": "the command line's, by whoever has the machine",
  "setup.makeDesk": "the command line's, by whoever has the machine",
  "recovering.dropSecondFactor": "the command line's, by whoever has the machine",
  "invitations.invitationLink": "pure",
  "joining.invitationFor": "by a link, which is the way in",
  "joining.joinAsNew": "by a link, which is the way in",
  "joining.joinAsMyself": "by a link, which is the way in",
  "mailing.sendMailAbout": "a job's, which acts as nobody: it is told ids by Stet alone",
  "mailing.giveUpMail": "a job's, which acts as nobody: it is told ids by Stet alone",
  "secrets.codeHashOf": "pure",
  "secrets.keyFor": "pure",
  "secrets.seal": "pure",
  "secrets.unseal": "pure",
  "sign-in.forgetSessions": "Stet's own work",
  "allowances.takeRequest": "counts what a token sends, before anything is looked at",
  "once.beginOnce": "by a token's own secret",
  "once.dropOldAnswers": "Stet's own work",
  "once.forgetOnce": "by a token's own secret",
  "once.keepAnswer": "by a token's own secret",
  "throttle.attemptKey": "pure",
  "throttle.countAttempt": "counts what strangers try, before there is anybody",
  "throttle.forgetAttempts": "counts what strangers try, before there is anybody",
  "throttle.takeAttemptBack": "counts what strangers try, before there is anybody",
  "secrets.linkToken": "pure",
  "secrets.tokenHashOf": "pure",
  "secrets.ourAddress": "pure",
  "people.actorOf": "pure",
  "owners.lockOwners": "part of the acts that are an owner's",
}
