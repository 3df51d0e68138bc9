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

/** With what its servers are started, besides their own port and data folder. */
export const settingsOf = (desk: Desk) => ({
  STET_FETCH_INSIDE: `127.0.0.1:${webPortOf(desk)}`,
  // Both catalogues stand in the same place: no test asks the real ones.
  STET_CROSSREF: `http://127.0.0.1:${webPortOf(desk)}/crossref/`,
  STET_OPEN_LIBRARY: `http://127.0.0.1:${webPortOf(desk)}/library/`,
  LOG_LEVEL: "warn",
})

/** The desk of the worker that asks. */
export function myDesk(): Desk {
  const desk = DESKS[Number(process.env.TEST_PARALLEL_INDEX)]
  if (!desk) throw new Error("there is a desk in browser tests alone")
  return desk
}
