/** Whom a change of a source concerns: who checks the claims that rest on it, and who leads their articles. */
import type { EvidenceFlag } from "../../prisma/client/client"
import type { Tx } from "../db"
import type { NotificationKind } from "../domain/notice"
import { can } from "../domain/policy"
import { WorkspaceSettings } from "../domain/workspace"
import type { Reader } from "./comment-list"
import { notify, type Notice } from "./notifications"
import { asPerson, person } from "./relations"
import { membersAmong } from "./under-check"
import { whoHears } from "./who-hears"

interface Told {
  id: string
  workspaceId: string
  confidential: boolean
}

/**
 * Tells each claim's assignee, or else whoever marked it, and each article's lead; where neither is at the desk any more,
 * whoever stands in for them. Once per person, and only those who may see the source and have not written the article. What
 * concerns one claim of theirs leads there, what concerns several to the source.
 */
export async function tellCheckers(
  tx: Tx,
  source: Told,
  flag: Extract<EvidenceFlag, NotificationKind>,
  claimIds: readonly string[],
): Promise<void> {
  if (claimIds.length === 0) return
  const claims = await tx.claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: {
      ...{ id: true, assigneeId: true, markedById: true },
      article: { select: { leadId: true, authors: { select: { membershipId: true } } } },
    },
    orderBy: { id: "asc" },
  })
  const desk = await whoSees(tx, source)
  const concerned = new Map<string, string[]>()
  for (const { id, assigneeId, markedById, article } of claims) {
    const authorIds = membersAmong(article.authors)
    const readers = desk.filter((one) => !authorIds.includes(one.id))
    const told = await whoHears(tx, [], readers, [[assigneeId ?? markedById, article.leadId], [markedById]])
    for (const person of told) concerned.set(person, [...(concerned.get(person) ?? []), id])
  }
  const notices = [...concerned].map(([membershipId, [first, ...others]]): Notice => {
    return { membershipId, kind: flag, sourceId: source.id, claimId: others.length === 0 ? (first ?? null) : null }
  })
  await notify(tx, source.workspaceId, notices)
}

/** More than a desk has. */
const MOST_PEOPLE = 500

/** Those who are still at the desk and may see the source. */
async function whoSees(tx: Tx, { id: sourceId, workspaceId, confidential }: Told): Promise<Reader[]> {
  const [members, readers] = await Promise.all([
    tx.membership.findMany({
      where: { workspaceId, deactivatedAt: null },
      select: { role: true, ...person.select },
      orderBy: { id: "asc" },
      take: MOST_PEOPLE,
    }),
    tx.sourceReader.findMany({ where: { sourceId }, select: { membershipId: true } }),
  ])
  const subject = { confidential, readerIds: readers.map(({ membershipId }) => membershipId) }
  // What the policy asks here, no desk can set.
  const settings = WorkspaceSettings.parse({})
  return members
    .filter((one) => can({ ...one, settings }, "source.read", subject))
    .map(({ role, ...row }) => ({ ...asPerson(row), role }))
}
