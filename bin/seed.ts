/** Fills an empty database with the sample desk and sends its accounts to bin/start.mjs, which started it. */
import { env } from "../lib/env"
import { makeQueues } from "../lib/jobs"
import { seedDemo } from "../seeds/demo"

// What its acts queue is done when the server begins, which makes its queues only then.
await makeQueues(env().DATABASE_URL)
process.send?.(await seedDemo(), () => process.exit())
