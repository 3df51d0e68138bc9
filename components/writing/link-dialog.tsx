"use client"
/** Where a link leads, or that it leads nowhere any more. */
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { TextField } from "@/components/ui/text-field"
import { linkAddress } from "@/lib/document/schema"

export interface LinkDialogProps extends Closing {
  /** Where it leads now; empty where there is none. */
  href: string
  /** Null takes it away. */
  onSet: (href: string | null) => void
}

export default function LinkDialog({ href, onSet, onClose }: LinkDialogProps) {
  const t = useTranslations("writing.link")
  const formId = useId()
  const [typed, setTyped] = useState(href)
  const [wrong, setWrong] = useState<string | undefined>()
  const set = (to: string | null) => {
    onClose()
    onSet(to)
  }
  const submit = () => {
    const address = linkAddress(typed.trim())
    if (address) set(address)
    else setWrong(t("wrong"))
  }
  const actions = (
    <>
      <Button type="submit" form={formId} look="primary">
        {t("set")}
      </Button>
      {href && <Button onClick={() => set(null)}>{t("remove")}</Button>}
    </>
  )
  return (
    <Dialog open onOpenChange={onClose} title={t("title")} actions={actions}>
      <form
        id={formId}
        noValidate
        className="pb-1"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Address
          {...{ typed, wrong }}
          onType={(address) => {
            setWrong(undefined)
            setTyped(address)
          }}
        />
      </form>
    </Dialog>
  )
}

interface AddressProps {
  typed: string
  wrong: string | undefined
  onType: (address: string) => void
}

function Address({ typed, wrong, onType }: AddressProps) {
  const t = useTranslations("writing.link")
  return (
    <TextField
      name="href"
      type="url"
      inputMode="url"
      autoComplete="off"
      autoFocus
      label={t("address")}
      error={wrong}
      value={typed}
      maxLength={2000}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
