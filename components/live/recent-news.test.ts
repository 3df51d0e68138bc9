import { expect, test } from "vitest"
import { recentNews, type Told } from "./recent-news"

const told = (at: number): Told => ({ at, news: [], others: [], missed: false })
const times = (lacked: readonly Told[]) => lacked.map(({ at }) => at)

test("a page that was fetched lacks what was told while it was on its way", () => {
  const recent = recentNews()
  for (const at of [1_000, 8_000, 9_000]) recent.hear(told(at))
  expect(times(recent.lackedBy("/a", 10_000, "fetched"))).toEqual([8_000, 9_000])
})

test("a page that is shown as it was left lacks what was told since", () => {
  const recent = recentNews()
  recent.hear(told(1_000))
  recent.leave("/a", 2_000)
  recent.hear(told(3_000))
  expect(times(recent.lackedBy("/a", 60_000, "as it was left"))).toEqual([3_000])
  expect(recent.lackedBy("/never-left", 60_000, "as it was left")).toEqual([])
})

test("what is remembered no more may be anything", () => {
  const recent = recentNews()
  recent.leave("/a", 2_000)
  recent.hear(told(3_000))
  expect(recent.lackedBy("/a", 5_000_000, "as it was left")).toMatchObject([{ missed: true }])
  recent.leave("/b", 5_000_000)
  for (let at = 0; at < 1_000; at += 1) recent.hear(told(5_000_001 + at))
  expect(recent.lackedBy("/b", 5_002_000, "as it was left")).toMatchObject([{ missed: true }])
})
