/** Who at the desk hears of something: those whom it concerns, and where none of them is there any more, whoever stands in for them. */
import type { Tx } from "../db"
import { opinionsOpen } from "./blind"
import type { Reader } from "./comment-list"

/**
 * Whom to tell: of `circles`, the first in which anybody is left, and after them the editors among `desk`, who is there and
 * may do something about it. Who may not see how far one of the claims is hears nothing of it. Answers memberships' ids.
 */
export async function whoHears(
  tx: Tx,
  claimIds: readonly string[],
  desk: readonly Reader[],
  circles: readonly (readonly (string | null)[])[],
): Promise<string[]> {
  const editors = desk.filter(({ role }) => role === "editor" || role === "owner").map(({ id }) => id)
  for (const circle of [...circles, editors]) {
    const there = desk.filter(({ id }) => circle.includes(id)).map(({ id }) => id)
    const told = claimIds.length > 0 ? await seeing(tx, claimIds, there) : there
    if (told.length > 0) return told
  }
  return []
}

async function seeing(tx: Tx, claimIds: readonly string[], people: readonly string[]): Promise<string[]> {
  const may: string[] = []
  for (const id of people) {
    const open = await opinionsOpen(tx, { id }, claimIds)
    if (!claimIds.some((claimId) => open.get(claimId) === "hidden")) may.push(id)
  }
  return may
}
