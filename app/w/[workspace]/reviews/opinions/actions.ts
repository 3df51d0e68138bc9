"use server"

import * as opinions from "@/lib/desk/opinions"
import { OpinionOf } from "@/lib/domain/opinion"
import { action } from "@/lib/entry"

export const takeOpinion = action(OpinionOf, opinions.takeOpinion)
