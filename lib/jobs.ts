/**
 * Work that outlives the request that caused it: queued in the same transaction, done at least once by whichever server
 * is up, also after a crash. Knows queues, not what is done: whoever starts Stet says that.
 */
import PgBoss from "pg-boss"
import { openPool, TRANSACTION, type Tx } from "./db"
import { BOUNDS, EVIDENCE_MS, LONGEST_START_MS } from "./document/worker/bounds"
import { env } from "./env"
import { log } from "./log"
import { ARCHIVE, MAIL_MS, PATIENT, WEBHOOK_MS } from "./outside/limits"

/** Every kind of job, and what it is told. Ids only: what they name is loaded when the job is done. */
export interface Jobs {
  import: { importId: string }
  /** An archive of articles that somebody asked for: its next ones. */
  export: { exportId: string }
  /** What is written in a file of evidence. */
  text: { fileId: string }
  /** The page of a source: a snapshot that a person asked for, or a look whether it has changed; whose turn came then. */
  link: { sourceId: string; byId: string | null; turnAt?: string }
  /** A page that a public archive is to keep. */
  archive: { sourceId: string }
  /** What a new text says, held against what was checked before. */
  earlier: { revisionId: string }
  /**
   * A mail that a row asks for: which kind of row, and its id. What stands in it is made when it is sent. `former`: a link
   * that was followed, told to the address that it took the place of; `notice`: a notification; `digest`: those of a day,
   * of a membership.
   */
  mail: { about: "invitation" | "link" | "former" | "notice" | "digest"; id: string }
  /** A message to a webhook, and how often it had been tried when it was queued. */
  webhook: { deliveryId: string; attempts: number }
  /** What desks let go of by themselves: each night, for one server. */
  retention: object
  /** What has to be looked at again and again: queued each minute, for one server. */
  chores: object
}
export type JobName = keyof Jobs

interface Queue {
  /** Seconds after which a server that has not ended a job is taken to be dead, and the job is done anew. */
  expiresAfter: number
  /** Jobs that come by themselves: when, as cron says it, in UTC. */
  every?: string
}

/** Reading and placing take a core each; the smallest servers have two. */
const AT_ONCE = 2

/** Milliseconds of one reading, when so many orders of its line are read before it or are it. */
const readings = (inLine: number, each: number) => inLine * (LONGEST_START_MS + each)
const WRITING = TRANSACTION.maxWait + TRANSACTION.timeout
/** One line for the files and the pages that this server's workers of both kinds have in hand. */
const EVIDENCE = readings(2 * AT_ONCE, EVIDENCE_MS)

/** Seconds, with some for what has no limit of its own. */
const longerThan = (...milliseconds: number[]) => Math.ceil(milliseconds.reduce((sum, one) => sum + one, 10_000) / 1000)

/**
 * A job of a server that died is taken up by the next one once it is expired, which is looked for as often as said
 * below. Each is given longer than the limits within it come to: else another server would begin while the first works.
 */
const QUEUES: Record<JobName, Queue> = {
  /** Read in the line of imports, written, and ended where it was refused only then. */
  import: { expiresAfter: longerThan(readings(AT_ONCE, BOUNDS.milliseconds), WRITING, WRITING) },
  /** A turn, and the article that it was at when its turn was over. */
  export: { expiresAfter: longerThan(60_000) },
  text: { expiresAfter: longerThan(EVIDENCE, WRITING) },
  /** With redirects and all a page is fetched within one limit. */
  link: { expiresAfter: longerThan(PATIENT.total, EVIDENCE, WRITING) },
  archive: { expiresAfter: longerThan(ARCHIVE.total, WRITING) },
  /** Two thousand sentences in fifty questions, three seconds for each against a large memory. Twice comes to the same. */
  earlier: { expiresAfter: longerThan(50 * 3_000, WRITING) },
  mail: { expiresAfter: longerThan(MAIL_MS, WRITING) },
  webhook: { expiresAfter: longerThan(WEBHOOK_MS, WRITING) },
  /** A thousand of each kind at a desk and a night, each in a moment; twice at once finds each once. */
  retention: { expiresAfter: 3_600, every: "20 2 * * *" },
  /** Nothing in it is limited but by how much each takes on; each finds what is due, and two at once find it once. */
  chores: { expiresAfter: 50, every: "* * * * *" },
}

/** How a kind of job is done, and what is done of one that ended several servers, or took too long each time. */
export type Works = { [Name in JobName]: { work: Work<Name>; giveUp: Work<Name> } }
type Work<Name extends JobName> = (job: Jobs[Name]) => Promise<unknown>

/** Seconds. */
const LOOK_FOR_EXPIRED_EVERY = 15
const TRIES = 3

