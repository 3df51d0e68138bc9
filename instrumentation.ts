/** What a server does before its first request: cuts sentences for older texts, and begins with what is queued. */

/** Next calls it in each process; only the one that has a database has anything to do. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const [{ cutMissing }, { log }, { startWork }, { untilItWorks }] = await Promise.all([
    import("./lib/desk/coverage"),
    import("./lib/log"),
    import("./lib/desk/work"),
    import("./lib/until-it-works"),
  ])
  // The database may come up after us: what is received meanwhile waits until work begins.
  await untilItWorks(startWork, (error) => log().error({ err: error }, "what is queued could not be begun with"))
  try {
    const cut = await cutMissing()
    if (cut > 0) log().info({ revisions: cut }, "sentences cut")
  } catch (error) {
    // Texts without sentences still open, and the next start tries again.
    log().error({ err: error }, "sentences could not be cut")
  }
}
