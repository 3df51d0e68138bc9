/** Invitations to a desk: what an owner says, how long a link holds, and what whoever follows it is told. */
import { z } from "zod"
import { Email, NewPassword, PersonName } from "./door"
import { Id } from "./id"
import { refuse } from "./refusal"
import { Role } from "./workspace"

/** So long a link of an invitation holds. Days. */
export const INVITATION_DAYS = 7

/** More open ones than any desk needs; a list of them is read whole. */
export const MOST_INVITATIONS = 200

export const InviteMember = z.object({
  email: Email,
  role: Role,
  /** Of the mail, as a tag that a catalogue has. */
  language: z.string().regex(/^[a-z]{2}$/),
})
export type InviteMember = z.infer<typeof InviteMember>

export const OneInvitation = z.object({ invitationId: Id })
export type OneInvitation = z.infer<typeof OneInvitation>

/** What a link carries. */
export const LinkToken = z.string().min(20).max(100)

/** Somebody without an account takes a seat. */
export const JoinAsNew = z.object({ token: LinkToken, name: PersonName, password: NewPassword })
export type JoinAsNew = z.infer<typeof JoinAsNew>

/** Somebody who is signed in does. */
export const JoinAsMyself = z.object({ token: LinkToken })
export type JoinAsMyself = z.infer<typeof JoinAsMyself>

/** An open invitation as owners see it. Times are ISO 8601 in UTC. */
export interface InvitationView {
  id: string
  email: string
  role: Role
  invitedBy: string
  sentAt: string
  expiresAt: string
  /** Whether the link holds still. */
  state: "open" | "expired"
  /** The link to hand over; null where it can't be made again, since the server's secret is another one. */
  link: string | null
  /** What became of the mail; `none` where Stet sends none. */
  mail: "none" | "waiting" | "sent" | "failed"
}

/** The open invitations of a desk, and whether Stet mails their links. */
export interface Invitations {
  items: InvitationView[]
  mails: "sent" | "none"
}

/** What whoever holds a link is told of it. */
export type InvitationAsked =
  | { state: "open"; workspace: string; email: string; role: Role; invitedBy: string; account: "new" | "known" }
  | { state: "expired" | "revoked" | "used"; workspace: string }

interface Standing {
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

/** Where an invitation stands. */
export function standingOf({ expiresAt, acceptedAt, revokedAt }: Standing, now: Date): InvitationAsked["state"] {
  if (acceptedAt) return "used"
  if (revokedAt) return "revoked"
  return expiresAt <= now ? "expired" : "open"
}

/** Refuses an invitation that is open no more, and says why. */
export function stillOpen(invitation: Standing, now: Date): void {
  const state = standingOf(invitation, now)
  if (state !== "open") throw refuse("conflict", `invitation.${state}`)
}

/** When a link that is made now ends. */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000)
