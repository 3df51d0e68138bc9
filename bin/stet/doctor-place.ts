/** What the doctor finds on this machine, in the settings, and where Stet reaches out to. */
import { accessSync, constants, existsSync, statSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { env } from "../../lib/env"
import { canMail, greetMailServer } from "../../lib/outside/mail"
import { readPrivate } from "../house/data-folder.mjs"
import { LAST_BACKUP } from "./backup"
import { finding, tried, type Finding } from "./doctor-finding"
import { sizeOf, type Question } from "./reply"

/** The oldest that runs it, and the one that those should have who deploy. */
const NODE = { oldest: [20, 19], advised: 24 } as const

/** Bytes that are left on the disk: a database that can't write stops. */
const LITTLE_ROOM = { warn: 2e9, broken: 2e8 }

/** Characters: as many as the one that Stet makes by itself has at least. */
const LONG_SECRET = 32

const DAY = 86_400_000

export async function examinePlace({ found, strange }: Question): Promise<Finding[]> {
  const folder = process.env.STET_DATA ?? ""
  const about = [nodeVersion(), zones()]
  return [...about, ...settings(found, strange), ...(await dataFolder(folder)), backups(folder)]
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const [oldest, least] = NODE.oldest
  const tooOld = major < oldest || (major === oldest && minor < least)
  if (tooOld) return finding("node", "broken", process.version, `Stet needs Node ${oldest}.${least} or newer`)
  const advice = major < NODE.advised ? `; ${NODE.advised} is advised where Stet is deployed` : ""
  return finding("node", "ok", `${process.version}${advice}`)
}

/** Deadlines and digests are in people's own zones, of which some builds of Node know none. */
function zones(): Finding {
  try {
    const hour = new Intl.DateTimeFormat("de", { timeZone: "Pacific/Auckland", hour: "numeric" }).format(0)
    if (hour.startsWith("12")) return finding("time zones", "ok", "Node knows them")
  } catch {
    // Said below.
  }
  return finding("time zones", "broken", "Node does not know them", "use a Node with full ICU, as nodejs.org has it")
}

function settings(found: Question["found"], strange: Question["strange"]): Finding[] {
  try {
    env()
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    return error.issues.map(({ path, message }) =>
      finding("settings", "broken", `${path.join(".")}: ${message}`, "set it as the README says"),
    )
  }
  return [secret(strange), address(found), fetching(), mails(), elsewhere()]
}

function secret(strange: Question["strange"]): Finding {
  if (strange) return finding("secret", "warn", "not known here", "set NEXTAUTH_SECRET as it is where Stet runs")
  const { length } = env().NEXTAUTH_SECRET
  if (length >= LONG_SECRET) return finding("secret", "ok", `set, ${length} characters`)
  const todo =
    "give NEXTAUTH_SECRET a long random value: everybody signs in anew, and second factors are taken away first"
  return finding("secret", "warn", `set, with ${length} characters only`, todo)
}

function address(found: Question["found"]): Finding {
  const { protocol, hostname, origin } = new URL(env().NEXTAUTH_URL)
  const isHere = hostname === "localhost" || hostname === "127.0.0.1"
  if (isHere && found === "given")
    return finding(
      "address",
      "warn",
      origin,
      "set NEXTAUTH_URL to where people reach Stet: links in mails begin with it",
    )
  if (!isHere && protocol === "http:")
    return finding("address", "warn", origin, "put TLS before it, and let NEXTAUTH_URL begin with https://")
  return finding("address", "ok", origin)
}

function fetching(): Finding {
  const { STET_FETCH_PORTS: ports, STET_FETCH_INSIDE: inside } = env()
  const also = inside.length > 0 ? `; inside: ${inside.join(", ")}` : ""
  return finding("fetching pages", "ok", `ports ${ports.join(", ")}${also}`)
}

function mails(): Finding {
  const { STET_MAIL_FROM } = env()
  if (canMail()) return finding("mails", "ok", `from ${STET_MAIL_FROM}`)
  const todo = "set STET_SMTP and STET_MAIL_FROM, or hand links over"
  return finding("mails", "warn", "no mail server: links are handed over by hand, and nobody is mailed", todo)
}

function elsewhere(): Finding {
  const { STET_OIDC_ISSUER: issuer, STET_OIDC_CLIENT_ID: id, STET_OIDC_CLIENT_SECRET: key } = env()
  if (!issuer) return finding("accounts elsewhere", "ok", "not used")
  if (id && key) return finding("accounts elsewhere", "ok", issuer)
  return finding("accounts elsewhere", "broken", issuer, "set STET_OIDC_CLIENT_ID and STET_OIDC_CLIENT_SECRET too")
}

async function dataFolder(folder: string): Promise<Finding[]> {
  if (!existsSync(folder)) return [finding("data folder", "ok", `${folder} is made when Stet starts`)]
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const todo = "set STET_DATA to a folder that Stet may write to"
    return [finding("data folder", "broken", (error as Error).message, todo)]
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const state = free < LITTLE_ROOM.broken ? "broken" : free < LITTLE_ROOM.warn ? "warn" : "ok"
  const todo = state === "ok" ? undefined : "make room"
  const open = ["secrets.json", "postgres.json", "demo.json"].filter((name) => isOpen(join(folder, name)))
  const privacy = open.map((name) =>
    finding("data folder", "broken", `${name} can be read by others`, `chmod 600 ${join(folder, name)}`),
  )
  return [finding("data folder", "ok", folder), finding("disk", state, `${sizeOf(free)} free`, todo), ...privacy]
}

const isOpen = (file: string) => process.platform !== "win32" && existsSync(file) && (statSync(file).mode & 0o077) !== 0

function backups(folder: string): Finding {
  const last = readPrivate<{ madeAt: string }>(folder, LAST_BACKUP)
  const todo = "stet backup FILE, each night; or whatever backs your Postgres up"
  if (!last) return finding("backups", "warn", "none was made by stet backup", todo)
  const days = Math.floor((Date.now() - Date.parse(last.madeAt)) / DAY)
  return finding("backups", days > 7 ? "warn" : "ok", `the last one is of ${last.madeAt}`, days > 7 ? todo : undefined)
}

const PATIENCE_MS = 10_000

/** Whether those answer that Stet turns to. Nothing is sent to anybody but a greeting. */
export async function examineReach(): Promise<Finding[]> {
  try {
    env()
  } catch {
    // Said with the settings.
    return []
  }
  const checks: Promise<Finding>[] = []
  if (canMail()) checks.push(tried("mail server", "look at STET_SMTP: name, password, host and port", mailServer))
  if (env().STET_OIDC_ISSUER) checks.push(tried("accounts elsewhere", "look at STET_OIDC_ISSUER", issuer))
  return Promise.all(checks)
}

async function mailServer(): Promise<Finding> {
  await greetMailServer()
  return finding("mail server", "ok", `${new URL(env().STET_SMTP).hostname} takes mails of ours`)
}

const Discovery = z.object({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url() })

async function issuer(): Promise<Finding> {
  const wanted = env().STET_OIDC_ISSUER.replace(/\/$/, "")
  const answer = await fetch(`${wanted}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (!answer.ok) throw new Error(`${wanted} answers ${answer.status}`)
  const told = Discovery.safeParse(await answer.json())
  if (!told.success) throw new Error(`${wanted} is no OpenID Connect issuer`)
  if (told.data.issuer.replace(/\/$/, "") !== wanted) throw new Error(`${wanted} calls itself ${told.data.issuer}`)
  return finding("accounts elsewhere", "ok", `${wanted} answers`)
}
