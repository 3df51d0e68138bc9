"use server"

import * as merging from "@/lib/desk/merging"
import * as sources from "@/lib/desk/sources"
import { EditSource, FindSources, MergeSources, SourceInput } from "@/lib/domain/source"
import { action } from "@/lib/entry"

export const addSource = action(SourceInput, sources.addSource)
export const editSource = action(EditSource, sources.editSource)
export const findSources = action(FindSources, sources.findSources)
export const mergeSources = action(MergeSources, merging.mergeSources)
