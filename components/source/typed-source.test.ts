import { expect, test } from "vitest"
import { emptyEvidence, evidenceFrom, freshFrom, hostOf, sameEvidence, sourceFrom } from "./typed-source"

test("an address that was searched for becomes the new source's address, words its title", () => {
  expect(freshFrom(" https://example.org/call ")).toMatchObject({ url: "https://example.org/call", title: "" })
  expect(freshFrom("Readout of the call")).toMatchObject({ url: "", title: "Readout of the call" })
})

test("what is left empty is null", () => {
  expect(sourceFrom({ ...freshFrom(" Readout "), primary: "yes" })).toEqual({
    kind: "other",
    title: "Readout",
    url: null,
    publisher: null,
    author: null,
    publishedOn: null,
    primary: true,
    confidential: false,
  })
  expect(evidenceFrom({ stance: "context", locator: " p. 2 ", excerpt: "", note: "" })).toEqual({
    stance: "context",
    locator: "p. 2",
    excerpt: null,
    note: null,
  })
})

test("hosts", () => {
  expect(hostOf("https://www.example.org/a")).toBe("example.org")
  expect(hostOf(null)).toBeNull()
})

test("evidence that somebody else changed in any field is not the same", () => {
  expect(sameEvidence(emptyEvidence, { ...emptyEvidence })).toBe(true)
  for (const change of [{ stance: "refutes" as const }, { locator: "page 2" }, { excerpt: "…" }, { note: "Ask." }])
    expect(sameEvidence(emptyEvidence, { ...emptyEvidence, ...change })).toBe(false)
})
