/**
 * Records the statements of an act or a read of the desk and sends them straight to Postgres, so that what HTTP, Next and
 * Prisma add can be told as a ratio. An act is recorded twice: what differs between the two runs is made anew for each
 * replay (ids fresh, numbers counted on), what does not is sent as it was.
 */
import pg from "pg"
import { v7 as newId } from "uuid"

export interface Statement {
  query: string
  params: unknown[]
}

/** What Prisma says of a query it has sent. */
export interface QueryEvent {
  query: string
  params: string
}

export function statementOf({ query, params }: QueryEvent): Statement {
  return { query, params: JSON.parse(params) as unknown[] }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/

/** A replay of recorded statements in one transaction on one connection; `earlier` is the run before `latest`. */
export function replayOf(client: pg.Client, earlier: Statement[], latest: Statement[]): () => Promise<void> {
  if (earlier.length !== latest.length) throw new Error("two runs of one act sent different statements")
  let round = 0
  return async () => {
    round += 1
    const fresh = new Map<string, string>()
    for (const [n, statement] of latest.entries()) {
      const params = statement.params.map((param, i) => renewed(earlier[n]?.params[i], param, round, fresh))
      await client.query(statement.query, params)
    }
  }
}

function renewed(before: unknown, param: unknown, round: number, fresh: Map<string, string>): unknown {
  if (typeof param === "number" && typeof before === "number") return param + (param - before) * round
  if (typeof param !== "string" || before === param || !UUID.test(param)) return param
  const known = fresh.get(param) ?? newId()
  fresh.set(param, known)
  return known
}

/** As many connections of their own as asked for. */
export function connect(connectionString: string, connections: number): Promise<pg.Client[]> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString }))
  return Promise.all(clients.map((client) => client.connect().then(() => client)))
}
