/** A real mail server for tests: takes every mail, and keeps it as whoever opens it reads it. */
import type { AddressInfo } from "node:net"
import { simpleParser, type ParsedMail } from "mailparser"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeEach, vi } from "vitest"

interface Mailbox {
  /** As the settings name it. */
  url: string
  /** What has come, oldest first. */
  mails: ParsedMail[]
  close: () => Promise<void>
}

/** Whose mails are refused, as a server does that knows nobody of this name. */
export const UNKNOWN = "nobody@example.org"

/** Where all mails of a test file come to; empty before each of its tests. */
export async function mailbox(): Promise<Mailbox> {
  const box = await openMailbox()
  vi.stubEnv("STET_SMTP", box.url)
  vi.stubEnv("STET_MAIL_FROM", "Stet <stet@example.org>")
  beforeEach(() => void box.mails.splice(0))
  afterAll(() => box.close())
  return box
}

/** Asks for the name `stet` and the password `secret`. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    // Its certificate would be nobody's.
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === "stet" && password === "secret" ? done(null, { user: username }) : done(new Error("who is that?")),
    onRcptTo: ({ address }, _, done) => (address === UNKNOWN ? done(new Error("no such mailbox")) : done()),
    onData: (stream, _, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail)
          done()
        },
        (error: unknown) => done(error as Error),
      )
    },
  })
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://stet:secret@127.0.0.1:${port}`,
    mails,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
