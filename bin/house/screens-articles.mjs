// @ts-check
/**
 * Articles that the sample desk does not have and the pictures need: long words, a text from right to left, twelve
 * claims on the same words, none at all, a second text. Made once through the REST API; a second run finds them by their text.
 */
import { Problem } from "./problem.mjs"

/** @typedef {import("./sample-desk.mjs").Demo} Demo */
/** @typedef {{ [Name in keyof typeof TEXTS]: string }} Articles ids by name */

const OVERLAPPED = "The ferry carried nine hundred people to the island on Monday."

const FERRY = [
  "The ferry to the island was out of service for ninety days.",
  "It carried nine hundred people on its first Monday.",
  ...Array.from(
    { length: 12 },
    (_, at) => `On day ${at + 1} the crossing took forty minutes, whatever the weather was.`,
  ),
  "Nobody was hurt, the council said.",
]

/** What later became of a text. */
const NEXT = {
  revised: [
    "It was back on a Monday, as the council had promised.",
    ...FERRY.map((line) => line.replace("nine hundred", "eight hundred")).slice(0, -1),
  ].join("\n\n"),
}

const TEXTS = {
  empty: "A text nobody has marked\n\nThe library opens at nine. It holds forty thousand books.",
  overlapping: `Twelve claims on one sentence\n\n${OVERLAPPED}\n\nNothing else happened.`,
  long:
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft meldet Rekord\n\n" +
    "Die Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahrensbeschleunigungskommission " +
    "tagte neunmal. https://example.org/eine/sehr/lange/adresse/die/nirgends/umbrochen/werden/kann/und/weiter/geht",
  revised: ["The ferry is back", ...FERRY].join("\n\n"),
  arabic:
    "الجسر يفتح من جديد\n\nأغلق الجسر تسعين يوما بعد العاصفة. تعبره اثنا عشر ألف سيارة كل يوم.\n\nلم يصب أحد بأذى، كما قال المجلس.",
}

/** Which words of each text are claims. */
const CLAIMED = {
  empty: [],
  overlapping: OVERLAPPED.replace(".", "")
    .split(" ")
    .flatMap((_, index, words) => [words.slice(0, words.length - index).join(" "), words.slice(index).join(" ")])
    .filter((quote, index, all) => quote.includes(" ") && all.indexOf(quote) === index)
    .slice(0, 12),
  long: [
    "tagte neunmal",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahrensbeschleunigungskommission",
  ],
  revised: ["ninety days", "nine hundred people", "Nobody was hurt"],
  arabic: ["تسعين يوما", "اثنا عشر ألف سيارة", "لم يصب أحد بأذى"],
}

/** @param {Demo} demo @returns {Promise<Articles>} */
export async function makeArticles(demo) {
  const made = /** @type {Articles} */ ({})
  for (const name of /** @type {(keyof Articles)[]} */ (Object.keys(TEXTS))) {
    const article = await ask(demo, "/articles", { content: TEXTS[name], format: "text", kind: "copy" })
    made[name] = article.id ?? article.articleId
    if (!article.duplicate && CLAIMED[name].length > 0)
      await ask(demo, `/articles/${made[name]}/claims`, {
        claims: CLAIMED[name].map((exact) => ({ selectors: [{ type: "TextQuoteSelector", exact }] })),
      })
    const next = name === "revised" && !article.duplicate && NEXT[name]
    if (next) await ask(demo, `/articles/${made[name]}/revisions`, { content: next, format: "text" })
  }
  return made
}

/** @param {Demo} demo @param {string} path @param {object} body */
async function ask({ url, accounts }, path, body) {
  const token = accounts.find(({ role }) => role === "editor")?.token
  const response = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Problem(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
