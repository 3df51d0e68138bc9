/** Work in flight: what stands how now, and how it stood at the end of each day. */
import { getFormatter, getTranslations } from "next-intl/server"
import { FLIGHT, inFlight, type FlightCounts, type WorkInFlight } from "@/lib/domain/figures"
import { Figure, Numeral } from "./figure"
import { FigureTable } from "./figure-table"
import { FlightPicture } from "./late-charts"
import { FLIGHT_LOOKS } from "./looks"
import { Swatch } from "./patterns"

export async function FlightFigure({ flight, csv }: { flight: WorkInFlight; csv: string }) {
  const [t, claim, format] = await Promise.all([
    getTranslations("figures"),
    getTranslations("claim.filter"),
    getFormatter(),
  ])
  const { days } = flight
  const now = days.at(-1)
  const title = t("flight.title")
  const isIdle = days.every((day) => inFlight(day) === 0)
  const dayWords = (day: string) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" })
  return (
    <Figure title={title} about={t("flight.about")} csv={csv}>
      {now && <Now counts={now} />}
      {isIdle ? (
        <p className="text-ui text-ink-2">{t("flight.none")}</p>
      ) : (
        <FlightPicture label={t("chartOf", { figure: title })} days={days} />
      )}
      <FigureTable
        words={{ open: t("table"), label: t("tableOf", { figure: title }) }}
        columns={[t("column.day"), ...FLIGHT.map((standing) => claim(standing)), t("column.all")]}
        rows={days.toReversed().map((day) => ({
          key: day.day,
          cells: [
            <span key="day" className="whitespace-nowrap">
              {dayWords(day.day)}
            </span>,
            ...FLIGHT.map((standing) => format.number(day[standing])),
            format.number(inFlight(day)),
          ],
        }))}
      />
    </Figure>
  )
}

/** How many stand how now; the squares are the legend of the chart. */
async function Now({ counts }: { counts: FlightCounts }) {
  const [t, claim, format] = await Promise.all([
    getTranslations("figures"),
    getTranslations("claim.filter"),
    getFormatter(),
  ])
  return (
    <>
      <p className="sr-only">{t("flight.now", { count: inFlight(counts) })}</p>
      <dl className="mb-4 flex flex-wrap gap-x-6 gap-y-3">
        {FLIGHT_LOOKS.toReversed().map(({ standing, ...look }) => (
          <Numeral
            key={standing}
            name={
              <>
                <Swatch id={`swatch-${standing}`} {...look} />
                {claim(standing)}
              </>
            }
          >
            {format.number(counts[standing])}
          </Numeral>
        ))}
      </dl>
    </>
  )
}
