/** The people of the desk: everybody sees who there is, owners say who may what. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { MemberList } from "@/components/settings/member-list"
import { Words } from "@/components/shell/words"
import { listMembers } from "@/lib/desk/members"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { changeRole, deactivateMember, reactivateMember } from "./actions"

interface PeoplePageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: PeoplePageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.people")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

const acts = { changeRole, deactivateMember, reactivateMember }

export default async function PeoplePage({ params }: PeoplePageProps) {
  const { actor } = await signedInTo((await params).workspace)
  const [t, members] = await Promise.all([getTranslations("settings.people"), listMembers(actor)])
  const may = can(actor, "workspace.set")
  return (
    <Words of={["settings", "workspace"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t(may ? "intro" : "introOthers")}</p>
      </header>
      <MemberList me={actor.id} members={members} acts={may ? acts : null} />
    </Words>
  )
}
