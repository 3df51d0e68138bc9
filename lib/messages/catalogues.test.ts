/** The catalogues say the same things: message for message, with the same arguments, in forms that their language has. */
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser"
import { describe, expect, test } from "vitest"
import german from "./de.json"
import english from "./en.json"
import { languages, type Language } from "./language"

type Catalogue = { [key: string]: string | Catalogue }

const catalogues: Record<Language, Catalogue> = { en: english, de: german }

/** Each message by the path of its keys. */
function messages(catalogue: Catalogue, above: string[] = []): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
      const path = [...above, key]
      return typeof value === "string" ? [[path.join("."), value]] : [...messages(value, path)]
    }),
  )
}

/** All elements of a message, those inside its branches too. */
function elements(message: readonly MessageFormatElement[]): MessageFormatElement[] {
  return message.flatMap((element) => [element, ...branches(element).flatMap(([, inside]) => elements(inside))])
}

function branches(element: MessageFormatElement): [string, MessageFormatElement[]][] {
  if (element.type === TYPE.tag) return [["", element.children]]
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
  return Object.entries(element.options).map(([name, option]) => [name, option.value])
}

/** What a message is given, each with how it is used: `count plural`, `key tag`. A choice names what it chooses from. */
function argumentsOf(message: string): string[] {
  const used = elements(parse(message)).flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const choices = element.type === TYPE.select ? Object.keys(element.options).sort() : []
    return [[element.value, TYPE[element.type], ...choices].join(" ")]
  })
  return [...new Set(used)].sort()
}

/** Branches of plurals that the language never takes. The parser itself insists on `other`. */
function neverTaken(message: string, language: Language): string[] {
  const known = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories)
  return elements(parse(message)).flatMap((element) =>
    element.type === TYPE.plural
      ? Object.keys(element.options).filter((name) => !name.startsWith("=") && !known.has(name))
      : [],
  )
}

const all = (language: Language) => [...messages(catalogues[language])]
const failing = (language: Language, fails: (message: string, key: string) => boolean) =>
  all(language).flatMap(([key, message]) => (fails(message, key) ? [`${key}: ${message}`] : []))

describe.each(languages)("the catalogue %s", (language) => {
  test("has every message of the first, and no other", () => {
    expect([...messages(catalogues[language]).keys()].sort()).toEqual([...messages(english).keys()].sort())
  })

  test("gives each message what the first gives it", () => {
    const first = messages(english)
    const differing = all(language).flatMap(([key, message]) => {
      const wanted = argumentsOf(first.get(key) ?? "")
      const given = argumentsOf(message)
      return wanted.join() === given.join() ? [] : [{ key, wanted, given }]
    })
    expect(differing).toEqual([])
  })

  test("uses the plural forms of its language", () => {
    expect(failing(language, (message) => neverTaken(message, language).length > 0)).toEqual([])
  })

  test("has no empty message and no stray space", () => {
    expect(
      failing(language, (message) => message !== message.trim() || message === "" || /\s\s/.test(message)),
    ).toEqual([])
  })

  test("sets its own quotation marks, apostrophes and dashes", () => {
    const foreign = language === "de" ? /["'`”‚‘—]/ : /["'`„‚—]/
    expect(failing(language, (message) => foreign.test(message))).toEqual([])
  })
})

test("German quotation marks open low and close high", () => {
  const pairs = (message: string) => message.replaceAll(/„[^„“]*“/g, "")
  expect(failing("de", (message) => /[„“]/.test(pairs(message)))).toEqual([])
})

test("German addresses its reader as Sie", () => {
  const familiar = /\b(du|dich|dir|dein(e[mnrs]?)?|ihr(?= (habt|seid|könnt))|euch)\b/i
  expect(failing("de", (message) => familiar.test(message))).toEqual([])
})
