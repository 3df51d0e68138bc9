/** Who may what, as one whole table: DOMAIN.md's "Who may", question by question. */
import { describe, expect, test } from "vitest"
import catalogue from "../messages/en.json"
import { authorize, can, policy, type Question } from "./policy"
import { type Refusal } from "./refusal"
import { Role, WorkspaceSettings, type Actor } from "./workspace"

const ME = "me"

/** Ways to stand to an article, a claim or a source, in the words of the table. */
const RELATIONS = {
  "": {},
  "its author": { authorIds: [ME] },
  "its lead": { leadId: ME },
} as const

const article = (relation: keyof typeof RELATIONS) => ({
  authorIds: ["somebody"],
  leadId: null,
  ...RELATIONS[relation],
})

const claim = (priority: number, relation: keyof typeof RELATIONS = "", verdictAuthors: string[] = ["somebody"]) => ({
  article: article(relation),
  priority,
  authorIds: verdictAuthors,
})

const MUST = 1
const SHOULD = 2
const COULD = 3

const onArticle = { "": article(""), "its author": article("its author"), "its lead": article("its lead") }
const onClaim = {
  "": claim(SHOULD),
  "the article's author": claim(SHOULD, "its author"),
  "the verdict's author": claim(SHOULD, "", [ME]),
}
const byPriority = {
  must: claim(MUST),
  should: claim(SHOULD),
  could: claim(COULD),
  "must, the article's author": claim(MUST, "its author"),
  "should, the article's author": claim(SHOULD, "its author"),
}
const toSignOff = (relation: keyof typeof RELATIONS, ...roundAuthors: string[][]) => ({
  article: article(relation),
  roundAuthors,
})
const onSource = {
  "": { confidential: false, readerIds: [] },
  confidential: { confidential: true, readerIds: ["somebody"] },
  "confidential, named": { confidential: true, readerIds: [ME] },
}

const toAdjudicate = (
  relation: keyof typeof RELATIONS,
  given: { giverId?: string; senderId?: string; authorIds?: string[] },
) => ({
  ...claim(SHOULD, relation),
  ...{ giverId: "giver", senderId: "sender", authorIds: ["sender"], ...given },
})

/** Every question with every way to stand to what it asks about. */
const SUBJECTS: Record<Question, Record<string, unknown>> = {
  "article.read": onArticle,
  "article.import": { "": undefined },
  "article.edit": onArticle,
  "article.revise": onArticle,
  "article.exportInternal": onArticle,
  "article.exportForAuthor": onArticle,
  "article.unbindAuthor": onArticle,
  "article.archive": onArticle,
  "article.delete": { "": undefined },
  "article.erase": { "": undefined },
  "member.erase": { "": undefined },
  "claim.mark": onArticle,
  "claim.place": onClaim,
  "claim.edit": onClaim,
  "claim.withdraw": byPriority,
  "claim.lower": onClaim,
  "claim.arrange": onClaim,
  "fix.propose": onClaim,
  "fix.answer": onClaim,
  "fix.decide": onClaim,
  "remark.decide": onArticle,
  "comment.readQueries": onArticle,
  "comment.readNotes": onArticle,
  "comment.readLegal": onArticle,
  "presence.read": onArticle,
  "comment.ask": onArticle,
  "comment.answer": onArticle,
  "comment.note": onArticle,
  "comment.legal": onArticle,
  "comment.resolve": onArticle,
  "comment.edit": { "": { writtenById: "somebody" }, "its writer": { writtenById: ME } },
  "legal.decide": onClaim,
  "coverage.mark": onArticle,
  "earlier.dismiss": onClaim,
  "evidence.edit": onClaim,
  "evidence.look": onClaim,
  "contact.record": onClaim,
  "contact.details": { "": { insiderIds: ["somebody"] }, insider: { insiderIds: ["somebody", ME] } },
  "calculation.edit": onClaim,
  "verdict.draft": onClaim,
  "round.send": onClaim,
  "round.recall": onClaim,
  "checklist.waive": byPriority,
  "review.decide": {
    ...byPriority,
    "must, the verdict's author": claim(MUST, "", [ME]),
    "should, the verdict's author": claim(SHOULD, "", ["somebody", ME]),
    "could, the article's lead": claim(COULD, "its lead"),
  },
  "tidy.propose": onClaim,
  "tidy.decide": {
    ...byPriority,
    "should, the verdict's author": claim(SHOULD, "", ["somebody", ME]),
  },
  "article.signOff": {
    "": toSignOff("", ["somebody"]),
    "its author": toSignOff("its author", ["somebody"]),
    "an author of one round": toSignOff("", ["somebody"], ["somebody", ME]),
    "an author of all rounds": toSignOff("", [ME], ["somebody", ME]),
    "without rounds": toSignOff(""),
  },
  "article.publish": onArticle,
  "article.reopen": onArticle,
  "claim.letStand": onClaim,
  "complaint.read": onArticle,
  "complaint.decide": {
    "": { article: article(""), concernedIds: ["somebody"] },
    concerned: { article: article(""), concernedIds: [ME] },
    "the article's author": { article: article("its author"), concernedIds: [] },
  },
  "opinion.ask": onClaim,
  "opinion.give": onClaim,
  "opinion.withdraw": onClaim,
  "verdict.lookIn": onClaim,
  "opinion.adjudicate": {
    "": toAdjudicate("", {}),
    "the article's author": toAdjudicate("its author", {}),
    "the first verdict's author": toAdjudicate("", { authorIds: ["sender", ME] }),
    "who gave the second": toAdjudicate("", { giverId: ME }),
  },
  "opinion.settle": {
    "": toAdjudicate("", {}),
    "the article's author": toAdjudicate("its author", { giverId: ME }),
    "who sent the first": toAdjudicate("", { senderId: ME }),
    "who gave the second": toAdjudicate("", { giverId: ME }),
  },
  "note.read": { "": undefined },
  "desk.read": { "": undefined },
  "known.import": { "": undefined },
  "source.add": { "": undefined },
  "source.edit": onSource,
  "source.read": onSource,
  "source.fetch": onSource,
  "workspace.set": { "": undefined },
}

