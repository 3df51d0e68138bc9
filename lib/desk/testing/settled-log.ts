/** For tests of what the log tells: an event waits for every transaction that began before its own, also of other tests. */
import { expect, vi } from "vitest"
import type { Actor } from "../../domain/workspace"
import { LOG_START, readLog, type LogPart } from "../event-log"

/** The log from its start, once everything that is written in it can be told. */
export function settledLog(actor: Actor): Promise<LogPart> {
  const settled = async () => {
    const part = await readLog(actor, LOG_START, 5000)
    expect(part.more).not.toBe("soon")
    return part
  }
  return vi.waitFor(settled, { timeout: 60_000, interval: 20 })
}
