/**
 * How fast earlier checks are found among 100,000 known ones, and how well; and how fast all that is written is searched
 * with 10,000 claims beside them, and among 200,000 entries of two desks.
 */
import { v7 as newId } from "uuid"
import { MOST_CHECKS } from "../../lib/domain/earlier-check"
import { meanAveragePrecision, memorySet } from "./memory-set"
import { client, overlappingSpans, sampleArticle, type Client } from "./client"
import { measure, row, timed, type Row } from "./measure"
import { connect } from "./replay"
import type { App } from "./app"

const CHECKS = 100_000
const EVERY = 250
const ARTICLES = 10
const CLAIMS = 1_000
/** Of the desk that is searched, and as many of a neighbour. */
const ENTRIES = 100_000

interface Matched {
  items: { externalId?: string; score: number }[]
}

/** `database` is where the search is asked straight: no call of the API searches all there is. */
export async function memoryAndSearch(app: App, database: string): Promise<Row[]> {
  const desk = client(app.url, app.checker.token)
  const set = memorySet(CHECKS, EVERY)
  const editor = client(app.url, app.editor.token)
  const imports: number[] = []
  for (let at = 0; at < CHECKS; at += MOST_CHECKS) {
    const checks = set.checks.slice(at, at + MOST_CHECKS)
    imports.push(await timed(() => editor.post("/known-checks", { checks })))
  }
  const found: Matched[] = []
  const times: number[] = []
  for (const { statement, language } of set.questions) {
    const asked = { statement, language, limit: 5 }
    times.push(await timed(async () => found.push((await desk.post("/claims/match", asked)) as unknown as Matched)))
  }
  printQuality(set.questions, found)
  return [
    row(`import ${MOST_CHECKS} known checks`, imports),
    row(`earlier checks among ${CHECKS}, over HTTP`, times),
    ...(await searching(desk, database)),
  ]
}

function printQuality(questions: { answer: string | null }[], found: Matched[]): void {
  const places = questions.flatMap(({ answer }, at) => {
    if (answer === null) return []
    const place = found[at]?.items.findIndex(({ externalId }) => externalId === answer) ?? -1
    return [place < 0 ? null : place + 1]
  })
  const unknown = found.filter((_, at) => questions[at]?.answer === null)
  const percent = (some: number, all: number) => `${((100 * some) / Math.max(1, all)).toFixed(1)} %`
  const shown = places.filter((place) => place !== null).length
  const wrong = unknown.filter(({ items }) => items.length > 0).length
  console.log(
    `earlier checks: MAP@5 ${meanAveragePrecision(places).toFixed(3)}; of ${places.length} paraphrases ` +
      `${percent(shown, places.length)} are shown, of ${unknown.length} unknown statements ${percent(wrong, unknown.length)}`,
  )
}

/** Rare words, common ones, a phrase, a word that is being typed. */
const QUERIES = ["ferry", "council fares", '"the ferry carried"', "wendm", "monday -may", "readout"]

async function searching(desk: Client, database: string): Promise<Row[]> {
  for (let n = 0; n < ARTICLES; n += 1) {
    const text = sampleArticle(CLAIMS * 10, `search ${n}`)
    const { id } = await desk.importArticle(text)
    await desk.markClaims(id, overlappingSpans(text, CLAIMS))
  }
  Object.assign(process.env, {
    DATABASE_URL: database,
    NEXTAUTH_SECRET: "only for this process",
    NEXTAUTH_URL: "http://localhost",
  })
  const { checkerOfSampleDesk, searchTexts, searchDesk } = await import("./acts")
  const actor = await checkerOfSampleDesk()
  const query = (n: number) => QUERIES[Math.abs(n) % QUERIES.length] ?? ""
  const rows = [
    await measure(`search ${ARTICLES * CLAIMS} claims and their texts`, 30, (n) => searchTexts(actor, { q: query(n) })),
    await measure("search in the palette", 30, (n) => searchDesk(actor, { query: query(n) })),
  ]
  await fill(database, [actor.workspaceId, newId()])
  const among = `search among ${2 * ENTRIES} entries of two desks`
  return [
    ...rows,
    await measure(`${among}, a word in each`, 30, () => searchTexts(actor, { q: "council" })),
    await measure(`${among}, in one of a hundred`, 30, (n) => searchTexts(actor, { q: `town${n + 1}` })),
  ]
}

/** Entries of the index as the triggers write them, of claims that are no further than that. */
async function fill(database: string, desks: string[]): Promise<void> {
  const [client] = await connect(database, 1)
  for (const desk of desks)
    await client?.query(
      `INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "config", "vector")
       SELECT $1::uuid, 'claim', gen_random_uuid(), 'stet_english', weighted('stet_english', 'council ' || n,
         concat_ws(' ', 'It said that town' || n % 100, 'had word' || n % 997, 'and item' || n % 20011), '', '')
       FROM generate_series(1, ${ENTRIES}) n`,
      [desk],
    )
  await client?.query('VACUUM ANALYZE "SearchEntry"')
  await client?.end()
}
