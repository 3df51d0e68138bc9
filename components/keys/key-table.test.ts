import { expect, test } from "vitest"
import en from "@/lib/messages/en.json"
import { languages } from "@/lib/messages/language"
import { actIds, hasKey, isCharacter, keyGroups, keyTable, strokesOf } from "./key-table"

test("no two acts share a key, wherever they are, but those of remarks, which stand on a screen of their own", () => {
  const ofRemarks = ["remark.next", "remark.previous", "remark.fact", "remark.query", "remark.note"]
  const others = actIds.filter((act) => !ofRemarks.includes(act))
  const keys = others.flatMap((act) => keyTable[act].key ?? [])
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
  // No screen has both.
  const shared = (["next", "previous"] as const).map((way) => [
    keyTable[`remark.${way}`].key,
    keyTable[`claim.${way}`].key,
  ])
  const fact = [keyTable["remark.fact"].key, keyTable["claim.mark"].key]
  const note = [keyTable["remark.note"].key, keyTable["comment.write"].key]
  const query = [keyTable["remark.query"].key, keyTable["text.nextThread"].key]
  expect([...shared, fact, note, query]).toEqual([
    ["j", "j"],
    ["k", "k"],
    ["h", "h"],
    ["c", "c"],
    ["q", "q"],
  ])
})

test("no key is the beginning of another: neither would be reached", () => {
  const clashes = actIds.flatMap((act) =>
    actIds.filter((other) => keyTable[other].key?.startsWith(`${keyTable[act].key} `)).map((other) => [act, other]),
  )
  expect(clashes).toEqual([])
})

test("every stroke is written as a press of it is read", () => {
  const strokes = actIds.flatMap(strokesOf)
  expect(strokes.filter((stroke) => !/^((Mod|Shift)\+)?[a-z]$|^[1-9.,?]$|^Escape$/.test(stroke))).toEqual([])
})

test("every act and every group has its words", () => {
  const words = (act: string) =>
    act.split(".").reduce<unknown>((at, part) => Reflect.get(Object(at), part), en.keys.act)
  expect(actIds.filter((act) => typeof words(act) !== "string")).toEqual([])
  expect(Object.keys(en.keys.group)).toEqual([...keyGroups])
})

test("single characters and what begins with one can be switched off; Escape and what is held with Ctrl stay", () => {
  expect(["h", "Shift+h", "?", "."].filter(isCharacter)).toHaveLength(4)
  expect(["Escape", "Mod+k"].filter(isCharacter)).toEqual([])
  expect(actIds.filter((act) => hasKey(act, "off"))).toEqual(["text.save", "text.back", "palette.open"])
})

test("what has no key is found by its name alone", () => {
  expect(hasKey("account.signOut", "on")).toBe(false)
  expect(strokesOf("account.signOut")).toEqual([])
})

test("every language can be asked for", () => {
  expect(languages.filter((language) => !actIds.some((act) => act === `language.${language}`))).toEqual([])
})
