/** What came of reading a log from its start: how much was read, and what is wrong where. */

/** What can be wrong with a chain at one of its events. */
export const CHAIN_FAULTS = [
  "event-altered",
  "event-missing",
  "payload-altered",
  "payload-missing",
  "head-differs",
  "stream-missing",
  "sign-off-differs",
] as const

/** A break in a chain: at which event of which stream. */
export interface ChainFault {
  /** Of an article, or of the workspace. */
  streamId: string
  /** Of a sign-off, its number. */
  seq: number
  fault: (typeof CHAIN_FAULTS)[number]
}

/** A break, with the article that its stream is of; none where it is the workspace's. */
export interface NamedFault extends ChainFault {
  article: { id: string; title: string } | null
}

/** A log that was read. */
export interface AuditReport {
  events: number
  streams: number
  /** How many breaks there are, and the first of them. */
  broken: number
  faults: NamedFault[]
  /** Whether all of it was read; a longer log is for the command line. */
  whole: boolean
}
