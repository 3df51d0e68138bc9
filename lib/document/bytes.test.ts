import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Refusal } from "../domain/refusal"
import { decode, decodeFetched } from "./bytes"

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, order: "LE" | "BE", ...mark: number[]): Uint8Array {
  const bytes = Buffer.from(text, "utf16le")
  return Uint8Array.from([...mark, ...(order === "BE" ? bytes.swap16() : bytes)])
}

const refusal = (key: string) => expect.objectContaining({ code: "invalid", key: `import.${key}` })

test.each([
  ["UTF-8", utf8("Größe 👍")],
  ["UTF-8 with its mark", utf8("\ufeffGröße 👍")],
  ["UTF-16, little endian", utf16("Größe 👍", "LE", 0xff, 0xfe)],
  ["UTF-16, big endian", utf16("Größe 👍", "BE", 0xfe, 0xff)],
])("read: %s", (_, bytes) => expect(decode(bytes)).toBe("Größe 👍"))

test("line ends of every system become line feeds", () => {
  expect(decode(utf8("a\r\nb\rc\n\r\n"))).toBe("a\nb\nc\n\n")
})

test.each([
  ["empty", "no bytes", new Uint8Array()],
  ["empty", "only white space", utf8("\ufeff \r\n\t\u00a0\u200b")],
  ["encoding", "Windows-1252", Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65])],
  ["encoding", "UTF-16 without its mark", utf16("Die Größe der Stadt", "LE")],
  ["encoding", "half a surrogate pair", Uint8Array.from([0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00])],
  ["encoding", "UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ["binary", "PDF", utf8("%PDF-1.7\nwords")],
  ["binary", "ZIP", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])],
  ["binary", "PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
  ["binary", "RTF", utf8("{\\rtf1 words}")],
  ["binary", "a NUL", utf8("words \0 words")],
  ["binary", "control characters", utf8("\u0001\u0002\u0003\u0004\u0005\u0006\u0007 words")],
  ["tooLong", "more than two million characters", utf8("a".repeat(2_000_001))],
  ["tooLarge", "more than 10 MB", new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61)],
])("refused as %s: %s", (key, _, bytes) => expect(() => decode(bytes)).toThrow(refusal(key)))

test("what was fetched is read in its own encoding, within the same bounds", () => {
  const latin = Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x0d, 0x0a])
  expect(decodeFetched(latin, "iso-8859-1")).toBe("Größe\n")
  expect(() => decodeFetched(utf8("a".repeat(2_000_001)), null)).toThrow(refusal("tooLong"))
  expect(() => decodeFetched(utf8("%PDF-1.7\nwords"), null)).toThrow(refusal("binary"))
})

test("a stray control character is no reason to refuse", () => {
  expect(decode(utf8("one\u0007 two"))).toBe("one\u0007 two")
})

test("any bytes are text or a refusal", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        expect(decode(bytes).trim()).not.toBe("")
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})
