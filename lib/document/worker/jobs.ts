/**
 * What the thread can do: the readers of formats that a stranger's file could hang or exhaust. Each is loaded when it is
 * first asked for, so that the thread holds no library that nobody needs.
 */
export const jobs = {
  page: async () => (await import("../read-page-here")).readPageHere,
  facts: async () => (await import("../read-facts-here")).readFactsHere,
  evidence: async () => (await import("../evidence/read-here")).readEvidenceHere,
  bundle: async () => (await import("../read-bundle-here")).readBundleHere,
  word: async () => (await import("../read-word-here")).readWordHere,
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs

/** The reader itself: what it takes and what it gives can be cloned, for both cross between threads. */
export type Job<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>
