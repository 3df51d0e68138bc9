import { beforeEach, expect, test } from "vitest"
import { draftAt, dropDraft } from "./drafts"
import { clean, conflicts, differs, put, rebase, settle, unsent, type Typed } from "./typed-values"

type Name = "statement" | "claimant"
const KEY = "me:claim:fields"
const saved = { statement: "It rained.", claimant: "" }
const draft = () => draftAt<Typed<Name>>(KEY)
const typed = () => draft() ?? { value: {}, base: {} }

beforeEach(() => dropDraft(KEY))

test("only what was typed and differs is sent", () => {
  put<Name>(KEY, saved, "statement", "It poured.")
  put<Name>(KEY, saved, "claimant", " ")
  expect(unsent<Name>(typed(), saved)).toEqual({ statement: "It poured." })
  expect(differs<Name>(draft(), saved)).toBe(true)
})

test("a field that somebody else changed is a conflict and is not sent; others are", () => {
  put<Name>(KEY, saved, "statement", "It poured.")
  put<Name>(KEY, saved, "claimant", "A minister")
  const now = { statement: "It snowed.", claimant: "" }
  expect(conflicts<Name>(typed(), now, "statement")).toBe(true)
  expect(unsent<Name>(typed(), now)).toEqual({ claimant: "A minister" })
})

test("the same words from two people are no conflict", () => {
  put<Name>(KEY, saved, "statement", "It snowed.")
  expect(conflicts<Name>(typed(), { ...saved, statement: "It snowed." }, "statement")).toBe(false)
})

test("keeping mine sends it over theirs", () => {
  put<Name>(KEY, saved, "statement", "It poured.")
  const now = { ...saved, statement: "It snowed." }
  rebase<Name>(KEY, now, "statement")
  expect(unsent<Name>(typed(), now)).toEqual({ statement: "It poured." })
})

test("an answer ends the draft of what was sent", () => {
  put<Name>(KEY, saved, "statement", "It poured.")
  settle<Name>(KEY, { statement: "It poured." }, { ...saved, statement: "It poured." }, "statement")
  expect(draft()).toBeNull()
})

test("what was typed while the answer was on its way stays, over what is saved now", () => {
  put<Name>(KEY, saved, "statement", "It poured. A lot")
  settle<Name>(KEY, { statement: "It poured." }, { ...saved, statement: "It poured." }, "statement")
  expect(draft()).toEqual({ value: { statement: "It poured. A lot" }, base: { statement: "It poured." } })
})

test("a space at the end of the field being typed in is kept until it is left", () => {
  put<Name>(KEY, saved, "statement", "It poured ")
  const now = { ...saved, statement: "It poured" }
  settle<Name>(KEY, { statement: "It poured " }, now, "statement")
  expect(typed().value.statement).toBe("It poured ")
  expect(differs<Name>(draft(), now)).toBe(false)
  clean<Name>(KEY, now)
  expect(draft()).toBeNull()
})
