/** Who follows what: by their own word, else by their part in it. Pure, and without a parser: the galley asks it too. */

/** What a person has said of following an article and its claims, and in which of them they have a part that no claim shows. */
export interface FollowWords {
  /** Null where they have said nothing. */
  article: boolean | null
  /** By id, of those of which they have said something. */
  claims: Record<string, boolean>
  /** Ids of the claims in whose threads they have written, or of which they made an earlier verdict. */
  part: string[]
}

/** A claim, as far as it says who has to do with it. */
export interface FollowedClaim {
  id: string
  assignee: { id: string } | null
  markedBy: { id: string } | null
  authorIds: readonly string[]
}

/** Whether they follow an article whole: who leads it does, unless they have said otherwise. */
export const followsArticle = (me: string, { lead }: { lead: { id: string } | null }, words: FollowWords): boolean =>
  words.article ?? lead?.id === me

/** Whether they hear what becomes of a claim: what they said of it comes before what they said of its article, and that before their part. */
export function followsClaim(
  me: string,
  { claim, lead }: { claim: FollowedClaim; lead: { id: string } | null },
  words: FollowWords,
): boolean {
  const checker = claim.assignee ?? claim.markedBy
  const hasPart = checker?.id === me || claim.authorIds.includes(me) || words.part.includes(claim.id) || lead?.id === me
  return words.claims[claim.id] ?? words.article ?? hasPart
}
