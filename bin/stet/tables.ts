/** The tables of a database as backups see them: all of them, as they are there. */
import pg from "pg"
import { Problem } from "../house/problem.mjs"

/** Noted by migrations themselves, and made anew until somebody has set up. */
export const LEFT_OUT = ["_prisma_migrations", "SetupCode"]

/** Values are written in one way, whatever a server is set to. */
export const PLAIN =
  "SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; SET LOCAL bytea_output = 'hex';" +
  "SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"

/** The tables of the desks, with their columns, in the order of their names. */
export async function tablesOf(client: pg.Client): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attname) AS "columns"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [LEFT_OUT],
  )
  return rows
}

/** Refuses a database in which there is anything but what a Stet makes itself before somebody has set up. */
export async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const { table } of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(table)} LIMIT 1`)
    if (rowCount === 0) continue
    throw new Problem(
      "The database isn’t empty: a backup is restored into an empty one alone, so that nothing is lost. Set DATABASE_URL to a\n" +
        "new database, or STET_DATA to a new folder.",
    )
  }
}
