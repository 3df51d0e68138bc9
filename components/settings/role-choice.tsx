"use client"
/** The roles, each with what it lets somebody do. */
import { useTranslations } from "next-intl"
import { ChoiceGroup } from "@/components/ui/choice-group"
import type { Role } from "@/lib/domain/workspace"

const ROLES: Record<Role, true> = { viewer: true, author: true, checker: true, editor: true, owner: true }
export const roleNames = Object.keys(ROLES) as Role[]

export function RoleChoice({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  const t = useTranslations("settings.people")
  const roles = useTranslations("workspace.role")
  const options = roleNames.map((value) => ({ value, label: roles(value), hint: t(`may.${value}`) }))
  return <ChoiceGroup label={t("role")} options={options} value={role} onChoose={onRole} />
}
