/** The rules by which a desk reviews: setting them, and what was set before. */
import { db } from "../db"
import { authorize } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { areSame, rulesChanged, type RuleChange, type RulesSet } from "../domain/rule-changes"
import { assertSignedBySecond, ReviewRules, type SetRules } from "../domain/rules"
import type { Actor } from "../domain/workspace"
import { change, unchanged } from "./change"
import { asPerson, person } from "./seen-by"

/**
 * Sets how the desk reviews, from the next act on; what was approved or sent stays as it is, but that a
 * round with as many approvals as are asked for now is approved: see `settleRounds`.
 * @throws invalid `rules.anybodyNeedsNone` at `rules.signOff`; conflict `rules.changed` where they are not what the actor saw any more
 */
export function setRules(actor: Actor, { rules, seen }: SetRules): Promise<ReviewRules> {
  return change(actor, async (tx) => {
    const { workspaceId } = actor
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    authorize(actor, "workspace.set")
    assertSignedBySecond(rules)
    const { settings } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    const now = ReviewRules.parse(settings)
    if (!areSame(now, seen)) throw refuse("conflict", "rules.changed", { current: now })
    const changes = rulesChanged(now, rules)
    if (changes.length === 0) return unchanged(now)
    // What else is set stays.
    await tx.workspace.update({ where: { id: workspaceId }, data: { settings: { ...Object(settings), ...rules } } })
    const payload = { changed: changes.map(({ rule }) => rule), changes }
    return { result: rules, events: [{ stream: workspaceId, act: "rules.set", subjects: {}, payload }] }
  })
}

/** So many changes of the rules are shown; the log has all. */
const SHOWN = 20

/** The last changes of the rules, newest first: who changed what, from what, to what. */
export async function rulesSet(actor: Actor): Promise<RulesSet[]> {
  authorize(actor, "workspace.set")
  const rows = await db().event.findMany({
    where: { workspaceId: actor.workspaceId, act: "rules.set" },
    include: { actor: person },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: SHOWN,
  })
  return rows.map(({ id, at, actor: by, payload }) => ({
    ...{ id, at: at.toISOString(), by: by && asPerson(by) },
    changes: payload ? (JSON.parse(payload) as { changes: RuleChange[] }).changes : [],
  }))
}
