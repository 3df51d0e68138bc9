// @ts-check
/**
 * Runs in every page of a benchmark before the page itself does, and leaves performance marks there: when claims were
 * painted, first and whenever another is chosen, and when keys were pressed. `bench` measures frames.
 */
{
  const CLAIM = ".galley-text mark[data-claim]"
  const CHOSEN = "[aria-readonly] .is-selected"

  /** So many milliseconds without a change are taken for the end of them. */
  const QUIET = 700

  /** Leaves a mark once the frame that is drawn next has been handed over. @param {string} name */
  const markPaint = (name) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.mark(name)
      port2.postMessage(null)
    })
  }

  /** @type {Record<string, () => string | null | undefined>} */
  const watched = {
    "claims painted": () => document.querySelector(CLAIM) && "yes",
    "view painted": () => document.querySelector(`[aria-readonly] ${CLAIM.split(" ")[1]}`) && "yes",
    "another claim painted": () => document.querySelector(CHOSEN)?.getAttribute("data-claim"),
  }
  /** @type {Map<string, string | null | undefined>} */
  const seen = new Map()
  let lastChange = 0
  new MutationObserver(() => {
    lastChange = performance.now()
    for (const [name, look] of Object.entries(watched)) {
      const now = look()
      if (now && now !== seen.get(name)) markPaint(name)
      seen.set(name, now)
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] })

  addEventListener("keydown", ({ timeStamp }) => performance.mark("pressed", { startTime: timeStamp }), true)

  /** Tasks of 50 ms and more, which the browser tells of by itself. @type {number[]} */
  let longTasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: "longtask", buffered: true })

  /** @type {number[]} */
  let intervals = []
  let counting = false
  Object.assign(globalThis, {
    bench: {
      countFrames() {
        intervals = []
        counting = true
        /** @param {number} before */
        const next = (before) =>
          requestAnimationFrame((now) => {
            if (!counting) return
            intervals.push(now - before)
            next(now)
          })
        requestAnimationFrame(next)
      },
      /** Milliseconds between the frames since. */
      frames() {
        counting = false
        return intervals
      },
      /** Milliseconds of the longest task since this was asked last; 0 where none took 50. */
      longestTask() {
        const longest = Math.max(0, ...longTasks)
        longTasks = []
        return longest
      },
      /** Whether the page has drawn all that it had begun. */
      settled: () => performance.now() - lastChange > QUIET,
      /** When the last mark of a name was left. @param {string} name */
      last: (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? null,
    },
  })
}
