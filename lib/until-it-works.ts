/** What is tried until it works: where it needs something that may come up later. Knows nothing of what it is. */

/** Milliseconds from one try to the next; the last is kept to. */
const PAUSES = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Does something, again and again until it does not throw; each time it does, `failed` is told. Resolves after the first
 * try, whatever came of it: nobody waits for the others.
 */
export async function untilItWorks(
  doing: () => Promise<unknown>,
  failed: (error: unknown) => void,
  pauses: readonly number[] = PAUSES,
): Promise<void> {
  try {
    await doing()
  } catch (error) {
    failed(error)
    const [pause, ...rest] = pauses
    setTimeout(() => void untilItWorks(doing, failed, rest.length > 0 ? rest : pauses), pause).unref()
  }
}
