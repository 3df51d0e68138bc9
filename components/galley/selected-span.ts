/**
 * From a selection of the view to a claim's span: positions become offsets, half graphemes become whole ones, white
 * space and objects at the edges fall off.
 */
import { snap, trim, type Span } from "@/lib/anchor/graphemes"

/** What of `positions()` this needs. */
export interface Offsets {
  text: string
  offsetAt: (pos: number) => number
}

/** The span of canonical text that a selection means, in UTF-16 code units; null when it holds no words. */
export function selectedSpan(offsets: Offsets, selection: { from: number; to: number }): Span | null {
  if (selection.from >= selection.to) return null
  const chosen = { start: offsets.offsetAt(selection.from), end: offsets.offsetAt(selection.to) }
  return chosen.start < chosen.end ? trim(offsets.text, snap(offsets.text, chosen)) : null
}
