/** Puts things in groups by what they have in common, groups and things in the order in which they come. */

/** What has no key is in no group. */
export function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string | null): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = key === null ? undefined : groups.get(key)
    if (group) group.push(one)
    else if (key !== null) groups.set(key, [one])
  }
  return groups
}
