/** Whether a database has the tables that this Stet works with. */
import type pg from "pg"
import { env } from "../../lib/env"
import { Problem } from "../house/problem.mjs"
import { digestOf, ourMigrations } from "../migrate.mjs"
import { connected, one } from "./connection"
import { finding, type Finding } from "./doctor-finding"

/** Refuses to work on a database that is not up to date: what an act does there nobody has tried. */
export async function refuseUnlessCurrent(url = env().DATABASE_URL): Promise<void> {
  const client = await connected(url)
  const { state, says, todo } = await migrationsOf(client).finally(() => client.end())
  if (state === "broken")
    throw new Problem(`The tables of this database are not as they should be: ${says}. To do: ${todo}`)
}

/** What the doctor finds of the tables. */
export async function migrationsOf(client: pg.Client): Promise<Finding> {
  const { there } = await one<{ there: boolean }>(
    client,
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "there"`,
  )
  if (!there) return finding("tables", "broken", "there are none", "npm start, or npm run db:migrate, makes them")
  const { rows } = await client.query<{ name: string; checksum: string; done: boolean }>(
    `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "done" FROM "_prisma_migrations"
     WHERE "rolled_back_at" IS NULL ORDER BY "migration_name" COLLATE "C"`,
  )
  const ours = ourMigrations()
  const failed = rows.find(({ done }) => !done)
  if (failed)
    return finding("tables", "broken", `migration ${failed.name} failed`, "mend it, then: prisma migrate resolve")
  const strange = rows.find(({ name }) => !ours.some((one) => one.name === name))
  if (strange) return finding("tables", "broken", `of a newer Stet (${strange.name})`, "update Stet")
  const pending = ours.length - rows.length
  if (pending > 0)
    return finding("tables", "broken", `${pending} migrations behind`, "npm start, or npm run db:migrate, applies them")
  if (digestOf(rows) !== digestOf(ours))
    return finding("tables", "broken", "a migration has changed since it was applied", "npm run db:migrate says which")
  return finding("tables", "ok", `up to date (${rows.at(-1)?.name ?? "none"})`)
}
