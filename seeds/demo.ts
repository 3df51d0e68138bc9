/** The sample desk: a newsroom with two articles in the middle of being checked and one that has gone out, built by the acts that its people would use. */
import { readNotifications } from "../lib/desk/notifications"
import { callToMoscow } from "./call-to-moscow"
import { giveTokens, openSampleDesk, type Account } from "./people"
import { nightBus } from "./night-bus"
import { seedShelf } from "./seed-shelf"
import { walk } from "./walk"

/**
 * Makes the sample desk in a database where nobody has an account yet, and answers its accounts, the only time that
 * their passwords and tokens can be read. Elsewhere it does nothing and answers no accounts.
 */
export async function seedDemo(): Promise<{ accounts: Account[] }> {
  const opened = await openSampleDesk()
  if (!opened) return { accounts: [] }
  const { people, accounts } = opened
  await walk(people, nightBus)
  await walk(people, seedShelf)
  await walk(people, callToMoscow)
  // They were there when it happened: on a first day nobody finds a bell full of it.
  for (const person of Object.values(people)) await readNotifications(person, { notifications: "all" })
  return { accounts: await giveTokens(people, accounts) }
}
