/** The acts on the ledger as a whole, for the test of all acts. */
import { mergeSources } from "../merging"
import { addSource } from "../sources"
import type { ActCase } from "./act-case"
import { newSource } from "./desk"

export const LEDGER_ACTS: Record<string, ActCase> = {
  "merging.mergeSources": {
    arrange: async (desk) => {
      const { id: sourceId } = await addSource(desk.editor, newSource())
      const { evidence } = await desk.sentClaim()
      return (who) => mergeSources(who, { sourceId, otherId: evidence[0]?.source.id ?? "" })
    },
    by: "checker",
    tells: ["evidence.flagged", "source.merged"],
    refused: { names: ["viewer", "author"], key: "policy.source_edit" },
  },
}
