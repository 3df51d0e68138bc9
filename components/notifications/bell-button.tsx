"use client"
/** The bell itself, with its count: it stands alone until what it opens has come. */
import { Bell as BellIcon } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import type { Act } from "@/lib/domain/answer"
import type { Notifications } from "@/lib/domain/notice"
import type { ListNotifications, ReadNotifications } from "@/lib/domain/notification"

export interface BellProps {
  /** As the page was drawn. */
  unread: number
  /** The address of the workspace. */
  home: string
  list: Act<ListNotifications, Notifications>
  read: Act<ReadNotifications, number>
}

/** Above this the exact number tells nobody anything more. */
const COUNTED = 99

export function BellButton({ unread, ...button }: ComponentProps<"button"> & { unread: number }) {
  const t = useTranslations("notifications")
  const format = useFormatter()
  const label = t("bell", { count: unread })
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      className="relative grid size-8 shrink-0 cursor-pointer place-items-center rounded-lg text-ink-2 hover:bg-panel hover:text-ink"
      {...button}
    >
      <BellIcon aria-hidden className="size-4.5" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute -top-0.5 left-1/2 rounded-full bg-false px-1 text-[0.625rem] leading-4 font-semibold text-paper tabular-nums"
        >
          {unread > COUNTED ? t("many") : format.number(unread)}
        </span>
      )}
    </button>
  )
}
