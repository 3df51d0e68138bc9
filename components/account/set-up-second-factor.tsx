"use client"
/** Sets the second factor up: the password, a picture for the authenticator, then its first code. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { PasswordField } from "@/components/door/password-field"
import { useDoorForm } from "@/components/door/use-door-form"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import type { Confirmed, SecondFactorOffer, TypedCode } from "@/lib/domain/second-factor"

export interface SetUpActs {
  offerSecondFactor: Act<Confirmed, SecondFactorOffer>
  addSecondFactor: Act<TypedCode, { codes: string[] }>
}

export function SetUpSecondFactor({ acts, onCodes }: { acts: SetUpActs; onCodes: (codes: string[]) => void }) {
  const t = useTranslations("account.factor")
  const door = useTranslations("door")
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null)
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["current"] as const,
    check: ({ current }) => (current ? {} : { current: door("field.password") }),
    send: async (values) => {
      const answer = await acts.offerSecondFactor(values)
      if (!answer.ok) return answer.refusal
      setOffer(answer.value)
      return null
    },
  })
  if (offer) return <FirstCode offer={offer} add={acts.addSecondFactor} onCodes={onCodes} />
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-3">
      <FormMessage>{message}</FormMessage>
      <PasswordField name="current" label={door("password")} error={wrongs.current} autoComplete="current-password" />
      <Button type="submit" className="self-start" busy={busy}>
        {t("begin")}
      </Button>
    </form>
  )
}

interface FirstCodeProps {
  offer: SecondFactorOffer
  add: SetUpActs["addSecondFactor"]
  onCodes: (codes: string[]) => void
}

function FirstCode({ offer, add, onCodes }: FirstCodeProps) {
  const t = useTranslations("account.factor")
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["code"] as const,
    check: ({ code }) => (code.trim().length < 6 ? { code: t("codeShort") } : {}),
    send: async (values) => {
      const answer = await add(values)
      if (!answer.ok) return answer.refusal
      onCodes(answer.value.codes)
      return null
    },
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-ui text-pretty text-ink-2">{t("scan")}</p>
      {/* eslint-disable-next-line @next/next/no-img-element -- a picture made for this moment, which nothing could optimise */}
      <img
        src={offer.picture}
        alt={t("picture")}
        className="size-44 self-start rounded-lg border border-line bg-white"
      />
      <p className="text-xs text-ink-3">
        {t("byHand")}{" "}
        <code className="font-mono text-ui tracking-wide text-ink select-all wrap-anywhere">
          {grouped(offer.secret)}
        </code>
      </p>
      <FormMessage>{message}</FormMessage>
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        error={wrongs.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        className="max-w-44"
      />
      <Button type="submit" look="primary" busy={busy} className="self-start">
        {t("add")}
      </Button>
    </form>
  )
}

/** In fours, to be typed without losing one's place. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret
