/** The ledger's list: every filter and order against the same asked in memory, confidential sources in counts too. */
import { beforeAll, expect } from "vitest"
import { SourceFilters, SourceOrder, type SourceItem } from "../domain/source-list"
import type { Actor } from "../domain/workspace"
import { withdrawClaim } from "./claims"
import { sealPlace } from "./cursor"
import { addEvidence } from "./evidence"
import { countSources, listSources, readLedgerSource, restingOn } from "./source-list"
import { addSource } from "./sources"
import { newSource, openDesk, refused, test, WORDS, type Desk } from "./testing/desk"

let desk: Desk
let all: SourceItem[]
let closed: { id: string }
let most: { id: string }

const every = async (actor: Actor, asked: object = {}) =>
  (await listSources(actor, SourceFilters.parse(asked), { limit: 200 })).items

beforeAll(async () => {
  desk = await openDesk()
  const add = (source: object, by = desk.editor) => addSource(by, newSource(source))
  most = await add({ title: "Äpfel 100 %", kind: "study", primary: true })
  const some = await add({ title: "zebra_1", publisher: "The Office", kind: "dataset" })
  await add({ title: "Never used", author: "Ann" })
  closed = await add({ title: "A closed file", confidential: true, kind: "document" })
  await add({ title: "For the checker", confidential: true, readers: [desk.checker.id] })
  const article = await desk.article()
  const cite = async (sourceId: string, words: string) => {
    const { id: claimId } = await desk.claim({ article, words })
    await addEvidence(desk.editor, {
      claimId,
      source: { id: sourceId },
      evidence: { stance: "supports", locator: "p. 1" },
    })
    return claimId
  }
  const twice = await cite(most.id, WORDS.quote)
  await addEvidence(desk.editor, {
    claimId: twice,
    source: { id: most.id },
    evidence: { stance: "context", locator: "p. 2" },
  })
  await cite(most.id, WORDS.fact)
  await cite(some.id, WORDS.other)
  await cite(closed.id, WORDS.other)
  await withdrawClaim(desk.editor, { claimId: await cite(some.id, WORDS.fact), reason: "Marked twice" })
  all = await every(desk.owner)
})

const ids = (items: { id: string }[]) => items.map(({ id }) => id)

test("counts the live claims that rest on each, a claim once", () => {
  expect(all.map(({ title, claims }) => [title, claims])).toEqual([
    ["For the checker", 0],
    ["A closed file", 1],
    ["Never used", 0],
    ["zebra_1", 1],
    ["Äpfel 100 %", 2],
  ])
})

test("finds what each filter asks for, no more and no less", async () => {
  const asked: [object, (item: SourceItem) => boolean][] = [
    [{ q: "100 %" }, ({ title }) => title.includes("100 %")],
    [{ q: "OFFICE" }, ({ publisher }) => publisher === "The Office"],
    [{ q: "ann" }, ({ author }) => author === "Ann"],
    [{ kind: "study" }, ({ kind }) => kind === "study"],
    [{ primary: "yes" }, ({ primary }) => primary],
    [{ primary: "no", cited: "yes" }, ({ primary, claims }) => !primary && claims > 0],
    [{ confidential: "yes" }, ({ confidential }) => confidential],
    [{ cited: "no" }, ({ claims }) => claims === 0],
    [{ kind: "nothing", cited: "maybe", sort: "size" }, () => true],
  ]
  for (const [filters, fits] of asked) {
    expect(ids(await every(desk.owner, filters)), JSON.stringify(filters)).toEqual(ids(all.filter(fits)))
    expect(await countSources(desk.owner, SourceFilters.parse(filters))).toBe(all.filter(fits).length)
  }
})

test("goes through every page in every order, each source once", async () => {
  const expected: Record<SourceOrder, string[]> = {
    newest: ids(all),
    cited: ids(all.toSorted((one, other) => other.claims - one.claims || (one.id < other.id ? 1 : -1))),
    title: ids(all.toSorted((one, other) => one.title.localeCompare(other.title))),
  }
  for (const sort of SourceOrder.options) {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await listSources(desk.owner, SourceFilters.parse({ sort }), { limit: 2, cursor })
      found.push(...ids(page.items))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(found, sort).toEqual(expected[sort])
  }
})

test("a place that is none of its order's begins at the start", async () => {
  const id = all.at(-1)?.id
  const places: [SourceOrder, unknown[]][] = [
    ["newest", ["newest", "x", id]],
    ["newest", ["title", "x", id]],
    ["cited", ["cited", 3_000_000_000, id]],
    ["cited", ["cited", 1.5, id]],
    ["cited", ["cited", "1", id]],
    ["title", ["title", 1, id]],
    ["title", ["title", "a\0b", id]],
    ["title", ["title", "a", "no id"]],
  ]
  for (const [sort, place] of places) {
    const asked = SourceFilters.parse({ sort })
    const found = await listSources(desk.owner, asked, { cursor: sealPlace(place) })
    expect(ids(found.items), JSON.stringify(place)).toEqual(ids(await every(desk.owner, { sort })))
  }
})

test("confidential sources are there for those who may see them, in counts too", async () => {
  const titles = async (who: Actor) => (await every(who)).filter((item) => item.confidential).map(({ title }) => title)
  expect(await titles(desk.editor)).toEqual(["For the checker", "A closed file"])
  expect(await titles(desk.checker)).toEqual(["For the checker"])
  expect(await titles(desk.secondChecker)).toEqual([])
  expect(await titles(desk.viewer)).toEqual([])
  expect(await every(desk.viewer, { confidential: "yes" })).toEqual([])
  const counted = [desk.editor, desk.checker, desk.viewer].map((who) => countSources(who, SourceFilters.parse({})))
  expect(await Promise.all(counted)).toEqual([5, 4, 3])
  await refused(() => readLedgerSource(desk.checker, closed.id), "not-found", "source.notFound")
  expect((await restingOn(desk.checker, closed.id)).items).toEqual([])
})

test("tells who reads a confidential one", async () => {
  const item = await readLedgerSource(desk.editor, all[0]?.id ?? "")
  expect(item.readers.map(({ id }) => id).toSorted()).toEqual([desk.checker.id, desk.editor.id].toSorted())
})

test("tells what rests on it, page by page, with every passage", async () => {
  const first = await restingOn(desk.viewer, most.id, { limit: 1 })
  expect(first.items).toMatchObject([{ words: WORDS.fact, evidence: [{ locator: "p. 1" }] }])
  const second = await restingOn(desk.viewer, most.id, { limit: 1, cursor: first.next ?? undefined })
  expect(second.items).toMatchObject([
    { words: WORDS.quote, evidence: [{ stance: "supports" }, { stance: "context", locator: "p. 2" }] },
  ])
  expect(second.next).toBeNull()
})
