/** The log: whole, in order, free of confidential words; and what is done to it is found. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { sha256 } from "../document/digest"
import { editArticle } from "./articles"
import { CHAIN_START } from "../domain/event"
import { chainHash, chainHeader, change } from "./change"
import { editClaim, withdrawClaim } from "./claims"
import { verifyEvents } from "./events"
import { claimHistory } from "./history"
import { addEvidence, editEvidence, removeEvidence } from "./evidence"
import { decideReview } from "./reviews"
import { recallRound, sendToReview } from "./rounds"
import { signOutEverywhere } from "./sign-in"
import { signOffArticle } from "./sign-offs"
import { addSource, editSource } from "./sources"
import { newSource, openDesk, test, withRound, type Desk } from "./testing/desk"
import { createToken } from "./tokens"
import { draftVerdict } from "./verdicts"

/** Words that are nobody's business outside the desk, and that people type; none may come into a payload. */
const CANARY = "a yellow bird sings"

/** Everything that can be typed holds the canary. */
async function busyHistory(desk: Desk) {
  const given = { title: CANARY, byline: CANARY, publisher: CANARY, section: CANARY }
  const article = await desk.article(given)
  const fields = { statement: CANARY, claimant: CANARY, whySelected: CANARY, timecode: CANARY }
  const { id: claimId } = await desk.claim({ article, fields })
  await editClaim(desk.editor, { claimId, fields: { statement: `${CANARY} again` } })
  const source = newSource({
    title: CANARY,
    author: CANARY,
    confidential: true,
    url: "https://example.org/yellow-bird",
  })
  const evidence = { stance: "context", locator: CANARY, excerpt: CANARY, note: CANARY } as const
  const { evidenceId, claim } = await addEvidence(desk.checker, { claimId, source, evidence })
  await editEvidence(desk.checker, { evidenceId, evidence: { note: `${CANARY} again` } })
  const sourceId = claim.evidence[0]?.source.id ?? ""
  await editSource(desk.checker, { sourceId, source: { title: `${CANARY} again`, readers: [desk.secondChecker.id] } })
  const verdict = { rating: "false", conclusion: CANARY, explanation: CANARY, workingNote: CANARY }
  await draftVerdict(desk.checker, { claimId, verdict })
  await removeEvidence(desk.checker, { evidenceId })
  const waivers = [{ item: "evidence", reason: CANARY } as const]
  const first = withRound(await sendToReview(desk.checker, { claimId, waivers }))
  await recallRound(desk.checker, { roundId: first.round.id })
  const second = withRound(await sendToReview(desk.checker, { claimId, waivers }))
  await decideReview(desk.secondEditor, { roundId: second.round.id, decision: "request_changes", note: CANARY })
  const { round } = withRound(await sendToReview(desk.checker, { claimId, waivers }))
  await decideReview(desk.secondEditor, { roundId: round.id, decision: "approve", note: CANARY })
  await decideReview(desk.secondEditor, { roundId: round.id, decision: "withdraw", note: CANARY })
  await decideReview(desk.owner, { roundId: round.id, decision: "approve", note: CANARY })
  await draftVerdict(desk.checker, { claimId, verdict: { ...verdict, rating: "true" } })
  await editArticle(desk.checker, {
    articleId: article.id,
    fields: { byline: `${CANARY} again`, authors: [{ name: CANARY }] },
  })
  await addSource(desk.editor, newSource({ title: CANARY }))
  const { token } = await createToken(desk.owner, { name: CANARY, scopes: ["read"] })
  await signOutEverywhere(desk.viewer.userId)
  await withdrawClaim(desk.checker, { claimId, reason: CANARY })
  return { articleId: article.id, claimId, token }
}

let busyDay: Promise<{ desk: Desk; articleId: string; token: string }> | undefined

/** A desk with such a history, the same for all who only read its log. */
function aBusyDay() {
  busyDay ??= openDesk().then(async (desk) => ({ desk, ...(await busyHistory(desk)) }))
  return busyDay
}

/** Changes the log past its triggers, as somebody could who has the database. */
async function tampered(...statements: string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
  })
}

