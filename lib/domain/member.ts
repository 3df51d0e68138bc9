/** People at a desk: what changes about a seat, and that a desk is never without an owner. */
import { z } from "zod"
import { Id } from "./id"
import { refuse } from "./refusal"
import { Role } from "./workspace"

export const OneMember = z.object({ memberId: Id })
export type OneMember = z.infer<typeof OneMember>

export const ChangeRole = OneMember.extend({ role: Role })
export type ChangeRole = z.infer<typeof ChangeRole>

/** A person at the desk, as the list of its people shows them. Times are ISO 8601 in UTC. */
export interface MemberView {
  /** The membership's. */
  id: string
  name: string
  role: Role
  /** Told to owners alone. */
  email: string | null
  since: string
  /** When the seat was given up; null while they sit on it. */
  deactivatedAt: string | null
}

/** Refuses what would leave a desk without an owner: `owners` are the ids of those who can act. */
export function staysOwned(owners: readonly string[], leaving: string): void {
  if (owners.every((id) => id === leaving)) throw refuse("conflict", "member.lastOwner")
}
