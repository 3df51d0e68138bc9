/** Evidence: sources of the ledger and new ones, used for claims. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { readClaim } from "./claims"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { addSource, findSources } from "./sources"
import { newSource, refused, test, type Desk } from "./testing/desk"

const evidence = { stance: "supports" } as const

const ledger = (desk: Desk) =>
  db().source.findMany({ where: { workspaceId: desk.workspaceId }, orderBy: { id: "asc" } })

describe("adding", () => {
  test("uses a source of the ledger", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const source = await addSource(desk.editor, newSource())
    const passage = { stance: "refutes", locator: "page 3", excerpt: "Four.", note: "Called them" } as const
    const { claim, evidenceId } = await addEvidence(desk.checker, {
      claimId,
      source: { id: source.id },
      evidence: passage,
    })
    expect(claim).toMatchObject({
      id: claimId,
      version: 2,
      authorIds: [desk.checker.id],
      evidence: [{ id: evidenceId, claimId, source, ...passage, version: 1 }],
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "evidence.added",
        actorId: desk.checker.id,
        subjects: { claim: claimId, evidence: evidenceId, source: source.id },
        payload: { number: 1, stance: "refutes" },
      },
    ])
    expect(await ledger(desk)).toHaveLength(1)
  })

  test("brings a new source along, which is told in the workspace's stream", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const source = newSource({ url: "https://Example.org:443/readout?utm_source=x#top", author: "" })
    const { claim } = await addEvidence(desk.checker, { claimId, source, evidence: { ...evidence, locator: "" } })
    expect(claim.evidence).toMatchObject([
      { locator: null, source: { title: source.title, author: null, url: "https://example.org/readout" } },
    ])
    const sourceId = claim.evidence[0]?.source.id
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "evidence.added", subjects: { source: sourceId } },
      { act: "source.added", subjects: { source: sourceId }, payload: {} },
    ])
  })

  test("of an address that is in the ledger uses that source as it is", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const there = await addSource(desk.editor, newSource({ url: "https://example.org/readout", title: "As it is" }))
    const typed = newSource({ url: "https://EXAMPLE.org/readout?utm_source=x", title: "Typed anew", primary: true })
    const { claim } = await addEvidence(desk.checker, { claimId, source: typed, evidence })
    expect(claim.evidence).toMatchObject([{ source: there }])
    expect(await ledger(desk)).toHaveLength(1)
    expect((await desk.lastEvents(1))[0]?.act).toBe("evidence.added")
  })

  test("of a confidential address that one may see uses it, and of one that one may not see tells nothing", async ({
    desk,
  }) => {
    const { id: claimId } = await desk.claim()
    const url = "https://example.org/leak"
    const secret = await addSource(desk.editor, newSource({ url, confidential: true, title: "The leak" }))
    const typed = newSource({ url, title: "Found by myself" })
    const byChecker = await addEvidence(desk.checker, { claimId, source: typed, evidence })
    expect(byChecker.claim.evidence).toMatchObject([{ source: { title: "Found by myself", confidential: false } }])
    const named = newSource({ url: "https://example.org/named", confidential: true, readers: [desk.checker.id] })
    const seen = await addSource(desk.editor, named)
    const again = newSource({ url: "https://example.org/named", title: "Typed anew" })
    const { claim } = await addEvidence(desk.checker, { claimId, source: again, evidence })
    expect(claim.evidence.map((one) => one.source.id)).toContain(seen.id)
    expect((await ledger(desk)).map((source) => source.id)).toContain(secret.id)
    expect(await ledger(desk)).toHaveLength(3)
  })

  test("of something typed in as confidential never makes it open", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const url = "https://example.org/readout"
    await addSource(desk.editor, newSource({ url }))
    const source = newSource({ url, confidential: true })
    const { claim } = await addEvidence(desk.checker, { claimId, source, evidence })
    expect(claim.evidence).toMatchObject([{ source: { confidential: true, title: source.title } }])
    expect((await readClaim(desk.secondChecker, claimId)).evidence).toEqual([])
  })

  test("of one new address by many at the same moment makes one source", async ({ desk }) => {
    const url = "https://example.org/readout"
    const claims = [await desk.claim(), await desk.claim(), await desk.claim()]
    const added = await Promise.all(
      claims.map(({ id: claimId }) => addEvidence(desk.checker, { claimId, source: newSource({ url }), evidence })),
    )
    const sources = new Set(added.map(({ claim }) => claim.evidence[0]?.source.id))
    expect(sources.size).toBe(1)
    expect(await ledger(desk)).toHaveLength(1)
    const told = (await desk.lastEvents(6)).filter((event) => event.act === "source.added")
    expect(told).toHaveLength(1)
  })

  test("needs a source that one may see", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const secret = await addSource(desk.editor, newSource({ confidential: true }))
    for (const id of [secret.id, claimId]) {
      const add = () => addEvidence(desk.checker, { claimId, source: { id }, evidence })
      const refusal = await refused(add, "invalid", "source.notFound")
      expect(refusal.details.fields?.map((field) => field.path)).toEqual(["source.id"])
    }
  })

  test("is refused in review, and for another version of the claim", async ({ desk }) => {
    const sent = await desk.sentClaim()
    const source = newSource()
    await refused(() => addEvidence(desk.checker, { claimId: sent.id, source, evidence }), "conflict", "claim.inReview")
    const open = await desk.claim()
    await addEvidence(desk.secondChecker, { claimId: open.id, source, evidence })
    await refused(
      () => addEvidence(desk.checker, { claimId: open.id, version: 1, source: newSource(), evidence }),
      "conflict",
      "claim.changedBy",
    )
  })
})

/** A claim with one piece of evidence by the checker. */
async function cited(desk: Desk, source = newSource()) {
  const { id: claimId } = await desk.claim()
  const passage = { stance: "supports", locator: "page 3", excerpt: "Nine.", note: "Called them" } as const
  return { claimId, ...(await addEvidence(desk.checker, { claimId, source, evidence: passage })) }
}

