/** Sends a mail by the server that the settings name, and sends none where they name none. Knows nothing of what it says. */
import { createTransport } from "nodemailer"
import { env } from "../env"
import { MAIL_MS } from "./limits"

/** A mail of plain text, to one address. */
export interface Mail {
  to: string
  subject: string
  text: string
  /** What tells it from every other one: a mail that goes out once more after a crash is known again by it. */
  about?: string
  /** Where one request ends mails of this kind (RFC 8058), for the button that mail programs show. */
  stop?: string
}

/** Whether there is a mail server. */
export function canMail(): boolean {
  return env().STET_SMTP !== ""
}

/** Greets the server, and signs in where it is told how. Throws what it is refused with, or when there is no answer in time. */
export async function greetMailServer(): Promise<void> {
  const wait = { connectionTimeout: GREETING_MS, greetingTimeout: GREETING_MS, socketTimeout: GREETING_MS }
  const transport = createTransport({ url: env().STET_SMTP, ...wait })
  await transport.verify().finally(() => transport.close())
}

/** Milliseconds. */
const GREETING_MS = 10_000

/** Hands a mail to the server. Throws what it is refused with, or when there is no answer in time. */
export async function sendMail({ to, subject, text, about, stop }: Mail): Promise<void> {
  const { STET_SMTP, STET_MAIL_FROM, NEXTAUTH_URL } = env()
  const transport = createTransport(STET_SMTP, {
    from: STET_MAIL_FROM,
    // Nobody answers it, and no out-of-office should.
    headers: { "Auto-Submitted": "auto-generated" },
  })
  const late = AbortSignal.timeout(MAIL_MS)
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener("abort", () => reject(new Error("the mail server took too long")))
  })
  try {
    // An address as it is: written into a list it could name others.
    const messageId = about && `<${about}@${new URL(NEXTAUTH_URL).hostname}>`
    const headers = stop && { "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    const addressed = { to: { name: "", address: to }, subject, text }
    const mail = { ...addressed, ...(messageId && { messageId }), ...(headers && { headers }) }
    await Promise.race([transport.sendMail(mail), tooLate])
  } finally {
    transport.close()
  }
}
