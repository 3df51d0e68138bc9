/** A desk's owners, as they are in the moment of an act that is theirs alone. */
import type { Tx } from "../db"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"

/**
 * Locks the desk and answers the seats of its owners, the actor's among them. The actor is looked at again: whoever was
 * deactivated, or is an owner no more, is refused although their request began before. Locked before any other row.
 */
export async function lockOwners(tx: Tx, actor: Actor): Promise<string[]> {
  authorize(actor, "workspace.set")
  const { workspaceId } = actor
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
  const acting = await tx.membership.findMany({
    where: { workspaceId, role: "owner", deactivatedAt: null },
    select: { id: true },
  })
  const owners = acting.map(({ id }) => id)
  if (!owners.includes(actor.id)) throw refuse("forbidden", "policy.workspace_set")
  return owners
}
