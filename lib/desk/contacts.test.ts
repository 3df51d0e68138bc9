/** Contacts: one call for several claims, who sees what of it, and what an answer does to what was approved. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { RecordContact } from "../domain/contact"
import { readClaim } from "./claims"
import { remindOfContacts } from "./contact-reminders"
import { editContact, recordContact } from "./contacts"
import { assignClaims } from "./arrangements"
import { archiveArticle } from "./archive"
import { claimHistory } from "./history"
import { readFile } from "./files"
import { listNotifications } from "./notifications"
import { decideReview } from "./reviews"
import { sendToReview } from "./rounds"
import { CALL, called } from "./testing/contact-acts"
import { refused, test, type Desk } from "./testing/desk"
import { sentFile } from "./testing/files"
import { draftVerdict } from "./verdicts"

const answer = (contactId: string, contact: Parameters<typeof editContact>[1]["contact"]) => ({ contactId, contact })

describe("a call", () => {
  test("answers claims of several articles at once, and its answer is recorded once", async ({ desk }) => {
    const article = await desk.article()
    const one = await desk.claim({ article })
    const two = await desk.claim({ article })
    const elsewhere = await desk.claim()
    const { contactId, claims } = await called(desk.checker, [one.id, elsewhere.id, two.id], {
      address: " ",
      isClaimant: true,
    })
    expect(claims.map((claim) => [claim.version, claim.authorIds])).toEqual(Array(3).fill([2, [desk.checker.id]]))
    const [event] = await desk.lastEvents(3)
    expect(event).toMatchObject({
      act: "contact.recorded",
      actorId: desk.checker.id,
      subjects: { contact: contactId },
      payload: { outcome: "pending", claims: 3 },
    })
    await editContact(desk.secondChecker, answer(contactId, { outcome: "disputed", reply: "There were five." }))
    for (const { id } of [one, two, elsewhere]) {
      const { contacts } = await readClaim(desk.editor, id)
      expect(contacts).toMatchObject([
        {
          ...CALL,
          id: contactId,
          outcome: "disputed",
          reply: "There were five.",
          address: null,
          sent: null,
          version: 2,
        },
      ])
      expect(contacts[0]?.claims).toHaveLength(3)
      expect(contacts[0]?.repliedAt).not.toBeNull()
    }
    const told = await desk.lastEvents(3)
    expect(told.map(({ act, payload }) => [act, payload.changed])).toEqual(
      Array(3).fill(["contact.edited", ["outcome", "reply", "repliedAt"]]),
    )
    expect(JSON.stringify(told)).not.toContain("five")
    expect(new Set(told.map(({ subjects }) => subjects.article))).toEqual(new Set([article.id, elsewhere.articleId]))
  })

  test("is recorded for all its claims or for none", async ({ desk }) => {
    const mine = await desk.claim()
    const own = await desk.claim({ article: await desk.article({ authors: [{ membershipId: desk.editor.id }] }) })
    await refused(() => called(desk.editor, [mine.id, own.id]), "forbidden", "policy.contact_record")
    const { contactId } = await called(desk.checker, [mine.id, own.id])
    // Whom the desk asked about what they have written is nothing that they see.
    await refused(
      () => editContact(desk.editor, answer(contactId, { outcome: "declined" })),
      "not-found",
      "contact.notFound",
    )
    const versions = { claims: [{ claimId: mine.id, version: 1 }], contact: CALL }
    await refused(() => recordContact(desk.secondChecker, RecordContact.parse(versions)), "conflict", "claim.changedBy")
    const { contactId: both } = await called(desk.checker, [mine.id, (await desk.claim()).id])
    const { contactId: alone } = await called(desk.checker, [mine.id])
    await archiveArticle(desk.owner, { articleId: mine.articleId })
    await refused(() => called(desk.checker, [mine.id]), "conflict", "article.archived")
    // What is put away stays as it is; what else was asked about is answered.
    expect((await editContact(desk.checker, answer(both, { outcome: "confirmed" }))).claims).toHaveLength(1)
    await refused(
      () => editContact(desk.checker, answer(alone, { outcome: "confirmed" })),
      "conflict",
      "article.archived",
    )
  })

  test("that somebody else changed meanwhile is not overwritten", async ({ desk }) => {
    const { id } = await desk.claim()
    const { contactId } = await called(desk.checker, [id])
    await editContact(desk.secondChecker, answer(contactId, { outcome: "no_answer" }))
    const late = () => editContact(desk.checker, { ...answer(contactId, { outcome: "declined" }), version: 1 })
    const { details } = await refused(late, "conflict", "contact.changedBy")
    expect(details).toMatchObject({ outdated: true, current: { id: contactId, outcome: "no_answer" } })
    const before = await desk.eventCount()
    await editContact(desk.checker, answer(contactId, { outcome: "no_answer", whom: CALL.whom }))
    expect(await desk.eventCount()).toBe(before)
  })

  test("makes sense, or is refused at its field", async ({ desk }) => {
    const { id } = await desk.claim()
    const early = "2024-11-14T00:00:00Z"
    const fieldOf = async (run: Promise<unknown>) => {
      const refusal = await run.catch((error: { details?: { fields?: { path: string; key: string }[] } }) => error)
      return (refusal as { details: { fields: { path: string; key: string }[] } }).details.fields[0]
    }
    expect(await fieldOf(called(desk.checker, [id], { deadline: early }))).toMatchObject({ path: "deadline" })
    expect(await fieldOf(called(desk.checker, [id], { reply: "Yes." }))).toMatchObject({ path: "reply" })
    const answered = { outcome: "confirmed", repliedAt: early } as const
    expect(await fieldOf(called(desk.checker, [id], answered))).toMatchObject({ path: "repliedAt" })
  })
})

describe("who sees what of a contact", () => {
  const words = {
    address: "+49 30 1234",
    notes: "Calls back late",
    reply: "Five, between us.",
    outcome: "disputed",
    onRecord: false,
  } as const

  test("is this table", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const { id } = await desk.claim({ article })
    await called(desk.checker, [id], words)
    const seen = async (name: "owner" | "editor" | "checker" | "secondChecker" | "author" | "viewer") => {
      const { contacts } = await readClaim(desk[name], id)
      const [contact] = contacts
      return contact ? [contact.details, contact.address, contact.notes, contact.reply].join(" · ") : "nothing"
    }
    const all = `told · ${words.address} · ${words.notes} · ${words.reply}`
    expect(
      await Promise.all((["owner", "editor", "checker", "secondChecker", "author", "viewer"] as const).map(seen)),
    ).toEqual([...[all, all, all], "kept ·  ·  · ", ...["nothing", "nothing"]])
    const events = async (name: "author" | "checker") =>
      (await claimHistory(desk[name], { claimId: id })).map(({ act }) => act)
    expect(await events("author")).toEqual(["claim.marked"])
    expect(await events("checker")).toEqual(["claim.marked", "contact.recorded"])
    await assignClaims(desk.editor, { claims: [{ claimId: id }], assigneeId: desk.secondChecker.id })
    expect(await seen("secondChecker")).toBe(all)
  })

  test("is so with its recording, which goes when nobody needs it", async ({ desk }) => {
    const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
    const { id } = await desk.claim({ article })
    const fileId = await sentFile(desk.checker, "Call with the ministry.txt", "Between us: five.")
    await refused(() => called(desk.secondChecker, [id], { fileId }), "invalid", "file.notThere")
    const { contactId } = await called(desk.checker, [id], { fileId })
    const reads = async (name: "owner" | "editor" | "checker" | "secondChecker" | "author" | "viewer") => {
      const { contacts } = await readClaim(desk[name], id)
      const file = await readFile(desk[name], fileId).catch(({ code }: { code: string }) => ({ name: code }))
      return [contacts[0]?.file?.name, file.name]
    }
    const kept = Array(2).fill("Call with the ministry.txt")
    expect(await Promise.all((["owner", "editor", "checker"] as const).map(reads))).toEqual([kept, kept, kept])
    const none = [undefined, "not-found"]
    expect(await Promise.all((["secondChecker", "author", "viewer"] as const).map(reads))).toEqual([none, none, none])
    await refused(
      () => editContact(desk.secondChecker, answer(contactId, { fileId: null })),
      "forbidden",
      "policy.contact_details",
    )
    await assignClaims(desk.editor, { claims: [{ claimId: id }], assigneeId: desk.secondChecker.id })
    expect(await reads("secondChecker")).toEqual(kept)
    // Whoever sends all of it back as it is needs no upload of their own.
    await editContact(desk.editor, answer(contactId, { fileId, notes: "Calls back" }))
    await db().upload.deleteMany({ where: { fileId } })
    await editContact(desk.editor, answer(contactId, { fileId: null }))
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "contact.edited", payload: { changed: ["file"] } }])
    expect(await db().file.count({ where: { id: fileId } })).toBe(0)
  })

  test("is told to who sends and reviews the claim", async ({ desk }) => {
    const { id } = await desk.claim()
    await called(desk.editor, [id], words)
    expect((await readClaim(desk.checker, id)).contacts[0]?.details).toBe("kept")
    await draftVerdict(desk.checker, { claimId: id, verdict: { rating: "false", conclusion: "Four." } })
    const { round } = await sendToReview(desk.checker, { claimId: id, waivers: [] })
    expect((await readClaim(desk.checker, id)).contacts[0]?.reply).toBe(words.reply)
    expect((await readClaim(desk.secondChecker, id)).contacts[0]?.reply).toBeNull()
    await decideReview(desk.secondChecker, { roundId: round?.id ?? "", decision: "approve" })
    expect((await readClaim(desk.secondChecker, id)).contacts[0]?.reply).toBe(words.reply)
  })

  test("nobody writes over what they don't see", async ({ desk }) => {
    const { id } = await desk.claim()
    const { contactId } = await called(desk.editor, [id], words)
    for (const contact of [{ address: null }, { notes: "x" }, { onRecord: true }, { reply: "x" }])
      await refused(() => editContact(desk.checker, answer(contactId, contact)), "forbidden", "policy.contact_details")
    await editContact(desk.checker, answer(contactId, { whom: "The minister" }))
    expect(await db().contact.findUniqueOrThrow({ where: { id: contactId } })).toMatchObject({
      ...words,
      whom: "The minister",
    })
  })
})

describe("a round", () => {
  const drafted = async (desk: Desk, claimId: string) => {
    await draftVerdict(desk.checker, { claimId, verdict: { rating: "false", conclusion: "The office counts four." } })
    return sendToReview(desk.checker, { claimId, waivers: [] })
  }

  test("freezes a contact without what is for few eyes, and is met by it alone", async ({ desk }) => {
    const { id } = await desk.claim()
    const kept = {
      address: "+49 30 1234",
      notes: "Late",
      outcome: "confirmed",
      reply: "Yes.",
      onRecord: false,
    } as const
    const { contactId } = await called(desk.checker, [id], kept)
    const { round, contacts } = await drafted(desk, id)
    expect(contacts).toMatchObject([{ id: contactId, sent: "as_sent" }])
    const { snapshot } = await db().round.findUniqueOrThrow({ where: { id: round?.id ?? "" } })
    const { whom, channel, askedAt, deadline } = CALL
    expect(snapshot).toMatchObject({
      contacts: [
        {
          id: contactId,
          whom,
          isClaimant: false,
          channel,
          askedAt,
          deadline,
          outcome: "confirmed",
          onRecord: false,
          reply: null,
          version: 1,
        },
      ],
      checklist: [
        { item: "conclusion", met: true },
        { item: "evidence", met: true },
      ],
    })
    expect(JSON.stringify(snapshot)).not.toMatch(/1234|Late|Yes\./)
  })

  test("in review stays as it was sent when the answer comes", async ({ desk }) => {
    const { id } = await desk.claim()
    const { contactId } = await called(desk.secondChecker, [id])
    const { round, version } = await drafted(desk, id)
    const { claims } = await editContact(desk.secondEditor, answer(contactId, { outcome: "confirmed" }))
    expect(claims).toMatchObject([
      { state: "in_review", round: { id: round?.id }, contacts: [{ outcome: "confirmed", sent: "since" }] },
    ])
    const roundId = round?.id ?? ""
    await refused(
      () => decideReview(desk.editor, { roundId, version, decision: "approve" }),
      "conflict",
      "claim.changedBy",
    )
    // Whoever recorded the call is an author of what was sent; what was taken down since has been seen by one alone.
    await refused(
      () => decideReview(desk.secondChecker, { roundId, decision: "approve" }),
      "forbidden",
      "policy.review_decide",
    )
    await refused(
      () => decideReview(desk.secondEditor, { roundId, decision: "approve" }),
      "forbidden",
      "review.answeredByYou",
    )
    expect(await decideReview(desk.editor, { roundId, decision: "approve" })).toMatchObject({ state: "approved" })
  })

  test("that was approved falls by an answer, and not by a number or a note", async ({ desk }) => {
    const { id } = await desk.claim()
    const { contactId } = await called(desk.checker, [id])
    const { round } = await drafted(desk, id)
    await decideReview(desk.editor, { roundId: round?.id ?? "", decision: "approve" })
    await editContact(desk.checker, answer(contactId, { address: "+49 30 1234", notes: "Late" }))
    expect(await readClaim(desk.checker, id)).toMatchObject({ state: "approved", contacts: [{ sent: "as_sent" }] })
    await editContact(desk.checker, answer(contactId, { outcome: "no_answer" }))
    expect(await readClaim(desk.checker, id)).toMatchObject({ state: "open", contacts: [{ sent: null }] })
    expect(await desk.lastEvents(2)).toMatchObject([
      { act: "contact.edited" },
      { act: "approval.withdrawn", subjects: { contact: contactId }, payload: { changed: ["contacts"] } },
    ])
  })
})

test("an answer that is overdue is told once to who asked and who checks, and anew when there is more time", async ({
  desk,
}) => {
  const article = await desk.article()
  const [one, two] = [await desk.claim({ article }), await desk.claim()]
  await assignClaims(desk.editor, { claims: [{ claimId: two.id }], assigneeId: desk.secondChecker.id })
  const { contactId } = await called(desk.checker, [one.id, two.id])
  const before = await desk.eventCount()
  const due = new Date(CALL.deadline)
  await remindOfContacts(new Date(due.getTime() - 1))
  expect(await desk.eventCount()).toBe(before)
  await remindOfContacts(due)
  await remindOfContacts(due)
  expect(await desk.eventCount()).toBe(before + 2)
  const about = { actorId: null, act: "contact.due", payload: { number: 1 } }
  expect(await desk.lastEvents(2)).toMatchObject([
    { ...about, subjects: { contact: contactId } },
    { ...about, subjects: { contact: contactId } },
  ])
  const told = async (name: "checker" | "secondChecker" | "editor") =>
    (await listNotifications(desk[name], { limit: 20 })).items
      .filter(({ kind }) => kind === "contact_due")
      .map(({ kind, claim, readAt }) => [kind, claim?.id, readAt === null])
  expect(await told("checker")).toMatchObject([["contact_due", expect.any(String), true]])
  expect(await told("secondChecker")).toEqual([["contact_due", two.id, true]])
  expect(await told("editor")).toEqual([])
  await editContact(desk.checker, answer(contactId, { deadline: "2024-11-16T17:00:00Z" }))
  await remindOfContacts(new Date("2024-11-16T17:00:00Z"))
  expect(await desk.eventCount()).toBe(before + 6)
  await editContact(desk.checker, answer(contactId, { outcome: "no_answer" }))
  expect(await told("secondChecker")).toEqual([["contact_due", two.id, false]])
  await remindOfContacts(new Date("2025-11-16T17:00:00Z"))
  expect(await desk.eventCount()).toBe(before + 8)
})
