/** The acts on what a desk lets go of, for the test of all acts and for that of the walls. */
import type { Retention } from "../../domain/retention"
import { readRetention, setRetention } from "../retention"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"
import type { Attempt } from "./furnished"

export const NEVER: Retention = { readNotifications: null, contactDetails: null, deletedArticles: null }

export const RETENTION_ACTS: Record<string, ActCase> = {
  "retention.setRetention": {
    arrange: () => (who) => setRetention(who, { retention: { ...NEVER, readNotifications: 30 }, seen: NEVER }),
    by: "owner",
    tells: ["retention.set"],
    refused: { names: ["viewer", "author", "checker", "editor"], key: "policy.workspace_set" },
  },
}

export const RETENTION_ATTEMPTS: Record<string, Attempt> = {
  "retention.setRetention": [
    (who) => setRetention(who, { retention: { ...NEVER, deletedArticles: 1 }, seen: NEVER }),
    null,
  ],
  "retention.readRetention": [(who) => readRetention(who), null],
}

/** Of these modules, what is neither act nor read. */
export const RETENTION_PARTS: Record<string, string> = {
  "erasing.eraseContent": "part of an act, on an article that was loaded for its actor, or by a nightly job",
  "retention.letGo": "a nightly job's, which acts as nobody: each desk's by what it has set",
}

/** Sets rules beside those that are set, by the owner. */
export async function letGoAfter(desk: Desk, some: Partial<Retention>): Promise<Retention> {
  const { retention: seen } = await readRetention(desk.owner)
  return setRetention(desk.owner, { retention: { ...seen, ...some }, seen })
}
