/** Whom a change of a source concerns: who checks the claims that rest on it, and who leads their articles. */
import type { EvidenceFlag } from "../../prisma/client/client"
import type { Tx } from "../db"
import type { NotificationKind } from "../domain/notice"
import { can } from "../domain/policy"
import { WorkspaceSettings } from "../domain/workspace"
import { notify, type Notice } from "./notifications"

interface Told {
  id: string
  workspaceId: string
  confidential: boolean
}

/**
 * Tells each claim's assignee, or else whoever marked it, and each article's lead: once per person, and only those who may
 * see the source. What concerns one claim of theirs leads there, what concerns several to the source.
 */
export async function tellCheckers(
  tx: Tx,
  source: Told,
  flag: Extract<EvidenceFlag, NotificationKind>,
  claimIds: readonly string[],
): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: { id: true, assigneeId: true, markedById: true, article: { select: { leadId: true } } },
    orderBy: { id: "asc" },
  })
  const concerned = new Map<string, Set<string>>()
  for (const { id, assigneeId, markedById, article } of claims)
    for (const person of [assigneeId ?? markedById, article.leadId])
      if (person) concerned.set(person, (concerned.get(person) ?? new Set()).add(id))
  const may = await whoSees(tx, source, [...concerned.keys()])
  const notices = may.map((membershipId): Notice => {
    const [first, ...others] = concerned.get(membershipId) ?? []
    return { membershipId, kind: flag, sourceId: source.id, claimId: others.length === 0 ? (first ?? null) : null }
  })
  await notify(tx, source.workspaceId, notices)
}

/** Of some people, those who are still at the desk and may see the source. */
async function whoSees(tx: Tx, { id: sourceId, confidential }: Told, people: string[]): Promise<string[]> {
  const [members, readers] = await Promise.all([
    tx.membership.findMany({ where: { id: { in: people }, deactivatedAt: null }, select: { id: true, role: true } }),
    tx.sourceReader.findMany({ where: { sourceId }, select: { membershipId: true } }),
  ])
  const subject = { confidential, readerIds: readers.map(({ membershipId }) => membershipId) }
  // What the policy asks here, no desk can set.
  const settings = WorkspaceSettings.parse({})
  return members.filter((one) => can({ ...one, settings }, "source.read", subject)).map(({ id }) => id)
}
