/** What somebody of another desk tries on the ledger as a whole. */
import { likeSources, mergedInto, mergeSources } from "../merging"
import { groupMembers, listGroups } from "../source-list"
import type { Attempt } from "./furnished"

export const LEDGER_ATTEMPTS: Record<string, Attempt> = {
  "source-list.groupMembers": [(who, { sourceId }) => groupMembers(who, sourceId), "not-found"],
  "source-list.listGroups": [(who) => listGroups(who), null],
  "merging.likeSources": [(who, { sourceId }) => likeSources(who, sourceId), "not-found"],
  "merging.mergedInto": [(who, { sourceId }) => mergedInto(who, sourceId), null],
  "merging.mergeSources": [
    (who, { sourceId, otherSourceId }) => mergeSources(who, { sourceId, otherId: otherSourceId }),
    "not-found",
  ],
}
