import { NextRequest } from "next/server"
import { expect, test, vi } from "vitest"
import { MOST_BYTES } from "@/lib/request"
import { POST } from "./[...nextauth]/route"

process.env.NEXTAUTH_SECRET ??= "a secret of sixteen characters"
process.env.NEXTAUTH_URL ??= "http://localhost:3000"

/** In next-auth's place: answers with what it was given to read. */
vi.mock("next-auth", () => ({ default: async (request: Request) => new Response(await request.text()) }))

const context = { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) }

function knock(body: ReadableStream<Uint8Array> | string) {
  const headers = { "content-type": "application/x-www-form-urlencoded" }
  const request = { method: "POST", headers, body, duplex: "half" as const }
  return POST(new NextRequest("http://localhost:3000/api/auth/callback/credentials", request), context)
}

test("what is typed at the door comes through whole", async () => {
  expect(await (await knock("email=a%40example.org&password=%C3%BC")).text()).toBe(
    "email=a%40example.org&password=%C3%BC",
  )
})

test("a body without end is not read to its end", async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      sent += 1_000_000
      stream.enqueue(new Uint8Array(1_000_000))
    },
  })
  expect((await knock(endless)).status).toBe(413)
  expect(sent).toBeLessThan(MOST_BYTES + 3_000_000)
})
