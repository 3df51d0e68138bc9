/** What a desk asks of those who sign in to it. */
import { WorkspaceSettings, type Actor } from "../domain/workspace"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import type { SetSignIn } from "../domain/second-factor"
import { change, unchanged } from "./change"

/**
 * Asks for a second factor, or for none any more. Counts from everybody's next request on: who has none is led to set it
 * up. An owner who signs in with a password sets up their own first.
 */
export function setSignIn(actor: Actor, { requireSecondFactor }: SetSignIn): Promise<void> {
  return change(actor, async (tx) => {
    authorize(actor, "workspace.set")
    const { workspaceId } = actor
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { settings: true } })
    const from = WorkspaceSettings.parse(workspace.settings).requireSecondFactor
    if (from === requireSecondFactor) return unchanged(undefined)
    if (requireSecondFactor) {
      const own = await tx.user.findUniqueOrThrow({
        where: { id: actor.userId },
        select: { passwordHash: true, secondFactor: { select: { confirmedAt: true } } },
      })
      // Whoever has no password comes in by their provider, which asks for its own factors: this rule is not about them.
      const isBound = own.passwordHash !== null
      if (isBound && !own.secondFactor?.confirmedAt) throw refuse("conflict", "account.ownFirst")
    }
    const settings = { ...(workspace.settings as object), requireSecondFactor }
    await tx.workspace.update({ where: { id: workspaceId }, data: { settings } })
    const payload = { from, to: requireSecondFactor }
    return { result: undefined, events: [{ stream: workspaceId, act: "workspace.sign_in_set", subjects: {}, payload }] }
  })
}
