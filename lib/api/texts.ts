/**
 * Texts of revisions with an index of their code points. A revision never changes, so what was read once is kept,
 * and nothing ever has to be thrown away but for room. It knows no claims.
 */
import { codePoints, type CodePoints } from "../anchor"
import { revisionTexts } from "../desk/revisions"
import type { Actor } from "../domain/workspace"

export interface IndexedText {
  text: string
  points: CodePoints
}

/** A desk works on few articles at a time, and a text may take 4 MB. */
const MOST_KEPT = 16

/** By revision id, the one used longest ago first. */
const kept = new Map<string, IndexedText>()

/** The texts of revisions that the actor has been shown, by their ids. */
export async function textsOf(actor: Actor, revisionIds: Iterable<string>): Promise<Map<string, IndexedText>> {
  const wanted = [...new Set(revisionIds)]
  const missing = wanted.filter((id) => !kept.has(id))
  const read = missing.length > 0 ? await revisionTexts(actor, missing) : []
  const fresh = new Map(read.map(({ id, text }) => [id, { text, points: codePoints(text) }]))
  const texts = new Map<string, IndexedText>()
  for (const id of wanted) {
    const indexed = fresh.get(id) ?? kept.get(id)
    if (!indexed) continue
    texts.set(id, indexed)
    keep(id, indexed)
  }
  return texts
}

function keep(id: string, indexed: IndexedText): void {
  kept.delete(id)
  kept.set(id, indexed)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}
