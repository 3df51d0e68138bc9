/** What is asked of a claim before it goes to review. Pure, and without zod: the browser asks before the server does. */
import type { ChecklistItem } from "./round"
import type { Job } from "./scale"

/** What the checklist asks of a claim. */
export interface Checkable {
  job: Job
  verdict: { conclusion: string | null } | null
  evidence: readonly unknown[]
  contacts: readonly unknown[]
}

/** The checklist of a claim: a conclusion for theirs, at least one source or contact for all. */
export function checklistOf(claim: Checkable): { item: ChecklistItem; met: boolean }[] {
  const evidence = { item: "evidence", met: claim.evidence.length + claim.contacts.length > 0 } as const
  if (claim.job === "ours") return [evidence]
  return [{ item: "conclusion", met: Boolean(claim.verdict?.conclusion) }, evidence]
}

/** Which items of the checklist a claim does not meet. */
export function unmetItems(claim: Checkable): ChecklistItem[] {
  return checklistOf(claim).flatMap(({ item, met }) => (met ? [] : item))
}
