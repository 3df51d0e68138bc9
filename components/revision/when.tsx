/** When a text came, in the reader's zone; the exact time on hover. */
import { useFormatter } from "next-intl"

export function When({ at }: { at: string }) {
  const format = useFormatter()
  const time = new Date(at)
  return (
    <time
      dateTime={at}
      title={format.dateTime(time, { dateStyle: "full", timeStyle: "long" })}
      className="whitespace-nowrap"
    >
      {format.dateTime(time, { dateStyle: "medium", timeStyle: "short" })}
    </time>
  )
}
