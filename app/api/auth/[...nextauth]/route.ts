import NextAuth from "next-auth"
import type { NextRequest } from "next/server"
import { authOptions } from "@/lib/auth"

type Context = { params: Promise<{ nextauth: string[] }> }

function answer(request: NextRequest, context: Context) {
  return (
    NextAuth as (request: NextRequest, context: Context, options: ReturnType<typeof authOptions>) => Promise<Response>
  )(request, context, authOptions())
}

export { answer as GET, answer as POST }
