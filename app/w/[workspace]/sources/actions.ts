"use server"

import * as merging from "@/lib/desk/merging"
import * as citing from "@/lib/desk/citing"
import * as evidence from "@/lib/desk/evidence"
import * as archive from "@/lib/desk/public-archive"
import * as snapshots from "@/lib/desk/snapshots"
import * as sources from "@/lib/desk/sources"
import { Cite } from "@/lib/domain/citation"
import { CompareSnapshots, OfSource } from "@/lib/domain/link"
import { EditEvidence, EditSource, FindSources, MergeSources, SourceInput } from "@/lib/domain/source"
import { action } from "@/lib/entry"

export const citePasted = action(Cite, citing.citePasted)
export const takeSnapshot = action(OfSource, snapshots.takeSnapshot)
export const archiveSource = action(OfSource, archive.archiveSource)
export const compareSnapshots = action(CompareSnapshots, snapshots.compareSnapshots)
export const addSource = action(SourceInput, sources.addSource)
export const editSource = action(EditSource, sources.editSource)
export const findSources = action(FindSources, sources.findSources)
export const editEvidence = action(EditEvidence, evidence.editEvidence)
export const mergeSources = action(MergeSources, merging.mergeSources)
