/** What the database itself refuses: changing what is only ever added, values that may not be, removing a real desk. */
import { v7 as newId } from "uuid"
import { describe, expect } from "vitest"
import { db } from "../db"
import { startOwnDesk } from "./setup"
import { discussed } from "./testing/comment-acts"
import { everything, openDesk, test, type Desk } from "./testing/desk"

const UNCHANGEABLE = ["Revision", "Scale", "Round", "RoundAuthor", "CitedFile", "Review", "SignOff", "Event"] as const

/** A column of each that any update could set to itself. */
const COLUMN: Record<(typeof UNCHANGEABLE)[number], string> = {
  Revision: "number",
  Scale: "version",
  Round: "number",
  RoundAuthor: "roundId",
  CitedFile: "start",
  Review: "note",
  SignOff: "digest",
  Event: "payload",
}

/** A desk with a row in every table that is only added to. */
async function filled(desk: Desk): Promise<void> {
  const { id: claimId, articleId, anchors, round, evidence } = await desk.approvedClaim()
  await discussed(desk, { articleId, claimId }, "Says who?")
  const { id: evidenceId = "", source } = evidence[0] ?? {}
  const file = await db().file.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
  const cited = { workspaceId: desk.workspaceId, roundId: round.id, evidenceId, sourceId: source?.id ?? "" }
  await db().citedFile.create({ data: { ...cited, fileId: file.id } })
  await db().signOff.create({
    data: {
      id: newId(),
      workspaceId: desk.workspaceId,
      articleId,
      revisionId: anchors[0]?.revisionId ?? "",
      number: 1,
      snapshot: {},
      digest: "0".repeat(64),
      eventHead: "0".repeat(64),
      signedById: desk.editor.id,
    },
  })
}

const run = (sql: string) => db().$executeRawUnsafe(sql)

/** Refused by the database in these words, with every row as it was. */
async function unchangedBy(sql: string, words: string): Promise<void> {
  const before = await everything()
  await expect(run(sql), sql).rejects.toThrow(words)
  expect(await everything(), sql).toBe(before)
}

describe("rows that are only ever added", () => {
  test("can be neither updated, nor deleted, nor truncated", async ({ desk }) => {
    await filled(desk)
    for (const table of UNCHANGEABLE) {
      const words = `of ${table} is refused`
      expect(await db().$queryRawUnsafe(`SELECT 1 FROM "${table}" LIMIT 1`), table).toHaveLength(1)
      await unchangedBy(`UPDATE "${table}" SET "${COLUMN[table]}" = "${COLUMN[table]}"`, words)
      await unchangedBy(`DELETE FROM "${table}"`, words)
      await unchangedBy(`TRUNCATE "${table}" CASCADE`, "is refused")
    }
  }, 120_000)

  test("stay under a setting that only the removal of a demo uses", async ({ desk }) => {
    await filled(desk)
    for (const table of UNCHANGEABLE) {
      const attempt = db().$transaction(async (tx) => {
        await tx.$queryRaw`SELECT set_config('stet.erasing', ${desk.workspaceId}, true)`
        await tx.$executeRawUnsafe(`DELETE FROM "${table}"`)
      })
      await expect(attempt, table).rejects.toThrow(`of ${table} is refused`)
    }
  })

  test("are the only rows of people and of streams of events", async ({ desk }) => {
    await unchangedBy(`DELETE FROM "Membership" WHERE "id" = '${desk.viewer.id}'`, "of Membership is refused")
    await unchangedBy(`DELETE FROM "EventStream"`, "of EventStream is refused")
    for (const table of ["Workspace", "User", "Membership", "EventStream", "Article"]) {
      await unchangedBy(`TRUNCATE "${table}" CASCADE`, "is refused")
    }
  })
})

describe("a workspace", () => {
  test("is a demo from the start or never", async ({ desk }) => {
    const demo = await openDesk({ demo: true })
    await unchangedBy(
      `UPDATE "Workspace" SET "demo" = true WHERE "id" = '${desk.workspaceId}'`,
      "decided when it is made",
    )
    await unchangedBy(
      `UPDATE "Workspace" SET "demo" = false WHERE "id" = '${demo.workspaceId}'`,
      "decided when it is made",
    )
  })

  test("that is real can't be removed whole", async ({ desk }) => {
    await filled(desk)
    await unchangedBy(`SELECT erase_demo('${desk.workspaceId}')`, "only a demo workspace can be removed whole")
    await unchangedBy(`SELECT erase_demo('${newId()}')`, "only a demo workspace can be removed whole")
    await unchangedBy(`DELETE FROM "Workspace" WHERE "id" = '${desk.workspaceId}'`, "violates")
  })

  test("that is a demo goes with every row, and takes nothing of another desk along", async ({ desk }) => {
    await filled(desk)
    const before = await everything()
    const demo = await openDesk({ demo: true })
    await filled(demo)
    await demo.article({ authors: [{ membershipId: demo.author.id }, { name: "Somebody" }] })
    await run(`SELECT erase_demo('${demo.workspaceId}')`)
    expect(await everything()).toBe(before)
    await expect(run(`DELETE FROM "Event"`)).rejects.toThrow("of Event is refused")
  })

  test("that is a demo leaves people who have a seat elsewhere", async ({ desk }) => {
    const demo = await openDesk({ demo: true })
    const { workspaceId } = desk
    await db().membership.create({ data: { id: newId(), workspaceId, userId: demo.viewer.userId, role: "viewer" } })
    await startOwnDesk(demo.owner, {
      workspaceName: "Our desk",
      name: "Ann",
      email: `ann@${demo.slug}.example.org`,
      password: "long enough a password",
    })
    const users = await db().user.findMany({ where: { id: { in: [demo.viewer.userId, demo.owner.userId] } } })
    expect(users.map((user) => user.id)).toEqual([demo.viewer.userId])
  })
})

