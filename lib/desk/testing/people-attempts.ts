/** What is tried on the people of another desk. */
import { inviteMember, listInvitations, resendInvitation, revokeInvitation } from "../invitations"
import { changeRole, deactivateMember, listMembers, reactivateMember } from "../members"
import { listCheckers, listNameable, listPeople, seatOf, workspacesOf } from "../people"
import { actorByToken, createToken } from "../tokens"
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
  "people.listCheckers": [(who) => listCheckers(who), null],
  "people.listNameable": [(who) => listNameable(who), null],
  "people.listPeople": [(who) => listPeople(who), null],
  "people.seatOf": [(who, { desk }) => seatOf(who.userId, desk.slug), null],
  "people.workspacesOf": [(who) => workspacesOf(who.userId), null],
  "tokens.actorByToken": [
    async (who) => (await actorByToken((await createToken(who, { name: "x", scopes: ["read"] })).token)).actor,
    null,
  ],
  "tokens.createToken": [
    (who, { desk }) => createToken({ ...who, id: desk.owner.id }, { name: "x", scopes: ["read"] }),
    "error",
  ],
}

/** What is neither act nor read of a desk's own rows, with the reason. */
export const PEOPLE_APART: Record<string, string> = {
  "invitations.invitationLink": "pure",
  "joining.invitationFor": "by a link, which is the way in",
  "joining.joinAsNew": "by a link, which is the way in",
  "joining.joinAsMyself": "by a link, which is the way in",
  "mailing.sendMailAbout": "a job's, which acts as nobody: it is told ids by Stet alone",
  "mailing.giveUpMail": "a job's, which acts as nobody: it is told ids by Stet alone",
  "secrets.keyFor": "pure",
  "secrets.linkToken": "pure",
  "secrets.tokenHashOf": "pure",
  "secrets.ourAddress": "pure",
  "people.actorOf": "pure",
  "sign-in.personOf": "a person's own, belongs to no workspace",
  "sign-in.signIn": "a person's own, belongs to no workspace",
  "sign-in.signOutEverywhere": "a person's own, belongs to no workspace",
}
