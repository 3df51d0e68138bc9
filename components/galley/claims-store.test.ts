import { expect, test, vi } from "vitest"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { EvidenceView } from "@/lib/domain/source"
import { claimsStore } from "./claims-store"

const claim = (number: number, version = 1, fields: Partial<ClaimView> = {}) =>
  ({
    id: `claim-${number}`,
    number,
    version,
    state: "open",
    anchors: [],
    statement: null,
    ...fields,
  }) as unknown as ClaimView
const ok = <Value>(value: Value): Answer<Value> => ({ ok: true, value })
const no = (message: string, current?: unknown): Answer<never> => ({
  ok: false,
  refusal: { code: "conflict", message, fields: {}, ...(current !== undefined && { current }) },
})
const lost = () => no("lost")
const numbers = (store: ReturnType<typeof claimsStore>) => store.read().map((entry) => entry.claim.number)

test("a marked claim is there at once, and keeps its key when its id and number come", async () => {
  const store = claimsStore([claim(1)], lost)
  const provisional = claim(2, 0, { id: "marking:1-2" })
  store.mark(provisional, () => Promise.resolve(ok(claim(5))))
  expect(store.read().at(-1)).toMatchObject({ key: "marking:1-2", standing: "marking" })
  await vi.waitFor(() =>
    expect(store.read().at(-1)).toMatchObject({ standing: "kept", claim: { id: "claim-5", number: 5 } }),
  )
  expect(store.read().at(-1)?.key).toBe("marking:1-2")
})

test("a refused marking is gone again", async () => {
  const store = claimsStore([claim(1)], lost)
  const told = vi.fn()
  store.mark(claim(2, 0, { id: "marking:1-2" }), () => Promise.resolve(no("newer revision")), told)
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  expect(numbers(store)).toEqual([1])
})

test("acts on a claim wait for its marking and see its id", async () => {
  const store = claimsStore([], lost)
  store.mark(claim(1, 0, { id: "marking:1-2" }), () => Promise.resolve(ok(claim(1))))
  const seen = vi.fn((one: ClaimView) => Promise.resolve(ok(claim(1, one.version + 1))))
  await store.perform("marking:1-2", seen)
  expect(seen).toHaveBeenCalledWith(expect.objectContaining({ id: "claim-1", version: 1 }))
})

test("each act goes out with the version that the one before it left", async () => {
  const store = claimsStore([claim(1)], lost)
  const versions: number[] = []
  const edit = (one: ClaimView) => {
    versions.push(one.version)
    return Promise.resolve(ok(claim(1, one.version + 1)))
  }
  await Promise.all([store.perform("claim-1", edit), store.perform("claim-1", edit)])
  expect(versions).toEqual([1, 2])
})

test("a conflict brings what is there now; the answer is told in the same tick", async () => {
  const store = claimsStore([claim(1)], lost)
  let shown: number | undefined
  await store.perform(
    "claim-1",
    () => Promise.resolve(no("somebody was first", claim(1, 7))),
    () => {
      shown = store.read()[0]?.claim.version
    },
  )
  expect(shown).toBe(7)
})

test("a lost connection is answered like a refusal", async () => {
  const store = claimsStore([claim(1)], lost)
  const answer = await store.perform("claim-1", () => Promise.reject(new Error("offline")))
  expect(answer).toMatchObject({ ok: false, refusal: { message: "lost" } })
  expect(numbers(store)).toEqual([1])
})

test("a withdrawn claim leaves", async () => {
  const store = claimsStore([claim(1), claim(2)], lost)
  await store.perform("claim-1", (one) => Promise.resolve(ok({ id: one.id })))
  expect(numbers(store)).toEqual([2])
})

test("a newer page brings what others did, never an older version, and keeps what is being marked", () => {
  const store = claimsStore([claim(1, 3), claim(2)], lost)
  store.mark(claim(4, 0, { id: "marking:1-2" }), () => new Promise(() => {}))
  const gone = store.merge([claim(1, 2), claim(3)])
  expect(gone.map(({ key }) => key)).toEqual(["claim-2"])
  expect(numbers(store)).toEqual([1, 3, 4])
  expect(store.read()[0]?.claim.version).toBe(3)
})

test("a conflict about evidence brings that piece up to date", async () => {
  const evidence = (version: number) =>
    ({ id: "e", version, stance: "supports", source: {} }) as unknown as EvidenceView
  const store = claimsStore([claim(1, 1, { contacts: [], calculations: [], evidence: [evidence(1)] })], lost)
  await store.perform("claim-1", () => Promise.resolve(no("somebody was first", evidence(2))))
  expect(store.read()[0]?.claim.evidence[0]?.version).toBe(2)
})

test("a claim that was withdrawn comes back to its place, once", () => {
  const store = claimsStore([claim(1), claim(3)], lost)
  store.takeBack(claim(2))
  store.takeBack(claim(2, 3))
  expect(numbers(store)).toEqual([1, 2, 3])
  expect(store.read()[1]).toMatchObject({ key: "claim-2", standing: "kept", claim: { version: 3 } })
})

test("an answer with places in another text leaves a claim where it stands in the text that is open", async () => {
  const at = (revisionId: string, start: number) => ({ anchors: [{ revisionId, start }] as ClaimView["anchors"] })
  const store = claimsStore([claim(1, 1, at("r1", 5))], lost)
  await store.perform("claim-1", () => Promise.resolve(ok(claim(1, 2, { ...at("r2", 90), statement: "Another" }))))
  expect(store.read()[0]?.claim).toMatchObject({ version: 2, statement: "Another", anchors: [{ start: 5 }] })
  await store.perform("claim-1", () => Promise.resolve(ok(claim(1, 3, at("r1", 7)))))
  expect(store.read()[0]?.claim.anchors[0]?.start).toBe(7)
})
