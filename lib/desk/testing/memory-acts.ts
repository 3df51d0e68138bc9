/** The acts on earlier checks, for the test of all acts. */
import { importKnownChecks, listKnownChecks, removeKnownChecks } from "../known-checks"
import { dismissEarlier } from "../memory"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"

const checks = [{ externalId: "a", statement: "The ferry sank." }]

export const MEMORY_ACTS: Record<string, ActCase> = {
  "known-checks.importKnownChecks": {
    arrange: () => (who) => importKnownChecks(who, { checks }),
    by: "editor",
    tells: ["known_checks.imported"],
    refused: { names: ["viewer", "author", "checker"], key: "policy.known_import" },
  },
  "known-checks.removeKnownChecks": {
    arrange: async (desk) => {
      const ids = [await knownCheck(desk)]
      return (who) => removeKnownChecks(who, { ids })
    },
    by: "owner",
    tells: ["known_checks.removed"],
    refused: { names: ["viewer", "author", "checker"], key: "policy.known_import" },
  },
  "memory.dismissEarlier": {
    arrange: async (desk) => {
      const earlierId = await knownCheck(desk)
      const { id: claimId } = await desk.claim()
      return (who) => dismissEarlier(who, { claimId, earlierId, dismissed: true })
    },
    by: "checker",
    tells: ["earlier.dismissed"],
    refused: { names: ["viewer"], key: "policy.earlier_dismiss" },
  },
}

async function knownCheck(desk: Desk): Promise<string> {
  await importKnownChecks(desk.editor, { checks })
  const { items } = await listKnownChecks(desk.editor, { q: "" })
  return items[0]?.id ?? ""
}
