/**
 * Every act on an article, by everybody who may stand to it, in every state: done, or refused in these words. The table is
 * refusals.txt: the desk is held to it. After a change that is meant, `npx vitest run lib/desk/refusals.test.ts -u` writes
 * it anew; read what differs before you keep it.
 */
import { beforeAll, expect, test, vi } from "vitest"
import { importKnownChecks, listKnownChecks } from "./known-checks"
import { everything } from "./testing/desk"
import { exportedFunctions } from "./testing/exported"
import { NO_ACTS } from "./testing/no-acts"
import { everyState, peopledDesk, PEOPLE, type Letter, type State } from "./testing/places"
import { doneBy, tableOf, type Row } from "./testing/refusal-table"
import { tried, undoing } from "./testing/trial"
import { ASKS_FOR_OPINIONS, ASKS_FOR_PRIORITY, ASKS_FOR_TIDIES, TRIES } from "./testing/tries"

/** One page for every address: what a fetch may do is tried in lib/outside. */
vi.mock("../outside/fetch-page", () => ({
  fetchPage: (url: string) => {
    const bytes = new TextEncoder().encode("Title\n\nSome words of an article.\n")
    return Promise.resolve({ ok: true, page: { url, bytes, charset: "utf-8", contentType: "text/plain" } })
  },
  canArchive: () => true,
}))

/** Acts on no article, which know no state: who may do them is in policy.test.ts and acts.test.ts. */
const ELSEWHERE =
  /^(account|imports|intake|invitations|known-checks|many-exports|members|merging|own-scales|public-archive|retention|rules|second-factors|sessions|setup|sign-in|sign-in-rules|snapshots|sources|taking|tokens|uploads|webhooks)\.|^erasing\.erasePerson$|^links\.importLink$|^publishing\.setPublishing$/

const EVERYBODY = Object.keys(PEOPLE).join("")

const rows = new Map<string, Row>(Object.keys(TRIES).map((name) => [name, {}]))
let states: State[] = []
let traces: { before: string; after: string }

beforeAll(async () => {
  const { desk, people } = await peopledDesk()
  const places = await everyState(desk, people)
  states = places.map(([state]) => state)
  await importKnownChecks(desk.owner, { checks: [{ externalId: "a", statement: "The ferry sank." }] })
  const earlierId = (await listKnownChecks(desk.owner, { q: "" })).items[0]?.id ?? ""
  const before = await everything()
  const stop = undoing()
  await Promise.all(
    places.map(async ([state, place]) => {
      for (const [name, attempt] of Object.entries(TRIES)) {
        if (state.endsWith(" must") && !ASKS_FOR_PRIORITY.test(name)) continue
        if (state === "typo" && !ASKS_FOR_TIDIES.test(name)) continue
        if (state.startsWith("2nd ") && !ASKS_FOR_OPINIONS.test(name)) continue
        const at = { ...place, earlierId, assigneeId: people.k.id }
        const outcomes: Row[State] = {}
        for (const [letter, who] of Object.entries(people)) {
          outcomes[letter as Letter] = await tried(async () => attempt(who, at))
        }
        rows.set(name, { ...rows.get(name), [state]: outcomes })
      }
    }),
  ).finally(stop)
  traces = { before, after: await everything() }
}, 300_000)

test("no act on an article is left out", async () => {
  const acts = [...new Set(Object.keys(TRIES).map((name) => name.split(" ")[0] ?? ""))]
  const nouns = new Set([...acts, ...(await knownActs())].map((name) => name.split(".")[0]))
  const exported = (await exportedFunctions()).filter(
    (name) => nouns.has(name.split(".")[0]) && !NO_ACTS.includes(name) && !ELSEWHERE.test(name),
  )
  expect(acts.sort()).toEqual(exported)
})

/** The acts of each part's table for the test of all acts: whatever else its modules export is an act, or named as none. */
async function knownActs(): Promise<string[]> {
  const tables = import.meta.glob<Record<string, object>>("./testing/*-acts.ts")
  const parts = await Promise.all(Object.values(tables).map((load) => load()))
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([name, table]) =>
      name.endsWith("_ACTS") && !Array.isArray(table) ? Object.keys(table) : [],
    ),
  )
}

test("everybody is answered in every state as the table says", async () => {
  await expect(tableOf(states, rows)).toMatchFileSnapshot("refusals.txt")
})

test("whoever only reads looks at a verdict at most, and an author of other articles does nothing", () => {
  expect(doneBy(rows, "v")).toEqual(["opinions.lookIn"])
  expect(doneBy(rows, "w")).toEqual([])
})

test("an author, whatever their role, answers and no more", () => {
  expect(doneBy(rows, "ab")).toEqual(["comments.replyToThread query", "fixes.answerFix", "opinions.lookIn"])
})

test("nobody reviews or confirms what is theirs, in no state", () => {
  expect(doneBy(rows, "c").filter((name) => /^reviews\.|confirm$|^sign-offs\./.test(name))).toEqual([])
})

test("what is deleted is only erased, what is put away is only taken back, taken from readers or deleted", () => {
  expect(doneBy(rows, EVERYBODY, "deleted")).toEqual(["erasing.eraseArticle"])
  const away = ["archive.archiveArticle", "archive.restoreArticle", "erasing.deleteArticle"]
  expect(doneBy(rows, EVERYBODY, "archived")).toEqual(away)
})

test("of what has gone out nothing changes that it says", () => {
  const what =
    /^(accepting|calculations|contacts|coverage|placements|reviews|revising|rounds|ticks|tidies|verdicts|claims|fixes)\./
  expect(doneBy(rows, EVERYBODY, "signed off").filter((name) => what.test(name))).toEqual([])
})

test("all of it was undone", () => {
  expect(traces.after).toBe(traces.before)
})
