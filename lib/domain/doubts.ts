/** What somebody should know of a verdict before they send or approve it. Pure: it forbids nothing, it is said. */
import type { ClaimView } from "./claim"
import type { ExcerptView } from "./source"

/** `excerpts`: not found in their source. `otherwise`: found there in other words. `flags`: a source is not what it was. `answers`: overdue. */
export const DOUBTS = ["excerpts", "otherwise", "flags", "answers"] as const
export type Doubt = (typeof DOUBTS)[number]

/** How many there are of each, none left out; times are compared with `now`. */
export function doubtsAbout(
  { evidence, contacts }: Pick<ClaimView, "evidence" | "contacts">,
  now: Date,
): { doubt: Doubt; count: number }[] {
  const looked = (...states: ExcerptView["state"][]) =>
    evidence.filter(({ lookedUp }) => lookedUp && states.includes(lookedUp.state)).length
  const overdue = contacts.filter(
    ({ outcome, deadline }) => outcome === "pending" && deadline !== null && new Date(deadline) <= now,
  )
  const counts: Record<Doubt, number> = {
    excerpts: looked("missing"),
    otherwise: looked("similar", "unlike"),
    flags: evidence.filter(({ flag }) => flag !== null).length,
    answers: overdue.length,
  }
  return DOUBTS.map((doubt) => ({ doubt, count: counts[doubt] })).filter(({ count }) => count > 0)
}
