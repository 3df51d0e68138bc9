/** What may be typed after `stet`, and what is told of it. */
import { describe, expect, test } from "vitest"
import { ArticleGroup, ArticleSort } from "../../lib/domain/article-list"
import { ExportFormat } from "../../lib/domain/export-format"
import { COMMANDS } from "./commands.mjs"
import { given, Misuse } from "./given.mjs"
import { helpOn } from "./help.mjs"

const typed = (line: string) => given(line === "" ? [] : line.split(" "))

function saidOf(line: string): string {
  try {
    typed(line)
  } catch (error) {
    if (error instanceof Misuse) return error.message
    throw error
  }
  throw new Error(`stet ${line} is taken`)
}

describe("the command line", () => {
  test("takes a command's words, its options, and --json anywhere", () => {
    expect(typed("audit verify --json --workspace news")).toMatchObject({
      command: { name: "audit verify" },
      options: { workspace: "news" },
      names: [],
      json: true,
    })
    expect(typed("--json audit verify")).toMatchObject({ command: { name: "audit verify" }, json: true })
  })

  test("says which Stet this is", () => {
    expect(typed("--version")).toEqual({ version: true })
    expect(typed("--json --version")).toEqual({ version: true })
  })

  test.each([
    ["adit", "There is no command “adit”"],
    ["adit verify", "Is it stet audit verify?"],
    ["bakup x", "Is it stet backup?"],
    ["articles --as a@b.c --as d@e.f", "--as is there twice"],
    ["audit", "stet audit verify"],
    ["audit forge", "There is no “stet audit forge”"],
    ["erase --workspace news", "--as MAIL is missing"],
    ["erase --workspace", "argument missing"],
    ["erase --workspace= --as a@b.c", "--workspace says nothing"],
    ["audit verify --worksapce news", "Unknown option '--worksapce'. Is it --workspace?"],
    ["audit verify news", "What is “news”?"],
  ])("says what is wrong with “%s”", (line, said) => expect(saidOf(line)).toContain(said))

  test.each(["", "--help", "-h", "help"])("tells of every command when asked “%s”", (line) => {
    const asked = typed(line)
    if (!("help" in asked)) throw new Error("it tells nothing")
    const told = helpOn(asked.help, asked.on)
    for (const { name } of COMMANDS) expect(told).toContain(`stet ${name}`)
  })

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    "teaches “%s” by its examples",
    (name, one) => {
      const asked = typed(`${name} --help`)
      expect(asked).toEqual({ help: [one], on: name })
      const told = helpOn([one], name)
      for (const option of Object.keys(one.options)) expect(told).toContain(`--${option}`)
      expect(one.examples.length).toBeGreaterThan(0)
      for (const [example] of one.examples) {
        expect(told).toContain(`stet ${name} ${example}`.trim())
        const words =
          example
            .replaceAll(/'[^']*'/g, "words")
            .split(/ [|>]/)[0]
            ?.split(" ") ?? []
        expect(given([...name.split(" "), ...words.filter(Boolean)])).toMatchObject({ command: { name } })
      }
    },
  )

  test("names the formats, orders and groups that there are", () => {
    const valuesOf = (command: string, option: string) =>
      COMMANDS.find(({ name }) => name === command)?.options[option]?.of?.toSorted()
    expect(valuesOf("export", "format")).toEqual(ExportFormat.options.toSorted())
    expect(valuesOf("articles", "sort")).toEqual(ArticleSort.options.toSorted())
    expect(valuesOf("articles", "show")).toEqual(ArticleGroup.options.toSorted())
  })

  test("tells of the commands that begin with a word", () => {
    expect(typed("account --help")).toMatchObject({ on: "account", help: [{}, {}] })
  })
})
