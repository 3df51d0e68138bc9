/** When a contact makes sense, what of it a round is about, and the sentence that readers could be told. */
import { describe, expect, test } from "vitest"
import { asWritten, ContactOutcome, keptFields, type ContactFields } from "./contact"
import { readsOtherwise } from "./contact-changes"
import { sentenceForReaders } from "./contact-sentence"
import type { Refusal } from "./refusal"

const CALL: ContactFields = {
  ...{
    whom: "The ministry",
    isClaimant: false,
    channel: "phone",
    address: null,
    question: "How many?",
    onRecord: true,
  },
  ...{ askedAt: "2024-11-27T09:00:00.000Z", deadline: "2024-11-28T14:00:00.000Z", outcome: "pending" },
  ...{ reply: null, repliedAt: null, notes: null, fileId: null },
}
const now = new Date("2024-11-28T12:00:00Z")

describe("a contact", () => {
  test("that is answered was answered now, where nothing else is said", () => {
    expect(asWritten({ ...CALL, outcome: "confirmed" }, now).repliedAt).toBe(now.toISOString())
    expect(asWritten({ ...CALL, outcome: "confirmed" }, new Date(0)).repliedAt).toBe(CALL.askedAt)
    const told = "2024-11-28T10:00:00.000Z"
    expect(asWritten({ ...CALL, outcome: "declined", repliedAt: told }, now).repliedAt).toBe(told)
    expect(asWritten({ ...CALL, outcome: "no_answer", repliedAt: told }, now).repliedAt).toBeNull()
  })

  test.for([
    [{ deadline: "2024-11-26T00:00:00Z" }, "deadline contact.deadlineBefore"],
    [{ reply: "Four." }, "reply contact.replyWithout"],
    [{ outcome: "no_answer", reply: "Four." }, "reply contact.replyWithout"],
    [{ outcome: "confirmed", repliedAt: "2024-11-26T00:00:00Z" }, "repliedAt contact.repliedBefore"],
  ] satisfies [Partial<ContactFields>, string][])(
    "that makes no sense is refused at its field: %j",
    ([fields, where]) => {
      const refusal = (() => {
        try {
          return asWritten({ ...CALL, ...fields }, now)
        } catch (error) {
          return error as Refusal
        }
      })() as Refusal
      expect(`${refusal.details.fields?.[0]?.path} ${refusal.key}`).toBe(where)
    },
  )

  test("reads otherwise by what a round freezes, and by nothing said off the record", () => {
    expect(readsOtherwise(CALL, { ...CALL, outcome: "declined" })).toBe(true)
    expect(readsOtherwise(CALL, { ...CALL, address: "x", notes: "y" } as ContactFields)).toBe(false)
    const off = { ...CALL, onRecord: false }
    expect(readsOtherwise({ ...off, reply: "Four." }, { ...off, reply: "Five." })).toBe(false)
    expect(readsOtherwise(off, CALL)).toBe(true)
  })

  test("keeps a reply from most where it is off the record", () => {
    expect(keptFields(["whom", "reply", "notes"], true)).toEqual(["notes"])
    expect(keptFields(["whom", "reply", "onRecord"], false)).toEqual(["reply", "onRecord"])
  })
})

describe("the sentence for readers", () => {
  const told = (fields: Partial<ContactFields>, language = "en", zone = "UTC") =>
    sentenceForReaders({ ...CALL, reply: "Between us.", ...fields }, { language, zone })

  test.for([
    ["en", { outcome: "no_answer" }, "The ministry did not reply to questions by 14:00 on 28 November."],
    ["en", { outcome: "no_answer", deadline: null }, "The ministry did not reply to questions put by phone."],
    [
      "en",
      { outcome: "pending" },
      "The ministry has been asked for comment by phone and given until 14:00 on 28 November to reply.",
    ],
    ["en", { outcome: "confirmed", channel: "mail" }, "Asked by e-mail, the ministry confirmed this."],
    ["en", { outcome: "declined" }, "The ministry declined to comment."],
    ["fr", { outcome: "no_answer" }, "The ministry did not reply to questions by 14:00 on 28 November."],
    [
      "de",
      { outcome: "no_answer", whom: "Das Amt" },
      "Das Amt antwortete bis zum 28. November, 14:00 Uhr, nicht auf Fragen.",
    ],
    ["de", { outcome: "disputed", whom: "Das Amt" }, "Auf telefonische Anfrage widersprach das Amt."],
    [
      "de-AT",
      { outcome: "pending", whom: "Das Amt" },
      "Das Amt wurde um Stellungnahme gebeten, mit einer Frist bis zum 28. November, 14:00 Uhr.",
    ],
  ] satisfies [string, Partial<ContactFields>, string][])("in %s, %j: %s", ([language, fields, sentence]) => {
    expect(told(fields, language)).toBe(sentence)
  })

  test("is in the desk's time", () => {
    expect(told({ outcome: "no_answer" }, "en", "Europe/Berlin")).toContain("15:00 on 28 November")
  })

  test("never holds what was said, and is none off the record", () => {
    for (const outcome of ContactOutcome.options)
      for (const language of ["en", "de"]) {
        expect(told({ outcome }, language)).not.toContain("Between us")
        expect(told({ outcome, onRecord: false }, language)).toBeNull()
      }
  })
})
