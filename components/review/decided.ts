/** Which rounds wait for nobody here any more, whatever a page said that was drawn before. Pure. */
import type { TrayView } from "./out-tray"

/** Approved, or about to be: an approval that was refused is none. */
export function isDecided({ kept, done }: TrayView, roundId: string): boolean {
  return done.has(roundId) || kept.some((one) => one.roundId === roundId && one.standing.kind !== "refused")
}
