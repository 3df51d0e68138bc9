/** Merging: what goes over, who is told, who may read afterwards, and what is refused. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { claimHistory } from "./history"
import { addEvidence } from "./evidence"
import { likeSources, mergedInto, mergeSources } from "./merging"
import { addSource, editSource } from "./sources"
import { newSource, refused, test, type Desk } from "./testing/desk"
import { sentFile } from "./testing/files"

const add = (desk: Desk, source: object) => addSource(desk.editor, newSource(source))

const cite = async (desk: Desk, claimId: string, sourceId: string) =>
  (await addEvidence(desk.checker, { claimId, source: { id: sourceId }, evidence: { stance: "context" } })).evidenceId

describe("merging", () => {
  test("brings all that rested on one to the other, with what that lacked, and flags what was sent", async ({
    desk,
  }) => {
    const kept = await add(desk, { title: "Report 2024", url: "https://example.org/report" })
    const more = { publisher: "The office", publishedOn: "2024-05-01", neverRefetch: true }
    const other = await add(desk, { title: "The 2024 report", url: "https://example.org/report?download=1", ...more })
    const open = await desk.claim()
    const evidenceId = await cite(desk, open.id, other.id)
    const sent = await desk.sentClaim({ source: { title: other.title, url: other.url } })
    const merged = await mergeSources(desk.checker, { sourceId: kept.id, otherId: other.id, version: 1 })
    expect(merged).toMatchObject({ ...more, id: kept.id, title: kept.title, url: kept.url, version: 2 })
    const evidence = await db().evidence.findMany({ where: { sourceId: kept.id }, orderBy: { id: "asc" } })
    expect(evidence.map(({ claimId, flag }) => [claimId, flag])).toEqual([
      [open.id, null],
      [sent.id, "source_merged"],
    ])
    expect(evidence[0]).toMatchObject({ id: evidenceId, version: 2 })
    expect(await desk.lastEvents(2)).toEqual([
      expect.objectContaining({
        act: "evidence.flagged",
        subjects: { article: sent.articleId, claim: sent.id, evidence: evidence[1]?.id, source: kept.id },
      }),
      {
        act: "source.merged",
        actorId: desk.checker.id,
        subjects: { source: kept.id },
        payload: { otherId: other.id, changed: ["publisher", "publishedOn", "neverRefetch"] },
      },
    ])
    expect(await desk.claimRow(sent.id)).toMatchObject({ state: "in_review", roundId: sent.round.id })
    expect(await mergedInto(desk.viewer, other.id)).toBe(kept.id)
    await refused(() => editSource(desk.editor, { sourceId: other.id, source: {} }), "not-found", "source.notFound")
    // What was told of it is told to whoever may see what it turned out to be.
    const acts = (await claimHistory(desk.viewer, { claimId: open.id })).map(({ act }) => act)
    expect(acts).toContain("evidence.added")
    // Its address is free for nobody but the one that is kept: whoever brings it again gets a row.
    expect(await add(desk, { url: other.url })).toMatchObject({ version: 1 })
  })

  test("takes over an address and the snapshots of it; what was merged before follows", async ({ desk }) => {
    const [kept, other, first] = [
      await add(desk, { url: null }),
      await add(desk, { url: "https://example.org/a" }),
      await add(desk, {}),
    ]
    await mergeSources(desk.editor, { sourceId: other.id, otherId: first.id })
    const { id: fileId } = await db().file.create({ data: file(desk) })
    const { workspaceId } = desk
    await db().snapshot.create({ data: { workspaceId, sourceId: other.id, fileId, url: "https://example.org/a" } })
    expect(await mergeSources(desk.editor, { sourceId: kept.id, otherId: other.id })).toMatchObject({ url: other.url })
    expect(await db().snapshot.count({ where: { sourceId: kept.id } })).toBe(1)
    expect(await mergedInto(desk.viewer, first.id)).toBe(kept.id)
  })

  test("of confidential ones leaves those who read both", async ({ desk }) => {
    const closed = (readers: string[]) => add(desk, { confidential: true, readers })
    const both = [desk.checker.id]
    const kept = await closed([...both, desk.secondChecker.id])
    const other = await closed(both)
    await refused(
      () => mergeSources(desk.secondChecker, { sourceId: kept.id, otherId: other.id }),
      "invalid",
      "source.notFound",
    )
    await mergeSources(desk.checker, { sourceId: kept.id, otherId: other.id })
    const readers = await db().sourceReader.findMany({ where: { sourceId: kept.id } })
    expect(readers.map(({ membershipId }) => membershipId).sort()).toEqual([...both, desk.editor.id].sort())
    expect(await mergedInto(desk.secondChecker, other.id)).toBeNull()
  })

  test("is refused of an open and a confidential one, of one with itself, and of another version", async ({ desk }) => {
    const [open, closed] = [await add(desk, {}), await add(desk, { confidential: true })]
    const merge = (input: { sourceId: string; otherId: string; version?: number }) => () =>
      mergeSources(desk.editor, input)
    await refused(merge({ sourceId: open.id, otherId: closed.id }), "conflict", "source.mergeConfidential")
    await refused(merge({ sourceId: open.id, otherId: open.id }), "invalid", "source.mergeItself")
    const third = await add(desk, {})
    await refused(merge({ sourceId: open.id, otherId: third.id, version: 2 }), "conflict", "source.changed")
  })

  test("takes along what is cited while it lasts", async ({ desk }) => {
    const [kept, other] = [await add(desk, {}), await add(desk, {})]
    const claims = await Promise.all([desk.claim(), desk.claim(), desk.claim()])
    const merging = mergeSources(desk.editor, { sourceId: kept.id, otherId: other.id })
    await Promise.allSettled([merging, ...claims.map(({ id }) => cite(desk, id, other.id))])
    expect(await db().evidence.count({ where: { sourceId: other.id } })).toBe(0)
  })
})

test("what may be the same is offered: nearly the same title, or the same address written otherwise", async ({
  desk,
}) => {
  const source = await add(desk, { title: "Annual report of the harbour board", url: "https://example.org/harbour/" })
  const [title, address] = [
    await add(desk, { title: "Annual report of the Harbour Board" }),
    await add(desk, { title: "Harbour", url: "http://www.example.org/harbour" }),
  ]
  await add(desk, { title: "Annual report of the fire brigade", url: "https://example.org/harbours" })
  await add(desk, { title: source.title, confidential: true })
  const ids = async (who: Desk["viewer"]) => (await likeSources(who, source.id)).map(({ id }) => id)
  expect(await ids(desk.viewer)).toEqual([title.id, address.id])
})

function file({ workspaceId, editor }: Desk) {
  const sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
  return { workspaceId, sha256, type: "text/plain", size: 1, bytes: Buffer.from("x"), createdById: editor.id }
}

test("two that each have a file of their own stay apart: what is cited of one stands at no place of the other", async ({
  desk,
}) => {
  const source = async (name: string) =>
    addSource(desk.checker, newSource({ title: name, fileId: await sentFile(desk.checker, name, `In ${name}.`) }))
  const [kept, other] = [await source("one.txt"), await source("two.txt")]
  const merge = () => mergeSources(desk.checker, { sourceId: kept.id, otherId: other.id })
  await refused(merge, "conflict", "source.mergeFiles")
})
