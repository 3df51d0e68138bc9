"use server"

import { refresh } from "next/cache"
import * as tokens from "@/lib/desk/tokens"
import { MakeToken, OneToken } from "@/lib/domain/token"
import type { Actor } from "@/lib/domain/workspace"
import { action } from "@/lib/entry"

/** The list comes anew with the answer. */
function listed<Input, Value>(act: (actor: Actor, input: Input) => Promise<Value>) {
  return async (actor: Actor, input: Input): Promise<Value> => {
    const value = await act(actor, input)
    refresh()
    return value
  }
}

export const makeToken = action(MakeToken, listed(tokens.makeToken))
export const revokeToken = action(OneToken, listed(tokens.revokeToken))
