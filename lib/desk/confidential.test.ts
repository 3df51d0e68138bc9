/**
 * No word of a confidential source reaches anybody outside of its access list, and no note of the desk an author of the
 * article, by whatever is read: at desks as they happen to be, for everybody, in every read that the desk offers.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { db } from "../db"
import { Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { exportedFunctions } from "./testing/exported"
import { carryOut, outsidersOf, plan, UNINVOLVED, type RandomDesk } from "./testing/random-desk"
import { READS } from "./testing/reads"

/** Each makes a desk of its own, and reads it some hundred times. */
const RUNS = 6

test("no confidential word reaches anybody outside its access list", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const here = await carryOut(given)
      const { desk } = here
      const people = [desk.viewer, desk.author, desk.checker, desk.secondChecker, desk.editor, desk.owner]
      const hidden = await hiddenFrom(here, people)
      for (const who of people) await readsNothingOf(who, here, hidden.get(who) ?? [])
      await tellsNothingIn(here)
    }),
    { numRuns: RUNS },
  )
})

/** The words that each person may not read. */
async function hiddenFrom(
  { desk, sourceIds, planted, asked, noted }: RandomDesk,
  people: Actor[],
): Promise<Map<Actor, string[]>> {
  const hidden = new Map<Actor, string[]>(people.map((one) => [one, []]))
  for (const sourceId of sourceIds) {
    const words = planted.filter((one) => one.sourceId === sourceId).map(({ word }) => word)
    for (const outsider of await outsidersOf(sourceId, people)) hidden.get(outsider)?.push(...words)
  }
  for (const name of UNINVOLVED) hidden.get(desk[name])?.push(...asked)
  for (const reader of [desk.viewer, desk.author, desk.owner]) hidden.get(reader)?.push(...noted)
  return hidden
}

async function readsNothingOf(who: Actor, here: RandomDesk, words: string[]): Promise<void> {
  for (const [name, read] of Object.entries(READS)) {
    const told = JSON.stringify(await read(who, here).catch(unlessRefused)) ?? ""
    expect(
      words.filter((word) => told.includes(word)),
      `${name}, for a ${who.role}`,
    ).toEqual([])
  }
}

/** A refusal may be shown to whoever was refused: it is read like all else. */
function unlessRefused(error: unknown): unknown {
  if (error instanceof Refusal) return [error.key, error.details]
  throw error
}

/** Events are read by all sorts: nothing of what sources say is in them, whoever may see those. */
async function tellsNothingIn({ desk, planted, asked, noted }: RandomDesk): Promise<void> {
  const events = await db().event.findMany({ where: { workspaceId: desk.workspaceId }, select: { payload: true } })
  const log = JSON.stringify(events)
  const words = [...planted.map(({ word }) => word), ...asked, ...noted]
  expect(words.filter((word) => log.includes(word))).toEqual([])
}

/** How reads are called. */
const READ = /\.(list|find|read|count|search|compare|export|waiting|unread|resting|like|match|describe)[A-Z]/

/** What is called so and reads nothing of a desk for anybody, or is an act. */
const NONE =
  /^(account|import-jobs|in-place|intake|likeness|mail-stops|second-factors|sentences|sessions|texts|throttle|verdict-views)\.|^(notifications\.read|seen-by\.)|^(coverage\.readCoverage|memory\.likeStatements|full-text-rows\.readFound|uploads\.readUpload|earlier-in-texts\.findEarlier)$/

test("every read is read", async () => {
  const reads = (await exportedFunctions()).filter((name) => READ.test(name) && !NONE.test(name))
  expect(reads.filter((name) => !(name in READS))).toEqual([])
})
