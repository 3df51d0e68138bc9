/**
 * Articles made up by chance, for tests and benchmarks that must not rest on anybody's texts: English, German and
 * Chinese, with headings and quotations, with sentences that repeat each other's phrases, and with some that differ in
 * a name and a number only.
 */
import { pick, type Chance } from "./edits"

export type Language = keyof typeof WRITING

interface Writing {
  /** Sentences with places for words of the lists: {name}, {place}, {noun}, {verb}, {number}, {day}. */
  sentences: readonly string[]
  lists: Readonly<Record<string, readonly string[]>>
  space: string
}

const NOUNS =
  "harbour bridge council budget school clinic ferry market archive stadium library tramway depot quarry orchard"
const VERBS = "raised closed sold praised delayed reviewed rebuilt refused funded measured inspected defended"

const WRITING = {
  en: {
    sentences: [
      "{name} {verb} the {noun} of {place} in {day}, for {number} euros.",
      "The {noun} in {place} was {verb} by {name}, who had {verb} the {noun} before.",
      "“We have {verb} the {noun},” {name} said. “The {noun} costs {number} a year.”",
      "According to {name}, about {number} people {verb} the {noun}; the {noun} of {place} was not among it.",
      "Nobody in {place} had {verb} a {noun} since {day}.",
      "The council said on {day} that {number} percent of the {noun} – and of the {noun} – had been {verb}.",
      "Where the {noun} stood, {name} {verb} a {noun} that is {number} metres long.",
      "It was {verb}.",
    ],
    lists: {
      name: "Anna Vale|Tom Okafor|the mayor|Ms Brandt|Ines Carrow|the company|Piet Lund|Dr. Hale".split("|"),
      place: "Harrow|Tessin|Northgate|Lund|Kessel|Marlow|Eastby|Oldham".split("|"),
      noun: NOUNS.split(" "),
      verb: VERBS.split(" "),
      day: "Monday|Tuesday|May|June|2019|2023|the autumn|March".split("|"),
    },
    space: " ",
  },
  de: {
    sentences: [
      "{name} hat {noun} in {place} für {number} Euro {verb}.",
      "„{noun} wurde nie {verb}“, sagte {name} am {day}, „und {noun} auch nicht.“",
      "Nach Angaben von {name} haben rund {number} Menschen {noun} {verb}, in {place} waren es {number}.",
      "Seit {day} ist {noun} von {place} {verb} – anders als {noun}.",
      "Dass {noun} {verb} wurde, bestreitet {name} bis heute.",
      "Am {day} wurde {noun} {verb}.",
    ],
    lists: {
      name: "Anna Vogt|Bürgermeister Hahn|die Stadt|Frau Özdemir|der Verein|Jens Krall|das Ministerium".split("|"),
      place: "Tessin|Lauenau|Königsbrück|Oberndorf|Wismar|Altona".split("|"),
      noun: "der Hafen|die Brücke|das Schulgebäude|der Haushalt|die Fähre|das Archiv|der Güterbahnhof".split("|"),
      verb: "verkauft|gebaut|geprüft|abgelehnt|gelobt|geschlossen|vermessen|gefördert".split("|"),
      day: "Montag|3. Oktober|12. Mai|Freitag|1. August|Dienstag".split("|"),
    },
    space: " ",
  },
  zh: {
    sentences: [
      "{name}于{day}在{place}{verb}了{noun},耗资{number}万元。",
      "{place}的{noun}从未被{verb},{name}说。",
      "据{name}介绍,约有{number}人{verb}过{noun}。",
      "“我们已经{verb}了{noun},”{name}表示,“每年需要{number}元。”",
    ],
    lists: {
      name: "市长|李明|王芳|该公司|委员会|陈教授".split("|"),
      place: "北港|东城|临江|新桥|南山".split("|"),
      noun: "大桥|学校|预算案|渡口|图书馆|电车线".split("|"),
      verb: "修建|出售|检查|推迟|关闭|资助".split("|"),
      day: "周一|五月|去年|三月|周五".split("|"),
    },
    space: "",
  },
} satisfies Record<string, Writing>

/** An article of about so many sentences. */
export function article(language: Language, sentences: number, random: Chance): string {
  const writing: Writing = WRITING[language]
  const lines: string[] = []
  for (let left = sentences; left > 0;) {
    const length = Math.min(left, 1 + Math.floor(random() * 5))
    if (random() < 0.15) lines.push(pick(writing.lists["noun"] ?? [], random))
    lines.push(Array.from({ length }, () => sentence(language, random)).join(writing.space))
    left -= length
  }
  return lines.join("\n").normalize("NFC")
}

/** A sentence of its own. */
export function sentence(language: Language, random: Chance): string {
  const { sentences, lists }: Writing = WRITING[language]
  const filled = pick(sentences, random).replace(/\{(\w+)\}/gu, (_, list: string) =>
    list === "number" ? numeral(random) : pick(lists[list] ?? [""], random),
  )
  return filled.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

function numeral(random: Chance): string {
  const number = Math.floor(10 ** (1 + 4 * random()))
  return number > 9999 ? `${Math.floor(number / 1000)},${String(number % 1000).padStart(3, "0")}` : String(number)
}
