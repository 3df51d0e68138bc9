/** What a server does once, before its first request: sentences are cut for texts that were imported before they were kept. */

/** Next calls it in each process; only the one that has a database has anything to do. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const [{ cutMissing }, { log }] = await Promise.all([import("./lib/desk/coverage"), import("./lib/log")])
  try {
    const cut = await cutMissing()
    if (cut > 0) log().info({ revisions: cut }, "sentences cut")
  } catch (error) {
    // The database may come up after us; texts without sentences still open, and the next start tries again.
    log().error({ err: error }, "sentences could not be cut")
  }
}
