/**
 * Texts that were good once: cut, doubled, shuffled, spliced with each other and with what parsers stumble over. Random
 * characters alone would never come as far as a reader's inner rooms.
 */
import * as fc from "fast-check"

const FRAGMENTS = [
  ...[
    "<",
    "</",
    "</p>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml",
    "<!doctype",
    "&",
    "&#0;",
    "&#xD800;",
    "&lt;",
    "&amp;lt;",
  ],
  ...[
    "<script>alert(1)</script>",
    "<style>p{x:expression(alert(1))}",
    "<svg onload=alert(1)>",
    "<math><mtext><img src=x>",
  ],
  ...[
    "<template>",
    "<plaintext>",
    "<frameset>",
    "<noscript>",
    "<textarea>",
    "<title>",
    "<select><option>",
    "<iframe srcdoc='",
  ],
  ...[
    "<table><tr><td>",
    "<table><b>",
    "<tr>",
    "</table>",
    "<caption>",
    "<a href='javascript:alert(1)'>",
    "<a><a>",
    "<b><i></b>",
  ],
  ...[
    "<img src=data:image/png;base64,AA alt=x>",
    "<img src=//a.example/b.png>",
    "<base href='data:,'>",
    "<p onclick=alert(1) ",
  ],
  ...[
    "<ul><ol><li>",
    "<blockquote>",
    "<h1>",
    "<figure><figcaption>",
    "<td colspan=99999 rowspan=99999>",
    "<input type=checkbox>",
  ],
  ...["```", "~~~", "> > - 1. ", "[^1]", "[^1]: ", "[a](", "![](", "| - |", "---", "***", "{==", "\\", "==="],
  ...["\0", "\uD800", "\uDC00", "\uFEFF", "\uFFFC", "\u202E", "\u2028", "e\u0301\u0301", "\t", "\r", "\u00AD", "👩‍👩‍👧"],
]

interface Mutation {
  kind: "cut" | "repeat" | "move" | "insert" | "splice" | "end"
  /** Places in the text, as shares of its length. */
  at: number
  to: number
  length: number
  times: number
  fragment: string
}

const place = fc.double({ min: 0, max: 1, noNaN: true })

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("cut", "repeat", "move", "insert", "insert", "splice", "end"),
  at: place,
  to: place,
  length: fc.nat(400),
  times: fc.integer({ min: 1, max: 40 }),
  fragment: fc.constantFrom(...FRAGMENTS),
})

/** One of `seeds`, mutated a few times. */
export function mutated(seeds: string[]): fc.Arbitrary<string> {
  const seed = fc.constantFrom(...seeds)
  return fc
    .tuple(seed, seed, fc.array(mutation, { minLength: 1, maxLength: 12 }))
    .map(([text, other, mutations]) => mutations.reduce((result, one) => mutate(result, other, one), text))
}

function mutate(text: string, other: string, { kind, at, to, length, times, fragment }: Mutation): string {
  const start = Math.floor(at * text.length)
  const [before, piece, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)]
  switch (kind) {
    case "cut":
      return before + after
    case "repeat":
      return before + piece.repeat(times) + after
    case "move": {
      const target = Math.floor(to * (before.length + after.length))
      const rest = before + after
      return rest.slice(0, target) + piece + rest.slice(target)
    }
    case "insert":
      return before + fragment.repeat(times) + text.slice(start)
    case "splice":
      return before + other.slice(Math.floor(to * other.length)).slice(0, length * 4) + text.slice(start)
    case "end":
      return before
  }
}
