/**
 * Word files that were good once. Most are hurt inside, in the XML of a part, and packed anew, since an archive whose
 * bytes are changed is refused at its door; some are hurt there too.
 */
import * as fc from "fast-check"
import { unzip } from "../unzip"
import { zip } from "../zip"

const FRAGMENTS = [
  "<w:p>",
  "</w:p>",
  "<w:tbl><w:tr><w:tc>",
  "</w:tc></w:tr></w:tbl>",
  '<w:ins w:id="1" w:author="x">',
  "</w:ins>",
  '<w:del w:id="1">',
  "<w:p/>",
  "<w:r><w:t>\u0301\u202E\uD83D\uDC4D</w:t></w:r>",
  '<w:commentRangeStart w:id="0"/>',
  '<w:commentRangeEnd w:id="1"/>',
  '<w:r><w:commentReference w:id="1"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:r><w:footnoteReference w:id="1"/></w:r>',
  '<w:vMerge/><w:gridSpan w:val="-3"/>',
  '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>',
  "<!DOCTYPE x>",
  "&lol;",
  "<![CDATA[",
  "\u0000",
]

/** A file made of these by a few cuts, doublings and insertions. */
export function mutatedWord(files: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .constantFrom(...files)
    .chain((file) => fc.oneof({ weight: 4, arbitrary: hurtInside(file) }, hurtOutside(file)))
}

const place = fc.double({ min: 0, max: 1, noNaN: true })
const step = fc.record({
  from: place,
  length: fc.nat(200),
  to: place,
  how: fc.constantFrom("cut", "double", "insert", "tag"),
  fragment: fc.constantFrom(...FRAGMENTS),
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function hurtInside(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const archive = unzip(file)
  const parts = archive.names
    .filter((name) => /\.(?:xml|rels)$/u.test(name))
    .map((name): [string, string] => [name, archive.read(name).toString()])
  return fc.tuple(fc.nat(parts.length * 3), fc.array(step, { minLength: 1, maxLength: 4 })).map(([pick, steps]) => {
    // The document itself is what most can be done to.
    const chosen = parts[pick]?.[0] ?? "word/document.xml"
    return zip(parts.map(([name, text]) => [name, name === chosen ? steps.reduce(hurt, text) : text]))
  })
}

function hurt(text: string, { from, length, to, how, fragment }: Step): string {
  const start = Math.floor(from * text.length)
  const piece = text.slice(start, start + length)
  const at = Math.floor(to * text.length)
  if (how === "cut") return text.slice(0, start) + text.slice(start + length)
  if (how === "double") return text.slice(0, at) + piece + text.slice(at)
  const place = how === "tag" ? Math.max(0, text.indexOf("<w:", at)) : at
  return text.slice(0, place) + fragment + text.slice(place)
}

function hurtOutside(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const flip = fc.record({ at: place, byte: fc.nat(255) })
  return fc.tuple(fc.array(flip, { maxLength: 5 }), fc.option(place)).map(([flips, end]) => {
    const bytes = Buffer.from(file)
    for (const { at, byte } of flips) bytes[Math.floor(at * (bytes.length - 1))] = byte
    return end === null ? bytes : bytes.subarray(0, Math.floor(end * bytes.length))
  })
}
