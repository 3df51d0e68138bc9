"use client"
/** The roles, each with what it lets somebody do. */
import { useTranslations } from "next-intl"
import { ChoiceGroup } from "@/components/ui/choice-group"
import { Role } from "@/lib/domain/workspace"

export function RoleChoice({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  const t = useTranslations("settings.people")
  const roles = useTranslations("workspace.role")
  const options = Role.options.map((value) => ({ value, label: roles(value), hint: t(`may.${value}`) }))
  return <ChoiceGroup label={t("role")} options={options} value={role} onChoose={onRole} />
}
