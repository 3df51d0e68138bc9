/** Signing in. Whoever is signed in already goes on to where they were going. */
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { IdentityButton } from "@/components/door/identity-button"
import { safePath } from "@/components/door/safe-path"
import { SignInForm } from "@/components/door/sign-in-form"
import { FormMessage } from "@/components/ui/form-message"
import { identityName, signedInUser } from "@/lib/auth"
import { awaitsSetup } from "@/lib/desk/setup"

interface SignInPageProps {
  searchParams: Promise<Partial<Record<"callbackUrl" | "done" | "error", string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.signIn")
  return { title: t("title") }
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, done, error } = await searchParams
  const onward = safePath(typeof callbackUrl === "string" ? callbackUrl : undefined)
  if (await signedInUser()) redirect(onward)
  if (await awaitsSetup()) redirect("/setup")
  const t = await getTranslations("door.signIn")
  const identity = identityName()
  return (
    <>
      <h1 className="heading-page">{t("title")}</h1>
      {done === "password" && (
        <p role="status" className="text-ink-2">
          {t("passwordChosen")}
        </p>
      )}
      {identity && typeof error === "string" && (
        <FormMessage>{t(error === "identity" ? "identityStranger" : "identityFailed", { name: identity })}</FormMessage>
      )}
      {identity && <IdentityButton name={identity} onward={onward} />}
      <SignInForm onward={onward} />
    </>
  )
}
