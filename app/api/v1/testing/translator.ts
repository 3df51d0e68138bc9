/** next-intl's server side without a request: English, and an error where the catalogue lacks a message or a parameter. */
import { createTranslator, type Messages } from "next-intl"
import english from "@/lib/messages/en.json"

export async function getTranslations(namespace: string) {
  const onError = (error: Error) => {
    throw error
  }
  return createTranslator({ locale: "en", messages: english as Messages, namespace: namespace as never, onError })
}
