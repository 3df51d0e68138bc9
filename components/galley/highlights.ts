/** Claims drawn over the text: a tint, and a line under the words in a lane of its own where claims overlap. */
import { Decoration } from "@tiptap/pm/view"
import type { ClaimLook } from "@/components/claim/looks"
import { layer, type Drawable } from "./layers"

/** Its id is the claim's key. */
export interface Highlight extends Drawable {
  look: ClaimLook
  /** Which underline: see lanes.ts. */
  lane: number
  selected: "yes" | "no"
}

/** Lanes below this have a line of their own; more would run into the next line of text. */
const LANES = 3

export const claimsLayer = layer<Highlight>("claims", {
  signatureOf: ({ look, lane, selected, ranges }) =>
    [look, lane, selected, ...ranges.map(({ from, to }) => `${from}-${to}`)].join(" "),
  decorationsOf: (highlight) => {
    const attributes = { nodeName: "mark", ...markOf(highlight) }
    return highlight.ranges.map(({ from, to }) => Decoration.inline(from, to, attributes))
  },
  isUrgent: ({ selected }) => selected === "yes",
})

/** The attributes of the elements that a claim's words stand in. */
export function markOf({ id, look, lane, selected }: Highlight): { class: string; "data-claim": string } {
  const on = selected === "yes" ? " is-selected" : ""
  return { class: `claim-mark look-${look} lane-${Math.min(lane, LANES)}${on}`, "data-claim": id }
}
