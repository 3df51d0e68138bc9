"use client"
/** The notifications that have been fetched, and reading them. */
import { useCallback, useState } from "react"
import { watched } from "@/components/ui/connection"
import { useSteady } from "@/components/ui/use-steady"
import type { Notifications, NotificationView } from "@/lib/domain/notice"
import type { ReadNotifications } from "@/lib/domain/notification"
import type { BellProps } from "./bell-button"

export interface ToldOptions extends Pick<BellProps, "list" | "read"> {
  onUnread: (unread: number) => void
}

interface State {
  state: "loading" | "failed" | "here"
  items: NotificationView[]
  next: string | null
}

const begun: State = { state: "loading", items: [], next: null }

export function useTold({ list, read, onUnread }: ToldOptions) {
  const [told, setTold] = useState(begun)
  const fetch = async (cursor: string | undefined) => {
    const answer = await watched(list)(cursor ? { cursor } : {}).catch(() => null)
    if (!answer?.ok) return setTold((before) => ({ ...before, state: "failed" }))
    onUnread(answer.value.unread)
    setTold((before) => joined(cursor ? before.items : [], answer.value))
  }
  const begin = useSteady(() => void fetch(undefined))
  const load = useCallback(() => begin(), [begin])
  const mark = async (which: ReadNotifications["notifications"]) => {
    const answer = await watched(read)({ notifications: which }).catch(() => null)
    if (!answer?.ok) return
    onUnread(answer.value)
    const readAt = new Date().toISOString()
    const isRead = ({ id }: NotificationView) => which === "all" || which.includes(id)
    setTold((before) => ({ ...before, items: before.items.map((one) => (isRead(one) ? { ...one, readAt } : one)) }))
  }
  const { next } = told
  return {
    ...told,
    load,
    more: next === null ? null : () => void fetch(next),
    read: (which: ReadNotifications["notifications"]) => void mark(which),
  }
}

function joined(before: NotificationView[], { items, next }: Notifications): State {
  return { state: "here", items: [...before, ...items], next }
}
