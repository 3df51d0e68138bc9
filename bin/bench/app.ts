/** The built app for a benchmark: on a port, a database and a data folder of its own, gone afterwards. */
import { spawn, type ChildProcess } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openThrowawayFolder } from "../house/data-folder.mjs"
import { freePort } from "../house/free-port.mjs"
import { untilReady } from "../house/serve.mjs"

export const root = fileURLToPath(new URL("../..", import.meta.url))

export interface Account {
  role: string
  email: string
  password: string
  token: string
}

export interface App {
  url: string
  /** The sample desk's checker: may do whatever is measured. */
  checker: Account
  /** And its editor. */
  editor: Account
  /** Its data folder. */
  folder: string
}

/** Starts the app, which may have to be built first, and stops it whatever comes of it. */
export async function withApp<T>(run: (app: App) => Promise<T>): Promise<T> {
  const folder = openThrowawayFolder()
  const port = await freePort()
  const started = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", PORT: String(port), STET_DATA: folder, LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "inherit"],
  })
  try {
    await listening(started, `http://127.0.0.1:${port}`)
    return await run(appIn(folder))
  } finally {
    const ended = new Promise((resolve) => started.once("exit", resolve))
    started.kill("SIGTERM")
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function appIn(folder: string): App {
  const { url, accounts } = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")) as {
    url: string
    accounts: Account[]
  }
  const named = (role: string) => {
    const found = accounts.find((account) => account.role === role)
    if (!found) throw new Error(`the sample desk has no ${role}`)
    return found
  }
  return { url, checker: named("checker"), editor: named("editor"), folder }
}

async function listening(started: ChildProcess, address: string): Promise<void> {
  const ended = new Promise<never>((_, reject) =>
    started.once("exit", (code) => reject(new Error(`npm start ended with ${code}`))),
  )
  const answers = async () => {
    for (;;) {
      const up = await fetch(`${address}/api/health/live`).then(
        (response) => response.ok,
        () => false,
      )
      if (up) return untilReady(address)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
  await Promise.race([answers(), ended])
}
