/**
 * Before each file of desk tests: a migrated, empty database of its own, and the settings that lib/env.ts asks for. Runs
 * before the file's imports, so that lib/db opens this database and no other.
 */
import { inject, vi } from "vitest"
import { newDatabase } from "./cluster"

/** Files that share a worker's modules share its connections too, and so its database. */
const worker = globalThis as typeof globalThis & { stetTestDatabase?: Promise<string> }
worker.stetTestDatabase ??= newDatabase(inject("stetCluster"), "all")

vi.stubEnv("DATABASE_URL", await worker.stetTestDatabase)
vi.stubEnv("NEXTAUTH_SECRET", "a secret for tests alone")
vi.stubEnv("NEXTAUTH_URL", "http://stet.test")
vi.stubEnv("STET_DATA", undefined)
vi.stubEnv("STET_DEMO", undefined)
// Tests of other things may send as many requests as they like.
vi.stubEnv("STET_API_PER_MINUTE", "1000000")
vi.stubEnv("LOG_LEVEL", "silent")
