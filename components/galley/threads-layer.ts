/** Words with open threads: a row of fine dots over them, where no claim and nothing loose has a line. */
import { Decoration } from "@tiptap/pm/view"
import { layer, type Drawable } from "./layers"

export const threadsLayer = layer<Drawable>("threads", {
  signatureOf: ({ ranges }) => ranges.map(({ from, to }) => `${from}-${to}`).join(" "),
  decorationsOf: ({ id, ranges }) => {
    // An element of its own: classes on one would share the lines of a claim.
    const attributes = { nodeName: "span", class: "thread-passage", "data-thread": id }
    return ranges.map(({ from, to }) => Decoration.inline(from, to, attributes))
  },
  isUrgent: () => false,
})
