/** The audit check, in the settings and on the command line: what it answers, to whom, and what it names. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { deleteArticle } from "./erasing"
import { auditLog } from "./events"
import { stet as stetFrom } from "./testing/command-line"
import { refused, test } from "./testing/desk"
import { signedClaimOf } from "./testing/sign-off-acts"

/** Changes the log past its triggers, as somebody could who has the database. */
async function alter(statement: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRawUnsafe(statement)
  })
}

const stet = (...typed: string[]) => stetFrom(process.cwd(), ...typed)

describe("the audit check", () => {
  test("says how much was read, and that every link holds", async ({ desk }) => {
    await desk.approvedClaim()
    const events = await desk.eventCount()
    expect(await auditLog(desk.owner)).toEqual({ events, streams: 2, broken: 0, faults: [], whole: true })
  })

  test("names each broken link and the article that it is in", async ({ desk }) => {
    const { articleId } = await desk.approvedClaim()
    const { title } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
    await alter(`UPDATE "Event" SET "act" = 'claim.edited' WHERE "streamId" = '${articleId}' AND "seq" = 4`)
    const report = await auditLog(desk.owner)
    expect(report).toMatchObject({ broken: 1, whole: true })
    expect(report.faults).toEqual([
      { streamId: articleId, seq: 4, fault: "event-altered", article: { id: articleId, title } },
    ])
  })

  test("holds every sign-off to the chain that it was written into", async ({ desk }) => {
    const { articleId } = await signedClaimOf(desk)
    expect(await auditLog(desk.owner)).toMatchObject({ broken: 0 })
    const differs = { streamId: articleId, seq: 1, fault: "sign-off-differs" }
    await alter(`UPDATE "SignOff" SET "eventHead" = repeat('a', 64) WHERE "articleId" = '${articleId}'`)
    expect(await auditLog(desk.owner)).toMatchObject({ broken: 1, faults: [differs] })
  })

  test("and to what it froze", async ({ desk }) => {
    const { articleId } = await signedClaimOf(desk)
    await alter(
      `UPDATE "SignOff" SET "snapshot" = "snapshot" || '{"title": "Other"}' WHERE "articleId" = '${articleId}'`,
    )
    const differs = { streamId: articleId, seq: 1, fault: "sign-off-differs" }
    expect(await auditLog(desk.owner)).toMatchObject({ broken: 1, faults: [differs] })
  })

  test("reads no more than somebody can wait for, and says so", async ({ desk }) => {
    await desk.approvedClaim()
    await desk.claim()
    const report = await auditLog(desk.owner, 1)
    expect(report).toMatchObject({ streams: 1, whole: false, broken: 0 })
  })

  test("is for owners", async ({ desk }) => {
    for (const name of ["editor", "checker", "author", "viewer"] as const) {
      await refused(() => auditLog(desk[name]), "forbidden", "policy.workspace_set")
    }
  })
})

test("stet audit verify names the first broken link and fails", async ({ desk }) => {
  const { articleId } = await desk.approvedClaim()
  const sound = await stet("audit", "verify", "--workspace", desk.slug)
  expect(sound).toMatchObject({ status: 0, stderr: "" })
  expect(sound.lines).toEqual([expect.stringContaining(`${desk.slug}: `)])
  expect(sound.lines[0]).toContain("Every link holds.")
  await alter(`DELETE FROM "Event" WHERE "streamId" = '${articleId}' AND "seq" = 4`)
  const broken = await stet("audit", "verify")
  expect(broken.status).toBe(1)
  expect(broken.lines.join("\n")).toContain("An event before event 5 is missing.")
  expect(broken.lines).toContain(`  stream ${articleId}, event 5: event-missing`)
  expect(await stet("audit", "verify", "--workspace", "nowhere")).toMatchObject({ status: 2 })
})

test("stet erase lists what is deleted, erases it in an owner's name, and the log still verifies", async ({ desk }) => {
  const { articleId } = await desk.approvedClaim()
  const asked = ["erase", "--workspace", desk.slug, "--as", `owner@${desk.slug}.example.org`]
  await deleteArticle(desk.owner, { articleId })
  expect((await stet(...asked)).lines).toEqual([
    expect.stringContaining("1 article is deleted"),
    expect.stringContaining(articleId),
  ])
  expect(await stet("erase", "--workspace", desk.slug, "--as", `editor@${desk.slug}.example.org`)).toMatchObject({
    status: 2,
  })
  expect(await stet(...asked, "--article", articleId)).toMatchObject({ status: 0, stderr: "" })
  expect(await desk.lastEvents(1)).toMatchObject([{ act: "article.erased", actorId: desk.owner.id }])
  expect(await stet("audit", "verify", "--workspace", desk.slug)).toMatchObject({ status: 0 })
})
