/**
 * Anchors: how a claim holds on to its words. Strings in, strings and spans out; imports nothing of ours.
 * All offsets are UTF-16 code units but where `codePoints` says otherwise.
 */
export { openingWords } from "./abbreviations"
export { codePoints, type CodePoints } from "./code-points"
export { describe } from "./describe"
export { find, type Selector } from "./find"
export { snap, trim, type Span } from "./graphemes"
export { sentencesOf } from "./sentences"
