/** Exports, for the tests of all acts and of the walls between desks. */
import { exportArticle, exportForAuthor } from "../exports"
import { askExport, stopExport } from "../many-exports"
import type { ActCase } from "./act-case"
import type { Attempt } from "./furnished"

const asked = { format: "markdown", profile: "public" } as const

export const EXPORT_ACTS: Record<string, ActCase> = {
  "many-exports.askExport": {
    arrange: async (desk) => {
      const { id } = await desk.article()
      return (who) => askExport(who, { ...asked, articleIds: [id] })
    },
    by: "viewer",
    tells: ["export.asked"],
  },
  "many-exports.stopExport": {
    arrange: async (desk) => {
      const { id: exportId } = await askExport(desk.viewer, { ...asked, articleIds: [(await desk.article()).id] })
      return (who) => stopExport(who, { exportId })
    },
    by: "viewer",
    tells: ["export.stopped"],
  },
}

export const EXPORT_ATTEMPTS: Record<string, Attempt> = {
  "exports.exportArticle": [(who, { articleId }) => exportArticle(who, articleId, { format: "docx" }), "not-found"],
  "exports.exportForAuthor": [(who, { articleId }) => exportForAuthor(who, articleId), "not-found"],
  "many-exports.askExport": [
    (who, { articleId }) => askExport(who, { ...asked, articleIds: [articleId] }),
    "not-found",
  ],
}

export const EXPORT_APART: Record<string, string> = {
  "exports.defaultProfile": "pure",
  "found-claims.keepWork": "part of an act, on an article that was just imported",
  "found-words.keepWords": "part of an act, on an article that was just imported",
  "many-exports.fetchExport": "an archive is its asker's alone: tried in many-exports.test.ts",
  "many-exports.stopExport": "an archive is its asker's alone: tried in many-exports.test.ts",
  "many-exports.listExports": "takes no id, and lists what is its asker's alone",
  "many-exports.dropOldExports": "a chore: drops what is old of every desk",
  "export-jobs.writeExport": "a job's, which acts as the asker: it is told ids by Stet alone",
  "export-jobs.giveUpExport": "a job's, which acts as the asker: it is told ids by Stet alone",
}
