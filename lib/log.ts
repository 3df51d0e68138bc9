/** The log: one line of JSON per happening. What is written here may be read by operators, so no words of articles. */
import pino from "pino"
import { env } from "./env"

let kept: pino.Logger | undefined

/** The logger of this process. */
export function log(): pino.Logger {
  kept ??= pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return kept
}
