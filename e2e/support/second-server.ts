/** Another server of this desk's database, as where two share the work; it has a port and a data folder of its own. */
import { spawn } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { openThrowawayFolder, sessionSecret } from "../../bin/house/data-folder.mjs"
import { freePort } from "../../bin/house/free-port.mjs"
import { untilReady } from "../../bin/house/serve.mjs"
import { myDesk, settingsOf, urlOf } from "./desks"

/** Runs something with the address of one, which is gone afterwards. Whoever is signed in at the desk is so there too. */
export async function withSecondServer(run: (url: string) => Promise<void>): Promise<void> {
  const desk = myDesk()
  const { port: databasePort, password } = JSON.parse(readFileSync(join(desk.data, "postgres.json"), "utf8")) as {
    port: number
    password: string
  }
  const [port, data] = [String(await freePort()), openThrowawayFolder()]
  const url = urlOf({ port, data })
  const env = {
    ...{ ...process.env, ...settingsOf(desk), PORT: port, HOST: "127.0.0.1", STET_DATA: data, NEXTAUTH_URL: url },
    DATABASE_URL: `postgresql://stet:${password}@127.0.0.1:${databasePort}/stet`,
    NEXTAUTH_SECRET: sessionSecret(desk.data),
  }
  const server = spawn(process.execPath, ["bin/start.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] })
  const ended = new Promise((resolve) => server.once("exit", resolve))
  const failed = ended.then(() => Promise.reject(new Error("the second server ended before it was ready")))
  try {
    await Promise.race([untilReady(`http://127.0.0.1:${port}`), failed])
    await run(url)
  } finally {
    server.kill("SIGTERM")
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}
