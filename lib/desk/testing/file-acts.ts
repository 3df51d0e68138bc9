/** The acts on files, for the test of all acts. */
import { beginUpload, receivePart } from "../uploads"
import type { ActCase } from "./act-case"

const bytes = new TextEncoder().encode("words")

export const FILE_ACTS: Record<string, ActCase> = {
  "uploads.receivePart": {
    arrange: async (desk) => {
      const { id: uploadId } = await beginUpload(desk.checker, { fileName: "words.txt", size: bytes.length })
      return (who) => receivePart(who, { uploadId, start: 0, bytes })
    },
    by: "checker",
    tells: ["file.received"],
    refused: { names: ["viewer", "author"], key: "policy.source_add" },
  },
}
