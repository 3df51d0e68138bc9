import { expect, test } from "vitest"
import { withLinkedPictures } from "./pictures"

const address = "https://example.org/quay.jpg"

test("a picture is a link with its words, wherever it stands", () => {
  const drawn = withLinkedPictures(["figure", ["img", { src: address, alt: "The quay" }], ["figcaption", 0]])
  expect(drawn).toEqual([
    "figure",
    ["a", expect.objectContaining({ href: address, title: address, rel: "noopener noreferrer" }), "The quay"],
    ["figcaption", 0],
  ])
})

test("without words it shows its address", () => {
  expect(withLinkedPictures(["img", { src: address, alt: "" }])).toEqual(["a", expect.anything(), address])
})

test("a picture whose address leads nowhere from here is no link", () => {
  expect(withLinkedPictures(["img", { "data-src": "quay.jpg", alt: "The quay" }])).toEqual([
    "span",
    expect.not.objectContaining({ href: expect.anything() }),
    "The quay",
  ])
})

test("all else stays as it is", () => {
  for (const output of [["p", 0], ["h2", { id: "x" }, 0], "words"] as const) {
    expect(withLinkedPictures(output as never)).toEqual(output)
  }
})
