/** Which rows a viewer may see, and which belong to a claim: conditions and relations for queries, no views. */
import type { Prisma } from "../../prisma/client/client"
import { lanesFor, type CommentKind } from "../domain/comment"
import { can } from "../domain/policy"
import type { Actor, Person } from "../domain/workspace"
import { hiddenFrom, openTo } from "./blind"

/** Calendar dates are stored at midnight UTC. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

/** How a person is selected. */
export const person = {
  select: { id: true, user: { select: { name: true } } },
} as const satisfies Prisma.MembershipDefaultArgs
type PersonRow = Prisma.MembershipGetPayload<typeof person>

/** A person as they are shown. */
export const asPerson = (row: PersonRow): Person => ({ id: row.id, name: row.user.name })

/** How a source is read: with its file, which is told of without its bytes. */
export const sourceParts = {
  file: { select: { type: true, size: true, text: { select: { state: true } } } },
} as const satisfies Prisma.SourceInclude

/** How corrections are listed, the newest first: of which claim if of one, and between which sign-offs. */
export const listedCorrections = {
  include: {
    claim: { select: { id: true, number: true } },
    signOff: { select: { number: true } },
    reopening: { select: { signOff: { select: { number: true } } } },
  },
  orderBy: { id: "desc" },
} as const satisfies Prisma.Article$correctionsArgs

/** Which rows exist for a person, as conditions for a query; always within their workspace. */
export function seenBy(actor: Actor) {
  const { workspaceId } = actor
  // One that turned out to be another source is in the ledger no more.
  const source: Prisma.SourceWhereInput = { workspaceId, mergedIntoId: null, ...visibleSources(actor) }
  const article: Prisma.ArticleWhereInput = {
    workspaceId,
    deletedAt: null,
    ...(actor.role === "author" && { authors: { some: { membershipId: actor.id } } }),
  }
  const claim: Prisma.ClaimWhereInput = { workspaceId, withdrawnAt: null, article }
  const evidence: Prisma.EvidenceWhereInput = { workspaceId, source }
  // Whom the desk asked is the desk's to know.
  const kept: Prisma.ClaimWhereInput = {
    OR: [hiddenFrom(actor), { article: { authors: { some: { membershipId: actor.id } } } }],
  }
  const contact: Prisma.ContactWhereInput = can(actor, "note.read")
    ? { workspaceId, claims: { some: { claim }, none: { claim: kept } } }
    : { id: { in: [] } }
  // Their details are the policy's `contact.details`, said as a condition.
  const contactDetails: Prisma.ContactWhereInput = { AND: [contact, involving(actor)] }
  // A sum tells of all that it rests on: whoever may not see one source of it sees nothing of it.
  const seen: Prisma.CalculationInputWhereInput = { OR: [{ evidenceId: null }, { evidence }] }
  const calculation: Prisma.CalculationWhereInput = {
    workspaceId,
    claim: { AND: [claim, openTo(actor)] },
    inputs: { every: seen },
  }
  return {
    article,
    source,
    claim,
    evidence,
    contact,
    contactDetails,
    calculation,
    comment: visibleComments(actor, article),
  }
}

/** Queries of the articles that a person sees; of other lanes, those that are theirs to read, of articles they are no author of. */
function visibleComments(actor: Actor, article: Prisma.ArticleWhereInput): Prisma.CommentWhereInput {
  const others = otherLanes(actor)
  const notTheirs: Prisma.ArticleWhereInput = { authors: { none: { membershipId: actor.id } } }
  const isRead: Prisma.CommentWhereInput[] = [{ kind: "query" }, { kind: { in: others }, article: notTheirs }]
  const inLane: Prisma.CommentWhereInput = { OR: others.length > 0 ? isRead : isRead.slice(0, 1) }
  return { workspaceId: actor.workspaceId, article, AND: [inLane, notHidden(actor)] }
}

/** Of what is said about a claim whose verdict a person may not see: what they have asked the author, and are answered. */
export function notHidden({ id }: Pick<Actor, "id">): Prisma.CommentWhereInput {
  const theirs: Prisma.CommentWhereInput = { kind: "query", writtenById: id }
  return {
    OR: [{ claimId: null }, { claim: openTo({ id }) }, theirs, { answer: true, thread: theirs }],
  }
}

/** The lanes besides that of queries which a person reads in an article that they are no author of. */
export function otherLanes(actor: Actor): Exclude<CommentKind, "query">[] {
  return lanesFor(actor, { authorIds: [], leadId: null }).filter((kind) => kind !== "query")
}

/** What the desk says to itself about an article is not for its authors, whatever their role: they read as authors do. */
export function readerOf(actor: Actor, article: { authors: readonly { membershipId: string | null }[] }): Actor {
  const isTheirs = article.authors.some(({ membershipId }) => membershipId === actor.id)
  return isTheirs ? { ...actor, role: "author" } : actor
}

