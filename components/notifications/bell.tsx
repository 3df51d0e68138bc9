"use client"
/** The bell: how much a person has been told of and not read. What it is comes when the bell is first pressed. */
import { useEffect, useState } from "react"
import { onLive } from "@/components/live/live-news"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import { BellButton, type BellProps } from "./bell-button"

const panel = lateCode(() => import("./bell-panel"))

export function Bell({ unread: drawn, ...props }: BellProps) {
  // What was heard since counts until the page is drawn with another number.
  const [heard, setHeard] = useState({ drawn, unread: drawn })
  useEffect(() => onLive(({ unread }) => void (unread !== null && setHeard({ drawn, unread }))), [drawn])
  const unread = heard.drawn === drawn ? heard.unread : drawn
  const { Panel, button, opening } = useLate(panel, "menu")
  if (Panel)
    return <Panel {...props} {...opening} unread={unread} onUnread={(now) => setHeard({ drawn, unread: now })} />
  return <BellButton unread={unread} {...button} />
}
