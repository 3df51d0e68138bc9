/** A claim with its verdict, as it stands or as it was in a version that its article went out as. */
import { claimPage } from "@/lib/document"
import { readPublicClaim } from "@/lib/desk/public-reports"
import type { AtAddress, PublicClaim } from "@/lib/domain/report"
import { numberIn, publicAnswer } from "@/app/r/answer"

interface Context {
  params: Promise<{ workspace: string; claimId: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, claimId } = await params
  const version = numberIn(request, "version")
  const at: AtAddress<PublicClaim> =
    version === null ? { kind: "none" } : await readPublicClaim(workspace, claimId, version)
  return publicAnswer(request, { at, language: ({ language }) => language, write: claimPage })
}