/** What a person may read of the ledger: an author what their own articles rest on, not what the desk collects for others. */
export function readableBy(actor: Actor): Prisma.SourceWhereInput {
  const { source, claim } = seenBy(actor)
  return actor.role === "author" ? { AND: [source, { evidence: { some: { claim } } }] } : source
}

function visibleSources(actor: Actor): Prisma.SourceWhereInput {
  if (actor.role === "owner" || actor.role === "editor") return {}
  if (actor.role !== "checker") return { confidential: false }
  return { OR: [{ confidential: false }, { readers: { some: { membershipId: actor.id } } }] }
}

/** Whom a contact's details are for besides editors: who recorded it, and who has to do with its live claims. */
function involving({ id, role }: Actor): Prisma.ContactWhereInput {
  if (role === "owner" || role === "editor") return {}
  const rounds = {
    some: { OR: [{ authors: { some: { membershipId: id } } }, { reviews: { some: { reviewerId: id } } }] },
  }
  const claim: Prisma.ClaimWhereInput = { withdrawnAt: null, OR: [{ assigneeId: id }, { rounds }] }
  return { OR: [{ createdById: id }, { claims: { some: { claim } } }] }
}

/** What a contact's view is made of: the claims that it serves, and who has to do with them. */
export const contactRelations = {
  include: {
    createdBy: person,
    file: { select: { type: true, size: true } },
    claims: {
      where: { claim: { withdrawnAt: null } },
      select: {
        claim: {
          select: {
            id: true,
            articleId: true,
            number: true,
            assigneeId: true,
            rounds: {
              select: { authors: { select: { membershipId: true } }, reviews: { select: { reviewerId: true } } },
            },
          },
        },
      },
      orderBy: { claimId: "asc" },
    },
  },
} as const satisfies Prisma.ContactDefaultArgs

export type ContactRow = Prisma.ContactGetPayload<typeof contactRelations>

/** Of a claim, the contacts that should have answered by now; for lists. */
export function overdueRelations(actor: Actor, now: Date) {
  return {
    where: { contact: { AND: [seenBy(actor).contact, { outcome: "pending", deadline: { lte: now } }] } },
    select: { contact: { select: { whom: true, deadline: true } } },
    orderBy: { contact: { deadline: "asc" } },
  } as const satisfies Prisma.Claim$contactsArgs
}

export const calculationRelations = {
  inputs: { orderBy: { ordinal: "asc" } },
} as const satisfies Prisma.CalculationInclude

export type CalculationRow = Prisma.CalculationGetPayload<{ include: typeof calculationRelations }>

/** Of an article, whether a person is an author of it. */
export const authoredBy = ({ id: membershipId }: Pick<Actor, "id">) => ({
  authors: { where: { membershipId }, select: { membershipId: true } },
})

/**
 * What a claim's view is made of, confidential sources left out. Of contacts and sums only which there are: most claims
 * have neither, and one statement with all of them takes ten times as long to plan as it takes to run.
 */
export function claimRelations(actor: Actor) {
  const seen = seenBy(actor)
  return {
    article: { select: authoredBy(actor) },
    markedBy: person,
    assignee: person,
    letStandBy: person,
    // Of the text as it is: where a claim stood in an earlier one, its rounds say.
    anchors: { where: { revision: { currentOf: { some: {} } } }, orderBy: { ordinal: "asc" } },
    contacts: {
      ...(!can(actor, "note.read") && { where: { contactId: { in: [] } } }),
      select: { contactId: true },
      orderBy: { contactId: "asc" },
    },
    calculations: { select: { id: true }, orderBy: { id: "asc" } },
    evidence: { where: seen.evidence, include: { source: { include: sourceParts } }, orderBy: { id: "asc" } },
    draft: true,
    fixes: { where: { decidedAt: null }, include: { proposedBy: person, answeredBy: person } },
    authors: { select: { membershipId: true }, orderBy: [{ since: "asc" }, { membershipId: "asc" }] },
    round: {
      include: {
        sender: person,
        authors: { include: { membership: person } },
        // What waits and what was confirmed; a no leaves the words as they were.
        tidies: {
          where: { OR: [{ confirmed: null }, { confirmed: true }] },
          include: { proposedBy: person },
          orderBy: { id: "asc" },
        },
      },
    },
    rounds: {
      select: { id: true, number: true, reviews: { include: { reviewer: person }, orderBy: { id: "asc" } } },
      orderBy: { number: "asc" },
    },
  } as const satisfies Prisma.ClaimInclude
}

export type ClaimRow = Prisma.ClaimGetPayload<{ include: ReturnType<typeof claimRelations> }>
