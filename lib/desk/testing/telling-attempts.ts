/** What is tried from another desk on what people follow and how they are told. */
import { NotificationSettings } from "../../domain/notification"
import { followArticle, followClaim, readFollowing } from "../following"
import { readNotificationSettings, setNotificationSettings } from "../notification-settings"
import type { Attempt } from "./furnished"
import { LIVE_APART, LIVE_ATTEMPTS } from "./live-attempts"

export const TELLING_ATTEMPTS: Record<string, Attempt> = {
  ...LIVE_ATTEMPTS,
  "following.followArticle": [(who, { articleId }) => followArticle(who, { articleId, follows: true }), "not-found"],
  "following.followClaim": [(who, { claimId }) => followClaim(who, { claimId, follows: true }), "not-found"],
  "following.readFollowing": [(who, { articleId }) => readFollowing(who, articleId), "not-found"],
  "notification-settings.readNotificationSettings": [(who) => readNotificationSettings(who), null],
  "notification-settings.setNotificationSettings": [
    (who) => setNotificationSettings(who, NotificationSettings.parse({})),
    null,
  ],
}

export const TELLING_APART: Record<string, string> = {
  ...LIVE_APART,
  "complaint-reminders.remindOfComplaints": "a chore's: it looks at every workspace, and answers a number",
  "following.articleFollowers": "part of telling, about what an act has just changed; who may see it is asked there",
  "following.followersOf": "part of telling, about what an act has just changed; who may see it is asked there",
  "letter.letter": "pure",
  "mail-stops.readMailStop": "by a link that a mail holds, which is its reader's alone",
  "mail-stops.stopAddresses": "pure",
  "mail-stops.stopMails": "by a link that a mail holds, which is its reader's alone",
  "notice-mails.giveUpNotices": "a job's, which acts as nobody: it is told ids by Stet alone",
  "notice-mails.mailDigest": "a job's, which acts as nobody: it is told ids by Stet alone",
  "notice-mails.mailNotice": "a job's, which acts as nobody: it is told ids by Stet alone",
  "notice-mails.queueDigests": "a chore's: it looks at every workspace, and answers a number",
  "notice-views.notificationView": "pure",
  "notice-views.toldTo": "pure",
  "notification-settings.settingsIn": "pure",
  "notification-settings.settingsOf": "part of reading what one is told, asks for the actor's own alone",
  "notification-settings.writeSettings": "part of setting what one is told, of a seat that was asked for",
  "notifications.forgetNotifications": "a chore's: it looks at every workspace, and answers a number",
  "telling-actors.toActors": "part of telling, about what an act has just changed; who may see it is asked there",
  "telling-actors.toActorsOnArticles":
    "part of telling, about what an act has just changed; who may see it is asked there",
  "telling-followers.tellOf": "part of every act, about what it has just changed",
}
