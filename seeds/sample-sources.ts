/** The ledger of the sample desk. None of these pages exists: every address is at example.org, every title says so. */
import type { SampleSource } from "./steps"

/** The day of the call. */
const CALL_DAY = "2024-11-15"

/** The two papers that carry the agency's story are one source with it. */
const WIRE = "Sample Wire"

export const readout: SampleSource = {
  kind: "statement",
  title: "Readout of the telephone call with the Russian president (sample)",
  publisher: "German government press office (sample)",
  publishedOn: CALL_DAY,
  url: "https://example.org/samples/berlin/readout",
  primary: true,
}

export const kremlin: SampleSource = {
  kind: "statement",
  title: "On the telephone conversation with the German chancellor (sample)",
  publisher: "Kremlin press service (sample)",
  publishedOn: CALL_DAY,
  url: "https://example.org/samples/moscow/statement",
  primary: true,
}

export const address: SampleSource = {
  kind: "statement",
  title: "Evening address of the Ukrainian president (sample)",
  publisher: "Office of the President of Ukraine (sample)",
  publishedOn: CALL_DAY,
  url: "https://example.org/samples/kyiv/evening-address",
  primary: true,
}

export const wire: SampleSource = {
  kind: "news_report",
  title: "Chancellor and Russian president speak by telephone (sample)",
  publisher: "Sample Wire",
  publishedOn: CALL_DAY,
  url: "https://example.org/samples/wire/call",
  independenceGroup: WIRE,
}

export const daily: SampleSource = {
  kind: "news_report",
  title: "Chancellor telephones Moscow (sample)",
  publisher: "Sample Daily",
  publishedOn: "2024-11-16",
  url: "https://example.org/samples/daily/chancellor-telephones",
  independenceGroup: WIRE,
}

export const chronology: SampleSource = {
  kind: "document",
  title: "Talks between Berlin and Moscow since 2022: a chronology (sample)",
  publisher: "Sample Archive",
  url: "https://example.org/samples/archive/chronology",
}

export const territory: SampleSource = {
  kind: "study",
  title: "Who holds what: control of Ukrainian territory, 2014 to 2024 (sample)",
  author: "A. Example",
  publisher: "Sample Institute",
  publishedOn: "2024-10-01",
  url: "https://example.org/samples/institute/territory",
}

export const coalitionEnd: SampleSource = {
  kind: "statement",
  title: "On the end of the coalition (sample)",
  publisher: "German government press office (sample)",
  publishedOn: "2024-11-06",
  url: "https://example.org/samples/berlin/end-of-the-coalition",
  primary: true,
}

/** Not in the ledger of whoever is not named here: editors and owners see it, and the checker who spoke to them. */
export const chancellery: SampleSource = {
  kind: "interview",
  title: "Conversation with a person in the chancellery (sample)",
  publishedOn: CALL_DAY,
  primary: true,
  confidential: true,
  readers: ["checker"],
  neverRefetch: true,
}

export const passengers: SampleSource = {
  kind: "dataset",
  title: "Passengers of the night bus by hour, third quarter of 2024 (sample)",
  publisher: "Lindenhafen town transport (sample)",
  url: "https://example.org/samples/lindenhafen/passengers",
  primary: true,
}

export const budget: SampleSource = {
  kind: "official_record",
  title: "Budget of the town of Lindenhafen for 2024 (sample)",
  publisher: "Town of Lindenhafen (sample)",
  url: "https://example.org/samples/lindenhafen/budget",
  primary: true,
}

export const seedCatalogue: SampleSource = {
  kind: "dataset",
  title: "Catalogue of the seed shelf, spring count (sample)",
  publisher: "Hafen Street library (sample)",
  url: "https://example.org/samples/library/catalogue",
  primary: true,
}

export const openingNotice: SampleSource = {
  kind: "document",
  title: "Notice: the seed shelf opens (sample)",
  publisher: "Hafen Street library (sample)",
  publishedOn: "2019-03-07",
  url: "https://example.org/samples/library/opening",
  primary: true,
}

export const lending: SampleSource = {
  kind: "dataset",
  title: "Loans by year, seed shelf (sample)",
  publisher: "Hafen Street library (sample)",
  url: "https://example.org/samples/library/loans",
  primary: true,
}

export const county: SampleSource = {
  kind: "other",
  title: "Libraries of the county: what each lends (sample)",
  publisher: "Sample County",
  url: "https://example.org/samples/county/libraries",
}

export const recording: SampleSource = {
  kind: "own_reporting",
  title: "Recording of the talk with the keeper of the shelf (sample)",
  author: "August Bell",
  url: "https://example.org/samples/desk/recording",
}
