/** Passages that say what was checked before, drawn under the text: a thin wave, apart from what claims are marked with. */
import { Decoration } from "@tiptap/pm/view"
import { layer, type Drawable } from "@/components/galley/layers"

export const passagesLayer = layer<Drawable>("earlier", {
  signatureOf: ({ ranges }) => ranges.map(({ from, to }) => `${from}-${to}`).join(" "),
  decorationsOf: ({ ranges }) =>
    ranges.map(({ from, to }) => Decoration.inline(from, to, { class: "earlier-passage" })),
  isUrgent: () => false,
})
