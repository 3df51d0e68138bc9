"use server"

import { refresh } from "next/cache"
import * as invitations from "@/lib/desk/invitations"
import * as members from "@/lib/desk/members"
import { InviteMember, OneInvitation } from "@/lib/domain/invitation"
import { ChangeRole, OneMember } from "@/lib/domain/member"
import type { Actor } from "@/lib/domain/workspace"
import { action } from "@/lib/entry"

/** The list comes anew with the answer. */
function listed<Input, Value>(act: (actor: Actor, input: Input) => Promise<Value>) {
  return async (actor: Actor, input: Input): Promise<Value> => {
    const value = await act(actor, input)
    refresh()
    return value
  }
}

export const changeRole = action(ChangeRole, listed(members.changeRole))
export const deactivateMember = action(OneMember, listed(members.deactivateMember))
export const reactivateMember = action(OneMember, listed(members.reactivateMember))
export const inviteMember = action(InviteMember, listed(invitations.inviteMember))
export const resendInvitation = action(OneInvitation, listed(invitations.resendInvitation))
export const revokeInvitation = action(OneInvitation, listed(invitations.revokeInvitation))
