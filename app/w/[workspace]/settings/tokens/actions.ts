"use server"

import * as tokens from "@/lib/desk/tokens"
import { MakeToken, OneToken } from "@/lib/domain/token"
import { action, redrawn } from "@/lib/entry"

export const makeToken = action(MakeToken, redrawn(tokens.makeToken))
export const revokeToken = action(OneToken, redrawn(tokens.revokeToken))
