import { ContactChange } from "@/lib/api/bodies"
import { contactReply, currentContact } from "@/lib/api/replies"
import { editContact } from "@/lib/desk/contacts"
import { route } from "@/lib/entry"

export const PATCH = route<{ contactId: string }, typeof ContactChange>(
  { scope: "write", body: ContactChange, precondition: "required", present: currentContact },
  async (actor, { params, body: contact, version }) =>
    contactReply(await editContact(actor, { ...params, version, contact })),
)
