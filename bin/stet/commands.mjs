// @ts-check
/**
 * Every command of the command line: what it takes, what it does, and how it is used. What is typed is read by this table
 * (given.mjs), and what `--help` tells is written from it (help.mjs), so that neither says what the other does not.
 */

/**
 * @typedef {object} Option
 * @property {string} [value] what stands after it, in capitals; one without takes nothing
 * @property {string} says
 * @property {true} [needed]
 * @property {string} [short] one letter
 * @property {readonly string[]} [of] the only values that it takes
 *
 * @typedef {object} Command
 * @property {string} name its words
 * @property {{ name: string, many?: true }} [takes] what is named without an option
 * @property {string} does one line
 * @property {readonly string[]} [more] what else there is to know, a paragraph each
 * @property {Readonly<Record<string, Option>>} options
 * @property {readonly (readonly [given: string, does: string])[]} examples what stands after `stet` and the command's name
 * @property {"desk" | "empty" | "any"} on a database with desks in it, one that is still to be filled, or none if need be
 */

/** @satisfies {Option} */
const workspace = {
  value: "SLUG",
  says: "the desk, by its name in the address bar; may be left out where there is one",
}
/** @satisfies {Option} */
const as = {
  value: "MAIL",
  says: "in whose name, by their e-mail: they may do no more here than at the desk",
  needed: true,
}
const who = { as, workspace }

/** @satisfies {Option} */
const owner = { value: "MAIL", says: "in the name of this owner of the desk", needed: true }
/** @satisfies {Option} */
const desk = { value: "SLUG", says: "the desk, by its name in the address bar", needed: true }
/** @satisfies {Option} */
const mail = { value: "MAIL", says: "the person, by their e-mail", needed: true }

