/** The people of the desk: everybody sees who there is, owners say who may what. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { InvitationList } from "@/components/settings/invitation-list"
import { InvitePerson } from "@/components/settings/invite-person"
import { MemberList } from "@/components/settings/member-list"
import { Words } from "@/components/shell/words"
import { listInvitations } from "@/lib/desk/invitations"
import { listMembers } from "@/lib/desk/members"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import {
  changeRole,
  deactivateMember,
  inviteMember,
  reactivateMember,
  resendInvitation,
  revokeInvitation,
} from "./actions"

interface PeoplePageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: PeoplePageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.people")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

const invitationActs = { resendInvitation, revokeInvitation }
const acts = { changeRole, deactivateMember, reactivateMember }

export default async function PeoplePage({ params }: PeoplePageProps) {
  const { actor } = await signedInTo((await params).workspace)
  const may = can(actor, "workspace.set")
  const [t, members, invitations] = await Promise.all([
    getTranslations("settings.people"),
    listMembers(actor),
    may ? listInvitations(actor) : null,
  ])
  return (
    <Words of={["settings", "workspace", "door"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t(may ? "intro" : "introOthers")}</p>
      </header>
      {invitations && (
        <>
          <InvitePerson mails={invitations.mails} invite={inviteMember} />
          <InvitationList invitations={invitations.items} acts={invitationActs} />
        </>
      )}
      <MemberList me={actor.id} members={members} acts={may ? acts : null} />
    </Words>
  )
}
