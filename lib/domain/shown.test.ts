/** What browser and server count alike. */
import { expect, test } from "vitest"
import { independentSources } from "./shown"

test("sources of one group count as one, however it is written; one cited twice counts once", () => {
  const source = (id: string, independenceGroup: string | null = null) => ({ id, independenceGroup })
  const wire = [source("a", "dpa"), source("b", "DPA")]
  expect(independentSources(wire)).toBe(1)
  expect(independentSources([...wire, source("c"), source("c"), source("d", "afp")])).toBe(3)
  expect(independentSources([])).toBe(0)
})
