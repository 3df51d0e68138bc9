import { expect, test } from "vitest"
import { meant, typingAt, withName } from "./mention"

const people = ["Ann Berg", "Bernd Ann", "Carla"].map((name, at) => ({ id: `${at}`, name }))

/** The caret is `|`. */
const at = (text: string) => typingAt(text.replace("|", ""), text.indexOf("|"))

test("a name is being typed from its @ to the caret", () => {
  expect(at("Ask @An|")).toEqual({ at: 4, query: "An" })
  expect(at("Ask @|")).toEqual({ at: 4, query: "" })
  expect(at("@Ann Be| and")).toEqual({ at: 0, query: "Ann Be" })
  for (const none of ["Ask An|", "a@example|", "@ |", "@Ann\nB|", "|@Ann", `@${"a".repeat(60)}|`])
    expect(at(none), none).toBeNull()
})

test("whoever has a name that begins so is meant, until it stands there whole", () => {
  const names = (query: string) => meant(people, query).map(({ name }) => name)
  expect(names("ann")).toEqual(["Ann Berg", "Bernd Ann"])
  expect(names("be")).toEqual(["Ann Berg", "Bernd Ann"])
  expect(names("carla")).toEqual([])
  expect(names("")).toHaveLength(3)
})

test("the name goes in the place of what was typed of it", () => {
  const [ann] = people
  if (!ann) throw new Error("nobody")
  expect(withName("Ask @An, please", { at: 4, query: "An" }, ann)).toEqual({ text: "Ask @Ann Berg, please", caret: 13 })
  expect(withName("Ask @An please", { at: 4, query: "An" }, ann)).toEqual({ text: "Ask @Ann Berg please", caret: 13 })
  expect(withName("@", { at: 0, query: "" }, ann)).toEqual({ text: "@Ann Berg ", caret: 10 })
})