describe("the log", () => {
  test("of a busy day is whole", async () => {
    const { desk } = await aBusyDay()
    const events = await desk.eventCount()
    expect(events).toBeGreaterThan(20)
    expect(await verifyEvents(desk.workspaceId)).toEqual({ events, faults: [] })
  })

  test("is whole while people work on", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const work = async () => {
      for (let at = 0; at < 20; at += 1) {
        await editClaim(desk.editor, { claimId, fields: { statement: `Statement ${at}` } })
        if (at % 4 === 0) await desk.article()
      }
    }
    const read = async () => {
      const found: unknown[] = []
      for (let at = 0; at < 20; at += 1) found.push(...(await verifyEvents(desk.workspaceId)).faults)
      return found
    }
    expect((await Promise.all([read(), work()]))[0]).toEqual([])
  })

  test("knows every act, and holds no words that somebody typed", async () => {
    const { desk, token } = await aBusyDay()
    const rows = await db().event.findMany({ where: { workspaceId: desk.workspaceId } })
    const told = JSON.stringify(rows.map(({ payload, subjects, act }) => [act, payload, subjects]))
    for (const words of ["yellow", "bird", token, sha256(token)]) expect(told).not.toContain(words)
    expect([...new Set(rows.map((row) => row.act))].sort()).toEqual([
      "approval.withdrawn",
      "article.edited",
      "article.imported",
      "claim.edited",
      "claim.marked",
      "claim.withdrawn",
      "evidence.added",
      "evidence.edited",
      "evidence.removed",
      "review.approved",
      "review.changes_requested",
      "review.withdrawn",
      "round.recalled",
      "round.sent",
      "session.ended_everywhere",
      "source.added",
      "source.edited",
      "token.created",
      "verdict.drafted",
      "workspace.created",
    ])
  })

  test("keeps payloads as canonical text under its digest, and each stream's numbers without a gap", async () => {
    const { desk, articleId } = await aBusyDay()
    for (const streamId of [articleId, desk.workspaceId]) {
      const rows = await db().event.findMany({ where: { streamId }, orderBy: { seq: "asc" } })
      expect(rows.map((row) => row.seq)).toEqual(rows.map((_, at) => at + 1))
      for (const { payload, payloadSha256 } of rows) {
        expect(sha256(payload ?? "")).toBe(payloadSha256)
        const keys = Object.keys(JSON.parse(payload ?? "{}") as object)
        expect(keys).toEqual(keys.toSorted())
      }
      const head = await db().eventStream.findUniqueOrThrow({ where: { id: streamId } })
      expect([head.seq, head.hash]).toEqual([rows.at(-1)?.seq, rows.at(-1)?.hash])
    }
  })

  test("orders the whole by transaction, so that a reader below the oldest running one skips nothing", async ({
    desk,
  }) => {
    const { id: articleId } = await desk.article()
    const read: string[] = []
    let after = 0n
    /** As a follower of the whole log reads it: what is older than every running transaction, from where it stopped. */
    const follow = async () => {
      const rows = await db().$queryRaw<{ id: string; xid: bigint }[]>`
        SELECT "id", "xid" FROM "Event" WHERE "workspaceId" = ${desk.workspaceId}::uuid AND "xid" > ${after}
          AND "xid" < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint ORDER BY "xid", "id"`
      read.push(...rows.map((row) => row.id))
      after = rows.at(-1)?.xid ?? after
    }
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const slow = change(desk.editor, async (tx) => {
      await tx.$queryRaw`SELECT pg_current_xact_id()::text`
      await held
      return { result: null, events: [{ stream: articleId, act: "article.edited", subjects: {}, payload: {} }] }
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await addSource(desk.editor, newSource())
    await follow()
    release()
    await slow
    await addSource(desk.editor, newSource())
    const all = await db().event.findMany({ where: { workspaceId: desk.workspaceId }, select: { id: true } })
    // Transactions of other databases of the same Postgres, too, hold a reader back for a while.
    await expect
      .poll(async () => {
        await follow()
        return read.toSorted()
      })
      .toEqual(all.map((event) => event.id).sort())
  })

  test("belongs to the act: where one fails at its end, neither is there", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const before = await desk.eventCount()
    const failing = change(desk.editor, async (tx) => {
      await tx.claim.update({ where: { id: claimId }, data: { statement: "Never" } })
      const nowhere = { stream: claimId, act: "claim.edited", subjects: {}, payload: {} } as const
      return { result: null, events: [nowhere] }
    })
    await expect(failing).rejects.toThrow("no event stream")
    expect((await desk.claimRow(claimId)).statement).toBeNull()
    expect(await desk.eventCount()).toBe(before)
  })

  test("is written to no stream of another desk", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const elsewhere = change(desk.editor, async () => {
      const event = { stream: other.workspaceId, act: "source.added", subjects: {}, payload: {} } as const
      return { result: null, events: [event] }
    })
    await expect(elsewhere).rejects.toThrow("no event stream")
  })
})

