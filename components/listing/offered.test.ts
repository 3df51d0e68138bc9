import { describe, expect, test } from "vitest"
import { offered } from "./offered"

const sections = [
  { value: "Local", label: "Local" },
  { value: "Sport", label: "Sport" },
]

describe("a filter offers", () => {
  test("its options, whichever of them is asked for", () => {
    for (const asked of [undefined, "", "Sport"]) expect(offered(sections, asked, (value) => value)).toBe(sections)
  })

  test("what is asked for and in force though it is none of them, after them and by its name", () => {
    expect(offered(sections, "Obituaries", (value) => value)).toEqual([
      ...sections,
      { value: "Obituaries", label: "Obituaries" },
    ])
  })

  test("nothing for a value that asks for nothing", () => {
    expect(offered(sections, "never")).toBe(sections)
  })
})
