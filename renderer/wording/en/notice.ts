import type { notice as chinese } from "#renderer/wording/zh-CN/notice.ts";

export const notice = {
  "journal.torn-tail-set-aside":
    "A record that was not finished last time was set aside (after {{sequence}}, {{bytes}} bytes). It was never posted; check the last customer's business.",
  "journal.unanswered-kept":
    "Postings {{firstSequence}} to {{lastSequence}} count, but may not have been shown. Check them with 9001.",
  "journal.head-slot-renewed": "The index of the journal was repaired; nothing was lost.",
  "journal.segment-shortened":
    "Journal file {{segment}} had been cut short; a new one was begun and nothing was lost. Tell the supervisor.",
  "journal.segment-set-aside": "The empty journal file {{segment}} was unreadable and set aside.",
  "journal.upgraded":
    "The journal goes on in a new file of the newer, encrypted format; what was recorded before stays as it is.",
  "journal.key-changed":
    "The journal goes on in a new file under key {{to}}; older files keep their key.",
  "journal.reserve-given-up":
    "The disk was full at the start; the space kept for that was used. Make room before business goes on.",
  "disk.low": "Only {{megabytes}} MB are left on the disk. Make room soon.",
  "disk.full":
    "Only {{megabytes}} MB are left on the disk: no new business until there is room. Sign off and tell the supervisor.",
  "disk.reserve-given-up":
    "The space kept for emergencies was given back to the disk. Make room at once.",
  "clock.behind":
    "This machine's clock is behind the journal; business time stands at the last entry. Set the clock right.",
  "runtime.out-of-support":
    "Electron {{electron}} is out of support: for demonstrations and tests only.",
  "holidays.not-covered":
    "The table of holidays ends soon. Update it, or a term may end on a holiday.",
  "sms.no-gateway":
    "There is no message gateway: {{count}} messages wait and reach nobody. See 9011 and call the administrator.",
  "sms.failed": "{{count}} messages could not be sent. See 9011 and send them again.",
  "reader.settings-broken":
    "The card reader's settings could not be read, so it started with the ordinary ones; the file was left as it is. Set it up with F2 3015 and save.",
  other: "Notice {{code}}. Tell the supervisor.",
} satisfies typeof chinese;
