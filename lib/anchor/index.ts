/**
 * Anchors: how a claim holds on to its words. Strings in, strings and spans out; imports nothing of ours.
 * All offsets are UTF-16 code units but where `codePoints` says otherwise. A browser would be sent all that is named
 * here: what is drawn imports the one module that it needs.
 */
export { codePoints, type CodePoints } from "./code-points"
export { compare, type Piece } from "./compare"
export { describe, type Anchor } from "./describe"
export { find, type Selector } from "./find"
export { snap, trim, type Span } from "./graphemes"
export { place, type Placed } from "./place"
export { sentencesOf } from "./sentences"
