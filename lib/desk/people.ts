/** People: who is on a desk, and whom a signed-in person acts as there. */
import type { Prisma } from "../../prisma/client/client"
import { db } from "../db"
import { isSlug } from "../domain/door"
import { can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { Role, WorkspaceSettings, type Actor, type Person } from "../domain/workspace"
import { asPerson, person } from "./relations"

/** What of a membership makes an actor. */
export const member = {
  include: { workspace: { select: { id: true, slug: true, name: true, demo: true, settings: true } } },
} as const satisfies Prisma.MembershipDefaultArgs
type MemberRow = Prisma.MembershipGetPayload<typeof member>
type ActingRow = Pick<MemberRow, "id" | "workspaceId" | "userId" | "role"> & { workspace: { settings: unknown } }

export interface Seat {
  actor: Actor
  workspace: { id: string; slug: string; name: string; demo: boolean }
}

/** The actor that a membership makes, and what the settings are where it sits. */
export function actorOf({ id, workspaceId, userId, role, workspace }: ActingRow): Actor {
  return { id, workspaceId, userId, role, settings: WorkspaceSettings.parse(workspace.settings) }
}

/** A person's seat in a workspace, by its slug; null where they have none. */
export async function seatOf(userId: string, slug: string): Promise<Seat | null> {
  // An address may hold what Postgres can't even look for, such as NUL.
  if (!isSlug(slug)) return null
  const row = await db().membership.findFirst({
    where: { userId, deactivatedAt: null, workspace: { slug } },
    ...member,
  })
  if (!row) return null
  const { settings: _, ...workspace } = row.workspace
  return { actor: actorOf(row), workspace }
}

/** The workspaces of a person, by name. */
export async function workspacesOf(userId: string): Promise<{ slug: string; name: string }[]> {
  const rows = await db().membership.findMany({
    where: { userId, deactivatedAt: null },
    select: { workspace: { select: { slug: true, name: true } } },
    orderBy: { workspace: { name: "asc" } },
    take: 100,
  })
  return rows.map((row) => row.workspace)
}

/** An owner by their e-mail, for the command line, which belongs to whoever has the machine. Refuses with `not-found`. */
export async function ownerOf({ workspace: slug, as }: { workspace: string; as: string }): Promise<Actor> {
  const row = await db().membership.findFirst({
    where: { role: "owner", deactivatedAt: null, workspace: { slug }, user: { email: as.trim().toLowerCase() } },
    ...member,
  })
  if (!row) throw refuse("not-found", "member.noSuchOwner")
  return actorOf(row)
}

/**
 * A member by their e-mail, at a desk by its slug, or at the only one of theirs: for the command line, which belongs to
 * whoever has the machine. Refuses with `not-found` whoever has no seat there, with `invalid` where more than one desk is meant.
 */
export async function memberOf({
  workspace: slug,
  as,
}: {
  workspace?: string | undefined
  as: string
}): Promise<Actor> {
  const [row, other] = await db().membership.findMany({
    where: {
      deactivatedAt: null,
      user: { email: as.trim().toLowerCase() },
      ...(slug !== undefined && { workspace: { slug } }),
    },
    take: 2,
    ...member,
  })
  if (!row) throw refuse("not-found", "member.noSuchMember")
  if (other) throw refuse("invalid", "member.severalDesks")
  return actorOf(row)
}

/** Whoever may be given claims to check, by name. */
export function listCheckers(actor: Actor): Promise<Person[]> {
  return membersIn(actor, (role) => can({ ...actor, role }, "claim.mark", NOBODYS))
}

/** Whoever sees a confidential source if they are named for it, and not otherwise, by name. */
export function listNameable(actor: Actor): Promise<Person[]> {
  const sees = (role: Role, readerIds: string[]) =>
    can({ ...actor, role }, "source.read", { confidential: true, readerIds })
  return membersIn(actor, (role) => sees(role, [actor.id]) && !sees(role, []))
}

/** The active members in some roles. */
async function membersIn(actor: Actor, wanted: (role: Role) => boolean): Promise<Person[]> {
  const rows = await db().membership.findMany({
    where: { workspaceId: actor.workspaceId, deactivatedAt: null, role: { in: Role.options.filter(wanted) } },
    ...person,
    orderBy: { user: { name: "asc" } },
    take: 500,
  })
  return rows.map(asPerson)
}

/** An article that nobody is an author of: who checks none, checks not even that. */
const NOBODYS = { authorIds: [], leadId: null }

/** Everybody active in the workspace, by name. */
export async function listPeople(actor: Actor): Promise<Person[]> {
  const rows = await db().membership.findMany({
    where: { workspaceId: actor.workspaceId, deactivatedAt: null },
    ...person,
    orderBy: { user: { name: "asc" } },
    take: 500,
  })
  return rows.map(asPerson)
}
