import { expect, test } from "vitest"
import type { Answer } from "@/lib/domain/answer"
import { coverageStore } from "./coverage-store"

type Sent = Answer<{ marked: number[] }>

/** A store whose server answers when the test says so. */
function storeWith(marked: number[]) {
  const answers: ((answer: Sent) => void)[] = []
  const send = () => new Promise<Sent>((resolve) => answers.push(resolve))
  const store = coverageStore({ marked, send, lost: "No connection." })
  return { store, shown: () => [...store.read()].sort(), answers }
}

const refused: Sent = { ok: false, refusal: { code: "conflict", message: "There is a newer revision.", fields: {} } }

test("a mark shows before the server has answered, and what the server says after", async () => {
  const { store, shown, answers } = storeWith([1])
  const pressed = store.press({ ordinals: [2, 3], mark: "nothing_to_check" })
  expect(shown()).toEqual([1, 2, 3])
  await Promise.resolve()
  answers[0]?.({ ok: true, value: { marked: [1, 2, 3, 7] } })
  expect(await pressed).toBeNull()
  expect(shown()).toEqual([1, 2, 3, 7])
})

test("a refused mark is gone again and says why, those after it stay", async () => {
  const { store, shown, answers } = storeWith([])
  const first = store.press({ ordinals: [1], mark: "nothing_to_check" })
  const second = store.press({ ordinals: [2], mark: "nothing_to_check" })
  await Promise.resolve()
  answers[0]?.(refused)
  expect(await first).toBe("There is a newer revision.")
  expect(shown()).toEqual([2])
  answers[1]?.({ ok: true, value: { marked: [2] } })
  expect(await second).toBeNull()
  expect(shown()).toEqual([2])
})

test("presses reach the server one after the other", async () => {
  const { store, shown, answers } = storeWith([])
  void store.press({ ordinals: [1], mark: "nothing_to_check" })
  const back = store.press({ ordinals: [1], mark: null })
  expect(shown()).toEqual([])
  await Promise.resolve()
  expect(answers).toHaveLength(1)
  answers[0]?.({ ok: true, value: { marked: [1] } })
  await expect.poll(() => answers.length).toBe(2)
  expect(shown()).toEqual([])
  answers[1]?.({ ok: true, value: { marked: [] } })
  expect(await back).toBeNull()
  expect(shown()).toEqual([])
})

test("a server that can't be reached is said, and the mark is gone", async () => {
  const store = coverageStore({ marked: [], send: () => Promise.reject(new TypeError()), lost: "No connection." })
  expect(await store.press({ ordinals: [1], mark: "nothing_to_check" })).toBe("No connection.")
  expect([...store.read()]).toEqual([])
})

test("a newer page is taken, but not while a press is under way", async () => {
  const { store, shown, answers } = storeWith([1])
  store.merge([1, 4])
  expect(shown()).toEqual([1, 4])
  const pressed = store.press({ ordinals: [2], mark: "nothing_to_check" })
  store.merge([])
  expect(shown()).toEqual([1, 2, 4])
  await Promise.resolve()
  answers[0]?.({ ok: true, value: { marked: [1, 2, 4] } })
  await pressed
  expect(shown()).toEqual([1, 2, 4])
})
