/** What becomes of this process when its connections to Postgres end: as on a restart of Postgres, at any moment. */
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { openPool } from "./db"
import { env } from "./env"

const CONNECTIONS = 12
const ROUNDS = 30

const pool = openPool(CONNECTIONS)
afterAll(() => pool.end())

test("connections that end in use, between two queries, or unused tell whoever asks, and end nothing else", async () => {
  const killer = new pg.Client({ connectionString: env().DATABASE_URL })
  await killer.connect()
  let isOver = false
  let lost = 0
  const work = async () => {
    while (!isOver)
      try {
        const client = await pool.connect()
        await client.query("SELECT pg_sleep(0.001)").finally(() => client.release())
      } catch {
        lost += 1
      }
  }
  const all = Array.from({ length: CONNECTIONS * 2 }, work)
  for (let round = 0; round < ROUNDS; round += 1) {
    await killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  isOver = true
  await Promise.all(all)
  await killer.end()
  expect(lost).toBeGreaterThan(0)
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }])
})
