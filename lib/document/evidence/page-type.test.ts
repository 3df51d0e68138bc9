/** What came as a page, whatever its server says of it. */
import { expect, test } from "vitest"
import { pageTypeOf } from "./page-type"
import { pdf } from "./testing/files"

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"))
const PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
)
const found = async (bytes: Uint8Array, said: string, charset: string | null = null) => {
  const page = await pageTypeOf({ bytes, said, charset })
  return page.type ?? page
}

test("a page is what is in it: documents sent as pages, pages as documents or text", async () => {
  expect(await found(await pdf("Words"), "text/html")).toBe("application/pdf")
  expect(await found(utf8("\r\n%PDF-1.7 broken"), "text/plain")).toBe("application/pdf")
  expect(await found(utf8("<!doctype html><title>Sign in</title>"), "application/pdf")).toBe("text/html")
  expect(await found(utf8("\uFEFF<!-- a --><HTML lang=de>"), "text/plain")).toBe("text/html")
  expect(await found(utf8('<?xml version="1.0"?><html xmlns="x">'), "application/xhtml+xml")).toBe("text/html")
  expect(await found(utf8("Not found."), "application/pdf")).toBe("text/plain")
})

test("what is no page is called by its own type", async () => {
  expect(await found(PNG, "text/html")).toEqual({ type: null, is: "image/png" })
  expect(await found(PNG, "application/pdf")).toEqual({ type: null, is: "image/png" })
  expect(await found(utf8("<svg xmlns='x'/>"), "text/html")).toEqual({ type: null, is: "image/svg+xml" })
  expect(await found(new Uint8Array(200).fill(1), "text/html")).toEqual({ type: null, is: "" })
})

test("words stay words in every encoding, and whatever file their first letters call to mind", async () => {
  expect(await found(utf8("BMW sold more cars."), "text/plain")).toBe("text/plain")
  expect(await found(utf8("<p>Half a page"), "text/html")).toBe("text/html")
  expect(await found(new Uint8Array(Buffer.from("Größe, Übermut, Äpfel", "latin1")), "text/plain")).toBe("text/plain")
  expect(await found(utf16("\uFEFF<html><p>wide"), "text/plain")).toBe("text/html")
  expect(await found(utf16("only words, and wide ones at that"), "text/plain", "UTF-16LE")).toBe("text/plain")
  expect(await found(new Uint8Array([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]), "text/html")).toBe("text/html")
})
