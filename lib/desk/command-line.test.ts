/** The command line as somebody uses it: what it answers, in words and in JSON, and how it ends. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, inject } from "vitest"
import { refuseUnlessCurrent } from "../../bin/stet/current"
import { listRevisions } from "./revisions"
import { newDatabase } from "./testing/cluster"
import { stet as stetFrom, stetProgram } from "./testing/command-line"
import { test } from "./testing/desk"
import { openIssuer } from "./testing/issuer"
import { openMailbox } from "./testing/mailbox"
import { actorByToken } from "./tokens"

const folder = mkdtempSync(join(tmpdir(), "stet-command-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stet = (...typed: string[]) => stetFrom(folder, ...typed)

const at = (slug: string, name: string) => ["--workspace", slug, "--as", `${name}@${slug}.example.org`]

test("a token is made in somebody's name, shown once, listed without itself, and revoked", async ({ desk }) => {
  const asked = ["token", "create", ...at(desk.slug, "checker"), "--name", "nightly", "--scopes", "read,write"]
  const made = await stetProgram(folder, asked)
  expect(made).toMatchObject({ status: 0, stderr: "", lines: [expect.stringMatching(/^stet_[\w-]{43}$/)] })
  const [token = ""] = made.lines
  expect(await actorByToken(token)).toMatchObject({ actor: { id: desk.checker.id }, scopes: ["read", "write"] })
  const listed = await stet("token", "list", ...at(desk.slug, "owner"), "--all", "--json")
  expect(listed.stdout).not.toContain(token)
  const { tokens } = listed.json<{ tokens: { id: string; name: string }[] }>()
  expect(tokens).toMatchObject([{ name: "nightly", owner: { id: desk.checker.id } }])
  const id = tokens[0]?.id ?? ""
  expect(await stet("token", "revoke", id, ...at(desk.slug, "editor"))).toMatchObject({ status: 2 })
  expect(await stet("token", "revoke", id, ...at(desk.slug, "checker"))).toMatchObject({ status: 0 })
  await expect(actorByToken(token)).rejects.toThrow("token.unknown")
  // It is written into a file, and why there is none must not be.
  const beyond = ["token", "create", ...at(desk.slug, "viewer"), "--name", "x", "--scopes", "admin"]
  expect(await stet(...beyond)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/\w/) })
  const told = await stet(...beyond, "--json")
  expect(told).toMatchObject({ status: 2, stderr: "" })
  expect(told.json()).toMatchObject({ refusal: "invalid", error: expect.any(String) })
})

test("files are imported one by one, and each is answered", async ({ desk }) => {
  writeFileSync(join(folder, "night bus.md"), "# Night bus\n\nThe bridge opened in 1931.\n")
  writeFileSync(
    join(folder, "page.html"),
    "<html><body><article><h1>Tram</h1><p>Taxes fell.</p></article></body></html>",
  )
  const who = at(desk.slug, "checker")
  const named = ["night bus.md", "page.html", "gone.md", "sheet.xls", "http://127.0.0.1:9/"]
  const { status, lines, stderr } = await stet("import", ...named, ...who, "--kind", "copy")
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" })
  expect(lines.map((line) => line.slice(0, 14).trim())).toEqual([
    ...Array(2).fill("imported"),
    ...Array(3).fill("not imported"),
  ])
  expect(lines[2]).toContain("no such file")
  expect(lines[4]).toContain("port 9")
  const again = await stet("import", "night bus.md", ...who, "--kind", "copy", "--json")
  expect(again).toMatchObject({ status: 0, stderr: "" })
  const { imports } = again.json<{ imports: { articleId: string }[] }>()
  expect(imports).toMatchObject([{ name: "night bus.md", title: "Night bus", duplicate: true }])
  const revisions = await listRevisions(desk.viewer, imports[0]?.articleId ?? "")
  expect(revisions).toMatchObject([{ origin: "file", format: "markdown" }])
  expect(await stet("import", "night bus.md", ...at(desk.slug, "viewer"), "--kind", "copy")).toMatchObject({
    status: 1,
  })

  const [article] = imports
  const story = article?.articleId ?? ""
  const internal = ["export", story, ...at(desk.slug, "editor"), "-o", "story.md", "--profile", "internal"]
  expect(await stet(...internal)).toMatchObject({ status: 0, stderr: "" })
  const written = join(folder, "story.md")
  expect(readFileSync(written, "utf8")).toContain("The bridge opened in 1931.")
  expect(statSync(written).mode & 0o077).toBe(0)
  const toStdout = ["export", story, ...who, "--format", "docx", "-o", "-", "--profile", "public"]
  expect(await stetProgram(folder, toStdout)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^PK/) })
  const forNobody = await stet("export", story, ...at(desk.slug, "viewer"), "--profile", "internal", "-o", "-")
  expect(forNobody).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(/\w/) })

  const first = await stet("articles", ...who, "--kind", "copy", "--limit", "1", "--json")
  const page = first.json<{ items: { title: string }[]; next: string }>()
  expect(page.items).toMatchObject([{ title: "Tram", kind: "copy" }])
  const rest = await stet("articles", ...who, "--kind", "copy", "--cursor", page.next)
  expect(rest.lines).toEqual([expect.stringContaining("Night bus")])
  expect(await stet("articles", ...who, "--cursor", "nowhere")).toMatchObject({ status: 2, stdout: "" })
  expect(await stet("articles", "--as", "nobody@example.org")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: "Nobody with this e-mail has a seat there.\n",
  })
})

test("what strangers have written does not steer a terminal", async ({ desk }) => {
  const steering = "\u009B2J\u202E"
  writeFileSync(join(folder, "odd.md"), `# Tram${steering}\n\nTaxes fell.\n`)
  const who = at(desk.slug, "checker")
  for (const said of [await stet("import", "odd.md", ...who), await stet("articles", ...who)]) {
    expect(said.stdout).toContain("Tram")
    expect(said.stdout).not.toMatch(/[\u009B\u202E]/)
  }
  const inJson = await stet("articles", ...who, "--json")
  expect(inJson.stdout).not.toMatch(/[\u009B\u202E]/)
  expect(inJson.json<{ items: unknown[] }>().items).toMatchObject([{ title: expect.stringContaining("Tram") }])
})

describe("no command works", () => {
  test("on a database that it can't reach, and says no password", async () => {
    const wrong = ["postgresql://stet:geheim@127.0.0.1:1/stet", "postgresql://stet:geheim@local host:x/stet"]
    for (const url of wrong) {
      const said = await refuseUnlessCurrent(url).catch((error: Error) => error.message)
      expect(said).toContain("can’t be reached")
      expect(said).not.toContain("geheim")
    }
  })

  test("on one without tables", async () => {
    const url = await newDatabase(inject("stetCluster"), "none")
    await expect(refuseUnlessCurrent(url)).rejects.toThrow("there are none. To do: npm start")
  })

  test("where there is no database, and makes none by looking", async () => {
    const nowhere = join(folder, "nowhere")
    const settings = { DATABASE_URL: "", STET_DATA: nowhere }
    const said = await stetProgram(folder, ["articles", "--as", "ada@example.org"], { settings })
    expect(said).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("npm start makes one") })
    expect(() => statSync(nowhere)).toThrow("ENOENT")
  })
})

describe("the doctor", () => {
  interface Finding {
    what: string
    state: string
    says: string
  }
  const statesOf = (found: Finding[]) => Object.fromEntries(found.map(({ what, state }) => [what, state]))
  const doctor = async (settings: Record<string, string>) => {
    const ended = await stetProgram(folder, ["doctor", "--json"], { settings })
    expect(ended.stdout + ended.stderr).not.toMatch(/geheim|a secret/)
    return { ...ended, findings: ended.json<{ findings: Finding[] }>().findings }
  }

  test("says what is well, asks the servers that Stet turns to, and shows no secret", async () => {
    // A database of its own: others break logs in theirs.
    const DATABASE_URL = await newDatabase(inject("stetCluster"), "all")
    const [mailbox, issuer] = await Promise.all([openMailbox(), openIssuer("http://stet.test")])
    const elsewhere = {
      STET_OIDC_ISSUER: issuer.url,
      STET_OIDC_CLIENT_ID: issuer.client.client_id,
      STET_OIDC_CLIENT_SECRET: issuer.client.client_secret,
    }
    const mails = { STET_SMTP: mailbox.url, STET_MAIL_FROM: "stet@example.org" }
    const [well, refused] = await Promise.all([
      doctor({ DATABASE_URL, ...mails, ...elsewhere }),
      doctor({ DATABASE_URL, ...mails, STET_SMTP: mailbox.url.replace(":secret@", ":geheim@") }),
    ])
    await Promise.all([mailbox.close(), issuer.close()])
    expect(well).toMatchObject({ status: 0, stderr: "" })
    const isWell = { database: "ok", tables: "ok", logs: "ok", "data folder": "ok", node: "ok", secret: "warn" }
    expect(statesOf(well.findings)).toMatchObject({ ...isWell, "mail server": "ok", "accounts elsewhere": "ok" })
    expect(mailbox.mails).toEqual([])
    expect(refused).toMatchObject({ status: 1 })
    expect(statesOf(refused.findings)).toMatchObject({ "mail server": "broken", database: "ok" })
  })

  test("says what does not answer, and which settings are wrong", async () => {
    const [silent, wrong] = await Promise.all([
      doctor({
        DATABASE_URL: "postgresql://stet:geheim%@127.0.0.1:1/stet",
        STET_SMTP: "smtp://stet:geheim@127.0.0.1:1",
        STET_MAIL_FROM: "stet@example.org",
        STET_OIDC_ISSUER: "http://stet:geheim@127.0.0.1:1",
        STET_FETCH_PORTS: "80",
      }),
      doctor({ STET_WATCH_HOURS: "seldom" }),
    ])
    expect(silent).toMatchObject({ status: 1, stderr: "" })
    const isSilent = { database: "broken", "mail server": "broken", "accounts elsewhere": "broken" }
    expect(statesOf(silent.findings)).toMatchObject(isSilent)
    const settings = wrong.findings.filter(({ what }) => what === "settings")
    expect(settings).toMatchObject([{ state: "broken", says: expect.stringContaining("STET_WATCH_HOURS") }])
  })
})

test("help and the version are there at once, also without any database", () => {
  const say = (...typed: string[]) => spawnSync(process.execPath, ["bin/stet.mjs", ...typed], { encoding: "utf8" })
  const { stdout, status } = say("--version", "--json")
  expect({ status, said: JSON.parse(stdout) }).toEqual({ status: 0, said: { version: expect.any(String) } })
  const wrong = say("bakup", "x")
  expect(wrong).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("stet backup") })
})
