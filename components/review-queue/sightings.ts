/**
 * Which rows were really in sight: both their ends, each for a moment, though not at the same time, since a row may be
 * higher than the screen; or the keyboard has stood on it as long. Knows no elements and no observers.
 */

/** Shorter than this nobody has read anything; scrolling past is no look. */
export const DWELL = 600

export type End = "start" | "end"
const ENDS: readonly End[] = ["start", "end"]

export interface Sightings {
  /** An end of a row has come into sight. */
  enter: (row: string, end: End) => void
  leave: (row: string, end: End) => void
  /** The keyboard stands on a row, and on no other any more; on none with null. */
  stand: (row: string | null) => void
  /** Forgets what is in sight right now. */
  stop: () => void
}

/** `onShown` is called when a row counts as shown, and may be again. */
export function sightings(onShown: (row: string) => void): Sightings {
  const looks = new Map<string, ReturnType<typeof setTimeout>>()
  const seen = new Map<string, Set<End>>()

  const begin = (name: string, onLook: () => void) => {
    if (looks.has(name)) return
    looks.set(
      name,
      setTimeout(() => {
        looks.delete(name)
        onLook()
      }, DWELL),
    )
  }
  const end = (name: string) => {
    clearTimeout(looks.get(name))
    looks.delete(name)
  }
  return {
    enter: (row, side) =>
      begin(`${side} ${row}`, () => {
        const sides = new Set(seen.get(row)).add(side)
        seen.set(row, sides)
        if (ENDS.every((one) => sides.has(one))) onShown(row)
      }),
    leave: (row, side) => end(`${side} ${row}`),
    stand: (row) => {
      end("keyboard")
      if (row !== null) begin("keyboard", () => onShown(row))
    },
    stop: () => {
      for (const name of looks.keys()) end(name)
    },
  }
}
