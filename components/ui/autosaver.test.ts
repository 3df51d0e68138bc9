import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { autosaver, type Saving } from "./autosaver"
import { draftAt, dropDraft } from "./drafts"

type Name = "statement"
const KEY = "me:claim:autosaver"

function saverOver(answers: Saving<Name>[], saved = { statement: "" }) {
  const sent: unknown[] = []
  const options = {
    key: KEY,
    saved,
    save: (changes: unknown, settle: (saving: Saving<Name>) => void) => {
      sent.push(changes)
      const answer = answers.shift()
      if (answer?.ok) saver.use({ ...options, saved: answer.saved })
      if (answer) settle(answer)
    },
  }
  const states: string[] = []
  const saver = autosaver<Name>(options, (state) => states.push(state.kind))
  return { saver, sent, states, options }
}

beforeEach(() => {
  vi.useFakeTimers()
  dropDraft(KEY)
})
afterEach(() => vi.useRealTimers())

test("typing saves once, after a pause", () => {
  const { saver, sent, states } = saverOver([{ ok: true, saved: { statement: "It rained" } }])
  saver.type("statement", "It")
  saver.type("statement", "It rained")
  expect(sent).toEqual([])
  vi.runAllTimers()
  expect(sent).toEqual([{ statement: "It rained" }])
  expect(states).toEqual(["saving", "saved"])
  expect(draftAt(KEY)).toBeNull()
})

test("leaving the field saves at once", () => {
  const { saver, sent } = saverOver([{ ok: true, saved: { statement: "It" } }])
  saver.type("statement", "It")
  saver.leave()
  expect(sent).toHaveLength(1)
})

test("what is refused stays as a draft and is not sent again by itself", () => {
  const { saver, sent } = saverOver([{ ok: false, message: "No.", fields: {}, then: "stop" }])
  saver.type("statement", "It")
  saver.leave()
  vi.runAllTimers()
  expect(sent).toHaveLength(1)
  expect(draftAt(KEY)).toMatchObject({ value: { statement: "It" } })
})

test("over a newer version, what nobody else touched goes out again", () => {
  const { saver, sent } = saverOver([
    { ok: false, message: "Somebody was first.", fields: {}, then: "again" },
    { ok: true, saved: { statement: "It" } },
  ])
  saver.type("statement", "It")
  saver.leave()
  vi.runAllTimers()
  expect(sent).toHaveLength(2)
  expect(draftAt(KEY)).toBeNull()
})

test("what can't be sent yet waits", () => {
  const { saver, sent, options } = saverOver([])
  saver.use({ ...options, ready: () => false })
  saver.type("statement", "It")
  saver.leave()
  expect(sent).toEqual([])
  expect(draftAt(KEY)).not.toBeNull()
})
