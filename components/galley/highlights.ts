/**
 * Claims drawn over the text as decorations: the document itself stays untouched. Only highlights that changed are
 * drawn again, so that a claim more costs as much among a thousand as among ten.
 */
import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import type { ClaimLook } from "@/components/claim/looks"

export interface Highlight {
  /** The claim's key. */
  id: string
  look: ClaimLook
  /** Which underline: see lanes.ts. */
  lane: number
  selected: "yes" | "no"
  /** ProseMirror positions, one range for each block it touches. */
  ranges: readonly { from: number; to: number }[]
}

interface Drawn {
  set: DecorationSet
  byId: Map<string, { signature: string; decorations: Decoration[] }>
}

const key = new PluginKey<Drawn>("highlights")

/** Lanes below this have a line of their own; more would run into the next line of text. */
const LANES = 3

export const Highlights = Extension.create({
  name: "highlights",
  addProseMirrorPlugins: () => [
    new Plugin<Drawn>({
      key,
      state: {
        init: () => ({ set: DecorationSet.empty, byId: new Map() }),
        apply: (transaction, drawn) => redrawn(transaction.doc, drawn, highlightsIn(transaction)),
      },
      props: { decorations: (state) => key.getState(state)?.set },
    }),
  ],
})

/** A transaction that shows these highlights, all of them. */
export function withHighlights(state: EditorState, highlights: readonly Highlight[]): Transaction {
  return state.tr.setMeta(key, highlights).setMeta("addToHistory", false)
}

function highlightsIn(transaction: Transaction): readonly Highlight[] | null {
  return (transaction.getMeta(key) as readonly Highlight[] | undefined) ?? null
}

function redrawn(doc: Node, drawn: Drawn, highlights: readonly Highlight[] | null): Drawn {
  if (!highlights) return drawn
  const byId: Drawn["byId"] = new Map()
  const added: Decoration[] = []
  for (const highlight of highlights) {
    const signature = signatureOf(highlight)
    const before = drawn.byId.get(highlight.id)
    const same = before?.signature === signature
    const decorations = same ? before.decorations : decorationsOf(highlight)
    if (!same) added.push(...decorations)
    byId.set(highlight.id, { signature, decorations })
  }
  const gone = [...drawn.byId].flatMap(([id, { signature, decorations }]) =>
    byId.get(id)?.signature === signature ? [] : decorations,
  )
  return { set: drawn.set.remove(gone).add(doc, added), byId }
}

function signatureOf({ look, lane, selected, ranges }: Highlight): string {
  return [look, lane, selected, ...ranges.map(({ from, to }) => `${from}-${to}`)].join(" ")
}

function decorationsOf({ id, look, lane, selected, ranges }: Highlight): Decoration[] {
  const attributes = {
    nodeName: "mark",
    class: `claim-mark look-${look} lane-${Math.min(lane, LANES)}${selected === "yes" ? " is-selected" : ""}`,
    "data-claim": id,
  }
  return ranges.map(({ from, to }) => Decoration.inline(from, to, attributes))
}
