/** Who is signed in in this browser, for pages that have been open for long. */
import { signedInUser } from "@/lib/auth"

export async function GET(): Promise<Response> {
  const person = await signedInUser()
  return Response.json({ userId: person?.id ?? null }, { headers: { "cache-control": "no-store" } })
}
