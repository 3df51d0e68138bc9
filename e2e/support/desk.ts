/** What the browser tests know of the running desk: its sample accounts, and its database to check against. */
import { createHmac, hkdfSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { myDesk } from "./desks"

export type DemoRole = "owner" | "editor" | "second_editor" | "checker" | "author" | "viewer"

export interface Account {
  role: DemoRole
  name: string
  email: string
  password: string
  token: string
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(myDesk().data, file), "utf8")) as T

/** Where the sample desk's accounts are kept, and removed with it. */
export const demoFile = () => join(myDesk().data, "demo.json")

/** The sample desk's account of a role. */
export function account(role: DemoRole): Account {
  const found = read<{ accounts: Account[] }>("demo.json").accounts.find((one) => one.role === role)
  if (!found) throw new Error(`the sample desk has no ${role}`)
  return found
}

/** Where the link leads that ends somebody's mails on a topic: signed with the desk's secret, as in the mails themselves. */
export async function mailStopOf(role: DemoRole, topic: string): Promise<string> {
  const seats = await rows<{ id: string }>(
    `SELECT m."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE u."email" = $1`,
    [account(role).email],
  )
  const { session } = read<{ session: string }>("secrets.json")
  const key = Buffer.from(hkdfSync("sha256", session, "stet", "mail stop", 32))
  const id = seats[0]?.id ?? ""
  const signature = createHmac("sha256", key).update(`${id} ${topic}`).digest("base64url")
  return `/unsubscribe/${id}.${topic}.${signature}`
}

/** Rows straight from the app's database. */
export async function rows<Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> {
  const { port, password } = read<{ port: number; password: string }>("postgres.json")
  const client = new pg.Client({ connectionString: `postgresql://stet:${password}@127.0.0.1:${port}/stet` })
  await client.connect()
  try {
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.end()
  }
}
