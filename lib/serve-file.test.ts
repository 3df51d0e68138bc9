/** Serving a file: never a page, whole or a range, and only what is new to the browser. */
import { expect, test } from "vitest"
import { rangeOf, serveFile } from "./serve-file"

const file = { id: "f", name: "Ärger & Öl.pdf", type: "application/pdf", size: 10, sha256: "abc" }
async function* bytes(start: number, end: number) {
  yield new Uint8Array(Array.from({ length: end - start }, (_, at) => start + at))
}
const ask = (headers: Record<string, string> = {}, method = "GET") =>
  serveFile(new Request("https://stet.test/f", { method, headers }), file, bytes)

test("a file is to be kept, and never a page", async () => {
  const answer = ask()
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="_rger & _l.pdf"; filename*=UTF-8''%C3%84rger%20%26%20%C3%96l.pdf`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    "content-length": "10",
  })
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
})

test("of a file a range is given, and what the browser has already is not", async () => {
  const part = ask({ range: "bytes=2-4" })
  expect([part.status, part.headers.get("content-range"), part.headers.get("content-length")]).toEqual([
    206,
    "bytes 2-4/10",
    "3",
  ])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(Uint8Array.from([2, 3, 4]))
  expect(ask({ range: "bytes=10-" }).status).toBe(416)
  expect(ask({ range: "bytes=2-4", "if-range": '"other"' }).status).toBe(200)
  expect(ask({ "if-none-match": '"abc"' }).status).toBe(304)
  expect(await ask({}, "HEAD").text()).toBe("")
})

test.for([
  ["bytes=0-", { start: 0, end: 10 }],
  ["bytes=-3", { start: 7, end: 10 }],
  ["bytes=-30", { start: 0, end: 10 }],
  ["bytes=5-99", { start: 5, end: 10 }],
  ["bytes=5-4", "beyond"],
  ["bytes=-0", "beyond"],
  ["bytes=0-1,3-4", null],
  ["lines=0-1", null],
  ["bytes=-", null],
] as const)("the range %s", ([range, expected]) => {
  expect(rangeOf(new Headers({ range }), file)).toEqual(expected)
})
