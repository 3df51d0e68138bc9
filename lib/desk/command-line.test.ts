/** The command line as somebody uses it: what it answers, in words and in JSON, and how it ends. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, inject } from "vitest"
import { env } from "../env"
import { listRevisions } from "./revisions"
import { newDatabase } from "./testing/cluster"
import { test } from "./testing/desk"
import { actorByToken } from "./tokens"

const folder = mkdtempSync(join(tmpdir(), "stet-command-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs it on the database of this test, from a folder of its own. */
const stet = (...args: string[]) => stetWith({}, ...args)

function stetWith(settings: Record<string, string>, ...args: string[]) {
  const { DATABASE_URL, NEXTAUTH_SECRET } = env()
  // What other tests of this process have set, a mail server of theirs say, is not what is asked about.
  const around = { ...process.env }
  for (const name of Object.keys(around)) if (name.startsWith("STET_")) delete around[name]
  const given = { ...around, DATABASE_URL, NEXTAUTH_SECRET, STET_DATA: folder, ...settings }
  const script = join(process.cwd(), "bin/stet.mjs")
  const { status, stdout, stderr } = spawnSync("node", [script, ...args], { env: given, cwd: folder, encoding: "utf8" })
  const lines = stdout.trim().split("\n").filter(Boolean)
  return { status, lines, stderr, json: <T>() => JSON.parse(stdout) as T }
}

const at = (slug: string, name: string) => ["--workspace", slug, "--as", `${name}@${slug}.example.org`]

test(
  "a token is made in somebody's name, shown once, listed without itself, and revoked",
  { timeout: 90_000 },
  async ({ desk }) => {
    const made = stet("token", "create", ...at(desk.slug, "checker"), "--name", "nightly", "--scopes", "read,write")
    expect(made).toMatchObject({ status: 0, stderr: "", lines: [expect.stringMatching(/^stet_[\w-]{43}$/)] })
    const [token = ""] = made.lines
    expect(await actorByToken(token)).toMatchObject({ actor: { id: desk.checker.id }, scopes: ["read", "write"] })
    const listed = stet("token", "list", ...at(desk.slug, "owner"), "--all", "--json")
    expect(JSON.stringify(listed.json())).not.toContain(token)
    const { tokens } = listed.json<{ tokens: { id: string; name: string }[] }>()
    expect(tokens).toMatchObject([{ name: "nightly", owner: { id: desk.checker.id } }])
    const id = tokens[0]?.id ?? ""
    expect(stet("token", "revoke", id, ...at(desk.slug, "editor"))).toMatchObject({ status: 2 })
    expect(stet("token", "revoke", id, ...at(desk.slug, "checker"))).toMatchObject({ status: 0 })
    await expect(actorByToken(token)).rejects.toThrow("token.unknown")
    const beyond = stet("token", "create", ...at(desk.slug, "viewer"), "--name", "x", "--scopes", "admin", "--json")
    expect(beyond).toMatchObject({ status: 2, stderr: "" })
    expect(beyond.json()).toMatchObject({ refusal: "invalid" })
  },
)

test("files are imported one by one, and each is answered", { timeout: 90_000 }, async ({ desk }) => {
  writeFileSync(join(folder, "night bus.md"), "# Night bus\n\nThe bridge opened in 1931.\n")
  writeFileSync(
    join(folder, "page.html"),
    "<html><body><article><h1>Tram</h1><p>Taxes fell.</p></article></body></html>",
  )
  const who = at(desk.slug, "checker")
  const named = ["night bus.md", "page.html", "gone.md", "sheet.xls", "http://127.0.0.1:9/"]
  const { status, lines, stderr } = stet("import", ...named, ...who, "--kind", "copy")
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" })
  expect(lines.map((line) => line.slice(0, 14).trim())).toEqual([
    ...Array(2).fill("imported"),
    ...Array(3).fill("not imported"),
  ])
  expect(lines[4]).toContain("port 9")
  const again = stet("import", "night bus.md", ...who, "--kind", "copy", "--json")
  expect(again).toMatchObject({ status: 0, stderr: "" })
  const { imports } = again.json<{ imports: { articleId: string }[] }>()
  expect(imports).toMatchObject([{ name: "night bus.md", title: "Night bus", duplicate: true }])
  const revisions = await listRevisions(desk.viewer, imports[0]?.articleId ?? "")
  expect(revisions).toMatchObject([{ origin: "file", format: "markdown" }])
  const viewers = stet("import", "night bus.md", ...at(desk.slug, "viewer"), "--kind", "copy")
  expect(viewers.status).toBe(1)

  const [article] = imports
  const story = article?.articleId ?? ""
  expect(stet("export", story, ...at(desk.slug, "editor"), "-o", "story.md", "--profile", "internal").status).toBe(0)
  const written = join(folder, "story.md")
  expect(readFileSync(written, "utf8")).toContain("The bridge opened in 1931.")
  expect(statSync(written).mode & 0o077).toBe(0)
  expect(stet("export", story, ...who, "--format", "docx", "-o", "-", "--profile", "public").lines[0]).toMatch(/^PK/)
  expect(stet("export", story, ...at(desk.slug, "viewer"), "--profile", "internal").status).toBe(1)

  const first = stet("articles", ...who, "--kind", "copy", "--limit", "1", "--json")
  const page = first.json<{ items: { title: string }[]; next: string }>()
  expect(page.items).toMatchObject([{ title: "Tram", kind: "copy" }])
  const rest = stet("articles", ...who, "--kind", "copy", "--cursor", page.next)
  expect(rest.lines).toEqual([expect.stringContaining("Night bus")])
  expect(stet("articles", ...who, "--cursor", "nowhere")).toMatchObject({ status: 2 })
  expect(stet("articles", "--as", "nobody@example.org").lines).toEqual(["Nobody with this e-mail has a seat there."])
})

test("the doctor says what is well and what is not, and shows no secret", { timeout: 90_000 }, async () => {
  // A database of its own: others break logs in theirs.
  const DATABASE_URL = await newDatabase(inject("stetCluster"), "all")
  const well = stetWith({ DATABASE_URL }, "doctor", "--json")
  expect(well).toMatchObject({ status: 0, stderr: "" })
  interface Finding {
    what: string
    state: string
  }
  const { findings } = well.json<{ findings: Finding[] }>()
  const statesOf = (found: Finding[]) => Object.fromEntries(found.map(({ what, state }) => [what, state]))
  expect(statesOf(findings)).toMatchObject({
    database: "ok",
    tables: "ok",
    logs: "ok",
    "data folder": "ok",
    node: "ok",
  })
  const ill = stetWith(
    {
      DATABASE_URL: "postgresql://stet:geheim@127.0.0.1:1/stet",
      STET_SMTP: "smtp://stet:geheim@127.0.0.1:1",
      STET_MAIL_FROM: "stet@example.org",
      STET_OIDC_ISSUER: "http://127.0.0.1:1",
      STET_FETCH_PORTS: "80",
    },
    "doctor",
    "--json",
  )
  expect(ill).toMatchObject({ status: 1, stderr: "" })
  const found = ill.json<{ findings: Finding[] }>().findings
  expect(statesOf(found)).toMatchObject({ database: "broken", "mail server": "broken", "accounts elsewhere": "broken" })
  expect(JSON.stringify(found)).not.toMatch(/geheim|a secret for tests/)
  const wrong = stetWith({ DATABASE_URL, STET_WATCH_HOURS: "seldom" }, "doctor")
  const broken = wrong.lines.filter((line) => line.startsWith("broken"))
  expect(broken).toEqual([expect.stringContaining("STET_WATCH_HOURS")])
})
