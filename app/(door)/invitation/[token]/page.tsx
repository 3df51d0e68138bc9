/** Where the link of an invitation leads: a seat is taken, with a new account or one's own. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { IdentityButton } from "@/components/door/identity-button"
import { JoinAsMyself } from "@/components/door/join-as-myself"
import { JoinAsNew } from "@/components/door/join-as-new"
import { LinkButton } from "@/components/ui/button"
import { identityName, signedInUser } from "@/lib/auth"
import { invitationFor } from "@/lib/desk/joining"
import { joinAsMyself, joinAsNew } from "../../actions"

interface InvitationPageProps {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.invitation")
  return { title: t("title"), referrer: "no-referrer" }
}

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params
  const [t, roles, invitation, person] = await Promise.all([
    getTranslations("door.invitation"),
    getTranslations("workspace.role"),
    invitationFor(token),
    signedInUser(),
  ])
  if (invitation?.state !== "open") {
    const { state = "unknown", workspace = "" } = invitation ?? {}
    return (
      <>
        <h1 className="heading-page">{t(`over.${state}.title`)}</h1>
        <p className="text-ink-2">{t(`over.${state}.text`, { workspace })}</p>
        <LinkButton href="/" className="self-start">
          {t("home")}
        </LinkButton>
      </>
    )
  }
  const { workspace, invitedBy, email } = invitation
  const identity = identityName()
  const role = roles(invitation.role)
  return (
    <>
      <h1 className="heading-page">{t("heading", { workspace })}</h1>
      <p className="text-ink-2">{t("text", { name: invitedBy, workspace, role })}</p>
      {person ? (
        <JoinAsMyself token={token} person={person} invited={email} join={joinAsMyself} />
      ) : invitation.account === "known" ? (
        <Known email={email} token={token} />
      ) : (
        <>
          {identity && <IdentityButton name={identity} onward={`/invitation/${token}`} />}
          <JoinAsNew token={token} email={email} join={joinAsNew} />
        </>
      )}
    </>
  )
}

async function Known({ email, token }: { email: string; token: string }) {
  const t = await getTranslations("door.invitation")
  const back = new URLSearchParams({ callbackUrl: `/invitation/${token}` })
  return (
    <>
      <p className="text-ink-2">{t("known", { email })}</p>
      <LinkButton look="primary" href={`/sign-in?${back}`} className="self-start">
        {t("signIn")}
      </LinkButton>
    </>
  )
}
