"use client"
/** What an owner can do about somebody at the desk: another role, taking the seat, giving it back. */
import { MoreHorizontal } from "lucide-react"
import { useTranslations } from "next-intl"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { Menu, MenuItem } from "@/components/ui/menu"
import { Refused } from "@/components/ui/refused"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { ChangeRole, MemberView, OneMember } from "@/lib/domain/member"
import { RoleDialog } from "./role-dialog"
import { useAsking } from "./use-asking"

export interface MemberActs {
  changeRole: Act<ChangeRole, void>
  deactivateMember: Act<OneMember, void>
  reactivateMember: Act<OneMember, void>
}

export function MemberMenu({ member, acts }: { member: MemberView; acts: MemberActs }) {
  const t = useTranslations("settings.people")
  const { changeRole, deactivateMember, reactivateMember } = useScreenActs(acts)
  const { asked, ask, close, state, refused, run } = useAsking<"role" | "deactivate">()
  const { id: memberId, name } = member
  const label = t("acts", { name })
  const trigger = (
    <Button look="quiet" size="icon" aria-label={label} title={label}>
      <MoreHorizontal aria-hidden className="size-4" />
    </Button>
  )
  const reactivate = () => void run(() => reactivateMember({ memberId }), t("reactivated", { name }))
  return (
    <>
      <Menu label={label} trigger={trigger}>
        <MenuItem onSelect={() => ask("role")}>{t("changeRole")}</MenuItem>
        {member.deactivatedAt ? (
          <MenuItem onSelect={reactivate}>{t("reactivate")}</MenuItem>
        ) : (
          <MenuItem look="danger" onSelect={() => ask("deactivate")}>
            {t("deactivate")}
          </MenuItem>
        )}
      </Menu>
      <Refused>{refused}</Refused>
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
        text={t("deactivateText", { role: member.role })}
        confirm={t("deactivate")}
        look="danger"
        onYes={() => void run(() => deactivateMember({ memberId }), t("deactivated", { name }))}
        onClose={close}
      />
    </>
  )
}
