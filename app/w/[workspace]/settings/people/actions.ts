"use server"

import * as invitations from "@/lib/desk/invitations"
import * as members from "@/lib/desk/members"
import { InviteMember, OneInvitation } from "@/lib/domain/invitation"
import { ChangeRole, OneMember } from "@/lib/domain/member"
import { action, redrawn } from "@/lib/entry"

export const changeRole = action(ChangeRole, redrawn(members.changeRole))
export const deactivateMember = action(OneMember, redrawn(members.deactivateMember))
export const reactivateMember = action(OneMember, redrawn(members.reactivateMember))
export const inviteMember = action(InviteMember, redrawn(invitations.inviteMember))
export const resendInvitation = action(OneInvitation, redrawn(invitations.resendInvitation))
export const revokeInvitation = action(OneInvitation, redrawn(invitations.revokeInvitation))
