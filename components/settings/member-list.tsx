"use client"
/** Everybody at the desk, by name, with their role; owners change it, and take seats and give them back. */
import { useFormatter, useTranslations } from "next-intl"
import { MoreHorizontal } from "lucide-react"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { Menu, MenuItem } from "@/components/ui/menu"
import { errorOf, useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act, Answer } from "@/lib/domain/answer"
import type { ChangeRole, MemberView, OneMember } from "@/lib/domain/member"
import { RoleDialog } from "./role-dialog"

export interface MemberActs {
  changeRole: Act<ChangeRole, void>
  deactivateMember: Act<OneMember, void>
  reactivateMember: Act<OneMember, void>
}

interface MemberListProps {
  /** The reader's membership. */
  me: string
  members: MemberView[]
  /** Null for whoever only reads it. */
  acts: MemberActs | null
}

type Asked = { member: MemberView; what: "role" | "deactivate" }

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
      <span aria-hidden className={classes(deactivatedAt && "opacity-55")}>
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

function MemberMenu({ member, acts }: { member: MemberView; acts: MemberActs }) {
  const t = useTranslations("settings.people")
  const announce = useAnnounce()
  const { changeRole, deactivateMember, reactivateMember } = useScreenActs(acts)
  const [asked, setAsked] = useState<Asked["what"] | null>(null)
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const { id: memberId, name } = member
  const close = () => {
    setAsked(null)
    setState({})
  }
  const run = async (act: () => Promise<Answer<void>>, done: string) => {
    setState({ busy: true })
    const answer = await act()
    const error = errorOf(answer)
    if (error !== null) return setState({ error })
    close()
    if (answer.ok) announce(done)
  }
  return (
    <>
      <Menu
        label={t("acts", { name })}
        trigger={
          <Button look="quiet" size="icon" aria-label={t("acts", { name })} title={t("acts", { name })}>
            <MoreHorizontal aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuItem onSelect={() => setAsked("role")}>{t("changeRole")}</MenuItem>
        {member.deactivatedAt ? (
          <MenuItem onSelect={() => void run(() => reactivateMember({ memberId }), t("reactivated", { name }))}>
            {t("reactivate")}
          </MenuItem>
        ) : (
          <MenuItem look="danger" onSelect={() => setAsked("deactivate")}>
            {t("deactivate")}
          </MenuItem>
        )}
      </Menu>
      {asked === null && state.error && (
        <p role="alert" className="text-xs font-medium text-false">
          {state.error}
        </p>
      )}
      {asked === "role" && (
        <RoleDialog
          {...state}
          name={name}
          role={member.role}
          onRole={(role) => void run(() => changeRole({ memberId, role }), t("roleChanged", { name }))}
          onClose={close}
        />
      )}
      <AskDialog
        {...state}
        open={asked === "deactivate"}
        title={t("deactivateTitle", { name })}
        text={t("deactivateText")}
        confirm={t("deactivate")}
        look="danger"
        onYes={() => void run(() => deactivateMember({ memberId }), t("deactivated", { name }))}
        onClose={close}
      />
    </>
  )
}
