/** The acts on scales, for the test of all acts and for that of the walls. */
import { shippedScales, type Job, type Scale } from "../../domain/scale"
import type { SaveScale } from "../../domain/own-scale"
import { listScales, offerScale, readScale, restoreScale, retireScale, saveScale } from "../own-scales"
import { ratingsOf, scalesOf } from "../scales"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"
import type { Attempt } from "./furnished"

const others: NonNullable<ActCase["refused"]> = {
  names: ["viewer", "author", "checker", "editor"],
  key: "policy.workspace_set",
}

export const SCALE_ACTS: Record<string, ActCase> = {
  "own-scales.saveScale": {
    arrange: () => (who) => saveScale(who, lamp()),
    by: "owner",
    tells: ["scale.saved"],
    refused: others,
  },
  "own-scales.offerScale": {
    arrange: async (desk) => {
      await saveScale(desk.owner, lamp())
      return (who) => offerScale(who, { code: "lamp", version: 1 })
    },
    by: "owner",
    tells: ["scale.offered"],
    refused: others,
  },
  "own-scales.retireScale": {
    arrange: async (desk) => {
      await saveScale(desk.owner, lamp())
      return (who) => retireScale(who, { code: "lamp" })
    },
    by: "owner",
    tells: ["scale.retired"],
    refused: others,
  },
  "own-scales.restoreScale": {
    arrange: async (desk) => {
      await saveScale(desk.owner, lamp())
      await retireScale(desk.owner, { code: "lamp" })
      return (who) => restoreScale(who, { code: "lamp" })
    },
    by: "owner",
    tells: ["scale.restored"],
    refused: others,
  },
}

export const SCALE_ATTEMPTS: Record<string, Attempt> = {
  "scales.scalesOf": [(who) => scalesOf(who), null],
  "scales.ratingsOf": [(who) => ratingsOf(who), null],
  "own-scales.listScales": [(who) => listScales(who), null],
  "own-scales.readScale": [(who) => readScale(who, { code: "theirs" }), null],
  "own-scales.saveScale": [(who) => saveScale(who, lamp()), null],
  "own-scales.offerScale": [(who) => offerScale(who, { code: "of_another_desk", version: 1 }), "not-found"],
  "own-scales.retireScale": [(who) => retireScale(who, { code: "of_another_desk" }), "not-found"],
  "own-scales.restoreScale": [(who) => restoreScale(who, { code: "of_another_desk" }), "not-found"],
}

/** Of these modules, what is neither act nor read. */
export const SCALE_PARTS: Record<string, string> = {
  "scales.asScale": "pure",
  "scales.assertFits": "pure",
  "scales.knownScales": "part of every read of claims, on rows that were loaded for its actor",
  "scales.newestRows": "part of a read, asks for the actor's own workspace alone",
  "scales.scaleFor": "part of an act, asks for the actor's own workspace alone",
  "scales.shipScales": "part of making a workspace",
}

/** Three colours for other people's claims: red for predictions alone is none of them. */
export function lamp(some: Partial<SaveScale> = {}): SaveScale {
  const words = (en: string, de: string) => ({ en, de })
  const rest = { settles: true, claimReview: true, fits: [] }
  return {
    ...{ code: "lamp", job: "theirs", name: "Traffic lights", seen: 0 },
    ratings: [
      {
        ...{ code: "green", label: words("Green", "Grün"), definition: words("It is so.", "So ist es.") },
        ...{ tone: "true", shape: "●", value: 5, ...rest },
      },
      {
        ...{ code: "red", label: words("Red", "Rot"), definition: words("It is not.", "So ist es nicht.") },
        ...{ tone: "false", shape: "●", value: 1, ...rest },
      },
      {
        ...{
          code: "later",
          label: words("Later", "Später"),
          definition: words("Time will tell.", "Wird sich zeigen."),
        },
        ...{ tone: "unproven", shape: "◷", value: null, settles: false, claimReview: false, fits: ["prediction"] },
      },
    ],
    ...some,
  }
}

/** A scale of the desk's own as a copy of the one that ships for that job. */
export function copyOf(job: Job, some: Partial<SaveScale> = {}): SaveScale {
  const ratings = shippedScales.find((scale) => scale.job === job)?.ratings ?? []
  return { code: `our_${job}`, job, name: "A copy", seen: 0, ratings: ratings as SaveScale["ratings"], ...some }
}

/** Saves a scale and has verdicts given on it. */
export async function offered(desk: Desk, scale: SaveScale): Promise<Scale> {
  const { code, version } = await saveScale(desk.owner, scale)
  return offerScale(desk.owner, { code, version })
}
