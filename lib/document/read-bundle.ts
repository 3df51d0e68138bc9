/** Bundles of Stet's as articles with their claims, read apart: see `ReadingRoom`. */
import type { BundleOrder, ImportedBundle } from "./read-bundle-here"
import { readIn, type Room } from "./worker/reading-room"

/**
 * The article in a bundle (.zip) with its claims, placed where they were if its text is the same, else by their words.
 * Refuses `invalid`: `import.empty`, `import.tooLong`, `import.tooMuch`, `import.unreadable`, and under `import.bundle`
 * what is wrong with the file; with `conflict`, `desk.busy` where others in the room keep it waiting too long.
 */
export function readBundle(order: BundleOrder, room: Room = "desk"): Promise<ImportedBundle> {
  return readIn(room, "bundle", order)
}
