/**
 * What a mail program asks for whose reader presses its button to end mails (RFC 8058): one POST, without a session, and
 * the token is what counts. Whoever opens the same address in a browser is led to the page with our own button, and
 * nothing changes by it.
 */
import * as mailStops from "@/lib/desk/mail-stops"
import { refuse } from "@/lib/domain/refusal"
import { answered, statusOf } from "@/lib/entry"

interface Context {
  params: Promise<{ token: string }>
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return new Response(null, { status: 303, headers: { location: `/unsubscribe/${encodeURIComponent(token)}` } })
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const answer = await answered(async () => {
    // Before the body is read: nobody but who holds a link has one read here.
    if (!(await mailStops.readMailStop(token))) throw refuse("not-found", "link.unknown")
    const form = await request.formData().catch(() => null)
    if (form?.get("List-Unsubscribe") !== "One-Click") throw refuse("invalid", "link.notOneClick")
    await mailStops.stopMails({ token, which: "these" })
  })
  const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" }
  if (!answer.ok) return new Response(answer.refusal.message, { status: statusOf(answer.refusal), headers })
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } })
}
