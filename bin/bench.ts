/**
 * `npm run bench`: how long the main things take, on the built app with a database of its own. Prints, asserts nothing.
 * What goes over HTTP stands beside the same statements sent straight to Postgres, because a ratio measured in one run
 * holds on other machines and a time does not.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { withApp, type App } from "./bench/app"
import { withChromium } from "./bench/browser"
import { client, overlappingSpans, sampleArticle, type Client } from "./bench/client"
import { exportRows, waitedRows } from "./bench/exports"
import { load, mark } from "./bench/galley"
import { memoryAndSearch } from "./bench/memory"
import { measure, measureTogether, printRows, row, type Row } from "./bench/measure"
import { connect, recorder, replayOf } from "./bench/replay"

const CONNECTIONS = 8
const WORDS = 10_000
const CLAIMS = 1_000

printRows([...(await withApp(benchmarks)), ...(await withApp(waitedRows)), ...(await exportRows())])

async function benchmarks(app: App): Promise<Row[]> {
  const desk = client(app.url, app.checker.token)
  const spans = overlappingSpans(sampleArticle(WORDS, "any"), CLAIMS)
  const large = await desk.importArticle(sampleArticle(WORDS, "open"))
  await desk.markClaims(large.id, spans)
  return [
    await measure(`import ${WORDS} words`, 10, (n) => desk.importArticle(sampleArticle(WORDS, `import ${n}`))),
    await measure(`mark ${CLAIMS} claims at once`, 5, async (n) => {
      const article = await desk.importArticle(sampleArticle(WORDS, `mark ${n}`))
      await desk.markClaims(article.id, spans)
    }),
    await measure(`read it with ${CLAIMS} claims`, 20, () => desk.get(`/articles/${large.id}?include=document,claims`)),
    ...(await inChromium(app, large.id)),
    await measure("mark one claim in it", 50, (n) => desk.markClaim(large.id, 60 + n * 40)),
    await measure("export it, internal profile", 10, () => desk.exported(large.id)),
    ...(await besidePostgres(desk, app.folder)),
    ...(await memoryAndSearch(app, postgresAddress(app.folder))),
  ]
}

/** What `npm run bench:browser` looks at closely. */
function inChromium(app: App, articleId: string): Promise<Row[]> {
  return withChromium(app, async ({ page }) => {
    const drawn = await measure("open it in Chromium, claims painted", 5, () =>
      load(page, `${app.url}/w/sample-desk/articles/${articleId}`),
    )
    const times: number[] = []
    for (let n = 1; n <= 20; n += 1) times.push(await mark(page, n))
    return [drawn, row("press H, claim painted", times)]
  })
}

/** Create, get and list over HTTP beside what these acts send to Postgres, each connection on an article of its own. */
async function besidePostgres(desk: Client, folder: string): Promise<Row[]> {
  const articles = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, n) => desk.importArticle(sampleArticle(500, `article ${n}`))),
  )
  const claims = await Promise.all(articles.map((article) => desk.markClaim(article.id, 20)))
  const database = postgresAddress(folder)
  const record = await recorder(database, articles)
  const clients = await connect(database, CONNECTIONS)
  const rows: Row[] = []
  const acts = {
    create: (n: number) => desk.markClaim(articles[n]?.id ?? "", 30),
    get: (n: number) => desk.get(`/claims/${claims[n]?.id}`),
    list: () => desk.get("/articles?limit=50"),
  }
  try {
    for (const name of ["create", "get", "list"] as const) {
      const http = await measureTogether(`${name}, HTTP, ${CONNECTIONS} connections`, CONNECTIONS, 40, acts[name])
      const replays = (await record(name)).map((recording, n) => replayOf(clients[n], ...recording))
      const replay = async (n: number) => replays[n]?.()
      const straight = await measureTogether(`${name}, its statements straight`, CONNECTIONS, 40, replay)
      const ratio = { p50: http.p50 / straight.p50, p95: http.p95 / straight.p95 }
      rows.push(http, straight, { name: `${name}, ratio`, runs: http.runs, ...ratio, unit: "times" })
    }
  } finally {
    await Promise.all(clients.map((one) => one.end()))
  }
  return rows
}

function postgresAddress(folder: string): string {
  const { port, password } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8")) as {
    port: number
    password: string
  }
  return `postgresql://stet:${password}@127.0.0.1:${port}/stet`
}
