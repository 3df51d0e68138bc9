/** What is typed at the door: signing in, setting up a desk. */
import { z } from "zod"

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254))

/** Long rather than intricate: length is what makes guessing dear. */
export const NewPassword = z.string().min(12, "door.passwordShort").max(200)

const name = z.string().trim().min(1).max(120)

/** A person's name, as colleagues see it. */
export const PersonName = name

/** A new desk and its first owner. */
export const NewDesk = z.object({ workspaceName: name, name, email: Email, password: NewPassword })
export type NewDesk = z.infer<typeof NewDesk>

/** Another desk of somebody who has an account. */
export const StartDesk = z.object({
  workspaceName: name,
  /** Of what its public pages say of the desk itself: a language that they have words in. */
  language: z.enum(["en", "de"]).default("en"),
})
export type StartDesk = z.infer<typeof StartDesk>

/** The same, made on the command line: `owner` is the e-mail of whoever is to have it. */
export const MakeDesk = StartDesk.extend({ owner: Email })
export type MakeDesk = z.infer<typeof MakeDesk>

export const SetUpDesk = NewDesk.extend({ code: z.string().trim().min(1).max(100) })
export type SetUpDesk = z.infer<typeof SetUpDesk>

/** Whether a part of an address can be a workspace's at all. */
export const isSlug = (part: string) => /^[a-z0-9-]{1,64}$/.test(part)

/** Part of the address of a workspace: lower-case Latin letters, digits and hyphens. */
export function slugOf(workspaceName: string): string {
  const plain = workspaceName.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss")
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 40)
    .replace(/-$/, "")
  return slug || "desk"
}
