/** A history as a file: that it is whole, however long it is. */
import { expect, test, vi } from "vitest"
import type { HistoryItem } from "@/lib/domain/history"
import { historyFile } from "./history-file"

vi.mock("next-intl/server", () => import("@/app/api/v1/testing/translator"))

const PAGES = 250

const item = (at: number): HistoryItem => ({
  ...{ id: `event-${at}`, act: "article.archived", actor: null, subjects: {}, payload: {} },
  ...{ at: "2026-03-04T10:00:00.000Z", article: null, claim: null, source: null, member: null },
})

test.each(["csv", "jsonl"] as const)("a long history is written to its beginning, as %s", async (format) => {
  const read = ({ cursor = "0" }: { cursor?: string | undefined }) => {
    const at = Number(cursor)
    return Promise.resolve({ items: [item(at)], next: at + 1 < PAGES ? String(at + 1) : null })
  }
  const clock = { now: new Date("2026-03-05T10:00:00Z"), zone: "UTC" }
  const { body, fileName } = await historyFile(format, clock, read)
  expect(fileName).toBe(`history-2026-03-05.${format}`)
  const text = await new Response(body as BodyInit).text()
  const ids = [...text.matchAll(/event-(\d+)/g)].map(([, at]) => Number(at))
  expect(ids).toEqual(Array.from({ length: PAGES }, (_, at) => at))
})
