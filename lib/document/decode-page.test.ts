/** Pages in the encodings of the web, declared in all the ways that a browser reads. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decodePage } from "./decode-page"

/** The bytes of `text` in an encoding of one or two bytes a character, by asking the decoder what each of them means. */
function encoded(text: string, label: string): Uint8Array {
  const bytes = new Map<string, number[]>()
  const decoder = new TextDecoder(label, { fatal: true })
  const learn = (...code: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(code))
      if (!bytes.has(character)) bytes.set(character, code)
    } catch {
      // No character has this code.
    }
  }
  for (let first = 0; first < 256; first += 1) learn(first)
  if (/^(shift_jis|gb18030|gbk|euc-|big5)/.test(label))
    for (let first = 0x81; first < 0xff; first += 1)
      for (let second = 0x30; second < 0xff; second += 1) learn(first, second)
  return Uint8Array.from([...text].flatMap((character) => bytes.get(character) ?? [0x3f]))
}

function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = Buffer.from(text, "utf16le")
  return order === "le" ? bytes : bytes.swap16()
}

const ascii = (text: string) => Buffer.from(text, "latin1")
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

const WORDS: [label: string, words: string][] = [
  ["iso-8859-2", "Příliš žluťoučký kůň, święta Łódź"],
  ["windows-1250", "Příliš žluťoučký kůň – „święta“ Łódź"],
  ["windows-1251", "Съешь же ещё этих мягких «французских» булок"],
  ["koi8-r", "Съешь же ещё этих мягких булок"],
  ["iso-8859-7", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία"],
  ["windows-1254", "Pijamalı hasta yağız şoföre çabucak güvendi"],
  ["windows-1255", "דג סקרן שט בים"],
  ["windows-1256", "نص حكيم له سر قاطع"],
  ["shift_jis", "いろはにほへと 色は匂へど"],
  ["euc-jp", "いろはにほへと 色は匂へど"],
  ["gb18030", "天地玄黄 宇宙洪荒"],
  ["big5", "天地玄黃 宇宙洪荒"],
  ["euc-kr", "키스의 고유조건은 입술끼리 만나야 하고"],
]

describe.each(WORDS)("%s", (label, words) => {
  const bytes = encoded(words, label)

  test("of the header", () => expect(decodePage(bytes, label)).toBe(words))

  test.each([
    ["charset", `<!doctype html><html><head><meta charset="${label}">`],
    ["charset, bare and in capitals", `<META CHARSET=${label.toUpperCase()} />`],
    ["http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`],
    ["http-equiv, content first", `<meta content='text/html;charset = "${label}"' http-equiv=content-type>`],
    ["an XML declaration", `<?xml version="1.0" encoding='${label}'?>\n<html>`],
  ])("of %s", (_, head) => expect(decodePage(join(ascii(head), bytes), null)).toBe(head + words))
})

describe("windows-1252", () => {
  const words = "“Größe” – it’s €5… ‘naïve’ — œuvre Žižek™"
  const marks: Record<string, number> = {
    "€": 0x80,
    "…": 0x85,
    Ž: 0x8e,
    "‘": 0x91,
    "’": 0x92,
    "“": 0x93,
    "”": 0x94,
    "–": 0x96,
    "—": 0x97,
    "™": 0x99,
    œ: 0x9c,
    ž: 0x9e,
  }
  const bytes = Uint8Array.from([...words].map((character) => marks[character] ?? character.charCodeAt(0)))

  test.each(["windows-1252", "iso-8859-1", "latin1", "us-ascii", "cp1252"])("is what %s means", (label) =>
    expect(decodePage(bytes, label)).toBe(words),
  )

  test("is what is not UTF-8 and says nothing", () => expect(decodePage(bytes, null)).toBe(words))

  test("gives all of its 256 bytes a character of their own", () => {
    const text = decodePage(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      "windows-1252",
    )
    expect(new Set(text).size).toBe(256)
    expect([...text].filter((character) => /[\x80-\x9f]/.test(character))).toEqual([
      "\x81",
      "\x8d",
      "\x8f",
      "\x90",
      "\x9d",
    ])
  })
})

describe("UTF-8 and UTF-16", () => {
  const words = "Größe 漢字 👍 žluťoučký"

  test("without a word, UTF-8 is known by its bytes", () => expect(decodePage(Buffer.from(words), null)).toBe(words))

  test.each([
    ["UTF-8", Buffer.from(`\ufeff${words}`)],
    ["UTF-16, low byte first", utf16(`\ufeff${words}`, "le")],
    ["UTF-16, high byte first", utf16(`\ufeff${words}`, "be")],
  ])("a mark of %s counts more than anything else", (_, bytes) => {
    expect(decodePage(bytes, "windows-1251")).toBe(words)
    expect(decodePage(bytes, null)).toBe(words)
  })

  test("the header's UTF-16 is taken by its word", () => {
    expect(decodePage(utf16(words, "le"), "utf-16")).toBe(words)
    expect(decodePage(utf16(words, "be"), "UTF-16BE")).toBe(words)
    const xml = `<?xml version="1.0"?>${words}`
    expect(decodePage(utf16(xml, "le"), null)).toBe(xml)
    expect(decodePage(utf16(xml, "be"), null)).toBe(xml)
  })

  test.each(["<meta charset=utf-16>", '<meta charset="UTF-16BE">', '<?xml version="1.0" encoding="utf-16le"?>'])(
    "%s can't be meant so",
    (head) => expect(decodePage(Buffer.from(head + words), null)).toBe(head + words),
  )

  test("what is declared as UTF-8 and is not shows where it is broken", () =>
    expect(decodePage(Uint8Array.from([0x61, 0xe9, 0x62]), "utf-8")).toBe("a\ufffdb"))
})

describe("the declaration that counts", () => {
  const russian = encoded("мир", "windows-1251")
  const read = (head: string, header: string | null = null) => decodePage(join(ascii(head), russian), header).slice(-3)

  test("is the header's before the page's", () => {
    expect(read("<meta charset=utf-8>", "windows-1251")).toBe("мир")
    expect(read("<meta charset=windows-1251>", "koi8-r")).not.toBe("мир")
  })

  test.each(["no-such-encoding", "", "utf-7", "replacement"])("is none that is unknown: %s", (label) => {
    expect(read("<meta charset=windows-1251>", label)).toBe("мир")
    expect(read(`<meta charset="${label}"><meta charset=windows-1251>`)).toBe("мир")
  })

  test.each([
    ["in a comment", "<!-- <meta charset=utf-8> --><meta charset=windows-1251>"],
    ["in a comment that ends at once", "<!--><meta charset=windows-1251><!-- <meta charset=utf-8> -->"],
    ["in an attribute", `<a title="<meta charset=utf-8>"><meta charset=windows-1251>`],
    ["in an attribute without quotes", "<a title=<meta><meta charset=windows-1251>"],
    ["of another element", "<metal charset=utf-8><meta charset=windows-1251>"],
    ["in a closing tag", "</meta charset=utf-8><meta charset=windows-1251>"],
    ["in an instruction", "<?php <meta charset=utf-8 ?><meta charset=windows-1251>"],
    ["in a content that is no pragma", '<meta name=a content="a;charset=utf-8"><meta charset=windows-1251>'],
    ["of a second attribute", "<meta charset=windows-1251 charset=utf-8>"],
    ["in the pragma beside it", '<meta http-equiv=content-type content="a;charset=utf-8" charset=windows-1251>'],
    ["of a word before it", '<meta http-equiv=content-type content="charset charset=windows-1251">'],
    ["behind a slash", "<meta/charset=windows-1251 />"],
    ["on lines of its own", "<meta\n\tcharset\n=\n'windows-1251'\n>"],
    ["behind a script", `<script>${"var a = 1 < 2;\n".repeat(300)}</script><meta charset=windows-1251>`],
  ])("is not the one %s", (_, head) => expect(read(head)).toBe("мир"))

  test("is not looked for beyond the beginning", () =>
    expect(read(`${" ".repeat(20_000)}<meta charset=windows-1251>`)).toBe("ìèð"))

  test("x-user-defined is windows-1252", () => expect(read("<meta charset=x-user-defined>")).toBe("ìèð"))
})

test("any bytes are some text, and any text in UTF-8 is itself", () => {
  const piece = fc.constantFrom(
    "<meta",
    " charset",
    "=",
    '"',
    "'",
    ">",
    "<!--",
    "-->",
    "/",
    "<?xml",
    "utf-16",
    "koi8-r",
    "content",
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 30 }), (pieces) => {
      expect(typeof decodePage(Buffer.from(pieces.join("")), null)).toBe("string")
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, label) => {
      expect(decodePage(bytes, label)).not.toMatch(/^\ufeff/)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.includes("<") && !text.startsWith("\ufeff"))
      expect(decodePage(Buffer.from(text), null)).toBe(text)
    }),
  )
})
