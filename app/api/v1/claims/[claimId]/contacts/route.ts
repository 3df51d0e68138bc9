import { NewContact } from "@/lib/api/bodies"
import { contactReply, MADE, currentClaim } from "@/lib/api/replies"
import { apiContact } from "@/lib/api/views"
import { readClaim } from "@/lib/desk/claims"
import { recordContact } from "@/lib/desk/contacts"
import { route } from "@/lib/entry"

type Params = { claimId: string }

export const GET = route<Params>({ scope: "read" }, async (actor, { params }) => {
  const { contacts } = await readClaim(actor, params.claimId)
  return { value: { items: contacts.map(apiContact), next: null } }
})

export const POST = route<Params, typeof NewContact>(
  { scope: "write", body: NewContact, present: currentClaim },
  async (actor, { params, body: { claimIds, ...contact }, version }) => {
    const others = claimIds.filter((id) => id !== params.claimId).map((claimId) => ({ claimId }))
    const kept = await recordContact(actor, { claims: [{ ...params, version }, ...others], contact })
    return { ...contactReply(kept), ...MADE }
  },
)
