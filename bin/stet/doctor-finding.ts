/** What the doctor finds: one line each. */

export interface Finding {
  /** What was looked at. */
  what: string
  /** `warn`: Stet works, and somebody should look; `broken`: something does not work. */
  state: "ok" | "warn" | "broken"
  says: string
  /** What to do about it. */
  todo?: string
}

export const finding = (what: string, state: Finding["state"], says: string, todo?: string): Finding => ({
  ...{ what, state, says },
  ...(todo !== undefined && { todo }),
})

/** One that somebody should look at where something is as it should not be. */
export const judged = (what: string, says: string, isWrong: boolean, todo: string): Finding =>
  isWrong ? finding(what, "warn", says, todo) : finding(what, "ok", says)

/** A finding of which what is broken is thrown. */
export async function tried(what: string, todo: string, run: () => Promise<Finding>): Promise<Finding> {
  try {
    return await run()
  } catch (error) {
    return finding(what, "broken", wordsIn(error), todo)
  }
}

/** What went wrong at the bottom of it: `fetch` says only that it failed. */
function wordsIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? wordsIn(error.cause) : error.message || error.name
}
