/** Which fixes are chosen to go in together, and whose words of each. Pure. */
import type { FixItem } from "@/lib/domain/fix"

export type Take = "proposed" | "author"

/** By the fix's id; a fix that is not in it is not chosen. */
export type Chosen = ReadonlyMap<string, Take>

/** Whether a fix can be chosen now; if not, which claims' fixes stand against it, or that its claim has no certain place. */
export function choice(
  item: FixItem,
  chosen: Chosen,
  items: readonly FixItem[],
): { kind: "free" } | { kind: "nowhere" } | { kind: "against"; numbers: number[] } {
  if (!item.passage) return { kind: "nowhere" }
  const taken = new Set(items.filter(({ fix }) => chosen.has(fix.id)).map(({ claim }) => claim.number))
  const numbers = item.conflicts.filter((number) => taken.has(number))
  return numbers.length > 0 ? { kind: "against", numbers } : { kind: "free" }
}

/** Chooses whose words of a fix go in; once more for the same takes it back. */
export function toggled(chosen: Chosen, id: string, take: Take): Chosen {
  const next = new Map(chosen)
  if (chosen.get(id) === take) next.delete(id)
  else next.set(id, take)
  return next
}

/** What of a choice still stands when the fixes have come anew. */
export function stillChosen(chosen: Chosen, items: readonly FixItem[]): { item: FixItem; take: Take }[] {
  return items.flatMap((item) => {
    const take = chosen.get(item.fix.id)
    const isThere = take === "proposed" || item.fix.answer?.kind === "reworded"
    return take && isThere && item.passage ? [{ item, take }] : []
  })
}

/** Whether the author's own words can be taken. */
export const hasAuthorsWords = ({ fix }: FixItem) => fix.answer?.kind === "reworded" && fix.answer.wording !== null
