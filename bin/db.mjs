// @ts-check
/**
 * Work on the records that needs no database:
 *   npm run db:generate          generates the client from prisma/schema.prisma
 *   npm run db:diff -- add-tags  writes a migration from what the migrations say to what the schema says
 * What Prisma can't express (triggers, checks) is written into the new file by hand.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openThrowawayFolder } from "./house/data-folder.mjs"
import { prisma } from "./house/install.mjs"
import { startPostgres } from "./house/postgres.mjs"
import { Problem, report } from "./house/problem.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Prisma's way of saying that nothing differs. */
const NOTHING = /^\s*-- This is an empty migration\.\s*$/

try {
  const [command, name] = process.argv.slice(2)
  if (command === "generate") console.log(await prisma(root, ["generate"]))
  else if (command === "diff") await writeMigration(name)
  else throw new Problem("Use: npm run db:generate, or npm run db:diff -- name-of-the-migration")
} catch (error) {
  process.exitCode = report(error)
}

/** @param {string | undefined} name */
async function writeMigration(name) {
  if (!name || !/^[a-z0-9-]+$/.test(name)) throw new Problem("Name the migration: npm run db:diff -- add-tags")
  const sql = await difference()
  if (NOTHING.test(sql)) return console.log("The migrations already say what the schema says.")
  const folder = join(root, "prisma/migrations", `${timestamp()}_${name.replaceAll("-", "_")}`)
  mkdirSync(folder)
  writeFileSync(join(folder, "migration.sql"), sql)
  console.log(`Wrote ${folder}/migration.sql. Read it, add what Prisma can't say, then: npm start`)
}

/** The migrations are replayed into a throw-away database, so that the schema is compared with what they really make. */
async function difference() {
  const folder = openThrowawayFolder()
  const postgres = await startPostgres(folder, { durability: "throwaway" })
  try {
    const paths = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma"]
    const env = { ...process.env, DATABASE_URL: postgres.urlOf("postgres") }
    return await prisma(root, ["migrate", "diff", "--script", ...paths], env)
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As Prisma names them: UTC, to the second. */
function timestamp() {
  return new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)
}
