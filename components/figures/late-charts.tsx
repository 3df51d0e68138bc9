"use client"
/**
 * The charts, fetched when the first of them is in sight: their library is larger than the page. Their room is kept from
 * the start, and a chart that can't be fetched leaves its table.
 */
import dynamic from "next/dynamic"
import { useSyncExternalStore, type CSSProperties, type ReactNode } from "react"
import { classes } from "@/components/ui/classes"
import type { BarsChartProps } from "./bars-chart"
import { firstSight } from "./first-sight"
import type { FlightChartProps } from "./flight-chart"

const NoChart = { default: () => null }

const Flight = dynamic<FlightChartProps>(() => import("./flight-chart").catch(() => NoChart), { ssr: false })
const Bars = dynamic<BarsChartProps>(() => import("./bars-chart").catch(() => NoChart), { ssr: false })

const { isSeen, subscribe, watch } = firstSight(globalThis.IntersectionObserver)

/** Room for a bar and the words over it, and above the first, in pixels. */
const [BAR_ROW, ABOVE] = [36, 8]

export function FlightPicture({ label, ...chart }: FlightChartProps & { label: string }) {
  return (
    <Picture label={label} className="h-56">
      <Flight {...chart} />
    </Picture>
  )
}

export function BarsPicture({ label, ...chart }: BarsChartProps & { label: string }) {
  return (
    <Picture label={label} style={{ height: chart.rows.length * BAR_ROW + ABOVE }}>
      <Bars {...chart} />
    </Picture>
  )
}

interface PictureProps {
  label: string
  className?: string
  style?: CSSProperties
  children: ReactNode
}

/** What it shows stands in the table below it: to listeners it is one picture with a name. */
function Picture({ label, className, style, children }: PictureProps) {
  const shown = useSyncExternalStore(subscribe, isSeen, () => false)
  return (
    <div ref={watch} role="img" aria-label={label} className={classes("chart", className)} style={style}>
      {shown && children}
    </div>
  )
}
