/** Fills an empty database with the sample desk and sends its accounts to bin/start.mjs, which started it. */
import { seedDemo } from "../seeds/demo"

process.send?.(await seedDemo(), () => process.exit())
