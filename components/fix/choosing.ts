/** Which fixes are chosen to go in together, and whose words of each. Pure. */
import type { FixItem } from "@/lib/domain/fix"

export type Take = "proposed" | "author"

/** Whose words, of the fix as it was seen: of another version it says nothing. */
interface Choice {
  take: Take
  version: number
}

/** By the fix's id; a fix that is not in it is not chosen. */
export type Chosen = ReadonlyMap<string, Choice>

/** Whether a fix can be chosen now; if not, which claims' fixes stand against it, or that its claim has no certain place. */
export function choice(
  item: FixItem,
  chosen: Chosen,
  items: readonly FixItem[],
): { kind: "free" } | { kind: "nowhere" } | { kind: "against"; numbers: number[] } {
  if (!item.passage) return { kind: "nowhere" }
  const taken = new Set(stillChosen(chosen, items).map(({ item: { claim } }) => claim.number))
  const numbers = item.conflicts.filter((number) => taken.has(number))
  return numbers.length > 0 ? { kind: "against", numbers } : { kind: "free" }
}

/** Chooses whose words of a fix go in; once more for the same takes it back. */
export function toggled(chosen: Chosen, { id, version }: Pick<FixItem["fix"], "id" | "version">, take: Take): Chosen {
  const next = new Map(chosen)
  const before = chosen.get(id)
  if (before?.take === take && before.version === version) next.delete(id)
  else next.set(id, { take, version })
  return next
}

/** What of a choice still stands when the fixes have come anew: of those that are as they were when they were chosen. */
export function stillChosen(chosen: Chosen, items: readonly FixItem[]): { item: FixItem; take: Take }[] {
  return items.flatMap((item) => {
    const made = chosen.get(item.fix.id)
    if (made?.version !== item.fix.version || !item.passage) return []
    return made.take === "proposed" || hasAuthorsWords(item) ? [{ item, take: made.take }] : []
  })
}

/** Whether the author's own words can be taken. */
export const hasAuthorsWords = ({ fix }: FixItem) => fix.answer?.kind === "reworded" && fix.answer.wording !== null
