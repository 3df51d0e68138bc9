/** What is arranged for several claims at once, as it will look, and how it is taken back. Pure. */
import type { AssignClaims } from "@/lib/domain/claim"
import type { ClaimItem } from "@/lib/domain/claim-list"
import type { Person } from "@/lib/domain/workspace"

/** Who is to check claims, or until when. */
export type Arrangement = { kind: "assignee"; assignee: Person | null } | { kind: "due"; dueAt: string | null }

type Versioned = Pick<ClaimItem, "id" | "version">

/** As the act takes it, for the versions that were seen. */
export function asked(claims: readonly Versioned[], arrangement: Arrangement): AssignClaims {
  const seen = claims.map(({ id, version }) => ({ claimId: id, version }))
  if (arrangement.kind === "due") return { claims: seen, dueAt: arrangement.dueAt }
  return { claims: seen, assigneeId: arrangement.assignee?.id ?? null }
}

/** The list as it will look when the act is done. */
export function arranged(items: ClaimItem[], ids: ReadonlySet<string>, arrangement: Arrangement): ClaimItem[] {
  const change = arrangement.kind === "due" ? { dueAt: arrangement.dueAt } : { assignee: arrangement.assignee }
  return items.map((item) => (ids.has(item.id) ? { ...item, ...change } : item))
}

/** What takes an arrangement back: one act for each way in which the claims were before. `after` are their versions now. */
export function takingBack(
  before: readonly ClaimItem[],
  { kind }: Arrangement,
  after: readonly Versioned[],
): AssignClaims[] {
  const versions = new Map(after.map(({ id, version }) => [id, version]))
  const was = (item: ClaimItem) => (kind === "due" ? item.dueAt : (item.assignee?.id ?? null))
  return [...new Set(before.map(was))].map((value) => {
    const alike = before.filter((item) => was(item) === value)
    const claims = alike.map(({ id, version }) => ({ id, version: versions.get(id) ?? version }))
    if (kind === "due") return asked(claims, { kind, dueAt: value })
    return asked(claims, { kind, assignee: alike[0]?.assignee ?? null })
  })
}

/** Of the claims, those of articles that somebody wrote: they never check them. */
export function ofTheirOwn(claims: readonly ClaimItem[], personId: string): ClaimItem[] {
  return claims.filter(({ article }) => article.authorIds.includes(personId))
}
