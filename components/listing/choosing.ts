/** Which rows of a page are chosen. Pure. */

/** What was pressed last, so that a press with Shift chooses all from there on. */
export interface Choice {
  chosen: ReadonlySet<string>
  last: string | null
}

export const nothingChosen: Choice = { chosen: new Set(), last: null }

/** One more or one less. */
export function toggled({ chosen }: Choice, id: string): Choice {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: next, last: id }
}

/** All from the one pressed last to this one become as this one becomes. */
export function toggledUpTo(choice: Choice, id: string, ids: readonly string[]): Choice {
  const [from, to] = [ids.indexOf(choice.last ?? ""), ids.indexOf(id)]
  if (from === -1 || to === -1) return toggled(choice, id)
  const between = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  const on = !choice.chosen.has(id)
  const kept = [...choice.chosen].filter((one) => !between.includes(one))
  return { chosen: new Set(on ? [...kept, ...between] : kept), last: id }
}

/** All of the page, or none where all were. */
export function toggledAll({ chosen }: Choice, ids: readonly string[]): Choice {
  return ids.every((id) => chosen.has(id)) ? nothingChosen : { chosen: new Set(ids), last: null }
}
