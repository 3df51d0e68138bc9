/**
 * `npm run bench:live`: two hundred live connections and fifty acts a second for a minute, on two servers of one database;
 * on the way one server is killed, and then the database. Prints how soon everybody was told, whether everybody was told all
 * that they may see, once and in order, and whether an acknowledged act was lost.
 */
import { printRows, row } from "./bench/measure"
import { listenAt, type Listener } from "./bench/listener"
import { pause, withTwoServers, type LiveDesk } from "./bench/live-desk"

const CONNECTIONS = 200
const ACTS_A_SECOND = 50
const SECONDS = 60
const ARTICLES = 20
const KILL_SERVER_AT = 20
const START_SERVER_AT = 25
const KILL_DATABASE_AT = 40
/** Until whoever is behind has caught up. */
const CATCH_UP_MS = 30_000

const QUOTE = { selectors: [{ type: "TextQuoteSelector", exact: "carries 300 people" }] }

interface Page {
  items: { id: string; subjects: { claim?: string } }[]
  next: string
  more: boolean
}

await withTwoServers(async (desk) => {
  const api = calls(desk)
  const articles = await Promise.all(
    Array.from({ length: ARTICLES }, async (_, at) => {
      const content = `The ferry sails again, ${at}\n\nThe ferry carries 300 people.\n`
      return ((await api.ask(0, "checker", "/articles", { format: "markdown", content })) as { id: string }).id
    }),
  )
  const from = await api.endOfLog()
  const roles = desk.accounts.map(({ role }) => role)
  const listeners = Array.from({ length: CONNECTIONS }, (_, at) => {
    const account = desk.accounts[at % roles.length]
    const urls = desk.servers.map(({ url }) => url)
    return listenAt(at % 2 ? urls : urls.toReversed(), account ?? fail("no account"), from)
  })
  await pause(3_000)
  console.log(`${CONNECTIONS} connections, ${ACTS_A_SECOND} acts a second for ${SECONDS} s\n`)
  const [acts] = await Promise.all([act(api, articles), kill(desk)])
  await report(api, { listeners, acts, from, roles })
  for (const listener of listeners) listener.stop()
})

function fail(why: string): never {
  throw new Error(why)
}

type Calls = ReturnType<typeof calls>

/** The API by a person's token, at one server or the other. */
function calls({ accounts, servers }: LiveDesk) {
  const ask = async (at: number, role: string, path: string, body?: object): Promise<unknown> => {
    const token = accounts.find((one) => one.role === role)?.token ?? fail(`no ${role}`)
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const init = body && { method: "POST", body: JSON.stringify(body) }
    const answer = await fetch(`${servers[at % 2]?.url}/api/v1${path}`, { headers, ...init })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  }
  const eventsOf = async (role: string, from: string) => {
    const items: Page["items"] = []
    for (let after = from; ;) {
      const page = (await ask(0, role, `/events?limit=200${after && `&after=${after}`}`)) as Page
      items.push(...page.items)
      after = page.next
      if (!page.more) return { items, next: after }
    }
  }
  return { ask, eventsOf, endOfLog: async () => (await eventsOf("owner", "")).next }
}

interface Acts {
  /** Claims whose marking was answered with 201. */
  acknowledged: string[]
  failed: number
  times: number[]
}

async function act({ ask }: Calls, articles: string[]): Promise<Acts> {
  const done: Acts = { acknowledged: [], failed: 0, times: [] }
  const under: Promise<void>[] = []
  const begun = Date.now()
  for (let at = 0; at < ACTS_A_SECOND * SECONDS; at += 1) {
    await pause(begun + (at * 1_000) / ACTS_A_SECOND - Date.now())
    const start = performance.now()
    const marking = ask(at, "checker", `/articles/${articles[at % articles.length]}/claims`, QUOTE).then(
      (claim) => {
        done.acknowledged.push((claim as { id: string }).id)
        done.times.push(performance.now() - start)
      },
      () => void (done.failed += 1),
    )
    under.push(marking)
  }
  await Promise.all(under)
  return done
}

async function kill({ servers: [, second], killDatabase }: LiveDesk): Promise<void> {
  await pause(KILL_SERVER_AT * 1_000)
  await second.kill()
  await pause((START_SERVER_AT - KILL_SERVER_AT) * 1_000)
  await second.start()
  await pause((KILL_DATABASE_AT - START_SERVER_AT) * 1_000)
  await killDatabase()
}

interface Run {
  listeners: Listener[]
  acts: Acts
  from: string
  roles: string[]
}

async function report(api: Calls, { listeners, acts, from, roles }: Run): Promise<void> {
  const expected = new Map<string, string[]>()
  for (const role of roles)
    expected.set(
      role,
      (await api.eventsOf(role, from)).items.map(({ id }) => id),
    )
  const isWhole = ({ role, told }: Listener) => told.map(({ id }) => id).join() === expected.get(role)?.join()
  for (const end = Date.now() + CATCH_UP_MS; Date.now() < end && !listeners.every(isWhole);) await pause(500)
  const log = new Set((await api.eventsOf("owner", from)).items.map(({ subjects }) => subjects.claim))
  const all = listeners.flatMap(({ told }) => told)
  printRows([
    row("an act is answered", acts.times),
    row(
      "a reader is told",
      all.map(({ after }) => after),
    ),
  ])
  const whole = listeners.filter(isWhole).length
  const twice = listeners.filter(({ told }) => new Set(told.map(({ id }) => id)).size < told.length).length
  console.log(`
${whole} of ${listeners.length} connections were told each event they may see, once and in order (${twice} were told one twice).
${all.length} events told; connections lost and made again: ${listeners.reduce((sum, one) => sum + Math.max(0, one.lost()), 0)}.
${acts.acknowledged.length} acts acknowledged, ${acts.failed} not (a server or the database was down).
${acts.acknowledged.filter((id) => !log.has(id)).length} acknowledged acts are lost.`)
  if (whole < listeners.length || acts.acknowledged.some((id) => !log.has(id))) process.exitCode = 1
}
