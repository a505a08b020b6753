import type { vault as chinese } from "#renderer/wording/zh-CN/vault.ts";

export const vault = {
  passphrase: "Passphrase of the branch",
  again: "Passphrase again",
  different: "The two passphrases differ",
  "open.title": "Open the branch",
  "open.explained":
    "The books are encrypted. Enter the passphrase of the branch; then tellers can sign on.",
  "open.help":
    "The branch head and the second keeper each have the passphrase in a sealed envelope. Ask either of them. Nobody else, and no program, can find it out.",
  "set.help":
    "The branch head sets the passphrase together with the second keeper, and both take an envelope. Ask the branch head if you are not one of the two.",
  "found.help":
    "The branch head sets the branch up. Number and names are those of the branch's licence; ask the branch head for them.",
  "help.title": "Help",
  "wait.left": "Seconds to wait: {{count}}",
  "open.submit": "Open",
  opening: "The books are being opened. One moment.",
  "set.title": "Set the passphrase of the branch",
  "set.explained":
    "The books will be encrypted with it. At least 12 characters, a sentence if you like; not one pattern over and over, not characters in their order, not just the numbers of branch and tellers.",
  "set.envelopes":
    "Without it nobody can ever open the books, and there is no other way back. Write it down twice, seal it in two envelopes, and let two people keep them apart.",
  "set.older":
    "The books of this branch were begun by an older program whose keys were not encrypted. What is written from now on is encrypted; the older part of the journal stays readable until it is archived.",
  "set.submit": "Set it and open",
  "keys.now": "Data key number {{number}} is in use. ",
  "keys.key-store":
    "This machine's key store opens the books; no passphrase is asked for at the start.",
  "keys.no-key-store": "This machine keeps no key; every start asks for the passphrase.",
  "keys.demonstration": "The books of a demonstration open without a passphrase.",
  "keys.not-allowed":
    "The passphrase is changed by supervisor or branch head, the data key by the branch head.",
  "change.title": "Change the passphrase",
  "change.old": "Present passphrase",
  "change.next": "New passphrase",
  "change.again": "New passphrase again",
  "change.submit": "Change passphrase",
  "change.done": "The passphrase was changed. Replace the old one in both envelopes.",
  "rotate.title": "Change the data key",
  "rotate.explained":
    "What is written from now on is encrypted with a new key; what was written stays readable with the old one.",
  "rotate.submit": "Change key",
  "rotate.sure": "Change the data key now? The old one is used no more for what is written.",
  "rotate.yes": "Yes, change it",
  "rotate.no": "No",
  "rotate.done": "The data key was changed.",
} satisfies typeof chinese;
