/** Which rows a viewer may see, and which belong to a claim: conditions and relations for queries, no views. */
import type { Prisma } from "../../prisma/client/client"
import type { Actor, Person } from "../domain/workspace"

/** Calendar dates are stored at midnight UTC. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

/** How a person is selected. */
export const person = {
  select: { id: true, user: { select: { name: true } } },
} as const satisfies Prisma.MembershipDefaultArgs
type PersonRow = Prisma.MembershipGetPayload<typeof person>

/** A person as they are shown. */
export const asPerson = (row: PersonRow): Person => ({ id: row.id, name: row.user.name })

/** Which rows exist for a person, as conditions for a query; always within their workspace. */
export function seenBy(actor: Actor) {
  const { workspaceId } = actor
  // One that turned out to be another source is in the ledger no more.
  const source: Prisma.SourceWhereInput = { workspaceId, mergedIntoId: null, ...visibleSources(actor) }
  const article: Prisma.ArticleWhereInput = {
    workspaceId,
    ...(actor.role === "author" && { authors: { some: { membershipId: actor.id } } }),
  }
  return {
    article,
    source,
    claim: { workspaceId, withdrawnAt: null, article } satisfies Prisma.ClaimWhereInput,
    evidence: { workspaceId, source } satisfies Prisma.EvidenceWhereInput,
  }
}

function visibleSources(actor: Actor): Prisma.SourceWhereInput {
  if (actor.role === "owner" || actor.role === "editor") return {}
  if (actor.role !== "checker") return { confidential: false }
  return { OR: [{ confidential: false }, { readers: { some: { membershipId: actor.id } } }] }
}

/** What a claim's view is made of, confidential sources left out. */
export function claimRelations(actor: Actor) {
  return {
    markedBy: person,
    assignee: person,
    // Of the text as it is: where a claim stood in an earlier one, its rounds say.
    anchors: { where: { revision: { currentOf: { some: {} } } }, orderBy: { ordinal: "asc" } },
    evidence: { where: seenBy(actor).evidence, include: { source: true }, orderBy: { id: "asc" } },
    draft: true,
    fixes: { where: { decidedAt: null }, include: { proposedBy: person, answeredBy: person } },
    authors: { select: { membershipId: true } },
    round: { include: { sender: person, authors: { include: { membership: person } } } },
    rounds: {
      select: { id: true, number: true, reviews: { include: { reviewer: person }, orderBy: { id: "asc" } } },
      orderBy: { number: "asc" },
    },
  } as const satisfies Prisma.ClaimInclude
}

export type ClaimRow = Prisma.ClaimGetPayload<{ include: ReturnType<typeof claimRelations> }>
