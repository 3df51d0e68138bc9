/** A person's own account: name, e-mail, password, and the browsers they are signed in with. Belongs to no desk. */
import { z } from "zod"
import { Email, NewPassword, PersonName } from "./door"
import { Id } from "./id"
import { LinkToken } from "./invitation"
import { refuse } from "./refusal"

/** Asked again before what opens the account is changed: the browser may have been left open. */
const Password = z.string().min(1).max(200)

export const Rename = z.object({ name: PersonName })
export type Rename = z.infer<typeof Rename>

export const ChangePassword = z.object({ current: Password, password: NewPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

/** Of the mail: a tag that a catalogue has. */
const language = z.string().regex(/^[a-z]{2}$/)

export const AskEmail = z.object({ email: Email, current: Password, language })
export type AskEmail = z.infer<typeof AskEmail>

export const AskReset = z.object({ email: Email, language })
export type AskReset = z.infer<typeof AskReset>

export const ResetPassword = z.object({
  token: LinkToken,
  password: NewPassword,
  /** What becomes of the person's API tokens, one of which somebody may have made who knew the old password. */
  tokens: z.enum(["end", "keep"]).default("end"),
})
export type ResetPassword = z.input<typeof ResetPassword>

export const ConfirmEmail = z.object({ token: LinkToken })
export type ConfirmEmail = z.infer<typeof ConfirmEmail>

export const OneSession = z.object({ sessionId: Id })
export type OneSession = z.infer<typeof OneSession>

/** So long a session lasts, and who is signed in signs in anew. Seconds. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60

/** So long a mailed link holds: a new password must not lie in a mailbox for long. Minutes. */
export const LINK_MINUTES = { reset: 60, email: 24 * 60 } as const

/** What of an account its person sees. */
export interface AccountView {
  name: string
  email: string
  /** `none` for who has only ever come in with an account elsewhere. */
  password: "set" | "none"
  /** Whether Stet can mail them. */
  mails: "sent" | "none"
}

/** A browser in which a person is signed in. Times are ISO 8601 in UTC. */
export interface SessionView {
  id: string
  browser: Browser
  system: System
  since: string
  lastSeen: string
  /** The one that asks. */
  isThis: boolean
}

/** Browsers by their own names; those that call themselves another's too come first. */
const BROWSERS = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["SamsungInternet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
] as const
export type Browser = (typeof BROWSERS)[number][0] | "other"

const SYSTEMS = [
  ["iOS", /\b(iPhone|iPad|iPod)\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const
export type System = (typeof SYSTEMS)[number][0] | "other"

/** What a browser says of itself, as its owner knows it. */
export function deviceOf(userAgent: string): { browser: Browser; system: System } {
  return {
    browser: BROWSERS.find(([, words]) => words.test(userAgent))?.[0] ?? "other",
    system: SYSTEMS.find(([, words]) => words.test(userAgent))?.[0] ?? "other",
  }
}

/** Refuses a mailed link that is used or too old. */
export function linkHolds(link: { expiresAt: Date; usedAt: Date | null }, now: Date): void {
  if (link.usedAt) throw refuse("conflict", "link.used")
  if (link.expiresAt <= now) throw refuse("conflict", "link.expired")
}
