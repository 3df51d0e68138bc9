"use client"
/** The act of taking the next claim as a button, with its key. */
import { useTranslations } from "next-intl"
import { KeyCap } from "@/components/keys/key-cap"
import { useKeyring } from "@/components/keys/keyring"
import { Button } from "@/components/ui/button"

export function TakeNextButton() {
  const t = useTranslations("claims")
  const { bindings } = useKeyring()
  return (
    <Button look="primary" onClick={() => bindings.run("claim.take")}>
      {t("take")}
      <KeyCap act="claim.take" />
    </Button>
  )
}
