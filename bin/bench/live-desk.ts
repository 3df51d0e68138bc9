/** Two servers on one database of their own, for the bench of live connections: each can be killed and started again. */
import { spawn, type ChildProcess } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "../house/build.mjs"
import { openThrowawayFolder, sessionSecret } from "../house/data-folder.mjs"
import { freePort } from "../house/free-port.mjs"
import { startPostgres } from "../house/postgres.mjs"
import { openSampleDatabase } from "../house/sample-desk.mjs"
import { untilReady } from "../house/serve.mjs"
import { root, type Account } from "./app"

export interface Server {
  url: string
  start: () => Promise<void>
  kill: () => Promise<void>
}

export interface LiveDesk {
  accounts: Account[]
  servers: [Server, Server]
  /** Ends the database as a power cut would end it, and starts it again. */
  killDatabase: () => Promise<void>
}

export async function withTwoServers<T>(run: (desk: LiveDesk) => Promise<T>): Promise<T> {
  Object.assign(process.env, { NODE_ENV: "production" })
  await build(root)
  const folder = openThrowawayFolder()
  let postgres = await startPostgres(folder)
  const secret = sessionSecret(folder)
  const settings = { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: "http://localhost:3000", STET_DATA: folder }
  const database = await openSampleDatabase(postgres, { root, folder, url: "http://localhost:3000", settings })
  const { accounts } = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")) as { accounts: Account[] }
  const of = { database, secret }
  const servers: [Server, Server] = [await serverOf(of), await serverOf(of)]
  try {
    await Promise.all(servers.map((server) => server.start()))
    const killDatabase = async () => {
      const [pid] = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")
      process.kill(Number(pid), "SIGKILL")
      // What it served is on its way out, and holds the folder until then.
      for (let tries = 0; ; tries += 1) {
        await pause(500)
        try {
          postgres = await startPostgres(folder)
          return
        } catch (error) {
          if (tries === 10) throw error
        }
      }
    }
    return await run({ accounts, servers, killDatabase })
  } finally {
    await Promise.all(servers.map((server) => server.kill()))
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function serverOf({ database, secret }: { database: string; secret: string }): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const own = { DATABASE_URL: database, NEXTAUTH_SECRET: secret, HOST: "127.0.0.1", PORT: String(port) }
  let running: ChildProcess | null = null
  return {
    url,
    start: async () => {
      const folder = openThrowawayFolder()
      const env = { ...process.env, ...own, NEXTAUTH_URL: url, STET_DATA: folder, LOG_LEVEL: "silent" }
      running = spawn(process.execPath, ["bin/start.mjs"], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] })
      running.once("exit", () => rmSync(folder, { recursive: true, force: true }))
      while (
        !(await fetch(`${url}/api/health/live`).then(
          ({ ok }) => ok,
          () => false,
        ))
      )
        await pause(200)
      await untilReady(url)
    },
    kill: async () => {
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const gone = new Promise((resolve) => running?.once("exit", resolve))
      running.kill("SIGKILL")
      await gone
    },
  }
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
