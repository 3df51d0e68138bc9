import * as fc from "fast-check"
import { expect, test } from "vitest"
import { dateIn } from "./read-dates"

test.each([
  "2024-11-15",
  "2024-11-15T18:30:00Z",
  "2024-11-15 18:30",
  "15 November 2024",
  "15 Nov 2024",
  "15th November, 2024",
  "November 15, 2024",
  "Nov. 15, 2024",
  "Nov 15 2024",
  "15. November 2024",
  "15.11.2024",
  "15/11/2024",
  "11/15/2024",
  "15 novembre 2024",
  "15 de noviembre de 2024",
  "Friday, November 15, 2024",
  "Fri., 15 Nov. 2024",
  "Freitag, 15. November 2024",
  "vendredi 15 novembre 2024",
  "viernes, 15 de noviembre de 2024",
  "Published: 15 November 2024",
  "Published on November 15, 2024 at 6:30 p.m. EST",
  "Veröffentlicht am 15.11.2024, 18:30 Uhr",
  "Publié le 15 novembre 2024 à 18h30",
  "  15 November  2024 ",
])("%s is the fifteenth of November", (line) => expect(dateIn(line)).toBe("2024-11-15"))

test.each([
  "",
  "2024",
  "November 2024",
  "15 November",
  "11/12/2024",
  "2024-02-30",
  "31 April 2024",
  "15 Brumaire 2024",
  "On 15 November 2024 the mayor resigned.",
  "15 November 2024 was a Friday",
  "May 5, 2024 election results",
  "Updated 15 November 2024",
])("%j says no date, or more than one", (line) => expect(dateIn(line)).toBeNull())

test("every day is read back from how English, German and Spanish print it", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1600-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
      fc.constantFrom("en-GB", "en-US", "de-DE", "fr-FR", "es-ES"),
      fc.constantFrom<"long" | "medium" | "full">("long", "medium", "full"),
      (date, locale, dateStyle) => {
        const line = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" }).format(date)
        const read = dateIn(line)
        // Medium German and Spanish are digits and short months: read where they are unambiguous.
        if (dateStyle === "medium" && read === null) return
        expect(read).toBe(date.toISOString().slice(0, 10))
      },
    ),
    { numRuns: 500 },
  )
})

test("a line as long as a book costs nothing", () => {
  const started = performance.now()
  dateIn("1 ".repeat(1_000_000))
  expect(performance.now() - started).toBeLessThan(10_000)
})
