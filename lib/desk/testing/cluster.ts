/**
 * Before the desk's tests: a Postgres (a throw-away one, or that of DATABASE_URL_TEST) with a migrated template, from
 * which every test file gets a database of its own. The DATABASE_URL of the environment is never used.
 */
import { randomBytes } from "node:crypto"
import { rmSync } from "node:fs"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { openThrowawayFolder } from "../../../bin/house/data-folder.mjs"
import { startPostgres } from "../../../bin/house/postgres.mjs"
import { migrate } from "../../../bin/migrate.mjs"
import { makeQueues } from "../../jobs"

declare module "vitest" {
  export interface ProvidedContext {
    /** Where to make databases, and from which template. */
    stetCluster: { url: string; template: string }
  }
}

interface Cluster {
  url: string
  template: string
  /** How many kinds of tests work on it. */
  users: number
  stop: () => Promise<void>
}

/** One for all kinds of tests that work on the desk, each of which Vitest sets up by itself. */
const shared = globalThis as typeof globalThis & { stetTestCluster?: Promise<Cluster> }

/** Vitest's way in: runs once for each kind of tests, and gives back what cleans up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.stetTestCluster ??= makeCluster()
  const cluster = await shared.stetTestCluster
  const { url, template } = cluster
  cluster.users += 1
  project.provide("stetCluster", { url, template })
  return async () => {
    cluster.users -= 1
    if (cluster.users > 0) return
    await dropDatabases(url, template)
    await cluster.stop()
  }
}

async function makeCluster(): Promise<Cluster> {
  const { url, stop } = await openCluster()
  const template = `stet_test_${randomBytes(4).toString("hex")}`
  await onCluster(url, `CREATE DATABASE ${template}`)
  await migrate(withDatabase(url, template))
  await makeQueues(withDatabase(url, template))
  return { url, template, users: 0, stop }
}

/** The address of another database of the same Postgres. */
export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

/** Runs a statement outside of any test's database. */
export async function onCluster(url: string, sql: string): Promise<pg.QueryResult<Record<string, string>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query<Record<string, string>>(sql).finally(() => client.end())
}

async function openCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL_TEST
  if (given) return { url: given, stop: async () => {} }
  const folder = openThrowawayFolder()
  const postgres = await startPostgres(folder, { durability: "throwaway" })
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: postgres.urlOf("postgres"), stop }
}

/** Drops the template and all that were made from it: their names begin with its name. */
async function dropDatabases(url: string, template: string): Promise<void> {
  const { rows } = await onCluster(url, `SELECT datname FROM pg_database WHERE datname LIKE '${template}%'`)
  for (const { datname } of rows) await onCluster(url, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}

/** A database of its own, whose address this answers: without tables, or with all of them. */
export async function newDatabase(
  { url, template }: { url: string; template: string },
  tables: "none" | "all",
): Promise<string> {
  const name = `${template}_${randomBytes(4).toString("hex")}`
  await onCluster(url, `CREATE DATABASE ${name}${tables === "all" ? ` TEMPLATE ${template}` : ""}`)
  return withDatabase(url, name)
}
