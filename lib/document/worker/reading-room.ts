/**
 * Reads in a thread of its own what a stranger's file could make endless: there a reader has a bound of time and one of
 * memory, and whatever becomes of the thread, Stet goes on. A room has one thread, kept while it is used; orders wait in
 * line, each for its own bound alone.
 */
import { Worker } from "node:worker_threads"
import { refuse, type Refusal } from "../../domain/refusal"
import type { Answer, Order, Outcome } from "./answer"
import { BOUNDS, EVIDENCE_MS, LONGEST_START_MS } from "./bounds"
import type { Job, JobName } from "./jobs"
import type { ThreadData } from "./thread"

export interface Bounds {
  /** For one reading, once its libraries are loaded. */
  milliseconds: number
  megabytes: number
  /** For one order until its turn comes; null where nobody sits before it. */
  waiting: number | null
}

/** Kept for a minute after its last order, since loading takes longer than most readings. */
const IDLE_MS = 60_000

type Input<Name extends JobName> = Parameters<Job<Name>>[0]
type Result<Name extends JobName> = Awaited<ReturnType<Job<Name>>>

export class ReadingRoom {
  private line: Promise<unknown> = Promise.resolve()
  private thread: Worker | null = null
  private idle: NodeJS.Timeout | undefined

  constructor(private readonly bounds: Bounds) {}

  /**
   * Does a job, in its turn. Throws what its reader refuses, or `invalid`: `import.tooMuch` when time or memory ran out,
   * `import.unreadable` when the reader broke on it; or `conflict`, `desk.busy` where its turn did not come in time.
   */
  read<Name extends JobName>(job: Name, input: Input<Name>): Promise<Result<Name>> {
    const before = this.line
    const turn = inTime(before, this.bounds).then(() => this.readNow({ job, input }))
    // Who has left the line does not move those behind them up.
    this.line = Promise.allSettled([before, turn]).then(() => undefined)
    return turn as Promise<Result<Name>>
  }

  private async readNow(order: Order): Promise<unknown> {
    clearTimeout(this.idle)
    const thread = this.thread ?? this.hire(order.job)
    try {
      const outcome = await outcomeOf(thread, order, this.bounds)
      if (outcome.kind === "done") return outcome.result
      throw refusalOf(outcome)
    } catch (error) {
      if (!(error instanceof Ended)) throw error
      this.dismiss()
      // It is ready again when the next order comes.
      this.hire(order.job).unref()
      throw error.reason
    } finally {
      this.idle = setTimeout(() => this.dismiss(), IDLE_MS).unref()
    }
  }

  private hire(job: string): Worker {
    const thread = hired(this.bounds, { job })
    // One that dies unwatched is not asked again.
    thread.once("exit", () => void (this.thread === thread && (this.thread = null)))
    return (this.thread = thread)
  }

  private dismiss(): void {
    void this.thread?.terminate()
    this.thread = null
  }
}

/**
 * For those who wait at their screens, and for files that were received and are read in their turn: whoever drops
 * hundreds keeps nobody else waiting. Evidence has a line of its own, for it may take longer.
 */
const rooms = {
  desk: new ReadingRoom({ ...BOUNDS, waiting: 10_000 }),
  jobs: new ReadingRoom({ ...BOUNDS, waiting: null }),
  evidence: new ReadingRoom({ ...BOUNDS, milliseconds: EVIDENCE_MS, waiting: null }),
}
export type Room = keyof typeof rooms

/** Does a job in a room, as its `read` says. */
export function readIn<Name extends JobName>(room: Room, job: Name, input: Input<Name>): Promise<Result<Name>> {
  return rooms[room].read(job, input)
}

/** Its turn, if that comes in time; else it is refused. */
function inTime(turn: Promise<unknown>, { waiting }: Bounds): Promise<void> {
  return new Promise((resolve, reject) => {
    const clock = waiting === null ? undefined : setTimeout(() => reject(refuse("conflict", "desk.busy")), waiting)
    void turn.then(() => {
      clearTimeout(clock)
      resolve()
    })
  })
}

/** The thread is gone, or is to go: it can't be given another order. */
class Ended extends Error {
  constructor(readonly reason: Error) {
    super()
  }
}

/** Under Next the thread is bundled like all else; elsewhere it is TypeScript, which Node can't read by itself. */
function hired({ megabytes }: Bounds, workerData: ThreadData): Worker {
  const options = { execArgv: [], workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } }
  const thread =
    process.env.NEXT_RUNTIME === "nodejs"
      ? new Worker(new URL("./thread.ts", import.meta.url), options)
      : new Worker(new URL("./thread-from-source.mjs", import.meta.url), options)
  return thread.on("error", () => undefined)
}

function outcomeOf(thread: Worker, order: Order, { milliseconds }: Bounds): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let isReading = false
    const end = (settle: () => void) => {
      clearTimeout(clock)
      // Unwatched, it does not keep a command from ending whose work is done.
      thread.off("message", hear).off("error", lose).off("exit", lose).unref()
      settle()
    }
    const lose = (cause?: unknown) => {
      // On a machine that is too busy to load the libraries nothing is wrong with the thread.
      const isTooMuch = isReading || cause === undefined
      const broken = () => new Error("The reading thread did not start", { cause })
      end(() => reject(new Ended(isTooMuch ? refuse("invalid", "import.tooMuch") : broken())))
    }
    const hear = (answer: Answer) => {
      if (answer.kind !== "begun") return end(() => resolve(answer))
      isReading = true
      clearTimeout(clock)
      clock = setTimeout(() => lose(), milliseconds)
    }
    let clock = setTimeout(() => lose(), LONGEST_START_MS)
    thread.on("message", hear).on("error", lose).on("exit", lose).ref()
    thread.postMessage(order)
  })
}

function refusalOf(outcome: Exclude<Outcome, { kind: "done" }>): Refusal {
  if (outcome.kind === "refused") return refuse(outcome.code, outcome.key, outcome.details)
  return refuse("invalid", "import.unreadable")
}
