/** Loose items drawn under the text: a fine dotted line, without a tint, so that nobody takes it for a claim. */
import { Decoration } from "@tiptap/pm/view"
import { layer, type Drawable } from "@/components/galley/layers"
import type { Positions } from "@/lib/document/canonical"
import type { LooseItem } from "@/lib/domain/loose"

export const looseLayer = layer<Drawable>("loose", {
  signatureOf: ({ ranges }) => ranges.map(({ from, to }) => `${from}-${to}`).join(" "),
  decorationsOf: ({ ranges }) => ranges.map(({ from, to }) => Decoration.inline(from, to, { class: "loose-item" })),
  isUrgent: () => false,
})

export function looseDrawables(items: readonly LooseItem[], positions: Positions): Drawable[] {
  return items.map((item) => ({ id: `${item.start}-${item.end}`, ranges: positions.rangesOf(item) }))
}
