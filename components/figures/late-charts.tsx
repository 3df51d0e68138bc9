"use client"
/**
 * The charts, fetched after the page has shown its numbers and tables: their library is larger than the page. A chart
 * that can't be fetched leaves its table.
 */
import dynamic from "next/dynamic"
import type { BarsChartProps } from "./bars-chart"
import type { FlightChartProps } from "./flight-chart"

const NoChart = { default: () => null }

const Flight = dynamic<FlightChartProps>(() => import("./flight-chart").catch(() => NoChart), { ssr: false })
const Bars = dynamic<BarsChartProps>(() => import("./bars-chart").catch(() => NoChart), { ssr: false })

/** Room for a bar and the words over it, and above the first, in pixels. */
const [BAR_ROW, ABOVE] = [36, 8]

/** What it shows stands in the table below it: to listeners it is one picture with a name. */
export function FlightPicture({ label, ...chart }: FlightChartProps & { label: string }) {
  return (
    <div role="img" aria-label={label} className="chart h-56">
      <Flight {...chart} />
    </div>
  )
}

export function BarsPicture({ label, rows }: BarsChartProps & { label: string }) {
  return (
    <div role="img" aria-label={label} className="chart" style={{ height: rows.length * BAR_ROW + ABOVE }}>
      <Bars rows={rows} />
    </div>
  )
}
