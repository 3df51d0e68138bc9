/** What is answered as a file: its name by RFC 6266, its bytes as they are. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { attachment, fileAnswer } from "./download"

test("a file's name is told in ASCII and as it is, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (fileName) => {
      const found = /^attachment; filename="([ !#-[\]-~]*)"; filename\*=UTF-8\'\'([\w!#$&+.^`|~%-]*)$/.exec(
        attachment(fileName),
      )
      expect(found?.[1]).not.toContain("%")
      expect(decodeURIComponent(found?.[2] ?? "")).toBe(fileName.replace(/\p{Surrogate}/gu, "_"))
    }),
  )
})

test("what is long arrives as it was, however it is cut", async () => {
  for (const body of ["", "a" + "\u{1f600}".repeat(70_000), "\u{1f600}é".repeat(90_000)]) {
    expect(await fileAnswer({ body, type: "text/plain" }).text()).toBe(body)
  }
  const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
  expect(new Uint8Array(await fileAnswer({ body: bytes, type: "application/zip" }).arrayBuffer())).toEqual(bytes)
})
