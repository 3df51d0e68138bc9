/** What is tried from another desk on files and uploads; and what of them is no read of anybody's. */
import { earlierFiles, lastCited } from "../cited-files"
import { readFile } from "../files"
import { beginUpload, dropUpload, readUpload, receivePart } from "../uploads"
import { readView } from "../viewing"
import type { Attempt } from "./furnished"

const part = { start: 0, bytes: new TextEncoder().encode("x") }

export const FILE_ATTEMPTS: Record<string, Attempt> = {
  "cited-files.earlierFiles": [(who, { sourceId }) => earlierFiles(who, sourceId), null],
  "cited-files.lastCited": [(who, { sourceId, fileId }) => lastCited(who, sourceId, fileId), "not-found"],
  "files.readFile": [(who, { fileId }) => readFile(who, fileId), "not-found"],
  "viewing.readView": [(who, { sourceId }) => readView(who, { sourceId }), "not-found"],
  "uploads.beginUpload": [(who) => beginUpload(who, { fileName: "mine.txt", size: 1 }), null],
  "uploads.dropUpload": [(who, { uploadId }) => dropUpload(who, uploadId), "not-found"],
  "uploads.readUpload": [(who, { uploadId }) => readUpload(who, uploadId), "not-found"],
  "uploads.receivePart": [(who, { uploadId }) => receivePart(who, { uploadId, ...part }), "not-found"],
}

export const FILES_APART: Record<string, string> = {
  "cited-files.citedFrom": "pure",
  "cited-files.citeFiles": "part of an act, tried through rounds.sendToReview",
  "cited-files.holdSources": "part of an act, on a claim that was loaded for its actor",
  "excerpts.lockSource": "part of an act, on a source that was loaded for its actor",
  "excerpts.placeExcerpts": "part of an act, on a source that was loaded for its actor",
  "excerpts.textOf": "part of an act, on a source that was loaded for its actor",
  "files.bytesOf": "the second half of a read, of a file that readFile answered",
  "files.seenFiles": "pure",
  "texts.giveUpText": "Stet's own work",
  "texts.keepText": "part of an act",
  "texts.readFileText": "Stet's own work",
  "texts.readText": "pure",
  "texts.writeText": "part of an act",
  "uploads.dropOldUploads": "Stet's own work",
  "uploads.fileOfUpload": "part of an act, tried through sources.addSource",
  "uploads.uploadedFile": "part of an act, tried through contacts.recordContact",
}
