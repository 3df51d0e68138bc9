/** The acts on pages of sources, for the test of all acts. */
import { lookAtEvidence } from "../evidence"
import { flagEvidence } from "../flags"
import { archiveSource } from "../public-archive"
import { takeSnapshot } from "../snapshots"
import { addSource } from "../sources"
import { change } from "../change"
import type { ActCase } from "./act-case"
import { newSource, type Desk } from "./desk"

export const LINK_ACTS: Record<string, ActCase> = {
  "evidence.lookAtEvidence": {
    arrange: async (desk) => {
      const { evidence } = await desk.sentClaim()
      const { id: evidenceId = "", source } = evidence[0] ?? {}
      await change({ id: null, workspaceId: desk.workspaceId }, async (tx) => {
        const [first, ...rest] = await flagEvidence(tx, "page_gone", { sourceId: source?.id ?? "" })
        if (!first) throw new Error("nothing was flagged")
        return { result: null, events: [first, ...rest] }
      })
      return (who) => lookAtEvidence(who, { evidenceId })
    },
    by: "secondChecker",
    tells: ["evidence.looked"],
    refused: { names: ["viewer"], key: "policy.evidence_look" },
  },
  "public-archive.archiveSource": {
    arrange: async (desk) => {
      const { id: sourceId } = await withPage(desk)
      return (who) => archiveSource(who, { sourceId })
    },
    by: "checker",
    tells: ["source.archive_asked"],
    refused: { names: ["viewer", "author"], key: "policy.source_fetch" },
  },
  "snapshots.takeSnapshot": {
    arrange: async (desk) => {
      const { id: sourceId } = await withPage(desk)
      return (who) => takeSnapshot(who, { sourceId })
    },
    by: "checker",
    tells: ["snapshot.asked"],
    refused: { names: ["viewer", "author"], key: "policy.source_fetch" },
  },
}

let pages = 0

function withPage(desk: Desk) {
  pages += 1
  return addSource(desk.checker, newSource({ url: `https://paper.eu/page/${pages}` }))
}