/** @type {readonly Command[]} */
export const COMMANDS = [
  {
    name: "import",
    takes: { name: "FILE|URL", many: true },
    does: "brings articles in, from files and from pages of the web",
    more: [
      "Files are text, Markdown, HTML, Word or Stet’s own bundles (.zip), by the ending of their names. What is there already is said",
      "and not imported again. A bundle brings claims and sources along, but no standing.",
      "Each is answered by itself: one that can’t be read keeps none of the others out.",
    ],
    options: {
      ...who,
      kind: { value: "KIND", says: "how it is checked; factcheck, unless said otherwise", of: ["copy", "factcheck"] },
    },
    examples: [
      ["drafts/*.docx --as ada@example.org", "every Word file of a folder"],
      ["https://example.org/story --as ada@example.org --kind copy", "the article of a page"],
      ["story.md --as ada@example.org --json", "its id, for a program"],
    ],
    on: "desk",
  },
  {
    name: "export",
    takes: { name: "ARTICLE" },
    does: "writes an article with its annotations into a file, or to stdout",
    more: [
      "The article is named by its id, which stet articles shows. Without --profile it is public once the article is signed off,",
      "and internal before, for those who may. An internal file holds what you may see: nobody else on this machine may read it.",
    ],
    options: {
      ...who,
      format: {
        value: "FORMAT",
        says: "what it is written in; markdown, unless said otherwise",
        of: ["markdown", "critic", "html", "docx", "annotations", "claimreview", "csv", "bundle"],
      },
      profile: { value: "PROFILE", says: "what anybody may read, or all that you may", of: ["public", "internal"] },
      legal: { says: "with what is said and decided about legal risk; internal alone" },
      output: {
        value: "FILE",
        short: "o",
        says: "where it goes, - for stdout; a file named by its title, unless said otherwise",
      },
    },
    examples: [
      ["01234567-89ab-7cde-8f01-23456789abcd --as ada@example.org -o story.md", "Reader Markdown"],
      ["01234567-89ab-7cde-8f01-23456789abcd --as ada@example.org --format docx --profile internal", "the Word file"],
      ["01234567-89ab-7cde-8f01-23456789abcd --as ada@example.org --format csv -o - | sort", "into a program"],
    ],
    on: "desk",
  },
  {
    name: "articles",
    does: "lists articles with how far each is",
    options: {
      ...who,
      show: {
        value: "GROUP",
        says: "which of them; all that are worked on, unless said otherwise",
        of: ["all", "mine", "checking", "ready", "signed_off", "archived"],
      },
      kind: { value: "KIND", says: "of this kind alone", of: ["copy", "factcheck"] },
      section: { value: "SECTION", says: "of this section alone" },
      query: { value: "WORDS", says: "with these words in title, publisher or byline" },
      sort: {
        value: "ORDER",
        says: "newest first, unless said otherwise",
        of: ["newest", "oldest", "due", "latest", "title", "title_down", "least_done", "most_done"],
      },
      limit: { value: "N", says: "so many at a time, at most 200; 50, unless said otherwise" },
      cursor: { value: "PLACE", says: "goes on where a list ended, as it said itself" },
    },
    examples: [
      ["--as ada@example.org --show checking --sort due", "what is being checked, by its deadline"],
      ["--as ada@example.org --query 'night bus'", "by words of its title"],
      ["--as ada@example.org --json", "with every number; next is where the next page begins"],
    ],
    on: "desk",
  },
  {
    name: "token create",
    does: "makes a token with which a script acts in somebody’s name, and shows it once",
    more: [
      "It is kept nowhere: copy it now. It acts as its owner, never beyond their present role, and ends when they leave the desk.",
      "In a pipe it is all that is written.",
    ],
    options: {
      ...who,
      name: { value: "NAME", says: "what it is for", needed: true },
      scopes: { value: "SCOPES", says: "what it may, with commas between: read, write, review, admin", needed: true },
      expires: {
        value: "DAYS",
        says: "when it ends; 90d, unless said otherwise",
        of: ["30d", "90d", "365d", "never"],
      },
    },
    examples: [
      ["--as ada@example.org --name nightly --scopes read --expires 30d", "for a script that reads"],
      [
        "--as ada@example.org --name cms --scopes read,write > token.txt",
        "the token alone, into a file; umask 077 before keeps it from others",
      ],
    ],
    on: "desk",
  },
  {
    name: "token list",
    does: "lists the tokens that are not revoked: never what they are",
    options: { ...who, all: { says: "everybody’s at the desk, for owners" } },
    examples: [
      ["--as ada@example.org", "one’s own"],
      ["--as ada@example.org --all", "everybody’s, with their owners"],
    ],
    on: "desk",
  },
  {
    name: "token revoke",
    takes: { name: "ID" },
    does: "ends a token for good: one’s own, or anybody’s at the desk by an owner",
    options: who,
    examples: [["01234567-89ab-7cde-8f01-23456789abcd --as ada@example.org", "the id is that of stet token list"]],
    on: "desk",
  },
  {
    name: "audit verify",
    does: "reads the log of every desk, or of one, from its start, and names the first link that is broken",
    options: { workspace: { ...workspace, says: "this desk alone" } },
    examples: [
      ["", "all desks; 1 is answered where a link is broken"],
      ["--workspace news --json", "one desk, for a program that watches over it"],
    ],
    on: "desk",
  },
  {
    name: "erase",
    does: "lists what is deleted, and removes an article or a person for good",
    more: [
      "Without --article and --person it lists the articles that are deleted and still hold what was in them. With one of them",
      "it removes that for good: it can’t be taken back. The log keeps that it was there, and still verifies.",
    ],
    options: {
      workspace: desk,
      as: owner,
      article: { value: "ID", says: "a deleted article: what is in it goes" },
      person: { value: "MAIL", says: "somebody who has left the desk: a pseudonym takes their place" },
    },
    examples: [
      ["--workspace news --as ada@example.org", "lists what is deleted"],
      ["--workspace news --as ada@example.org --person bob@example.org", "bob becomes a pseudonym"],
    ],
    on: "desk",
  },
  {
    name: "desk create",
    takes: { name: "NAME" },
    does: "makes another desk, of which whoever has an account with that e-mail is the owner",
    options: {
      owner: { value: "MAIL", says: "who owns it, by the e-mail of their account", needed: true },
      language: { value: "LANGUAGE", says: "what its public pages are in", of: ["en", "de"] },
    },
    examples: [["'Sunday desk' --owner ada@example.org", "its address is said"]],
    on: "desk",
  },
  {
    name: "account password",
    does: "makes a link to hand over, by which somebody chooses a new password: once, for an hour",
    options: { mail },
    examples: [["--mail ada@example.org", "also where no mails are sent"]],
    on: "desk",
  },
  {
    name: "account second-factor",
    does: "takes away the second factor of somebody who has lost it, with its codes to write down",
    options: { mail },
    examples: [["--mail ada@example.org", "their desks are told"]],
    on: "desk",
  },
  {
    name: "backup",
    takes: { name: "FILE" },
    does: "writes all that the desks hold into one file, as of one moment, while people go on working",
    more: [
      "Files of evidence, history, standing and the log included. The file is compressed and nobody else on this machine may",
      "read it (mode 0600). It holds what is confidential and digests of passwords and tokens, and is not encrypted: keep it",
      "as you keep the database, or send it through a program that encrypts. The server’s secret is not in it: keep",
      "NEXTAUTH_SECRET too, or secrets.json of the data folder. With - for FILE it goes to stdout.",
    ],
    options: {},
    examples: [
      ["stet-2026-11-28.backup", "is there whole, or not at all"],
      ["- | age -r age1… > stet.backup.age", "encrypted, by a program of your choice"],
    ],
    on: "desk",
  },
  {
    name: "restore",
    takes: { name: "FILE" },
    does: "puts what a backup holds into an empty database, all of it or nothing, and has every log read from its start",
    more: [
      "The database is that of DATABASE_URL, which may be without tables, or that of a data folder (STET_DATA) in which there is",
      "none yet. One that holds anything is refused, and so is a file that is damaged or cut off. A backup of an earlier Stet is",
      "brought up to date; that of a newer one is refused. With - for FILE it comes from stdin. All is as it was when the backup",
      "was made: a token that was revoked since holds again, and what was erased since is back. The server’s secret has to be the",
      "one from then (NEXTAUTH_SECRET, or secrets.json in the data folder), or second factors and links in mails are lost.",
    ],
    options: {
      check: { says: "only reads the file to its end: is it whole, and can this Stet restore it? Needs no database" },
    },
    examples: [
      ["stet-2026-11-28.backup", "with STET_DATA=/srv/new-folder, or DATABASE_URL, set before it"],
      ["stet-2026-11-28.backup --check", "after each backup, or before it is needed"],
    ],
    on: "empty",
  },
  {
    name: "doctor",
    does: "says what is configured, reachable and out of date, and what to do where something is wrong",
    more: [
      "It looks at Node, the settings, the data folder, the database, the jobs, the logs’ ends, tokens, mails, sign-in elsewhere and",
      "backups, and changes nothing. Each line is ok, warn or broken; 1 is answered where one is broken. No secret is shown.",
    ],
    options: {},
    examples: [
      ["", "everything, in words"],
      ["--json", "for a program that watches over it"],
    ],
    on: "any",
  },
]
