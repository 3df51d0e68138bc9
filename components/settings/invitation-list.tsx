"use client"
/** The invitations that nobody has followed yet: whom, until when, and the link to hand over. */
import { MoreHorizontal } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import { useId } from "react"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { Menu, MenuItem } from "@/components/ui/menu"
import { Refused } from "@/components/ui/refused"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { InvitationView, OneInvitation } from "@/lib/domain/invitation"
import { useAsking } from "./use-asking"

interface InvitationActs {
  resendInvitation: Act<OneInvitation, InvitationView>
  revokeInvitation: Act<OneInvitation, void>
}

interface InvitationListProps {
  invitations: InvitationView[]
  acts: InvitationActs
}

export function InvitationList({ invitations, acts }: InvitationListProps) {
  const t = useTranslations("settings.invite")
  const id = useId()
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-baseline gap-2 text-sm font-semibold">
        {t("open")}
        <span className="font-normal text-ink-3 tabular-nums">{invitations.length}</span>
      </h2>
      <ul className="mt-2 border-t border-line">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
            <Invited invitation={invitation} />
            <div className="flex w-full items-center gap-2 sm:w-auto sm:flex-1 sm:basis-72">
              <Link invitation={invitation} />
              <InvitationMenu invitation={invitation} acts={acts} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Invited({ invitation }: { invitation: InvitationView }) {
  const t = useTranslations("settings.invite")
  const roles = useTranslations("workspace.role")
  const format = useFormatter()
  const { email, role, state, mail, invitedBy, expiresAt } = invitation
  const until = format.dateTime(new Date(expiresAt), { dateStyle: "medium", timeStyle: "short" })
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-[550] wrap-anywhere">{email}</p>
      <p className="text-xs wrap-anywhere text-ink-3">{t("facts", { role: roles(role), name: invitedBy, until })}</p>
      <p className="mt-1 flex flex-wrap gap-1.5">
        {state === "expired" && (
          <Badge tone="mixed" shape="◷">
            {t("expired")}
          </Badge>
        )}
        {mail !== "none" && (
          <Badge tone={mail === "failed" ? "false" : mail === "sent" ? "true" : "open"} shape={MAIL_SHAPES[mail]}>
            {t(`mail.${mail}`)}
          </Badge>
        )}
      </p>
    </div>
  )
}

const MAIL_SHAPES = { waiting: "◌", sent: "✓", failed: "✕" } as const

function Link({ invitation: { link, email, state } }: { invitation: InvitationView }) {
  const t = useTranslations("settings.invite")
  if (state === "expired" || link === null) return <p className="flex-1 text-xs text-ink-3">{t("noLink")}</p>
  return <CopyField label={t("link", { email })} value={link} copy={t("copy")} copied={t("copied")} />
}

function InvitationMenu({ invitation, acts }: { invitation: InvitationView; acts: InvitationActs }) {
  const t = useTranslations("settings.invite")
  const { resendInvitation, revokeInvitation } = useScreenActs(acts)
  const { asked, ask, close, state, refused, run } = useAsking<"revoke">()
  const { id: invitationId, email } = invitation
  const label = t("acts", { email })
  const trigger = (
    <Button look="quiet" size="icon" aria-label={label} title={label}>
      <MoreHorizontal aria-hidden className="size-4" />
    </Button>
  )
  return (
    <>
      <Menu label={label} trigger={trigger}>
        <MenuItem onSelect={() => void run(() => resendInvitation({ invitationId }), t("resent", { email }))}>
          {t(invitation.mail === "none" ? "newLink" : "resend")}
        </MenuItem>
        <MenuItem look="danger" onSelect={() => ask("revoke")}>
          {t("revoke")}
        </MenuItem>
      </Menu>
      <Refused>{refused}</Refused>
      <AskDialog
        {...state}
        open={asked === "revoke"}
        title={t("revokeTitle", { email })}
        text={t("revokeText")}
        confirm={t("revoke")}
        look="danger"
        onYes={() => void run(() => revokeInvitation({ invitationId }), t("revoked", { email }))}
        onClose={close}
      />
    </>
  )
}
