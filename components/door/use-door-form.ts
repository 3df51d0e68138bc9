"use client"
/**
 * A form at the door: checks its fields where they are, sends them once, and shows what comes back at the field it
 * is about. What was typed stays in the fields whatever happens.
 */
import { useTranslations } from "next-intl"
import { loadPage } from "@/components/shell/leave"
import { useState, useTransition, type FormEvent } from "react"

export type Values<Name extends string> = Record<Name, string>
export type Wrongs<Name extends string> = Partial<Record<Name, string>>

/** Why a form was not taken: in general, or field by field. */
export interface Failing {
  message: string
  fields?: Record<string, string>
}

export interface DoorFormProps<Name extends string> {
  names: readonly Name[]
  /** What is wrong before anything is sent. */
  check: (values: Values<Name>) => Wrongs<Name>
  /** Answers null when it went through; the page is on its way elsewhere then. */
  send: (values: Values<Name>) => Promise<Failing | null>
}

export function useDoorForm<Name extends string>({ names, check, send }: DoorFormProps<Name>) {
  const t = useTranslations("errors")
  const [busy, start] = useTransition()
  const [wrongs, setWrongs] = useState<Wrongs<Name>>({})
  const [message, setMessage] = useState<string | null>(null)

  const show = (form: HTMLFormElement, found: Wrongs<Name>, said: string | null) => {
    setWrongs(found)
    const first = names.find((name) => found[name])
    // A message at a field says it all; above the form it stands only when no field can show it.
    setMessage(first ? null : said)
    if (first) focusField(form, first)
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (busy) return
    const values = valuesOf(form, names)
    const found = check(values)
    show(form, found, null)
    if (Object.keys(found).length > 0) return
    start(async () => {
      const failing = await send(values).catch((): Failing => ({ message: t("lost") }))
      if (failing) show(form, shown(names, failing.fields), failing.message)
    })
  }

  return { busy, wrongs, message, submit }
}

/** What next-auth wants to sign a new owner in without leaving the page. */
export function credentialsOf({ email, password }: { email: string; password: string }) {
  return { email, password, redirect: false as const }
}

/** Into a desk that was just made. If signing in did not work after all, the sign-in page leads to it. */
export function enter(answer: { error?: string | null } | undefined, slug: string): null {
  const desk = `/w/${slug}/articles`
  loadPage(answer && !answer.error ? desk : `/sign-in?${new URLSearchParams({ callbackUrl: desk })}`)
  return null
}

function valuesOf<Name extends string>(form: HTMLFormElement, names: readonly Name[]): Values<Name> {
  const data = new FormData(form)
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? "")])) as Values<Name>
}

/** The messages whose fields this form has. */
function shown<Name extends string>(names: readonly Name[], fields: Record<string, string> = {}): Wrongs<Name> {
  return Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : []))) as Wrongs<Name>
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
