/**
 * The only reader of process.env. Read on first use, so that a build needs none of it; `npm start` fills what is
 * not given (see bin/start.mjs).
 */
import { z } from "zod"

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  /** Signs sessions. */
  NEXTAUTH_SECRET: z.string().min(16),
  /** The base address under which people reach Stet; links are made from it, never from a Host header. */
  NEXTAUTH_URL: z.url(),
  /** Folder of the embedded database, secrets and demo.json. */
  STET_DATA: z.string().optional(),
  /** Set where Stet brought its own database: the sample desk is there. */
  STET_DEMO: z.literal("1").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
})
type Env = z.infer<typeof Env>

let known: Env | undefined

/** The settings of this process. Throws, naming what is missing, when it was started without them. */
export function env(): Env {
  known ??= Env.parse(process.env)
  return known
}
