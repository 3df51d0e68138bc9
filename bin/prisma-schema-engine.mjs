#!/usr/bin/env node
// @ts-check
/**
 * Stands in for Prisma's native schema engine, which its command line would download: the same arguments and the same
 * JSON-RPC over stdin and stdout, answered by the WASM build of the engine from npm. Serves what the house uses:
 * `prisma generate` asks for its version, `prisma migrate diff` for a comparison with a shadow database.
 */
import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"

/** The commit of prisma-engines that @prisma/schema-engine-wasm was built from. */
const VERSION = "schema-engine-cli 0edf323efd1d98336f3f0a68684b56f689b900d3"

/** Postgres' "char" and text. pg_catalog is full of the former, which adapter-pg can't read. */
const CHAR_TYPE = 18
const TEXT_TYPE = 25

/** The column type of a single character in Prisma's driver adapters. */
const CHARACTER_COLUMN = 6

/** Our own requests are numbered far above those that we answer. */
const PRINT_IDS = 1_000_000

const { resolve } = createRequire(import.meta.url)

const { datamodels, datasource, command } = readArguments(process.argv.slice(2))

if (command === "--version" || command === "-V") console.log(VERSION)
else await answerRequests()

/** @param {string[]} args */
function readArguments(args) {
  /** @type {{ datamodels: string[], datasource: { url?: string }, command: string | undefined }} */
  const found = { datamodels: [], datasource: {}, command: undefined }
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ""
    if (arg === "--datamodels" || arg === "-d") found.datamodels.push(args[(index += 1)] ?? "")
    else if (arg === "--datasource") found.datasource = JSON.parse(args[(index += 1)] ?? "{}")
    else if (arg === "--enabled-preview-features" || arg === "--extension-types") index += 1
    else found.command ??= arg
  }
  return found
}

async function answerRequests() {
  const engine = await loadEngine()
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue
    const { id, method, params } = JSON.parse(line)
    try {
      const result = await engine[method](params)
      if (method === "diff" && result?.stdout)
        send({ id: PRINT_IDS + id, method: "print", params: { content: result.stdout } })
      send({ id, result: result ?? null })
    } catch (error) {
      send({ id, error: problemOf(error) })
    }
  }
  process.exit(0)
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
}

/** @param {unknown} error */
function problemOf(error) {
  const {
    code,
    message = String(error),
    meta,
  } = /** @type {{ code?: string, message?: string, meta?: unknown }} */ (error)
  const data = { is_panic: false, message, error_code: code ?? null, meta: meta ?? null }
  return { code: 4466, message: "An error happened. Check the data field for details.", data }
}

/** The WASM engine is packaged for bundlers: its glue is joined to it by hand. */
async function loadEngine() {
  const folder = dirname(resolve("@prisma/schema-engine-wasm"))
  const glue = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href)
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"))
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ text) => console.error(text) },
  })
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === "function") start()
  const models = datamodels.map((file) => [file, readFileSync(file, "utf8")])
  // A package of adapter-pg's, so that it is the version that goes with it.
  const utilities = createRequire(resolve("@prisma/adapter-pg")).resolve("@prisma/driver-adapter-utils")
  const { bindMigrationAwareSqlAdapterFactory } = await import(pathToFileURL(utilities).href)
  const factory = bindMigrationAwareSqlAdapterFactory(await adapterFactory())
  return glue.SchemaEngine.new({ datamodels: models.length > 0 ? models : undefined }, () => {}, factory)
}

/** Adapters to the database of `--datasource`; each shadow database is made for its use and dropped after it. */
async function adapterFactory() {
  const { PrismaPg } = await import("@prisma/adapter-pg")
  const connection = connectionOf(datasource.url ?? "postgresql://nobody@127.0.0.1:1/nothing")
  const open = async (/** @type {string} */ database) => mend(await new PrismaPg({ ...connection, database }).connect())
  return {
    provider: /** @type {const} */ ("postgres"),
    adapterName: "@prisma/adapter-pg",
    connect: () => open(connection.database),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`
      await asAdmin(connection, `CREATE DATABASE "${name}"`)
      const adapter = await open(name)
      const dispose = adapter.dispose.bind(adapter)
      return Object.assign(adapter, {
        dispose: async () => {
          await dispose()
          await asAdmin(connection, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
        },
      })
    },
  }
}

/**
 * The parts of an address. Given the address itself, pg would let it override the name of a shadow database, and the
 * shadow's work would be done to the main one.
 * @param {string} url
 */
function connectionOf(url) {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  }
}

/** @param {ReturnType<typeof connectionOf>} connection @param {string} sql */
async function asAdmin(connection, sql) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ ...connection, database: "postgres" })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/**
 * Mends two things of adapter-pg: it has no mapping for "char" columns, and it runs a script by splitting it at every
 * semicolon, which cuts the bodies of functions.
 * @template {object} Adapter
 * @param {Adapter} adapter
 * @returns {Adapter}
 */
function mend(adapter) {
  const inner = /** @type {Record<string, any>} */ (adapter)
  const { performIO, queryRaw, startTransaction } = inner
  /** @type {number[]} */
  let characters = []
  inner.performIO = async (/** @type {unknown} */ query) => {
    const result = await performIO.call(inner, query)
    const fields = /** @type {{ dataTypeID: number }[]} */ (result?.fields ?? [])
    characters = fields.flatMap((field, index) => (field.dataTypeID === CHAR_TYPE ? [index] : []))
    for (const index of characters) Object.assign(fields[index] ?? {}, { dataTypeID: TEXT_TYPE })
    return result
  }
  inner.queryRaw = async (/** @type {unknown} */ query) => {
    const result = await queryRaw.call(inner, query)
    for (const index of characters) result.columnTypes[index] = CHARACTER_COLUMN
    return result
  }
  inner.executeScript = async (/** @type {string} */ sql) => void (await inner.client.query(sql))
  inner.startTransaction = async (/** @type {unknown[]} */ ...args) => mend(await startTransaction.apply(inner, args))
  return adapter
}
