/**
 * What servers tell each other through Postgres: a word is said in the transaction that gives cause to it, and heard by
 * every server once that is committed. One connection of a process listens, for whoever in it is interested. Knows no
 * event and no right: what is heard says where to look.
 */
import pg from "pg"
import type { Tx } from "./db"
import { env } from "./env"
import { log } from "./log"

/** What is said: `events`, of a workspace's id; `presence`, of that and an article's. */
export type Channel = "events" | "presence"

/** `missed`: nobody listened for a while, and whatever may have been said has to be looked for. */
export type Heard = { channel: Channel; about: string } | "missed"
type Listener = (heard: Heard) => void

/** Milliseconds. A connection that died without a word is found by asking it. */
const ASK_EVERY = 10_000
const ANSWER_WITHIN = 5_000
/** The last one is repeated. */
const AGAIN_AFTER = [100, 250, 500, 1_000, 2_000]

/** The one connection, from the first listener until the last one leaves. */
interface Ear {
  listeners: Set<Listener>
  isOver: boolean
  client: pg.Client | null
}

const kept = globalThis as typeof globalThis & { stetEar?: Ear | undefined }

/** Says something once the transaction is committed, and never otherwise. The same twice in one is heard once. */
export async function say(tx: Pick<Tx, "$executeRaw">, channel: Channel, about: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${`stet_${channel}`}, ${about})`
}

/** Hears what is said from now on, and `missed` once there is a connection, until what this answers is called. */
export function hear(listener: Listener): () => void {
  const ear = (kept.stetEar ??= opened())
  ear.listeners.add(listener)
  return () => {
    ear.listeners.delete(listener)
    if (ear.listeners.size > 0) return
    ear.isOver = true
    if (kept.stetEar === ear) kept.stetEar = undefined
    void ear.client?.end().catch(() => undefined)
  }
}

function opened(): Ear {
  const ear: Ear = { listeners: new Set(), isOver: false, client: null }
  void keepListening(ear)
  return ear
}

async function keepListening(ear: Ear): Promise<void> {
  for (let failed = 0; !ear.isOver; failed += 1) {
    try {
      await listenOnce(ear, () => (failed = 0))
    } catch (error) {
      if (failed === 0) log().warn({ err: error }, "the listening connection was lost")
    }
    if (!ear.isOver) await after(AGAIN_AFTER[failed] ?? AGAIN_AFTER.at(-1) ?? 0)
  }
}

/** Listens until nobody is interested any more. Throws why the connection was lost. */
async function listenOnce(ear: Ear, begun: () => void): Promise<void> {
  const limits = { connectionTimeoutMillis: ANSWER_WITHIN, query_timeout: ANSWER_WITHIN }
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true, ...limits })
  let asking: ReturnType<typeof setInterval> | undefined
  const lost = new Promise<unknown>((resolve) => {
    client.on("error", resolve)
    client.on("end", () => resolve(new Error("it was closed")))
    const ask = () => void client.query("SELECT 1").catch(resolve)
    asking = setInterval(() => ear.client === client && ask(), ASK_EVERY).unref()
  })
  client.on("notification", ({ channel, payload = "" }) => {
    tellAll(ear, { channel: channel.replace("stet_", "") as Channel, about: payload })
  })
  try {
    await client.connect()
    await client.query("LISTEN stet_events; LISTEN stet_presence")
    ear.client = client
    begun()
    // What was said before there was anybody to hear it.
    tellAll(ear, "missed")
    const why = ear.isOver ? null : await lost
    if (!ear.isOver) throw why
  } finally {
    clearInterval(asking)
    ear.client = null
    await client.end().catch(() => undefined)
  }
}

function tellAll({ listeners }: Ear, heard: Heard): void {
  for (const listener of listeners) listener(heard)
}

/** Nothing stays up for it. */
const after = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
