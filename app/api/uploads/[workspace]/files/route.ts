import { beginUpload } from "@/lib/desk/uploads"
import { NewUpload } from "@/lib/domain/file"
import { parsed } from "@/lib/parsed"
import { fileNameIn, numberIn, step } from "./tus"

/** Begins to receive a file of evidence. */
export const POST = step(201, (actor, request) =>
  beginUpload(actor, parsed(NewUpload, { fileName: fileNameIn(request), size: numberIn(request, "upload-length") })),
)
