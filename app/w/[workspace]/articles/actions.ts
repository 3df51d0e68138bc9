"use server"

import * as archive from "@/lib/desk/archive"
import * as intake from "@/lib/desk/intake"
import * as exports from "@/lib/desk/many-exports"
import { ArchiveArticle } from "@/lib/domain/article"
import { AnswerImport, StopImports, TrackedChanges } from "@/lib/domain/import"
import { AskExport, StopExport } from "@/lib/domain/many-exports"
import { action } from "@/lib/entry"

export const archiveArticle = action(ArchiveArticle, archive.archiveArticle)
export const restoreArticle = action(ArchiveArticle, archive.restoreArticle)
export const answerImport = action(AnswerImport, intake.answerImport)
export const stopImports = action(StopImports, intake.stopImports)
export const trackedChanges = action(TrackedChanges, intake.trackedChanges)
export const askExport = action(AskExport, exports.askExport)
export const stopExport = action(StopExport, exports.stopExport)
