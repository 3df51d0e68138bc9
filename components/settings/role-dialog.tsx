"use client"
/** Which role somebody has: each with what it lets them do. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Refused } from "@/components/ui/refused"
import type { Role } from "@/lib/domain/workspace"
import { RoleChoice } from "./role-choice"

interface RoleDialogProps {
  name: string
  role: Role
  busy?: boolean
  error?: string
  onRole: (role: Role) => void
  onClose: () => void
}

export function RoleDialog({ name, role, busy = false, error, onRole, onClose }: RoleDialogProps) {
  const t = useTranslations("settings.people")
  const ui = useTranslations("ui")
  const [chosen, setChosen] = useState(role)
  const actions = (
    <>
      <Button look="primary" busy={busy} disabled={chosen === role} onClick={() => onRole(chosen)}>
        {t("changeRole")}
      </Button>
      <Button disabled={busy} onClick={onClose}>
        {ui("cancel")}
      </Button>
    </>
  )
  return (
    <Dialog open onOpenChange={onClose} busy={busy} title={t("roleTitle", { name })} actions={actions}>
      <RoleChoice role={chosen} onRole={setChosen} />
      <Refused className="mt-3">{error}</Refused>
    </Dialog>
  )
}
