/** A connection of a command's own to the database, beside the desk's. */
import pg from "pg"
import { Problem } from "../house/problem.mjs"

const PATIENCE_MS = 10_000

/** Connects. Throws a `Problem` where the address is none, or nobody answers there in time. */
export async function connected(url: string, options: { statement_timeout?: number } = {}): Promise<pg.Client> {
  // What is none would be looked for as the name of a machine.
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Problem("DATABASE_URL is no address of a Postgres: postgresql://…")
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS, ...options })
    // Whoever asks something is told; one that is lost meanwhile must not end us.
    client.on("error", () => undefined)
    await client.connect()
    return client
  } catch (error) {
    throw new Problem(`The database can’t be reached: ${wordsIn(error)}`)
  }
}

/** A name that leads to several addresses fails with an error for each, and without words of its own. */
function wordsIn(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsIn).join("; ")
  const { message, name } = error as Error
  return message || name
}

/** The one row that a question gives. */
export async function one<Row extends object>(client: pg.Client, sql: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await client.query<Row>(sql, values)
  const [row] = rows
  if (!row) throw new Error("the database answers nothing")
  return row
}
