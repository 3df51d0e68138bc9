/**
 * What is drawn over the text, in layers of decorations: the document itself stays untouched. Each layer (claims are
 * one, coverage may be another) is an extension of the view with a set of decorations of its own, and is told all that
 * it should show, as often as that changes: `layer.show(view, items, around)`. It draws again only what differs. What is
 * new beyond a slice is drawn in sight first, the rest in slices between frames, so that a thousand claims never
 * hold up a person; layers take turns with theirs. Knows no claims.
 */
import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { DecorationSet, type Decoration, type EditorView } from "@tiptap/pm/view"
import { inIdleSteps } from "@/components/ui/idle"
import { selectionNow } from "./selection-now"

export interface Drawable {
  id: string
  /** ProseMirror positions, in the order of the text; where there are none, nothing is drawn. */
  ranges: readonly { from: number; to: number }[]
}

/** How the items of a layer look. */
export interface Drawing<Item extends Drawable> {
  /** Everything of an item that shows: it is drawn again when this is another. */
  signatureOf: (item: Item) => string
  decorationsOf: (item: Item) => Decoration[]
  /** What a person has just pressed or made, to be seen before all else. */
  isUrgent: (item: Item) => boolean
}

export interface Layer<Item extends Drawable> {
  extension: Extension
  /** Shows these items and no others. `around` answers a position in sight; it is asked only when there is much to draw. */
  show: (view: EditorView, items: readonly Item[], around: () => number) => void
}

export function layer<Item extends Drawable>(name: string, drawing: Drawing<Item>): Layer<Item> {
  const key = new PluginKey<Drawn>(name)
  const pending = new WeakMap<EditorView, () => void>()
  const stop = (view: EditorView) => pending.get(view)?.()
  const apply = (view: EditorView, step: Redrawing<Item>) => {
    const transaction = view.state.tr.setMeta(key, step).setMeta("addToHistory", false)
    const now = selectionNow(view)
    view.dispatch(now.eq(view.state.selection) ? transaction : transaction.setSelection(now))
  }
  const plugin = new Plugin<Drawn>({
    key,
    state: {
      init: () => blank,
      apply: (transaction, drawn) => {
        const step = transaction.getMeta(key) as Redrawing<Item> | undefined
        return step ? redrawn(transaction.doc, drawn, step, drawing) : drawn
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    view: (view) => ({ destroy: () => stop(view) }),
  })
  const show: Layer<Item>["show"] = (view, items, around) => {
    stop(view)
    const { gone, fresh } = difference(key.getState(view.state) ?? blank, items, drawing)
    const [now = [], ...later] = fresh.length > SLICE ? slices(fresh, around(), drawing) : [fresh]
    if (gone.length + now.length > 0) apply(view, { gone, fresh: now })
    if (later.length === 0) return
    const stopSteps = inIdleSteps(() => {
      apply(view, { gone: [], fresh: later.shift() ?? [] })
      return later.length > 0 ? "more" : "done"
    })
    pending.set(view, stopSteps)
  }
  return { extension: Extension.create({ name, addProseMirrorPlugins: () => [plugin] }), show }
}

/** What of a layer is drawn. */
export interface Drawn {
  set: DecorationSet
  byId: ReadonlyMap<string, { item: Drawable; signature: string; decorations: Decoration[] }>
}

export const blank: Drawn = { set: DecorationSet.empty, byId: new Map() }

/** Ids to take away, and items to draw, in place of what is drawn of them. */
export interface Redrawing<Item> {
  gone: string[]
  fresh: Item[]
}

/** What leads from what is drawn to these items. */
export function difference<Item extends Drawable>(
  { byId }: Drawn,
  items: readonly Item[],
  { signatureOf }: Drawing<Item>,
): Redrawing<Item> {
  const wanted = new Set(items.map((item) => item.id))
  return {
    gone: [...byId.keys()].filter((id) => !wanted.has(id)),
    // The same object looks the same, which spares its signature.
    fresh: items.filter((item) => {
      const before = byId.get(item.id)
      return before?.item !== item && before?.signature !== signatureOf(item)
    }),
  }
}

export function redrawn<Item extends Drawable>(
  doc: Node,
  drawn: Drawn,
  { gone, fresh }: Redrawing<Item>,
  { signatureOf, decorationsOf }: Drawing<Item>,
): Drawn {
  const byId = new Map(drawn.byId)
  const old = [...gone, ...fresh.map((item) => item.id)].flatMap((id) => byId.get(id)?.decorations ?? [])
  for (const id of gone) byId.delete(id)
  const added = fresh.flatMap((item) => {
    const decorations = decorationsOf(item)
    byId.set(item.id, { item, signature: signatureOf(item), decorations })
    return decorations
  })
  return { set: drawn.set.remove(old).add(doc, added), byId }
}

/** So many items are drawn, and their lines laid out anew, in a few milliseconds. */
const SLICE = 50

/** What a large window shows, in positions before and after one near its top; so much is drawn first. */
const SIGHT = { before: 1_500, after: 4_500 }

/** However crowded a screen is, its first slice is no longer than this. */
const FIRST_SLICE = 3 * SLICE

/** What is urgent and what is in sight, then the rest in the order of the text. */
export function slices<Item extends Drawable>(
  items: readonly Item[],
  around: number,
  { isUrgent }: Pick<Drawing<Item>, "isUrgent">,
): Item[][] {
  const ordered = items.toSorted((one, other) => startOf(one) - startOf(other))
  const urgent = ordered.filter(isUrgent)
  const seen = ordered.filter((item) => !isUrgent(item) && inSight(item, around))
  const first = [...urgent, ...seen].slice(0, FIRST_SLICE)
  const drawn = new Set(first)
  const rest = ordered.filter((item) => !drawn.has(item))
  const later: Item[][] = []
  for (let from = 0; from < rest.length; from += SLICE) later.push(rest.slice(from, from + SLICE))
  return [first, ...later]
}

/** Whether an item begins where a window around a position shows it. */
export function inSight(item: Drawable, around: number): boolean {
  const start = startOf(item)
  return start > around - SIGHT.before && start < around + SIGHT.after
}

function startOf({ ranges }: Drawable): number {
  return ranges[0]?.from ?? 0
}