const actor = (role: Actor["role"], settings: Partial<WorkspaceSettings> = {}) => ({
  id: ME,
  role,
  settings: { ...WorkspaceSettings.parse({}), ...settings },
})

function asked(question: Question, subject: unknown, settings?: Partial<WorkspaceSettings>): string {
  const ask = can as (who: ReturnType<typeof actor>, question: Question, subject: unknown) => boolean
  return Role.options.map((role) => (ask(actor(role, settings), question, subject) ? "✓" : "·")).join(" ")
}

function rows(questions: readonly Question[], settings?: Partial<WorkspaceSettings>): string[] {
  return questions.flatMap((question) =>
    Object.entries(SUBJECTS[question]).map(([relation, subject]) => {
      const name = `${question}${relation && ` (${relation})`}`
      return `${name.padEnd(48)} ${asked(question, subject, settings)}`
    }),
  )
}

const lines = (table: string) => table.split("\n").flatMap((line) => line.trim() || [])

describe("who may", () => {
  test("is this table, and nothing besides", () => {
    // viewer, author, checker, editor, owner
    const table = `
      article.read                                     ✓ · ✓ ✓ ✓
      article.read (its author)                        ✓ ✓ ✓ ✓ ✓
      article.read (its lead)                          ✓ · ✓ ✓ ✓
      article.import                                   · · ✓ ✓ ✓
      article.edit                                     · · ✓ ✓ ✓
      article.edit (its author)                        · · · · ·
      article.edit (its lead)                          · · ✓ ✓ ✓
      article.revise                                   · · ✓ ✓ ✓
      article.revise (its author)                      · · · · ·
      article.revise (its lead)                        · · ✓ ✓ ✓
      article.exportInternal                           · · · ✓ ✓
      article.exportInternal (its author)              · · · ✓ ✓
      article.exportInternal (its lead)                · · ✓ ✓ ✓
      article.exportForAuthor                          · · · ✓ ✓
      article.exportForAuthor (its author)             ✓ ✓ ✓ ✓ ✓
      article.exportForAuthor (its lead)               · · ✓ ✓ ✓
      article.unbindAuthor                             · · · ✓ ✓
      article.unbindAuthor (its author)                · · · · ·
      article.unbindAuthor (its lead)                  · · · ✓ ✓
      article.archive                                  · · · ✓ ✓
      article.archive (its author)                     · · · · ·
      article.archive (its lead)                       · · · ✓ ✓
      article.delete                                   · · · · ✓
      article.erase                                    · · · · ✓
      member.erase                                     · · · · ✓
      claim.mark                                       · · ✓ ✓ ✓
      claim.mark (its author)                          · · · · ·
      claim.mark (its lead)                            · · ✓ ✓ ✓
      claim.edit                                       · · ✓ ✓ ✓
      claim.edit (the article's author)                · · · · ·
      claim.edit (the verdict's author)                · · ✓ ✓ ✓
      claim.place                                      · · ✓ ✓ ✓
      claim.place (the article's author)               · · · · ·
      claim.place (the verdict's author)               · · ✓ ✓ ✓
      claim.withdraw (must)                            · · · ✓ ✓
      claim.withdraw (should)                          · · ✓ ✓ ✓
      claim.withdraw (could)                           · · ✓ ✓ ✓
      claim.withdraw (must, the article's author)      · · · · ·
      claim.withdraw (should, the article's author)    · · · · ·
      claim.lower                                      · · · ✓ ✓
      claim.lower (the article's author)               · · · · ·
      claim.lower (the verdict's author)               · · · ✓ ✓
      claim.arrange                                    · · ✓ ✓ ✓
      claim.arrange (the article's author)             · · · · ·
      claim.arrange (the verdict's author)             · · ✓ ✓ ✓
      fix.propose                                      · · ✓ ✓ ✓
      fix.propose (the article's author)               · · · · ·
      fix.propose (the verdict's author)               · · ✓ ✓ ✓
      fix.answer                                       · · · · ·
      fix.answer (the article's author)                ✓ ✓ ✓ ✓ ✓
      fix.answer (the verdict's author)                · · · · ·
      fix.decide                                       · · · ✓ ✓
      fix.decide (the article's author)                · · · · ·
      fix.decide (the verdict's author)                · · · ✓ ✓
      remark.decide                                    · · ✓ ✓ ✓
      remark.decide (its author)                       · · · · ·
      remark.decide (its lead)                         · · ✓ ✓ ✓
      comment.readQueries                              ✓ · ✓ ✓ ✓
      comment.readQueries (its author)                 ✓ ✓ ✓ ✓ ✓
      comment.readQueries (its lead)                   ✓ · ✓ ✓ ✓
      comment.readNotes                                · · ✓ ✓ ✓
      comment.readNotes (its author)                   · · · · ·
      comment.readNotes (its lead)                     · · ✓ ✓ ✓
      comment.readLegal                                · · · ✓ ✓
      comment.readLegal (its author)                   · · · · ·
      comment.readLegal (its lead)                     · · · ✓ ✓
      presence.read                                    ✓ · ✓ ✓ ✓
      presence.read (its author)                       · · · · ·
      presence.read (its lead)                         ✓ · ✓ ✓ ✓
      comment.ask                                      · · ✓ ✓ ✓
      comment.ask (its author)                         · · · · ·
      comment.ask (its lead)                           · · ✓ ✓ ✓
      comment.answer                                   · · ✓ ✓ ✓
      comment.answer (its author)                      ✓ ✓ ✓ ✓ ✓
      comment.answer (its lead)                        · · ✓ ✓ ✓
      comment.note                                     · · ✓ ✓ ✓
      comment.note (its author)                        · · · · ·
      comment.note (its lead)                          · · ✓ ✓ ✓
      comment.legal                                    · · · ✓ ✓
      comment.legal (its author)                       · · · · ·
      comment.legal (its lead)                         · · · ✓ ✓
      comment.resolve                                  · · ✓ ✓ ✓
      comment.resolve (its author)                     · · · · ·
      comment.resolve (its lead)                       · · ✓ ✓ ✓
      comment.edit                                     · · · · ·
      comment.edit (its writer)                        ✓ ✓ ✓ ✓ ✓
      legal.decide                                     · · · ✓ ✓
      legal.decide (the article's author)              · · · · ·
      legal.decide (the verdict's author)              · · · ✓ ✓
      coverage.mark                                    · · ✓ ✓ ✓
      coverage.mark (its author)                       · · · · ·
      coverage.mark (its lead)                         · · ✓ ✓ ✓
      earlier.dismiss                                  · · ✓ ✓ ✓
      earlier.dismiss (the article's author)           · · · · ·
      earlier.dismiss (the verdict's author)           · · ✓ ✓ ✓
      evidence.edit                                    · · ✓ ✓ ✓
      evidence.edit (the article's author)             · · · · ·
      evidence.edit (the verdict's author)             · · ✓ ✓ ✓
      evidence.look                                    · · ✓ ✓ ✓
      evidence.look (the article's author)             · · · · ·
      evidence.look (the verdict's author)             · · ✓ ✓ ✓
      contact.record                                   · · ✓ ✓ ✓
      contact.record (the article's author)            · · · · ·
      contact.record (the verdict's author)            · · ✓ ✓ ✓
      contact.details                                  · · · ✓ ✓
      contact.details (insider)                        · · ✓ ✓ ✓
      calculation.edit                                 · · ✓ ✓ ✓
      calculation.edit (the article's author)          · · · · ·
      calculation.edit (the verdict's author)          · · ✓ ✓ ✓
      verdict.draft                                    · · ✓ ✓ ✓
      verdict.draft (the article's author)             · · · · ·
      verdict.draft (the verdict's author)             · · ✓ ✓ ✓
      round.send                                       · · ✓ ✓ ✓
      round.send (the article's author)                · · · · ·
      round.send (the verdict's author)                · · ✓ ✓ ✓
      round.recall                                     · · ✓ ✓ ✓
      round.recall (the article's author)              · · · · ·
      round.recall (the verdict's author)              · · ✓ ✓ ✓
      checklist.waive (must)                           · · · ✓ ✓
      checklist.waive (should)                         · · ✓ ✓ ✓
      checklist.waive (could)                          · · ✓ ✓ ✓
      checklist.waive (must, the article's author)     · · · · ·
      checklist.waive (should, the article's author)   · · · · ·
      review.decide (must)                             · · · ✓ ✓
      review.decide (should)                           · · ✓ ✓ ✓
      review.decide (could)                            · · ✓ ✓ ✓
      review.decide (must, the article's author)       · · · · ·
      review.decide (should, the article's author)     · · · · ·
      review.decide (must, the verdict's author)       · · · · ·
      review.decide (should, the verdict's author)     · · · · ·
      review.decide (could, the article's lead)        · · ✓ ✓ ✓
      article.signOff                                  · · · ✓ ✓
      article.signOff (its author)                     · · · · ·
      article.signOff (an author of one round)         · · · · ·
      article.signOff (an author of all rounds)        · · · · ·
      article.signOff (without rounds)                 · · · ✓ ✓
      article.publish                                  · · · ✓ ✓
      article.publish (its author)                     · · · · ·
      article.publish (its lead)                       · · · ✓ ✓
      article.reopen                                   · · · ✓ ✓
      article.reopen (its author)                      · · · · ·
      article.reopen (its lead)                        · · · ✓ ✓
      claim.letStand                                   · · · ✓ ✓
      claim.letStand (the article's author)            · · · · ·
      claim.letStand (the verdict's author)            · · · ✓ ✓
      complaint.read                                   · · · ✓ ✓
      complaint.read (its author)                      · · · · ·
      complaint.read (its lead)                        · · · ✓ ✓
      complaint.decide                                 · · · ✓ ✓
      complaint.decide (concerned)                     · · · · ·
      complaint.decide (the article's author)          · · · · ·
      tidy.propose                                     · · ✓ ✓ ✓
      tidy.propose (the article's author)              · · · · ·
      tidy.propose (the verdict's author)              · · ✓ ✓ ✓
      tidy.decide (must)                               · · · ✓ ✓
      tidy.decide (should)                             · · ✓ ✓ ✓
      tidy.decide (could)                              · · ✓ ✓ ✓
      tidy.decide (must, the article's author)         · · · · ·
      tidy.decide (should, the article's author)       · · · · ·
      tidy.decide (should, the verdict's author)       · · · · ·
      opinion.ask                                      · · ✓ ✓ ✓
      opinion.ask (the article's author)               · · · · ·
      opinion.ask (the verdict's author)               · · ✓ ✓ ✓
      opinion.give                                     · · ✓ ✓ ✓
      opinion.give (the article's author)              · · · · ·
      opinion.give (the verdict's author)              · · ✓ ✓ ✓
      opinion.withdraw                                 · · · ✓ ✓
      opinion.withdraw (the article's author)          · · · · ·
      opinion.withdraw (the verdict's author)          · · · ✓ ✓
      verdict.lookIn                                   ✓ · ✓ ✓ ✓
      verdict.lookIn (the article's author)            ✓ ✓ ✓ ✓ ✓
      verdict.lookIn (the verdict's author)            ✓ · ✓ ✓ ✓
      opinion.adjudicate                               · · · ✓ ✓
      opinion.adjudicate (the article's author)        · · · · ·
      opinion.adjudicate (the first verdict's author)  · · · · ·
      opinion.adjudicate (who gave the second)         · · · · ·
      opinion.settle                                   · · · · ·
      opinion.settle (the article's author)            · · · · ·
      opinion.settle (who sent the first)              · · ✓ ✓ ✓
      opinion.settle (who gave the second)             · · ✓ ✓ ✓
      note.read                                        · · ✓ ✓ ✓
      desk.read                                        ✓ · ✓ ✓ ✓
      known.import                                     · · · ✓ ✓
      source.add                                       · · ✓ ✓ ✓
      source.edit                                      · · ✓ ✓ ✓
      source.edit (confidential)                       · · · ✓ ✓
      source.edit (confidential, named)                · · ✓ ✓ ✓
      source.read                                      ✓ ✓ ✓ ✓ ✓
      source.read (confidential)                       · · · ✓ ✓
      source.read (confidential, named)                · · ✓ ✓ ✓
      source.fetch                                     · · ✓ ✓ ✓
      source.fetch (confidential)                      · · · ✓ ✓
      source.fetch (confidential, named)               · · ✓ ✓ ✓
      workspace.set                                    · · · · ✓`
    expect(rows(Object.keys(policy) as Question[])).toEqual(lines(table))
  })

  test("leaves reviewing to editors where the desk says so, and changes nothing else", () => {
    const table = `
      review.decide (must)                             · · · ✓ ✓
      review.decide (should)                           · · · ✓ ✓
      review.decide (could)                            · · · ✓ ✓
      review.decide (must, the article's author)       · · · · ·
      review.decide (should, the article's author)     · · · · ·
      review.decide (must, the verdict's author)       · · · · ·
      review.decide (should, the verdict's author)     · · · · ·
      review.decide (could, the article's lead)        · · · ✓ ✓`
    const editorsOnly = { checkersReview: false }
    expect(rows(["review.decide"], editorsOnly)).toEqual(lines(table))
    const reviewing: Question[] = ["review.decide", "tidy.decide"]
    const others = (Object.keys(policy) as Question[]).filter((question) => !reviewing.includes(question))
    expect(rows(others, editorsOnly)).toEqual(rows(others))
  })
})

