/** Posting to addresses that lead elsewhere than they seem to: each time that something is sent it is looked anew. */
import { afterEach, expect, test } from "vitest"
import { LIMITS } from "./limits"
import { postWithin, type Posted } from "./post-within"
import { site, within, type Site } from "./testing/site"

let receiver: Site | undefined
let received: string[] = []

afterEach(async () => {
  await receiver?.close()
  received = []
})

/** Posts as often as said to `hook.example`, which a test's names lead somewhere, on the port of a server of its own. */
async function posted(
  times: number,
  { names, listed }: { names: string[][]; listed: "yes" | "no" },
): Promise<Posted[]> {
  receiver = await site((request, response) => {
    received.push(request.headers.host ?? "")
    response.writeHead(204).end()
  })
  const host = `hook.example:${receiver.port}`
  const boundary = { ...within(listed === "yes" ? [host] : [], { "hook.example": names }), ports: [receiver.port] }
  const answers: Posted[] = []
  for (let at = 0; at < times; at += 1) {
    const post = { url: `http://${host}/hook`, body: "{}", headers: {} }
    answers.push(await postWithin({ boundary, limits: LIMITS, userAgent: "test" }, post))
  }
  return answers
}

const PRIVATE = { ok: false, status: null, step: "lookup", detail: { host: "hook.example", reason: "private" } }

test("a name that leads to another address by the next message is looked up anew", async () => {
  const names = [["127.0.0.1"], ["169.254.169.254"], ["127.0.0.1", "169.254.169.254"]]
  const answers = await posted(3, { names, listed: "yes" })
  expect(answers).toEqual([{ ok: true, status: 204 }, PRIVATE, PRIVATE])
  expect(received).toHaveLength(1)
})

test("a name that nobody has listed leads to no machine of the desk's, however it is spelt", async () => {
  const names = [["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["64:ff9b::7f00:1"], ["10.0.0.1"], ["fd00::1"]]
  expect(await posted(6, { names, listed: "no" })).toEqual(names.map(() => PRIVATE))
  expect(received).toEqual([])
})
