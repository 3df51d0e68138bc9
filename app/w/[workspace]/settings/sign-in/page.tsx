/** What the desk asks of those who sign in to it. For owners alone. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { SignInRules } from "@/components/settings/sign-in-rules"
import { Words } from "@/components/shell/words"
import { LinkButton } from "@/components/ui/button"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { setSignIn } from "./actions"

interface SignInSettingsProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: SignInSettingsProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.signIn")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function SignInSettings({ params }: SignInSettingsProps) {
  const { workspace: slug } = await params
  const { actor, person } = await signedInTo(slug)
  if (!can(actor, "workspace.set")) notFound()
  const t = await getTranslations("settings.signIn")
  return (
    <Words of={["settings"]}>
      <h1 className="heading-page">{t("title")}</h1>
      <SignInRules required={actor.settings.requireSecondFactor ? "yes" : "no"} set={setSignIn} />
      {person.secondFactor === "off" && (
        <p className="flex flex-wrap items-center gap-3 text-ui text-ink-2">
          {t("ownFirst")}
          <LinkButton size="small" href={`/w/${slug}/account`}>
            {t("toAccount")}
          </LinkButton>
        </p>
      )}
    </Words>
  )
}
