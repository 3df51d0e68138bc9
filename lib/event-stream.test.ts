import { expect, test } from "vitest"
import { counted, eventStream, hasRoom, type Message } from "./event-stream"

/** Tells one message when it is let go, and then waits for whoever reads; says when it is over. */
function teller() {
  let letGo = () => {}
  const free = new Promise<void>((resolve) => (letGo = resolve))
  const over: string[] = []
  async function* tell(): AsyncGenerator<Message, void> {
    try {
      await free
      yield { id: "1", data: { line: "one\ntwo" } }
      yield { id: "2", event: "quiet" }
    } finally {
      over.push("over")
    }
  }
  return { messages: tell(), letGo, over }
}

test("messages are written as the standard says, one line of data each", async () => {
  const { messages, letGo, over } = teller()
  letGo()
  const text = await eventStream(messages, new AbortController().signal).text()
  expect(text.replace(/retry: \d+\n\n/, "")).toBe('id: 1\ndata: {"line":"one\\ntwo"}\n\nid: 2\nevent: quiet\n:\n\n')
  expect(over).toEqual(["over"])
})

test("whoever leaves while a message is on its way leaves nothing behind that tells on", async () => {
  const { messages, letGo, over } = teller()
  const gone = new AbortController()
  const reader = eventStream(counted("ann", messages), gone.signal).body?.getReader()
  await reader?.read()
  const next = reader?.read()
  gone.abort()
  letGo()
  expect(await next).toMatchObject({ done: true })
  expect(over).toEqual(["over"])
})

test("so many may one have open, until one is over", async () => {
  const open: AsyncGenerator<Message, void>[] = []
  while (hasRoom("bea") && open.length < 1_000) {
    const { messages, letGo } = teller()
    letGo()
    const stream = counted("bea", messages)
    await stream.next()
    open.push(stream)
  }
  expect(open.length).toBe(50)
  expect(hasRoom("cid")).toBe(true)
  await open[0]?.return()
  expect(hasRoom("bea")).toBe(true)
})

test("one that fails ends as a connection that is lost does: whoever reads it comes again", async () => {
  async function* failing(): AsyncGenerator<Message, void> {
    yield await Promise.reject(new Error("the database is away"))
  }
  const text = await eventStream(failing(), new AbortController().signal).text()
  expect(text).toMatch(/^retry: \d+\n\n$/)
})
