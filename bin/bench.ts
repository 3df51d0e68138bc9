/**
 * `npm run bench`: how long the main things take, on the built app with a database of its own. Prints, asserts nothing.
 * What goes over HTTP stands beside the same statements sent straight to Postgres, because a ratio measured in one run
 * holds on other machines and a time does not.
 */
import { spawn, type ChildProcess } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openGalley } from "./bench/browser"
import { client, sampleArticle, type Client } from "./bench/client"
import { measure, measureTogether, printRows, type Row } from "./bench/measure"
import { connect, recorder, replayOf } from "./bench/replay"
import { openThrowawayFolder } from "./house/data-folder.mjs"
import { freePort } from "./house/free-port.mjs"
import { untilReady } from "./house/serve.mjs"

const CONNECTIONS = 8
const WORDS = 10_000
const CLAIMS = 1_000

const root = fileURLToPath(new URL("..", import.meta.url))
const folder = openThrowawayFolder()
const port = await freePort()
const app = spawn(process.execPath, ["bin/start.mjs"], {
  cwd: root,
  env: { ...process.env, DATABASE_URL: "", PORT: String(port), STET_DATA: folder, LOG_LEVEL: "warn" },
  stdio: ["ignore", "ignore", "inherit"],
})
try {
  await listening(app)
  printRows(await benchmarks())
} finally {
  const ended = new Promise((resolve) => app.once("exit", resolve))
  app.kill("SIGTERM")
  await ended
  rmSync(folder, { recursive: true, force: true })
}

async function benchmarks(): Promise<Row[]> {
  const { url, accounts } = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")) as Demo
  const checker = accounts.find((account) => account.role === "checker")
  if (!checker) throw new Error("the sample desk has no checker")
  const desk = client(url, checker.token)
  const large = await desk.importArticle(sampleArticle(WORDS, "open"))
  await desk.markClaims(large.id, CLAIMS)
  return [
    await measure(`import ${WORDS} words`, 10, (n) => desk.importArticle(sampleArticle(WORDS, `import ${n}`))),
    await measure(`mark ${CLAIMS} claims at once`, 5, async (n) => {
      const article = await desk.importArticle(sampleArticle(WORDS, `mark ${n}`))
      await desk.markClaims(article.id, CLAIMS)
    }),
    await measure(`read it with ${CLAIMS} claims`, 20, () => desk.get(`/articles/${large.id}?include=document,claims`)),
    ...(await openGalley({ url, account: checker, articleId: large.id, root })),
    await measure("mark one claim in it", 50, (n) => desk.markClaim(large.id, 60 + n * 40)),
    await measure("export it, internal profile", 10, () => desk.exported(large.id)),
    ...(await besidePostgres(desk)),
  ]
}

/** Create, get and list over HTTP beside what these acts send to Postgres, each connection on an article of its own. */
async function besidePostgres(desk: Client): Promise<Row[]> {
  const articles = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, n) => desk.importArticle(sampleArticle(500, `article ${n}`))),
  )
  const claims = await Promise.all(articles.map((article) => desk.markClaim(article.id, 20)))
  const database = postgresAddress()
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

interface Demo {
  url: string
  accounts: { role: string; email: string; password: string; token: string }[]
}

function postgresAddress(): string {
  const { port: at, password } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8")) as {
    port: number
    password: string
  }
  return `postgresql://stet:${password}@127.0.0.1:${at}/stet`
}

/** The first start may have to build. */
async function listening(started: ChildProcess): Promise<void> {
  const ended = new Promise<never>((_, reject) =>
    started.once("exit", (code) => reject(new Error(`npm start ended with ${code}`))),
  )
  const address = `http://127.0.0.1:${port}`
  const answers = async () => {
    for (;;) {
      const up = await fetch(`${address}/api/health/live`).then(
        (response) => response.ok,
        () => false,
      )
      if (up) return untilReady(address)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
  await Promise.race([answers(), ended])
}
