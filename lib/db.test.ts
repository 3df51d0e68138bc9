/** Connections to Postgres: what becomes of this process when they end, at any moment, and what each of them keeps. */
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { Prisma } from "../prisma/client/client"
import { db, openPool } from "./db"
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

test("what is sent again and again is planned once, and a connection keeps no more than so many plans", async () => {
  const planned = (tx: Prisma.TransactionClient) =>
    tx.$queryRaw<{ name: string; statement: string }[]>`SELECT "name", "statement" FROM pg_prepared_statements`
  await db().$transaction(
    async (tx) => {
      for (let time = 0; time < 12; time += 1) await tx.$queryRaw`SELECT 'often'`
      for (let time = 0; time < 5; time += 1) await tx.$queryRaw`SELECT 'seldom'`
      const statements = (await planned(tx)).map(({ statement }) => statement)
      expect(statements).toContain("SELECT 'often'")
      expect(statements).not.toContain("SELECT 'seldom'")
      for (let one = 0; one < 170; one += 1)
        for (let time = 0; time < 12; time += 1) await tx.$queryRaw(Prisma.raw(`SELECT ${one}`))
      expect((await planned(tx)).length).toBeLessThanOrEqual(150)
    },
    { timeout: 30_000 },
  )
})
