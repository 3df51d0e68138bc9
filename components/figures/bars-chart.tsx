"use client"
/** Counts as bars beneath each other, each under its own words. Comes with the chart library, when the page is there. */
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis, type LabelProps } from "recharts"
import type { Tone } from "@/components/ui/badge"

export interface BarRow {
  /** What is counted and how often, in words. */
  text: string
  count: number
  tone: Tone
}

export interface BarsChartProps {
  rows: BarRow[]
  /** What all rows are parts of: a bar of that many fills its ground. Without, the longest does. */
  whole?: number
}

/** Room for the words over the first bar, in pixels. */
const WORDS = 8

export default function BarsChart({ rows, whole }: BarsChartProps) {
  // The library draws neither words nor ground of a bar without length: one of nothing has some, unseen.
  const bars = rows.map(({ tone, ...row }) => ({ ...row, fill: row.count === 0 ? "none" : `var(--${tone})` }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={bars}
        layout="vertical"
        accessibilityLayer={false}
        barSize={10}
        margin={{ top: WORDS, right: 0, bottom: 0, left: 0 }}
      >
        <XAxis type="number" hide domain={[0, whole ?? "dataMax"]} />
        <YAxis type="category" dataKey="text" hide />
        <Bar
          dataKey="count"
          minPointSize={1}
          radius={2}
          background={{ fill: "var(--panel)" }}
          isAnimationActive={false}
        >
          <LabelList dataKey="text" content={Above} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}

/** The words over a bar, from where all bars begin. */
function Above({ y, value }: LabelProps) {
  return (
    <text x={0} y={Number(y) - 6} fill="var(--ink)" fontSize={12}>
      {value}
    </text>
  )
}
