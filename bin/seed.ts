/** Fills an empty database with the sample desk and sends how to sign in there to bin/start.mjs, which started it. */
import { seedDemo } from "../seeds/demo"

process.send?.(await seedDemo())
process.disconnect?.()