describe("editing", () => {
  test("changes what is given and tells which fields", async ({ desk }) => {
    const { claimId, evidenceId } = await cited(desk)
    const fields = { stance: "refutes", locator: "", note: "Called twice" } as const
    const claim = await editEvidence(desk.editor, { evidenceId, version: 1, evidence: fields })
    expect(claim).toMatchObject({
      id: claimId,
      version: 3,
      authorIds: [desk.checker.id, desk.editor.id],
      evidence: [{ stance: "refutes", locator: null, excerpt: "Nine.", note: "Called twice", version: 2 }],
    })
    expect(await desk.lastEvents(1)).toMatchObject([
      {
        act: "evidence.edited",
        subjects: { claim: claimId, evidence: evidenceId },
        payload: { number: 1, changed: ["stance", "locator", "note"] },
      },
    ])
  })

  test("of nothing tells nothing", async ({ desk }) => {
    const { evidenceId } = await cited(desk)
    const before = await desk.eventCount()
    const claim = await editEvidence(desk.editor, { evidenceId, evidence: { stance: "supports" } })
    expect(claim).toMatchObject({ version: 2, evidence: [{ version: 1 }], authorIds: [desk.checker.id] })
    expect(await desk.eventCount()).toBe(before)
  })

  test("of another version is a conflict that names who changed it", async ({ desk }) => {
    const { evidenceId } = await cited(desk)
    await editEvidence(desk.editor, { evidenceId, evidence: { locator: "page 4" } })
    const edit = () => editEvidence(desk.checker, { evidenceId, version: 1, evidence: { locator: "page 5" } })
    const refusal = await refused(edit, "conflict", "evidence.changedBy")
    expect(refusal.details).toMatchObject({
      outdated: true,
      params: { by: expect.stringContaining("editor") as string },
      current: { id: evidenceId, locator: "page 4", version: 2 },
    })
  })

  test("of what one may not see is not found", async ({ desk }) => {
    const { evidenceId } = await cited(desk, newSource({ confidential: true }))
    const asked = { evidenceId, evidence: { locator: "page 4" } }
    await refused(() => editEvidence(desk.secondChecker, asked), "not-found", "evidence.notFound")
    await refused(() => removeEvidence(desk.secondChecker, { evidenceId }), "not-found", "evidence.notFound")
    expect(await editEvidence(desk.checker, asked)).toMatchObject({ evidence: [{ locator: "page 4" }] })
  })
})

describe("removing", () => {
  test("takes it off the claim, and keeps the source", async ({ desk }) => {
    const { claimId, evidenceId, claim } = await cited(desk)
    const after = await removeEvidence(desk.editor, { evidenceId, version: 1 })
    expect(after).toMatchObject({ id: claimId, evidence: [], version: 3, authorIds: [desk.checker.id, desk.editor.id] })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "evidence.removed", subjects: { evidence: evidenceId } }])
    const { items } = await findSources(desk.viewer, { query: "", limit: 50 })
    expect(items.map((source) => source.id)).toEqual([claim.evidence[0]?.source.id])
    await refused(() => removeEvidence(desk.editor, { evidenceId }), "not-found", "evidence.notFound")
  })

  test("is refused in review, and for another version", async ({ desk }) => {
    const sent = await desk.sentClaim()
    const inReview = sent.evidence[0]?.id ?? ""
    await refused(() => removeEvidence(desk.checker, { evidenceId: inReview }), "conflict", "claim.inReview")
    const { evidenceId } = await cited(desk)
    await refused(() => removeEvidence(desk.editor, { evidenceId, version: 9 }), "conflict", "evidence.changedBy")
  })
})
