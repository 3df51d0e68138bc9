/** Passwords, kept as argon2id (OWASP's first recommended setting: 19 MiB, two passes, one lane). */
import { hash, verify } from "@node-rs/argon2"

const SETTING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash to keep of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, SETTING)
}

let nobodysHash: Promise<string> | undefined

/** Whether a password fits a hash. Takes as long where there is no such person, and then says no. */
export async function passwordFits(kept: string | null | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword("nobody has this password")
  const fits = await verify(kept ?? (await nobodysHash), password)
  return fits && typeof kept === "string"
}
