"use client"
/** Work in flight as bars, one for each day. Comes with the chart library, when the page is there. */
import { useFormatter, useTranslations } from "next-intl"
import { useId } from "react"
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from "recharts"
import type { FlightDay } from "@/lib/domain/figures"
import { FLIGHT_LOOKS } from "./looks"
import { Pattern } from "./patterns"

export interface FlightChartProps {
  days: FlightDay[]
}

const TICK = { fill: "var(--ink-3)", fontSize: 11 }

export default function FlightChart({ days }: FlightChartProps) {
  const id = useId().replace(/\W/g, "")
  const dayWords = useDayWords()
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={days}
        accessibilityLayer={false}
        barCategoryGap="18%"
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
      >
        <defs>
          {FLIGHT_LOOKS.map(({ standing, tone, fill }) => (
            <Pattern key={standing} id={`${id}${standing}`} tone={tone} fill={fill} />
          ))}
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={dayWords}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          minTickGap={20}
        />
        <YAxis allowDecimals={false} width={36} tick={TICK} tickLine={false} axisLine={false} />
        <Tooltip cursor={{ fill: "var(--panel)" }} isAnimationActive={false} content={DayTip} />
        {FLIGHT_LOOKS.map(({ standing, tone }) => (
          <Bar
            key={standing}
            dataKey={standing}
            stackId="flight"
            fill={`url(#${id}${standing})`}
            stroke={`var(--${tone})`}
            strokeWidth={0.75}
            maxBarSize={36}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

function DayTip({ active, payload }: TooltipContentProps) {
  const t = useTranslations("claim.filter")
  const dayWords = useDayWords()
  const format = useFormatter()
  const day = payload[0]?.payload as FlightDay | undefined
  if (!active || !day) return null
  return (
    <div className="rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-xs shadow-float">
      <p className="font-semibold">{dayWords(day.day)}</p>
      {FLIGHT_LOOKS.toReversed().map(({ standing }) => (
        <p key={standing} className="flex justify-between gap-4 tabular-nums">
          <span className="text-ink-2">{t(standing)}</span>
          {format.number(day[standing])}
        </p>
      ))}
    </div>
  )
}

function useDayWords() {
  const format = useFormatter()
  return (day: string) => format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" })
}
