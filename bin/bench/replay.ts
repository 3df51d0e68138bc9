/**
 * Records the statements of an act or a read of the desk and sends them straight to Postgres, so that what HTTP, Next and
 * Prisma add can be told as a ratio. Each is recorded twice: what differs between the two runs is made anew for each
 * replay (ids fresh, numbers counted on), what does not is sent as it was.
 */
import pg from "pg"
import { v7 as newId } from "uuid"

interface Statement {
  text: string
  values: unknown[]
}

/** One run and the next of the same. */
type Recording = [earlier: Statement[], latest: Statement[]]

export type Act = "create" | "get" | "list"

/** Runs what the benchmark calls over HTTP in this process, on each article, and answers the statements it sent. */
export async function recorder(
  database: string,
  articles: { id: string }[],
): Promise<(act: Act) => Promise<Recording[]>> {
  Object.assign(process.env, {
    DATABASE_URL: database,
    NEXTAUTH_SECRET: "only for this process",
    NEXTAUTH_URL: "http://localhost",
  })
  const sent = listen()
  const desk = await import("./acts")
  const actor = await desk.checkerOfSampleDesk()
  return async (act) => {
    const recordings: Recording[] = []
    for (const { id } of articles) {
      const { revisionId, claimId } = await desk.placeIn(id)
      const run = {
        create: () => desk.markOne(actor, id, revisionId),
        get: () => desk.readClaim(actor, claimId),
        list: () => desk.listArticles(actor, { limit: 50 }),
      }[act]
      recordings.push([await sent(run), await sent(run)])
    }
    return recordings
  }
}

/** A replay of recorded statements on one connection, in the order and the transactions they were sent in. */
export function replayOf(
  client: pg.Client | undefined,
  earlier: Statement[],
  latest: Statement[],
): () => Promise<void> {
  if (earlier.length !== latest.length) throw new Error("two runs of one act sent different statements")
  let round = 0
  return async () => {
    round += 1
    const fresh = new Map<string, string>()
    for (const [n, { text, values }] of latest.entries()) {
      const renewedValues = values.map((value, i) => renewed(earlier[n]?.values[i], value, round, fresh))
      await client?.query(text, renewedValues)
    }
  }
}

/** So many connections of their own. */
export function connect(connectionString: string, connections: number): Promise<pg.Client[]> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString }))
  return Promise.all(clients.map((client) => client.connect().then(() => client)))
}

const OUR_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/

function renewed(before: unknown, value: unknown, round: number, fresh: Map<string, string>): unknown {
  if (typeof value === "number" && typeof before === "number") return value + (value - before) * round
  if (typeof value !== "string" || before === value || !OUR_ID.test(value)) return value
  const known = fresh.get(value) ?? newId()
  fresh.set(value, known)
  return known
}

type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => unknown

/** From here on keeps what every connection of this process sends while something runs. */
function listen(): (run: () => Promise<unknown>) => Promise<Statement[]> {
  let heard: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function (config, ...rest) {
    const statement = typeof config === "string" ? { text: config, values: rest[0] } : (config as Partial<Statement>)
    if (statement.text)
      heard.push({ text: statement.text, values: Array.isArray(statement.values) ? statement.values : [] })
    return original.call(this, config, ...rest)
  }
  return async (run) => {
    heard = []
    await run()
    const statements = heard
    heard = []
    return statements
  }
}
