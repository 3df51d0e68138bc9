/** How one wording differs from another, word by word. Pure. */

export interface Change {
  kind: "same" | "added" | "removed"
  text: string
}

/** Beyond this many words on a side a table of all pairs gets too large; the middle then counts as rewritten. */
const LIMIT = 1200

/** The words of both in reading order, removed before added; the same kinds in a row are one change. */
export function wordDiff(before: string, after: string): Change[] {
  const [from, to] = [wordsOf(before), wordsOf(after)]
  const head = commonStart(from, to)
  const tail = commonStart(from.slice(head).reverse(), to.slice(head).reverse())
  const middle = compared(from.slice(head, from.length - tail), to.slice(head, to.length - tail))
  return joined([...from.slice(0, head).map(same), ...middle, ...from.slice(from.length - tail).map(same)])
}

/** Words with the space after them, so that the pieces join to the text again. */
const wordsOf = (text: string) => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? []
const same = (text: string): Change => ({ kind: "same", text })

function commonStart(one: string[], other: string[]): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

function compared(from: string[], to: string[]): Change[] {
  const rewritten: Change[] = [
    { kind: "removed", text: from.join("") },
    { kind: "added", text: to.join("") },
  ]
  if (from.length > LIMIT || to.length > LIMIT) return rewritten.filter((change) => change.text)
  return walk(from, to, longestCommon(from, to))
}

/** For each pair of positions, how many words both rests share in order. */
function longestCommon(from: string[], to: string[]): Uint16Array[] {
  const table = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1))
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const shared =
        from[i] === to[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
      table[i]?.fill(shared, j, j + 1)
    }
  }
  return table
}

const at = (table: Uint16Array[], i: number, j: number) => table[i]?.[j] ?? 0

function walk(from: string[], to: string[], table: Uint16Array[]): Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const [old, fresh] = [from[i], to[j]]
    if (old !== undefined && old === fresh) {
      changes.push(same(old))
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || at(table, i + 1, j) >= at(table, i, j + 1))) {
      changes.push({ kind: "removed", text: old })
      i++
    } else {
      changes.push({ kind: "added", text: fresh ?? "" })
      j++
    }
  }
  return changes
}

function joined(changes: Change[]): Change[] {
  return changes.reduce<Change[]>((done, change) => {
    const last = done.at(-1)
    if (last?.kind !== change.kind) return [...done, change]
    return [...done.slice(0, -1), { kind: last.kind, text: last.text + change.text }]
  }, [])
}
