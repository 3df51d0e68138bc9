/** Acts that are tried and undone: each runs to its end in its transaction, which is then rolled back. */
import type { PrismaClient } from "../../../prisma/client/client"
import { db, type Tx } from "../../db"
import { Refusal } from "../../domain/refusal"

/** Thrown at the end of an act that would have been done. */
class Done extends Error {}

/** Thrown where there is nothing that an act could be tried on. */
class Nothing extends Error {}

/** There is none of what an act is tried on. */
export function nothing(): never {
  throw new Nothing()
}

type Transaction = (act: (tx: Tx) => Promise<unknown>, options?: object) => Promise<unknown>

const kept = globalThis as typeof globalThis & { stetDatabase?: PrismaClient }

/** What an act comes to: `done`, or its refusal's code and key; null where there is nothing to try it on. None of it stays. */
export async function tried(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act()
    return "done"
  } catch (error) {
    if (error instanceof Nothing) return null
    if (error instanceof Done) return "done"
    if (!(error instanceof Refusal)) throw error
    // Others are being tried beside it.
    return error.key === "desk.busy" ? tried(act) : `${error.code} ${error.key}`
  }
}

/** From here until what it answers is called, no transaction is kept: what the database would say at its end, it says. */
export function undoing(): () => void {
  const client = db()
  const transaction = client.$transaction.bind(client) as unknown as Transaction
  const undone: Transaction = (act, options) =>
    transaction(async (tx) => {
      await act(tx)
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
      throw new Done()
    }, options)
  kept.stetDatabase = new Proxy(client, {
    get: (target, name) => (name === "$transaction" ? undone : (Reflect.get(target, name) as unknown)),
  })
  return () => {
    kept.stetDatabase = client
  }
}
