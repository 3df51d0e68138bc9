/** The reading room: what comes back from its thread. */
import { expect, test } from "vitest"
import { ReadingRoom } from "./reading-room"

const order = (html: string) => ({ html, given: {}, how: "page" as const })
test("a refusal crosses from the thread with its code, key and parameters", async () => {
  const room = new ReadingRoom({ milliseconds: 8_000, megabytes: 512 })
  await expect(room.read("page", order("<p> </p>"))).rejects.toMatchObject({
    name: "Refusal",
    code: "invalid",
    key: "import.empty",
  })
})
