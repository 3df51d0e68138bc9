import { Decoration } from "@tiptap/pm/view"
import fc from "fast-check"
import { expect, test } from "vitest"
import { schema } from "@/lib/document/schema"
import { blank, difference, redrawn, slices, type Drawable, type Drawing, type Drawn } from "./layers"

interface Item extends Drawable {
  look: string
}

const drawing: Drawing<Item> = {
  signatureOf: ({ look, ranges }) => `${look} ${ranges.map(({ from, to }) => `${from}-${to}`).join()}`,
  decorationsOf: ({ id, ranges }) => ranges.map(({ from, to }) => Decoration.inline(from, to, { class: id })),
  isUrgent: ({ look }) => look === "chosen",
}

const LENGTH = 20_000
const doc = schema.node("doc", null, [
  schema.node("title", null, [schema.text("A title")]),
  schema.node("paragraph", null, [schema.text("x".repeat(LENGTH))]),
])
const item = (id: string, from: number, look = "plain"): Item => ({ id, look, ranges: [{ from, to: from + 30 }] })
const draw = (drawn: Drawn, items: Item[]) => redrawn(doc, drawn, difference(drawn, items, drawing), drawing)
const many = (count: number) => Array.from({ length: count }, (_, n) => item(`n${n}`, 20 + n * 15))

test("only what differs is drawn again", () => {
  const drawn = draw(blank, [item("a", 20), item("b", 30)])
  const next = [item("a", 20), item("b", 30, "chosen"), item("c", 40)]
  expect(difference(drawn, next, drawing)).toEqual({ gone: [], fresh: next.slice(1) })
})

test("what is no longer wanted goes", () => {
  const drawn = draw(draw(blank, [item("a", 20), item("b", 30)]), [item("b", 30)])
  expect([...drawn.byId.keys()]).toEqual(["b"])
  expect(drawn.set.find()).toHaveLength(1)
})

test("what is urgent and what is in sight is drawn first, the rest in the order of the text", () => {
  const items = [...many(1_000).reverse(), item("far", 19_000, "chosen")]
  const [first = [], ...later] = slices(items, 3_000, drawing)
  expect(first[0]?.id).toBe("far")
  expect(first.slice(1).every(({ ranges }) => Math.abs((ranges[0]?.from ?? 0) - 3_000) < 4_500)).toBe(true)
  const starts = later.flat().map(({ ranges }) => ranges[0]?.from ?? 0)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
})

test("however crowded the text, no slice is long, and each item is in one", () => {
  const places = fc.array(fc.integer({ min: 10, max: LENGTH - 40 }), { maxLength: 600 })
  fc.assert(
    fc.property(places, fc.nat(LENGTH), (froms, around) => {
      const items = froms.map((from, n) => item(`n${n}`, from))
      const cut = slices(items, around, drawing)
      expect(Math.max(...cut.map((slice) => slice.length))).toBeLessThanOrEqual(150)
      expect(
        cut
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(items.map(({ id }) => id).sort())
    }),
  )
})

test("drawn in slices or at once, it is the same", () => {
  const items = many(400)
  const inSlices = slices(items, 0, drawing).reduce(
    (drawn, fresh) => redrawn(doc, drawn, { gone: [], fresh }, drawing),
    blank,
  )
  expect(difference(inSlices, items, drawing)).toEqual({ gone: [], fresh: [] })
  expect(inSlices.set.find().length).toBe(draw(blank, items).set.find().length)
})
