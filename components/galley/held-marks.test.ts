import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { Actor } from "@/lib/domain/workspace"
import { dropDraft } from "@/components/ui/drafts"
import { heldMarks, sendWhenOpen, type HeldMark } from "./held-marks"

const connection = vi.hoisted(() => ({ opens: [] as (() => void)[] }))
vi.mock("@/components/ui/connection", () => ({
  whenOpen: () => new Promise<void>((resolve) => connection.opens.push(resolve)),
}))

const actor = { id: "cleo" } as Actor
const article = { revision: { id: "first" } } as AnnotatedArticle
const mark: HeldMark = { span: { start: 4, end: 9 }, as: "claim" }
const other: HeldMark = { span: { start: 0, end: 3 }, as: "tick" }
const claim = { id: "claim-1" } as ClaimView
const signedOut: Answer<ClaimView> = { ok: false, refusal: { code: "signed-out", message: "", fields: {} } }

const open = () => {
  for (const resolve of connection.opens.splice(0)) resolve()
}
const sending = (send: () => Promise<Answer<ClaimView>>, one = mark) =>
  sendWhenOpen({ actor, article, mark: one, send })

beforeEach(() => vi.stubGlobal("window", { localStorage: undefined }))
afterEach(() => {
  dropDraft("cleo:first:marks")
  vi.unstubAllGlobals()
})

test("a mark is held until it can be sent, and no longer", async () => {
  const send = vi.fn(() => Promise.resolve({ ok: true as const, value: claim }))
  const sent = sending(send)
  expect(heldMarks(actor, article)).toEqual([mark])
  expect(send).not.toHaveBeenCalled()
  open()
  await expect(sent).resolves.toEqual({ ok: true, value: claim })
  expect(heldMarks(actor, article)).toEqual([])
})

test("a mark that finds nobody signed in is held again", async () => {
  const send = vi.fn<() => Promise<Answer<ClaimView>>>().mockResolvedValueOnce(signedOut)
  send.mockResolvedValueOnce({ ok: true, value: claim })
  const sent = sending(send)
  open()
  await vi.waitFor(() => expect(connection.opens).toHaveLength(1))
  expect(heldMarks(actor, article)).toEqual([mark])
  open()
  await expect(sent).resolves.toMatchObject({ ok: true })
})

test("what another tab sends first is not sent again", async () => {
  const send = vi.fn()
  const sent = sending(send)
  dropDraft("cleo:first:marks")
  open()
  await expect(sent).resolves.toBeNull()
  expect(send).not.toHaveBeenCalled()
})

test("one mark that goes out leaves the others held", async () => {
  const sent = sending(() => Promise.resolve({ ok: true, value: claim }))
  const [openFirst] = connection.opens.splice(0)
  void sending(vi.fn(), other)
  openFirst?.()
  await sent
  expect(heldMarks(actor, article)).toEqual([other])
})
