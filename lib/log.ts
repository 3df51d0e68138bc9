/** The log: one line of JSON per happening. What is written here may be read by operators, so no words of articles. */
import pino from "pino"
import { env } from "./env"

let kept: pino.Logger | undefined

/** The logger of this process. */
export function log(): pino.Logger {
  const serializers = { err: withoutConnection }
  kept ??= pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers })
  return kept
}

/** The driver hangs a connection on what it failed with, and on that what it was opened by. */
function withoutConnection(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { client: _client, ...told } = pino.stdSerializers.err(error)
  return told
}
