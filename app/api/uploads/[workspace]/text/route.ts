import { editText } from "@/lib/desk/revising"
import { EditText } from "@/lib/domain/revision"
import { parting } from "@/lib/entry"

/** An editor's work on a text: its steps may be more than a Server Action takes. */
export const POST = parting(EditText, editText)
