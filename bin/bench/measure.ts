/** Times runs and prints them, a row each with its median and its 95th percentile. */

export interface Row {
  name: string
  runs: number
  p50: number
  p95: number
  /** `times` for a ratio of two rows, `MB` for memory; else milliseconds. */
  unit?: "times" | "MB"
}

/** Runs something `runs` times, one after the other, after one run that does not count. */
export async function measure(name: string, runs: number, run: (n: number) => Promise<unknown>): Promise<Row> {
  await run(-1)
  const times: number[] = []
  for (let n = 0; n < runs; n += 1) times.push(await timed(() => run(n)))
  return row(name, times)
}

/** Runs something `runs` times on each of so many connections at once, after one round that does not count. */
export async function measureTogether(
  name: string,
  connections: number,
  runs: number,
  run: (connection: number, n: number) => Promise<unknown>,
): Promise<Row> {
  const times: number[] = []
  const all = Array.from({ length: connections }, (_, connection) => connection)
  await Promise.all(all.map((connection) => run(connection, -1)))
  await Promise.all(
    all.map(async (connection) => {
      for (let n = 0; n < runs; n += 1) times.push(await timed(() => run(connection, n)))
    }),
  )
  return row(name, times)
}

export function printRows(rows: Row[]): void {
  const width = Math.max(...rows.map((one) => one.name.length))
  console.log(`${"".padEnd(width)}  runs         p50         p95`)
  for (const one of rows) {
    const figures = [one.p50, one.p95].map((figure) => `${figure.toFixed(1)} ${one.unit ?? "ms"}`.padStart(10))
    console.log([one.name.padEnd(width), String(one.runs).padStart(4), ...figures].join("  "))
  }
}

/** How many milliseconds something takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The figures of so many times. */
export function row(name: string, times: number[]): Row {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { name, runs: times.length, p50: at(0.5), p95: at(0.95) }
}
