/**
 * A server's part in telling what happens, as a process of its own: follows the log as somebody, from a place on, and prints
 * a line for each event. `tsx lib/desk/testing/follower.ts MEMBERSHIP XID ID`, with the settings in the environment.
 */
import { db } from "../../db"
import { followLog } from "../following-log"
import { actorOf, member } from "../people"

const [id = "", xid = "", eventId = ""] = process.argv.slice(2)

const who = async () => {
  const row = await db().membership.findFirst({ where: { id, deactivatedAt: null }, ...member })
  return row && actorOf(row)
}
const actor = await who()
if (!actor) throw new Error("nobody follows")
const follower = {
  workspaceId: actor.workspaceId,
  place: { xid, id: eventId },
  who,
  signal: new AbortController().signal,
}
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
for await (const { items } of followLog(follower)) {
  for (const { event, place } of items) print({ id: event.id, act: event.act, place })
  if (items.length === 0) print({ act: "quiet" })
}
