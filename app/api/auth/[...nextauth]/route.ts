import NextAuth from "next-auth"
import { NextRequest } from "next/server"
import { authOptions } from "@/lib/auth"
import { bodyOf, HttpProblem } from "@/lib/request"

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const nextAuth = NextAuth as (
    request: NextRequest,
    context: Context,
    options: ReturnType<typeof authOptions>,
  ) => Promise<Response>
  try {
    return await nextAuth(await counted(request), context, authOptions())
  } catch (error) {
    if (error instanceof HttpProblem) return new Response(null, { status: error.status })
    throw error
  }
}

/** Anybody may knock here, and next-auth would read whatever they bring to its end. */
async function counted(request: NextRequest): Promise<NextRequest> {
  if (!request.body) return request
  const { url, method, headers } = request
  return new NextRequest(url, { method, headers, body: await bodyOf(request) })
}

export { answer as GET, answer as POST }
