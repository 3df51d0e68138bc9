/** The ledger: adding, editing, finding sources, and what rests on them. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { SourceInput } from "../domain/source"
import { withdrawClaim } from "./claims"
import { addEvidence } from "./evidence"
import { recallRound, sendToReview } from "./rounds"
import { addSource, claimsOn, editSource, findSources, readSource } from "./sources"
import { newSource, refused, test, type Desk } from "./testing/desk"

const find = async (actor: Desk["viewer"], query = "") =>
  (await findSources(actor, { query, limit: 50 })).items.map((source) => source.title)

const readersOf = async (sourceId: string) =>
  (await db().sourceReader.findMany({ where: { sourceId } })).map((reader) => reader.membershipId).sort()

const flagsOf = async (sourceId: string) =>
  (await db().evidence.findMany({ where: { sourceId }, orderBy: { id: "asc" } })).map(({ flag }) => flag)

describe("adding", () => {
  test("keeps what was typed, under one address", async ({ desk }) => {
    const typed = SourceInput.parse({
      kind: "official_record",
      title: "Readout of the call",
      author: "Press office",
      publisher: "The government",
      publishedOn: "2024-11-15",
      url: "https://Example.org/readout/?fbclid=1#p2",
      primary: true,
      independenceGroup: "government",
      neverRefetch: true,
    })
    const source = await addSource(desk.checker, typed)
    const { readers, ...shown } = typed
    expect(readers).toEqual([])
    expect(source).toMatchObject({ ...shown, url: "https://example.org/readout/", confidential: false, version: 1 })
    expect(await readSource(desk.viewer, source.id)).toEqual(source)
    expect(await desk.lastEvents(1)).toEqual([
      { act: "source.added", actorId: desk.checker.id, subjects: { source: source.id }, payload: {} },
    ])
  })

  test("of an address in the ledger is a conflict that shows the one there", async ({ desk }) => {
    const there = await addSource(desk.editor, newSource({ url: "https://example.org/readout" }))
    const again = newSource({ url: "https://example.org/readout?utm_source=x" })
    const refusal = await refused(() => addSource(desk.checker, again), "conflict", "source.addressInLedger")
    expect(refusal.details.current).toEqual(there)
  })

  test("of an address that only a confidential source has is no conflict to who may not see it", async ({ desk }) => {
    const url = "https://example.org/leak"
    await addSource(desk.editor, newSource({ url, confidential: true }))
    expect(await addSource(desk.checker, newSource({ url }))).toMatchObject({ url, confidential: false })
    await refused(() => addSource(desk.editor, newSource({ url })), "conflict", "source.addressInLedger")
  })

  test("needs no address: an interview has none, and two are two", async ({ desk }) => {
    const interview = () => addSource(desk.checker, newSource({ kind: "interview", url: null }))
    expect((await interview()).id).not.toBe((await interview()).id)
  })

  test("by many at the same moment is one source and a conflict for the others", async ({ desk }) => {
    const add = () => addSource(desk.checker, newSource({ url: "https://example.org/readout" }))
    const results = await Promise.allSettled([add(), add(), add()])
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1)
    const reasons = results.flatMap((one) => (one.status === "rejected" ? one.reason : []))
    expect(reasons).toMatchObject([{ key: "source.addressInLedger" }, { key: "source.addressInLedger" }])
  })

  test("names readers of this desk alone", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const source = newSource({ confidential: true, readers: [other.checker.id] })
    await refused(() => addSource(desk.editor, source), "invalid", "source.unknownReader")
  })
})

describe("a confidential source", () => {
  test("exists for editors, owners, whoever brought it and whoever is named", async ({ desk }) => {
    const source = newSource({ confidential: true, readers: [desk.secondChecker.id] })
    const { id } = await addSource(desk.checker, source)
    expect(await readersOf(id)).toEqual([desk.checker.id, desk.secondChecker.id].sort())
    for (const actor of [desk.owner, desk.editor, desk.checker, desk.secondChecker]) {
      expect((await readSource(actor, id)).title).toBe(source.title)
      expect(await find(actor)).toEqual([source.title])
    }
    for (const actor of [desk.viewer, desk.author]) {
      await refused(() => readSource(actor, id), "not-found", "source.notFound")
      expect(await find(actor)).toEqual([])
    }
    const unnamed = await addSource(desk.editor, newSource({ confidential: true }))
    for (const actor of [desk.checker, desk.viewer, desk.author]) {
      const edit = () => editSource(actor, { sourceId: unnamed.id, source: { title: "x" } })
      await refused(edit, "not-found", "source.notFound")
      await refused(() => claimsOn(actor, unnamed.id), "not-found", "source.notFound")
    }
  })

  test("named to viewers or authors stays hidden from them", async ({ desk }) => {
    const readers = [desk.viewer.id, desk.author.id]
    const { id } = await addSource(desk.editor, newSource({ confidential: true, readers }))
    for (const actor of [desk.viewer, desk.author]) {
      await refused(() => readSource(actor, id), "not-found", "source.notFound")
    }
  })

  test("stays confidential, its readers too, under an edit of something else", async ({ desk }) => {
    const readers = [desk.checker.id]
    const { id } = await addSource(desk.editor, newSource({ confidential: true, readers }))
    const before = await readersOf(id)
    const edited = await editSource(desk.checker, { sourceId: id, source: { title: "Another title" } })
    expect(edited).toMatchObject({ title: "Another title", confidential: true })
    expect(await readersOf(id)).toEqual(before)
  })

  test("goes on being seen by who made it confidential", async ({ desk }) => {
    const { id } = await addSource(desk.editor, newSource())
    const edited = await editSource(desk.checker, { sourceId: id, source: { confidential: true } })
    expect(edited.confidential).toBe(true)
    expect((await readSource(desk.checker, id)).confidential).toBe(true)
    await refused(() => readSource(desk.secondChecker, id), "not-found", "source.notFound")
  })
})

describe("an open source", () => {
  test("keeps no readers: closed again, it is for those who are named then", async ({ desk }) => {
    const readers = [desk.secondChecker.id]
    const { id: sourceId } = await addSource(desk.editor, newSource({ confidential: true, readers }))
    await editSource(desk.editor, { sourceId, source: { confidential: false } })
    expect(await readersOf(sourceId)).toEqual([])
    await editSource(desk.checker, { sourceId, source: { confidential: true } })
    expect(await readersOf(sourceId)).toEqual([desk.checker.id])
    await refused(() => readSource(desk.secondChecker, sourceId), "not-found", "source.notFound")
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "source.edited", payload: { changed: ["confidential"] } },
      { act: "source.edited", payload: { changed: ["confidential"] } },
    ])
  })

  test("takes none, and lets none that it kept from before see it once it is closed", async ({ desk }) => {
    const { id: sourceId } = await addSource(desk.editor, newSource({ readers: [desk.secondChecker.id] }))
    const named = await editSource(desk.editor, { sourceId, source: { readers: [desk.secondChecker.id] } })
    expect([named.version, await readersOf(sourceId)]).toEqual([1, []])
    const { workspaceId, id: membershipId } = desk.secondChecker
    await db().sourceReader.create({ data: { workspaceId, sourceId, membershipId } })
    await editSource(desk.editor, { sourceId, source: { confidential: true } })
    expect(await readersOf(sourceId)).toEqual([desk.editor.id])
  })
})

describe("editing", () => {
  test("changes what is given and tells which fields", async ({ desk }) => {
    const { id: sourceId, kind } = await addSource(desk.editor, newSource({ publisher: "The paper" }))
    const source = { title: "Readout", publisher: "", url: "https://EXAMPLE.org/b#c", publishedOn: "2024-11-15" }
    const edited = await editSource(desk.checker, { sourceId, version: 1, source })
    expect(edited).toMatchObject({
      ...source,
      kind,
      publisher: null,
      url: "https://example.org/b",
      version: 2,
    })
    expect(await desk.lastEvents(1)).toEqual([
      {
        act: "source.edited",
        actorId: desk.checker.id,
        subjects: { source: sourceId },
        payload: { changed: ["title", "publisher", "url", "publishedOn"] },
      },
    ])
  })

  test("flags what was sent with it for a look, in its article, and withdraws nothing", async ({ desk }) => {
    const sent = await desk.sentClaim()
    const sourceId = sent.evidence[0]?.source.id ?? ""
    const open = await desk.claim()
    await addEvidence(desk.checker, { claimId: open.id, source: { id: sourceId }, evidence: { stance: "context" } })
    await editSource(desk.editor, { sourceId, source: { neverRefetch: true } })
    expect(await flagsOf(sourceId)).toEqual([null, null])
    await editSource(desk.editor, { sourceId, source: { title: "Renamed" } })
    expect(await flagsOf(sourceId)).toEqual(["source_edited", null])
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "evidence.flagged", subjects: { claim: sent.id, source: sourceId }, payload: { flag: "source_edited" } },
      { act: "source.edited" },
    ])
    expect(await desk.claimRow(sent.id)).toMatchObject({ state: "in_review", roundId: sent.round.id })
    // Sent again, it freezes the source as it is described now.
    await recallRound(desk.checker, { roundId: sent.round.id })
    await sendToReview(desk.checker, { claimId: sent.id, waivers: [] })
    expect(await flagsOf(sourceId)).toEqual([null, null])
  })

  test("of nothing tells nothing", async ({ desk }) => {
    const source = newSource({ url: "https://example.org/a" })
    const { id: sourceId, title } = await addSource(desk.editor, source)
    const before = await desk.eventCount()
    const same = { title, url: "https://example.org/a#top", author: "" }
    expect(await editSource(desk.checker, { sourceId, source: same })).toMatchObject({ version: 1 })
    expect(await desk.eventCount()).toBe(before)
  })

  test("to an address in the ledger is a conflict", async ({ desk }) => {
    await addSource(desk.editor, newSource({ url: "https://example.org/a" }))
    const { id: sourceId } = await addSource(desk.editor, newSource({ url: "https://example.org/b" }))
    const edit = () => editSource(desk.editor, { sourceId, source: { url: "https://example.org/a" } })
    await refused(edit, "conflict", "source.addressInLedger")
  })

  test("of another version is a conflict that names who changed it", async ({ desk }) => {
    const { id: sourceId } = await addSource(desk.editor, newSource())
    await editSource(desk.editor, { sourceId, source: { author: "Ann" } })
    const edit = () => editSource(desk.checker, { sourceId, version: 1, source: { author: "Bea" } })
    const refusal = await refused(edit, "conflict", "source.changedBy")
    expect(refusal.details).toMatchObject({
      params: { by: expect.stringContaining("editor") as string },
      current: { author: "Ann", version: 2, readers: [] },
    })
  })

  test("of another version shows who reads a confidential one now", async ({ desk }) => {
    const closed = newSource({ confidential: true, readers: [desk.checker.id] })
    const { id: sourceId } = await addSource(desk.editor, closed)
    const readers = [desk.checker.id, desk.secondChecker.id].sort()
    await editSource(desk.editor, { sourceId, source: { readers } })
    const edit = () => editSource(desk.checker, { sourceId, version: 1, source: { readers: [] } })
    const { details } = await refused(edit, "conflict", "source.changedBy")
    const current = details.current as { readers: string[] }
    expect(current.readers.toSorted()).toEqual([...readers, desk.editor.id].sort())
  })
})

describe("finding", () => {
  test("looks in title, author, publisher and address, as typed", async ({ desk }) => {
    await addSource(
      desk.editor,
      newSource({ title: "100% true", author: "Ann", publisher: "A_B", url: "https://example.org/x1" }),
    )
    await addSource(desk.editor, newSource({ title: "Other", url: "https://example.org/x2" }))
    expect(await find(desk.viewer, "100%")).toEqual(["100% true"])
    expect(await find(desk.viewer, "%")).toEqual(["100% true"])
    expect(await find(desk.viewer, "A_B")).toEqual(["100% true"])
    expect(await find(desk.viewer, "AXB")).toEqual([])
    expect(await find(desk.viewer, "ann")).toEqual(["100% true"])
    expect(await find(desk.viewer, "example.org/x2")).toEqual(["Other"])
    expect(await find(desk.viewer)).toEqual(["Other", "100% true"])
  })

  test("knows a pasted address by what the ledger keeps of it", async ({ desk }) => {
    await addSource(desk.editor, newSource({ title: "Readout", url: "https://example.org/readout?day=3" }))
    expect(await find(desk.viewer, "https://EXAMPLE.org/readout?utm_source=mail&day=3#top")).toEqual(["Readout"])
    expect(await find(desk.viewer, "https://exam")).toEqual(["Readout"])
    expect(await find(desk.viewer, "https://example.org/other?utm_source=mail")).toEqual([])
  })

  test("goes page by page, newest first", async ({ desk }) => {
    for (const title of ["One", "Two", "Three"]) await addSource(desk.editor, newSource({ title }))
    const first = await findSources(desk.viewer, { query: "", limit: 2 })
    expect(first.items.map((source) => source.title)).toEqual(["Three", "Two"])
    const rest = await findSources(desk.viewer, { query: "", limit: 2, ...(first.next && { cursor: first.next }) })
    expect(rest).toMatchObject({ items: [{ title: "One" }], next: null })
  })
})

test("what rests on a source is the live claims that cite it", async ({ desk }) => {
  const { id: sourceId } = await addSource(desk.editor, newSource())
  const claims = [await desk.claim(), await desk.claim(), await desk.claim(), await desk.claim()]
  for (const { id: claimId } of claims.slice(1)) {
    await addEvidence(desk.checker, { claimId, source: { id: sourceId }, evidence: { stance: "context" } })
  }
  await withdrawClaim(desk.checker, { claimId: claims[1]?.id ?? "", reason: "Marked twice" })
  const { items, next } = await claimsOn(desk.viewer, sourceId)
  expect(items.map((claim) => claim.id)).toEqual([claims[3]?.id, claims[2]?.id])
  expect(next).toBeNull()
  const first = await claimsOn(desk.viewer, sourceId, { limit: 1 })
  expect(first.next).toBe(claims[3]?.id)
  const rest = await claimsOn(desk.viewer, sourceId, { limit: 1, ...(first.next && { cursor: first.next }) })
  expect(rest.items.map((claim) => claim.id)).toEqual([claims[2]?.id])
  expect((await claimsOn(desk.author, sourceId)).items).toEqual([])
})
