"use client"
/** Everybody at the desk, by name, with their role; owners change it, and take seats and give them back. */
import { useFormatter, useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import type { MemberView } from "@/lib/domain/member"
import { MemberMenu, type MemberActs } from "./member-menu"

interface MemberListProps {
  /** The reader's membership. */
  me: string
  members: MemberView[]
  /** Null for whoever only reads it. */
  acts: MemberActs | null
}

export function MemberList({ me, members, acts }: MemberListProps) {
  const t = useTranslations("settings.people")
  return (
    <>
      <p role="status" className="text-ui text-ink-3">
        {t("count", { count: members.filter((member) => !member.deactivatedAt).length })}
      </p>
      <ul aria-label={t("title")} className="border-t border-line">
        {members.map((member) => (
          <li key={member.id} className="flex items-center gap-3 border-b border-line py-3">
            <Member member={member} isMe={member.id === me} />
            {acts && <MemberMenu member={member} acts={acts} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Member({ member, isMe }: { member: MemberView; isMe: boolean }) {
  const t = useTranslations("settings.people")
  const roles = useTranslations("workspace.role")
  const format = useFormatter()
  const { id, name, email, role, since, deactivatedAt } = member
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "medium" })
  return (
    <div className={classes("flex min-w-0 flex-1 items-center gap-3", deactivatedAt && "text-ink-3")}>
      <span aria-hidden className={classes(deactivatedAt && "grayscale")}>
        <Avatar id={id} name={name} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="font-[550] wrap-anywhere">{isMe ? t("you", { name }) : name}</p>
          <p className="text-xs wrap-anywhere text-ink-3">
            {[email, t("since", { day: day(since) })].filter(Boolean).join(" · ")}
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-2">
          {deactivatedAt && (
            <Badge tone="unproven" shape="◇">
              {t("left", { day: day(deactivatedAt) })}
            </Badge>
          )}
          <span className="text-ui text-ink-2">{roles(role)}</span>
        </p>
      </div>
    </div>
  )
}
