"use server"

import * as scales from "@/lib/desk/own-scales"
import { OfferScale, OneScale, SaveScale } from "@/lib/domain/own-scale"
import { action, redrawn } from "@/lib/entry"

export const saveScale = action(SaveScale, redrawn(scales.saveScale))
export const offerScale = action(OfferScale, redrawn(scales.offerScale))
export const retireScale = action(OneScale, redrawn(scales.retireScale))
export const restoreScale = action(OneScale, redrawn(scales.restoreScale))
