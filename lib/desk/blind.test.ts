/**
 * Whoever may not see the first verdict of a claim reads the same, to the byte, whatever becomes of it: in every read of the
 * desk, before anything was drafted and after each step that it took.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { addEvidence } from "./evidence"
import { askOpinion, lookIn, takeOpinion } from "./opinions"
import { startThread } from "./comments"
import { openDesk, newSource, WORDS, type Desk } from "./testing/desk"
import { histories, take, type Verdict } from "./testing/first-verdict"
import { READS } from "./testing/reads"

/** Each makes a desk of its own and reads it some thousand times. */
const RUNS = 5

/** A claim that waits for a second opinion before anybody has begun; beside it one that says the same, with its verdict. */
async function waiting(desk: Desk) {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }], section: "Local" })
  const statement = "Taxes fell by nine percent in spring"
  await desk.approvedClaim({ fields: { statement, priority: 2 }, verdict: { rating: "mixed" } })
  const { id: other } = await desk.approvedClaim({ article, words: WORDS.fact })
  const fields = { statement, dueAt: null, priority: 2 } as const
  const { id: claimId } = await desk.claim({ article, fields: { statement: fields.statement, priority: 2 } })
  const source = newSource()
  const cited = await addEvidence(desk.checker, {
    claimId,
    source,
    evidence: { stance: "refutes", locator: "page 3", excerpt: "It fell." },
  })
  await startThread(desk.secondChecker, {
    articleId: article.id,
    kind: "query",
    body: "Since when?",
    about: { claimId },
  })
  await askOpinion(desk.editor, { claimId })
  await lookIn(desk.checker, { claimId })
  await lookIn(desk.editor, { claimId })
  const sourceId = cited.claim.evidence[0]?.source.id ?? ""
  return { article, claimId, other, sourceId }
}

/** Everything that the desk answers somebody, read by read. */
async function readsOf(who: Actor, here: Parameters<(typeof READS)[string]>[1]): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  for (const [name, ask] of Object.entries(READS))
    read.set(name, JSON.stringify(await ask(who, here).catch(refusalOf)) ?? "")
  return read
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal) return [error.key, error.details]
  throw error
}

test(
  "every read is the same to the byte, whatever becomes of a verdict that its reader may not see",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async (history, isTaken) => {
        const desk = await openDesk()
        const { article, claimId, other, sourceId } = await waiting(desk)
        if (isTaken) await takeOpinion(desk.secondChecker, { claimId })
        const at: Verdict = { desk, claimId, articleId: article.id, planted: [] }
        const here = {
          ...{
            desk,
            articleId: article.id,
            revisionId: article.revision.id,
            claimIds: [claimId, other],
            sourceIds: [sourceId],
            asked: [],
            noted: [],
          },
          planted: ["taxes", "fell", "spring", "Counts", "nine percent"].map((word) => ({ word, sourceId })),
        }
        const blind = isTaken ? [desk.secondChecker] : [desk.secondChecker, desk.owner, desk.secondEditor, desk.viewer]
        const before = new Map<Actor, Map<string, string>>()
        for (const who of blind) before.set(who, await readsOf(who, here))
        for (const [count, step] of history.entries()) {
          await take(at, step)
          // Each step by itself costs a thousand reads: the first ones and the last.
          if (count === 0 || count === 2 || count === 4 || count === history.length - 1)
            await sameFor(blind, before, at, here)
        }
      }),
      { numRuns: RUNS },
    )
  },
)

async function sameFor(
  blind: Actor[],
  before: Map<Actor, Map<string, string>>,
  { planted }: Verdict,
  here: Parameters<typeof readsOf>[1],
): Promise<void> {
  for (const who of blind) {
    const after = await readsOf(who, here)
    for (const [name, told] of after) {
      expect(told, `${name}, for a blind ${who.role}`).toBe(before.get(who)?.get(name))
      expect(
        planted.filter((word) => told.includes(word)),
        `${name}, for a blind ${who.role}`,
      ).toEqual([])
    }
  }
}

test("what is kept from the blind is there for whoever looked in", async () => {
  const desk = await openDesk()
  const { article, claimId, other, sourceId } = await waiting(desk)
  const at: Verdict = { desk, claimId, articleId: article.id, planted: [] }
  for (const step of ["draftFalse", "weigh", "call", "sum", "send", "note", "legal", "approve"]) await take(at, step)
  const here = {
    ...{
      desk,
      articleId: article.id,
      revisionId: article.revision.id,
      claimIds: [claimId, other],
      sourceIds: [sourceId],
    },
    ...{ planted: [], asked: [], noted: [] },
  }
  const told = [...(await readsOf(desk.editor, here)).values()].join()
  expect(at.planted.filter((word) => !told.includes(word))).toEqual([])
})
