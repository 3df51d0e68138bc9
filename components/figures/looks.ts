/** How a standing in flight is drawn: its colour family, and the pattern that tells it without colour. */
import type { Tone } from "@/components/ui/badge"
import type { FlightStanding } from "@/lib/domain/figures"

export type Fill = "plain" | "striped" | "solid" | "dotted"

export interface FlightLook {
  standing: FlightStanding
  tone: Tone
  fill: Fill
}

/** From the bottom of a bar to its top: what is nearest to approval stands lowest. */
export const FLIGHT_LOOKS: readonly FlightLook[] = [
  { standing: "in_review", tone: "review", fill: "solid" },
  { standing: "changes_requested", tone: "mixed", fill: "dotted" },
  { standing: "waiting", tone: "unproven", fill: "striped" },
  { standing: "open", tone: "open", fill: "plain" },
]
