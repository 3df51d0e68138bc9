"use client"
/** What a person was told of, newest first: each leads to what it is about, and is read by that. */
import Link from "next/link"
import { DropdownMenu } from "radix-ui"
import { useFormatter, useNow, useTranslations } from "next-intl"
import { useEffect, type ReactNode } from "react"
import { classes } from "@/components/ui/classes"
import { Menu, MenuItem, MenuLabel, MenuRule } from "@/components/ui/menu"
import { placeOf, type NotificationView, type ToldClaim } from "@/lib/domain/notice"
import { BellButton, type BellProps } from "./bell-button"
import { useTold } from "./use-told"

export interface BellPanelProps extends BellProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onUnread: (unread: number) => void
}

export default function BellPanel({ unread, home, open, onOpenChange, ...options }: BellPanelProps) {
  const t = useTranslations("notifications")
  const told = useTold(options)
  const { load } = told
  useEffect(() => {
    if (open) load()
  }, [open, load])
  return (
    <Menu label={t("title")} trigger={<BellButton unread={unread} />} open={open} onOpenChange={onOpenChange}>
      <MenuLabel>
        <span className="block text-sm font-semibold text-ink">{t("title")}</span>
      </MenuLabel>
      <MenuRule />
      {/* Of long lists the browser lets whoever has no mouse scroll what can take the focus. */}
      <div
        role="group"
        aria-label={t("title")}
        tabIndex={0}
        className="max-h-[min(28rem,70dvh)] w-[min(24rem,calc(100vw-2rem))] overflow-y-auto overscroll-contain outline-none"
      >
        {told.items.map((item) => (
          <Told key={item.id} item={item} home={home} onRead={() => told.read([item.id])} />
        ))}
        {told.items.length === 0 && <Note state={told.state} />}
        {told.items.length > 0 && told.state === "failed" && <Note state="failed" />}
        {told.more && <Stay onSelect={told.more}>{t("older")}</Stay>}
      </div>
      {unread > 0 && (
        <>
          <MenuRule />
          <Stay onSelect={() => told.read("all")}>{t("readAll")}</Stay>
        </>
      )}
      <MenuRule />
      <MenuItem asChild>
        <Link href={`${home}/account/notifications`} prefetch={false}>
          {t("settings")}
        </Link>
      </MenuItem>
    </Menu>
  )
}

/** In a menu there is nothing but its items: one that nothing can be done with. */
function Note({ state }: { state: "loading" | "failed" | "here" }) {
  const t = useTranslations("notifications")
  return (
    <DropdownMenu.Item disabled className="px-2.5 py-2 text-ui text-pretty text-ink-2 outline-none">
      {t(state === "here" ? "none" : state)}
    </DropdownMenu.Item>
  )
}

/** A choice after which the menu stays open. */
function Stay({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item
      onSelect={(event) => {
        event.preventDefault()
        onSelect()
      }}
      className="cursor-pointer rounded-md px-2.5 py-2 font-semibold outline-none data-[highlighted]:bg-panel"
    >
      {children}
    </DropdownMenu.Item>
  )
}

function Told({ item, home, onRead }: { item: NotificationView; home: string; onRead: () => void }) {
  const t = useTranslations("notifications")
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const { kind, article, source, comment, at, readAt } = item
  const time = format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "short" })
  return (
    <MenuItem asChild>
      <Link
        href={`${home}${placeOf(item)}`}
        prefetch={false}
        onClick={onRead}
        className="grid! grid-cols-[0.5rem_minmax(0,1fr)] items-baseline! gap-2 leading-snug!"
      >
        <span aria-hidden className={classes("size-2 rounded-full", readAt === null && "bg-false")} />
        <span className="min-w-0">
          <span className={classes("block text-pretty", readAt === null && "font-semibold")}>
            {t(`kind.${kind}`, { name: comment?.by ?? "", many: article ? "yes" : "no" })}
            {readAt === null && <span className="sr-only"> {t("unread")}</span>}
          </span>
          {source && <span className="line-clamp-2 wrap-anywhere text-ink-2">{source.title}</span>}
          {comment && <span className="line-clamp-2 wrap-anywhere text-ink-2">{comment.words}</span>}
          <span className="block text-xs wrap-anywhere text-ink-3">
            <Place item={item} />
            <time dateTime={at} title={time}>
              {format.relativeTime(new Date(at), now)}
            </time>
          </span>
        </span>
      </Link>
    </MenuItem>
  )
}

/** Where it is about a claim, or an article. */
function Place({ item: { article, claim, comment } }: { item: NotificationView }) {
  const t = useTranslations("notifications")
  if (comment) {
    const { claim: on, article: its } = comment
    return <span lang={its.language}>{on ? t("claim", named({ ...on, article: its })) : its.title} · </span>
  }
  if (article) return <span lang={article.language}>{article.title} · </span>
  return claim && <span lang={claim.article.language}>{t("claim", named(claim))} · </span>
}

const named = ({ job, number, article }: Omit<ToldClaim, "id">) => ({
  ...{ job, number, article: article.title },
})
