/** The thread itself: does one job after the other, as it is told, and never throws. */
import { parentPort, workerData } from "node:worker_threads"
import { Refusal } from "../../domain/refusal"
import { tooDeep } from "../read-bounds"
import type { Answer, Order, Outcome } from "./answer"
import { jobs, type JobName } from "./jobs"

/** What the thread is told when it begins: the job whose libraries it loads at once. */
export interface ThreadData {
  job: string
}

void jobs[(workerData as ThreadData).job as JobName]()
parentPort?.on("message", (order: Order) => void obey(order))

async function obey({ job, input }: Order): Promise<void> {
  const read = (await jobs[job as JobName]()) as (input: unknown) => unknown
  answer({ kind: "begun" })
  try {
    answer({ kind: "done", result: await read(input) })
  } catch (error) {
    answer(outcomeOf(error))
  }
}

function outcomeOf(error: unknown): Outcome {
  // A stack that ran out is the file's doing: nothing that people write is nested so deeply.
  const thrown = error instanceof RangeError ? tooDeep() : error
  if (thrown instanceof Refusal) {
    return { kind: "refused", code: thrown.code, key: thrown.key, details: thrown.details }
  }
  process.stderr.write(`A reader broke: ${error instanceof Error ? error.stack : String(error)}\n`)
  return { kind: "broken" }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message)
}
