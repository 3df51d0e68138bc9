"use server"

import { refresh } from "next/cache"
import * as scales from "@/lib/desk/own-scales"
import { OfferScale, OneScale, SaveScale } from "@/lib/domain/own-scale"
import type { Actor } from "@/lib/domain/workspace"
import { action } from "@/lib/entry"

/** What is shown of the scales comes anew with the answer. */
function shown<Input, Value>(act: (actor: Actor, input: Input) => Promise<Value>) {
  return async (actor: Actor, input: Input): Promise<Value> => {
    const value = await act(actor, input)
    refresh()
    return value
  }
}

export const saveScale = action(SaveScale, shown(scales.saveScale))
export const offerScale = action(OfferScale, shown(scales.offerScale))
export const retireScale = action(OneScale, shown(scales.retireScale))
export const restoreScale = action(OneScale, shown(scales.restoreScale))
