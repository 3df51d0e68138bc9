import { isReachable } from "@/lib/desk/health"

export const dynamic = "force-dynamic"

/** The process answers and reaches its database. */
export async function GET(): Promise<Response> {
  return (await isReachable())
    ? Response.json({ status: "ready" })
    : Response.json({ status: "waiting" }, { status: 503 })
}
