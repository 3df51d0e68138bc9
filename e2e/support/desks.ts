/** The desks that the browser tests work at: each a running Stet with data of its own, one for each worker. */

export interface Desk {
  port: string
  /** Its data folder. */
  data: string
}

export const DESKS = JSON.parse(process.env.STET_E2E_DESKS ?? "[]") as Desk[]

export const urlOf = ({ port }: Desk) => `http://localhost:${port}`

/** Where a test may have a site of its own, from which this desk fetches although it stands on this machine. */
export const webPortOf = ({ port }: Desk) => Number(port) + 1

/** The desk of the worker that asks. */
export function myDesk(): Desk {
  const desk = DESKS[Number(process.env.TEST_PARALLEL_INDEX)]
  if (!desk) throw new Error("there is a desk in browser tests alone")
  return desk
}