interface Log {
  desk: Desk
  /** Of an article with six events in its stream, of which the fourth is told in every case. */
  id: string
  /** What puts the log back as it was. */
  back: string[]
}

let log: Promise<Log> | undefined

async function makeLog(): Promise<Log> {
  const desk = await openDesk()
  const { articleId: id } = await desk.approvedClaim()
  const its = `"workspaceId" = '${desk.workspaceId}'`
  const back = [`DELETE FROM "Event" WHERE ${its}`, `DELETE FROM "EventStream" WHERE ${its}`]
  for (const table of ["EventStream", "Event"]) {
    const [kept] = await db().$queryRawUnsafe<{ rows: string }[]>(
      `SELECT quote_literal(jsonb_agg(t)) AS "rows" FROM "${table}" t WHERE ${its}`,
    )
    back.push(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", ${kept?.rows}::jsonb)`)
  }
  return { desk, id, back }
}

/** A test that alters a log, which is whole again after it. */
const altered = test.extend<{ log: Log }>({
  log: async ({}, give) => {
    log ??= makeLog()
    const { back } = await log
    await give(await log)
    await tampered(...back)
  },
})

describe("what is done to the log is found:", () => {
  const faultsAfter = async (desk: Desk, ...statements: string[]) => {
    await tampered(...statements)
    const { faults } = await verifyEvents(desk.workspaceId)
    return faults.map(({ seq, fault }) => `${seq} ${fault}`)
  }
  altered("an altered payload", async ({ log: { desk, id } }) => {
    const at = `WHERE "streamId" = '${id}' AND "seq" = 4`
    const forged = `'{"number":1,"rating":"true"}'`
    const drop = `ALTER TABLE "Event" DROP CONSTRAINT "Event_digest"`
    expect(await faultsAfter(desk, drop, `UPDATE "Event" SET "payload" = ${forged} ${at}`)).toEqual([
      "4 payload-altered",
    ])
    const digest = `UPDATE "Event" SET "payloadSha256" = encode(sha256(convert_to("payload", 'UTF8')), 'hex') ${at}`
    expect(await faultsAfter(desk, digest)).toEqual(["4 event-altered"])
  })

  altered.for([
    `"act" = 'review.approved'`,
    `"at" = "at" - interval '1 day'`,
    `"subjects" = '{}'`,
    `"actorId" = NULL`,
    `"hash" = repeat('0', 64)`,
    `"claimId" = NULL`,
    `"sourceId" = "id"`,
  ])("an altered line, %s", async (assignment, { log: { desk, id } }) => {
    const faults = await faultsAfter(desk, `UPDATE "Event" SET ${assignment} WHERE "streamId" = '${id}' AND "seq" = 4`)
    expect(faults).toContain("4 event-altered")
  })

  altered("another actor's name under it", async ({ log: { desk, id } }) => {
    const forged = `UPDATE "Event" SET "actorId" = '${desk.owner.id}' WHERE "streamId" = '${id}' AND "seq" = 4`
    expect(await faultsAfter(desk, forged)).toEqual(["4 event-altered"])
  })

  altered("a line removed from the middle, numbers closed up or not", async ({ log: { desk, id } }) => {
    const removed = `DELETE FROM "Event" WHERE "streamId" = '${id}' AND "seq" = 4`
    expect(await faultsAfter(desk, removed)).toEqual(["5 event-missing", "5 event-altered"])
    // In two steps: no two lines may have one number, in whichever order Postgres takes them.
    const [apart, closed] = ["+ 1000", "- 1001"].map(
      (by) => `UPDATE "Event" SET "seq" = "seq" ${by} WHERE "streamId" = '${id}' AND "seq" > 4`,
    )
    expect(await faultsAfter(desk, apart ?? "", closed ?? "")).toContain("4 event-altered")
  })

  altered("the last lines removed", async ({ log: { desk, id } }) => {
    const { seq } = await db().eventStream.findUniqueOrThrow({ where: { id } })
    const removed = `DELETE FROM "Event" WHERE "streamId" = '${id}' AND "seq" > 3`
    expect(await faultsAfter(desk, removed)).toEqual([`${seq} head-differs`])
  })

  altered("all lines removed, or the stream with them", async ({ log: { desk, id } }) => {
    const { seq } = await db().eventStream.findUniqueOrThrow({ where: { id } })
    expect(await faultsAfter(desk, `DELETE FROM "Event" WHERE "streamId" = '${id}'`)).toEqual([`${seq} head-differs`])
    expect(await faultsAfter(desk, `DELETE FROM "EventStream" WHERE "id" = '${id}'`)).toEqual(["0 stream-missing"])
  })

  test("a chain written anew that fits, by what was signed off", async ({ desk }) => {
    const { articleId: id } = await desk.approvedClaim()
    await signOffArticle(desk.owner, { articleId: id, notices: [] })
    expect(await faultsAfter(desk)).toEqual([])
    let hash = CHAIN_START
    const forged: string[] = []
    for (const row of await db().event.findMany({ where: { streamId: id }, orderBy: { seq: "asc" } })) {
      const actorId = row.seq === 4 ? desk.owner.id : row.actorId
      hash = chainHash(hash, chainHeader({ ...row, actorId }))
      forged.push(`UPDATE "Event" SET "actorId" = '${actorId}', "hash" = '${hash}' WHERE "id" = '${row.id}'`)
    }
    forged.push(`UPDATE "EventStream" SET "hash" = '${hash}' WHERE "id" = '${id}'`)
    expect(await faultsAfter(desk, ...forged)).toEqual(["1 sign-off-differs"])
  })

  altered("two lines put in another order", async ({ log: { desk, id } }) => {
    const move = (from: number, to: number) =>
      `UPDATE "Event" SET "seq" = ${to} WHERE "streamId" = '${id}' AND "seq" = ${from}`
    const faults = await faultsAfter(desk, move(3, 99), move(4, 3), move(99, 4))
    expect(faults).toContain("3 event-altered")
    expect(faults).toContain("4 event-altered")
  })

  altered("a line put in", async ({ log: { desk, id } }) => {
    const at = await db().event.findFirstOrThrow({ where: { streamId: id, seq: 4 } })
    const forged = { ...at, id: at.id.replace(/.$/, (last) => (last === "0" ? "1" : "0")), seq: 99 }
    const hash = chainHash(at.hash, chainHeader(forged))
    await tampered(`UPDATE "Event" SET "seq" = "seq" + 100 WHERE "streamId" = '${id}' AND "seq" > 4`)
    const { xid, subjects, ...row } = forged
    expect(typeof xid).toBe("bigint")
    await db().event.create({ data: { ...row, subjects: subjects as object, seq: 5, hash } })
    await tampered(`UPDATE "Event" SET "seq" = "seq" - 99 WHERE "streamId" = '${id}' AND "seq" > 100`)
    const { faults } = await verifyEvents(desk.workspaceId)
    expect(faults.map((fault) => fault.fault)).toContain("event-altered")
  })

  altered("a payload that was removed, which only an erasure accounts for", async ({ log: { desk, id } }) => {
    expect(
      await faultsAfter(desk, `UPDATE "Event" SET "payload" = NULL WHERE "streamId" = '${id}' AND "seq" = 4`),
    ).toEqual(["4 payload-missing"])
  })

  test("at another desk alone", async ({ desk }) => {
    const other = await desk.otherWorkspace()
    const { articleId: id } = await other.approvedClaim()
    await tampered(`UPDATE "Event" SET "act" = 'claim.edited' WHERE "streamId" = '${id}'`)
    await desk.claim()
    expect((await verifyEvents(desk.workspaceId)).faults).toEqual([])
    expect((await verifyEvents(other.workspaceId)).faults).not.toEqual([])
  })
})

describe("a claim's history", () => {
  test("is read from the log, oldest first, with who did it", async ({ desk }) => {
    const { id: claimId } = await desk.approvedClaim()
    const history = await claimHistory(desk.viewer, { claimId })
    expect(history.map(({ act, actor }) => [act, actor?.id])).toEqual([
      ["claim.marked", desk.checker.id],
      ["evidence.added", desk.checker.id],
      ["verdict.drafted", desk.checker.id],
      ["round.sent", desk.checker.id],
      ["review.approved", desk.editor.id],
    ])
    expect(history[0]).toMatchObject({ subjects: { claim: claimId }, payload: { number: 1 } })
  })

  test("leaves out what it says of sources that its reader may not see", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const source = newSource({ confidential: true })
    await addEvidence(desk.editor, { claimId, source, evidence: { stance: "context" } })
    const acts = async (actor: Desk["viewer"]) => (await claimHistory(actor, { claimId })).map((event) => event.act)
    expect(await acts(desk.checker)).toEqual(["claim.marked"])
    expect(await acts(desk.owner)).toEqual(["claim.marked", "evidence.added"])
  })
})
