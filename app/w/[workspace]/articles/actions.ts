"use server"

import * as archive from "@/lib/desk/archive"
import { ArchiveArticle } from "@/lib/domain/article"
import { action } from "@/lib/entry"

export const archiveArticle = action(ArchiveArticle, archive.archiveArticle)
export const restoreArticle = action(ArchiveArticle, archive.restoreArticle)