test("a desk can have its articles signed off by who wrote some of what stands in them", () => {
  const table = `
    article.signOff                                  · · · ✓ ✓
    article.signOff (its author)                     · · · · ·
    article.signOff (an author of one round)         · · · ✓ ✓
    article.signOff (an author of all rounds)        · · · · ·
    article.signOff (without rounds)                 · · · ✓ ✓`
  expect(rows(["article.signOff"], { signOff: "not_of_all" })).toEqual(lines(table))
})

test("a desk of one, which asks for no approval, can have them signed off by who checked all of it, and no other desk", () => {
  const table = `
    article.signOff                                  · · · ✓ ✓
    article.signOff (its author)                     · · · · ·
    article.signOff (an author of one round)         · · · ✓ ✓
    article.signOff (an author of all rounds)        · · · ✓ ✓
    article.signOff (without rounds)                 · · · ✓ ✓`
  expect(rows(["article.signOff"], { signOff: "anybody", approvals: 0 })).toEqual(lines(table))
  const strict = rows(["article.signOff"], { signOff: "author_of_none" })
  expect(rows(["article.signOff"], { signOff: "anybody", approvals: 1 })).toEqual(strict)
})

test("a no is `forbidden`, in words of the catalogue for every question", () => {
  const words: Record<string, unknown> = catalogue.refusal.policy
  for (const question of Object.keys(policy) as Question[]) {
    const key = question.replace(".", "_")
    expect(words[key], `refusal.policy.${key}`).toEqual(expect.any(String))
  }
  expect(() => authorize(actor("viewer"), "article.import")).toThrowError(
    expect.objectContaining({ code: "forbidden", key: "policy.article_import" }) as Refusal,
  )
  expect(() => authorize(actor("checker"), "article.import")).not.toThrow()
})
