"use server"

import * as rules from "@/lib/desk/sign-in-rules"
import { SetSignIn } from "@/lib/domain/second-factor"
import { action, redrawn } from "@/lib/entry"

export const setSignIn = action(SetSignIn, redrawn(rules.setSignIn))
