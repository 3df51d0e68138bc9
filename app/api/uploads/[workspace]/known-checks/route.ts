import { z } from "zod"
import { checksInFile } from "@/lib/desk/known-check-files"
import { importKnownChecks } from "@/lib/desk/known-checks"
import { ImportKnownChecks } from "@/lib/domain/earlier-check"
import { authorize } from "@/lib/domain/policy"
import { upload } from "@/lib/entry"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

const FileForm = z.object({ file: z.instanceof(File) })

/** Takes in the known checks of a file; what is wrong with a row is answered under its number, counted from 0. */
export const POST = upload(async (actor, request) => {
  authorize(actor, "known.import")
  const { file } = parsed(FileForm, Object.fromEntries(await formOf(request)))
  const checks = checksInFile(new Uint8Array(await file.arrayBuffer()))
  return importKnownChecks(actor, parsed(ImportKnownChecks, { checks }))
})
