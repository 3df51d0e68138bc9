import { apiFile } from "@/lib/api/views"
import { fileIn, MOST_FORM_BYTES } from "@/lib/api/files"
import { created } from "@/lib/api/replies"
import { readFile } from "@/lib/desk/files"
import { route } from "@/lib/entry"

type Params = Record<never, string>

/** Keeps a file, to be made a source's by its id. */
export const POST = route<Params>({ scope: "write", most: MOST_FORM_BYTES }, async (actor, { request }) => {
  const file = await readFile(actor, await fileIn(actor, request))
  return { value: apiFile(file), ...created(`/files/${file.id}`) }
})
