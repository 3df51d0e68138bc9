/**
 * The only reader of process.env. Read on first use, so that a build needs none of it; `npm start` fills what is
 * not given (see bin/start.mjs).
 */
import { z } from "zod"

/** A setting of several parts, with commas between them. */
const parts = (given: string) =>
  z
    .string()
    .default("")
    .transform((value) =>
      (value.trim() || given)
        .toLowerCase()
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )

const ports = z.array(z.coerce.number<string>().int().min(1).max(65_535)).min(1)
const hosts = z.array(z.string().regex(/^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/))

const Env = z
  .object({
    DATABASE_URL: z.string().min(1),
    /** Signs sessions. */
    NEXTAUTH_SECRET: z.string().min(16),
    /** The base address under which people reach Stet; links are made from it, never from a Host header. */
    NEXTAUTH_URL: z.url(),
    /** Folder of the embedded database, secrets and demo.json. */
    STET_DATA: z.string().optional(),
    /** Set where Stet brought its own database: the sample desk is there. */
    STET_DEMO: z.literal("1").optional(),
    /** Ports of pages that are fetched. */
    STET_FETCH_PORTS: parts("80,443").pipe(ports),
    /** Hosts that are fetched from although their addresses are private, such as the desk's own CMS: `host` or `host:port`. */
    STET_FETCH_INSIDE: parts("").pipe(hosts),
    /** Where those can turn to whose pages are fetched; part of the user agent. */
    STET_CONTACT: z
      .string()
      .regex(/^$|^(https?:\/\/|mailto:)[!-~]+$/)
      .optional(),
    /** The save address of a public archive, to which a page's is added; empty where none is to be asked. */
    STET_ARCHIVE: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default("https://web.archive.org/save/"),
    /** How often the page of a source is looked at on which a live claim rests. */
    STET_WATCH_HOURS: z.coerce
      .number<string>()
      .min(1)
      .max(24 * 365)
      .default(24),
    /** How many requests a token of the API may send in a minute. */
    STET_API_PER_MINUTE: z.coerce.number<string>().int().min(1).max(1_000_000_000).default(600),
    /** Who is asked about a DOI and an ISBN: the addresses of Crossref's and Open Library's interfaces, or of what answers as they do. */
    STET_CROSSREF: z.url({ protocol: /^https?$/ }).default("https://api.crossref.org/"),
    STET_OPEN_LIBRARY: z.url({ protocol: /^https?$/ }).default("https://openlibrary.org/"),
    /** The mail server that Stet sends by, `smtp://name:password@host:port` or `smtps://`; without one it sends no mail. */
    STET_SMTP: z.union([z.literal(""), z.url({ protocol: /^smtps?$/ })]).default(""),
    /** Whom mails are from: an address, or a name with one: `Stet <stet@example.org>`. */
    STET_MAIL_FROM: z.string().trim().default(""),
    /** Accounts elsewhere that people may come in with (OpenID Connect): who keeps them, as whom Stet asks, and their name. */
    STET_OIDC_ISSUER: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
    STET_OIDC_CLIENT_ID: z.string().default(""),
    STET_OIDC_CLIENT_SECRET: z.string().default(""),
    STET_OIDC_NAME: z.string().trim().max(60).default(""),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .refine((given) => !given.STET_SMTP || given.STET_MAIL_FROM.includes("@"), {
    path: ["STET_MAIL_FROM"],
    message: "Who mails are from has to be said where there is a mail server.",
  })
type Env = z.infer<typeof Env>

let known: Env | undefined

/** The settings of this process. Throws, naming what is missing, when it was started without them. */
export function env(): Env {
  known ??= Env.parse(process.env)
  return known
}
