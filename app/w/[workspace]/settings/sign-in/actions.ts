"use server"

import { refresh } from "next/cache"
import * as rules from "@/lib/desk/sign-in-rules"
import { SetSignIn } from "@/lib/domain/second-factor"
import { action } from "@/lib/entry"

export const setSignIn = action(SetSignIn, async (actor, input) => {
  await rules.setSignIn(actor, input)
  refresh()
})