/** Idle servers ask so often whether another one has queued something; their own they hear of at once. Seconds. */
const POLL_EVERY = 2

const CONNECTIONS = 3

interface Running {
  boss: PgBoss
  /** Its own, so that no act waits for a job. */
  pool: ReturnType<typeof openPool>
  /** Ids of the workers of each kind, to be woken. */
  workers: Map<JobName, string[]>
}

const kept = globalThis as typeof globalThis & { stetJobs?: Running; stetJobsSender?: PgBoss }

/** Begins to do jobs. The queues' tables are made on the first start. */
export async function startJobs(works: Partial<Works>): Promise<void> {
  const pool = openPool(CONNECTIONS)
  const executeSql = (text: string, values: unknown[]) => pool.query(text, values)
  const boss = new PgBoss({ db: { executeSql }, maintenanceIntervalSeconds: LOOK_FOR_EXPIRED_EVERY })
  boss.on("error", (error) => log().error({ err: error }, "jobs"))
  const running: Running = { boss, pool, workers: new Map() }
  try {
    await boss.start()
    for (const name of Object.keys(works) as JobName[]) await startQueue(running, name, works)
  } catch (error) {
    // Half of it must not go on beside the next try.
    await boss.stop({ graceful: false }).catch(() => undefined)
    await pool.end()
    throw error
  }
  kept.stetJobs = running
}

/** Makes the queues in a database in which jobs are queued before any are done: that of a test, or of a new sample desk. */
export async function makeQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 1, schedule: false, supervise: false })
  await boss.start()
  for (const name of Object.keys(QUEUES) as JobName[]) await createQueue(boss, name)
  await boss.stop({ graceful: false })
}

/** Lets what is under way end, for a few seconds, and leaves the rest to the next start. */
export async function stopJobs(): Promise<void> {
  const running = kept.stetJobs
  delete kept.stetJobs
  await running?.boss.stop({ timeout: 5_000 })
  await running?.pool.end()
}

/** Queues a job in the transaction that causes it: there is none without the other. */
export async function queueJob<Name extends JobName>(
  tx: Tx,
  name: Name,
  job: Jobs[Name],
  { notBefore }: { notBefore?: Date } = {},
): Promise<void> {
  const sender = (kept.stetJobsSender ??= new PgBoss({ connectionString: env().DATABASE_URL }))
  const executeSql = async (sql: string, values: unknown[]) => ({
    rows: await tx.$queryRawUnsafe<{ id: string }[]>(sql, ...values.map(asParameter)),
  })
  const id = await sender.send(name, job, { db: { executeSql }, ...(notBefore && { startAfter: notBefore }) })
  if (id === null) throw new Error(`there is no queue "${name}"`)
}

/** Has this server look at once for jobs of a kind; to be called once they are committed. */
export function wakeJobs(name: JobName): void {
  const { boss, workers } = kept.stetJobs ?? {}
  for (const id of workers?.get(name) ?? []) boss?.notifyWorker(id)
}

async function startQueue<Name extends JobName>(
  { boss, workers }: Running,
  name: Name,
  works: Partial<Works>,
): Promise<void> {
  const one: Works[Name] | undefined = works[name]
  if (!one) return
  const { work, giveUp } = one
  await createQueue(boss, name)
  const ids: string[] = []
  workers.set(name, ids)
  for (let at = 0; at < AT_ONCE; at += 1) {
    const id = await boss.work<Jobs[Name]>(name, { pollingIntervalSeconds: POLL_EVERY }, async (jobs) => {
      for (const { data } of jobs) await tried(name, () => work(data))
      // There may be another one: asked for now, and not in two seconds.
      for (const each of ids) boss.notifyWorker(each)
    })
    ids.push(id)
  }
  await boss.work<Jobs[Name]>(lost(name), { pollingIntervalSeconds: POLL_EVERY }, async (jobs) => {
    for (const { data } of jobs) await giveUp(data)
  })
}

async function createQueue(boss: PgBoss, name: JobName): Promise<void> {
  const { expiresAfter, every } = QUEUES[name]
  await boss.createQueue(lost(name))
  const queue = {
    name,
    expireInSeconds: expiresAfter,
    retryLimit: TRIES - 1,
    retryDelay: 2,
    deadLetter: lost(name),
  }
  await boss.createQueue(name, queue)
  // One that is there already is left as an earlier version made it.
  await boss.updateQueue(name, queue)
  if (every) await boss.schedule(name, every)
}

/** It is tried again; what stood in the way is for whoever runs Stet. */
async function tried(name: JobName, run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    log().error({ err: error, job: name }, "a job did not end")
    throw error
  }
}

const lost = (name: JobName) => `${name}-lost`

/** The driver takes no undefined, and would write an object in its own way. */
function asParameter(value: unknown): unknown {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : (value ?? null)
}
