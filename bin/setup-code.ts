/** Makes the one-time code with which the first owner sets up, and sends it to bin/start.mjs, which started it. */
import { createSetupCode } from "../lib/desk/setup"

process.send?.({ code: await createSetupCode() }, () => process.exit())