describe("values that may not be", () => {
  test("are refused where they are kept", async ({ desk }) => {
    const { id } = await desk.claim()
    const sent = await desk.sentClaim()
    const of = `WHERE "id" = '${id}'`
    await unchangedBy(`UPDATE "Claim" SET "priority" = 4 ${of}`, "Claim_values")
    await unchangedBy(`UPDATE "Claim" SET "state" = 'approved' ${of}`, "Claim_values")
    await unchangedBy(`UPDATE "Claim" SET "withdrawnAt" = now() ${of}`, "Claim_values")
    await unchangedBy(`UPDATE "Claim" SET "state" = 'approved', "roundId" = '${sent.round.id}' ${of}`, "_fkey")
    await unchangedBy(`UPDATE "Anchor" SET "end" = "start"`, "Anchor_span")
    await unchangedBy(`UPDATE "Anchor" SET "start" = NULL`, "Anchor_span")
    await unchangedBy(`UPDATE "File" SET "size" = 1`, "File_digest")
    await unchangedBy(`UPDATE "User" SET "email" = upper("email")`, "User_email_lower")
    await unchangedBy(`UPDATE "Source" SET "title" = ' '`, "Source_title")
    await unchangedBy(`INSERT INTO "SetupCode" ("id", "hash") VALUES (2, 'x')`, "SetupCode_single")
  })

  test("a row points to nothing of another workspace", async ({ desk }) => {
    const { id: claimId } = await desk.sentClaim()
    const other = await desk.otherWorkspace()
    const theirs = await other.sentClaim()
    const sourceId = theirs.evidence[0]?.source.id ?? ""
    await unchangedBy(`UPDATE "Evidence" SET "sourceId" = '${sourceId}' WHERE "claimId" = '${claimId}'`, "_fkey")
    await unchangedBy(
      `UPDATE "Claim" SET "number" = 99, "articleId" = '${theirs.articleId}' WHERE "id" = '${claimId}'`,
      "_fkey",
    )
    await unchangedBy(`UPDATE "Claim" SET "assigneeId" = '${other.editor.id}' WHERE "id" = '${claimId}'`, "_fkey")
    await unchangedBy(
      `UPDATE "Claim" SET "workspaceId" = '${other.workspaceId}' WHERE "id" = '${claimId}'`,
      "is refused",
    )
    await unchangedBy(
      `UPDATE "Article" SET "leadId" = '${other.editor.id}' WHERE "workspaceId" = '${desk.workspaceId}'`,
      "_fkey",
    )
  })
})

/** What belongs to a person, whatever the desk, and goes with them. */
const PERSONAL = ["EmailLink", "Identity", "RecoveryCode", "SecondFactor", "Session", "User"]
/** What belongs to nobody, and the desks themselves. */
const NOBODYS = ["HostTurn", "SetupCode", "SignInAttempt", "Workspace"]
const isNot = (one: string) => (other: string) => one !== other

test("every table but users and what belongs to nobody carries its workspace", async ({ desk }) => {
  expect(desk.workspaceId).toBeTruthy()
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT t.tablename AS name FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename NOT LIKE '\\_prisma%'
      AND NOT EXISTS (SELECT 1 FROM information_schema.columns c
                      WHERE c.table_schema = 'public' AND c.table_name = t.tablename AND c.column_name = 'workspaceId')
    ORDER BY 1`
  expect(rows.map((row) => row.name)).toEqual([...PERSONAL, ...NOBODYS].sort())
})

test("every reference between rows of a workspace carries the workspace", async ({ desk }) => {
  expect(desk.workspaceId).toBeTruthy()
  const rows = await db().$queryRaw<{ name: string; refers: string }[]>`
    SELECT c.conname AS name, c.confrelid::regclass::text AS refers
    FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                      WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'workspaceId')`
  expect(rows.map(({ refers }) => refers)).toEqual(rows.map(() => '"User"'))
  expect(rows.map(({ name }) => name.split("_")[0]).sort()).toEqual(
    [...PERSONAL, "Membership"].sort().filter(isNot("User")),
  )
})
