import type { vault as chinese } from "#renderer/wording/zh-CN/vault.ts";

export const vault = {
  passphrase: "Passphrase of the branch",
  again: "Passphrase again",
  different: "The two passphrases differ",
  "open.title": "Open the branch",
  "open.explained":
    "The books are encrypted. Enter the passphrase of the branch; then tellers can sign on.",
  "open.submit": "Open",
  "set.title": "Set the passphrase of the branch",
  "set.explained":
    "The books will be encrypted with it. At least 12 characters, a sentence if you like; not one pattern over and over, not characters in their order, not just the numbers of branch and tellers.",
  "set.envelopes":
    "Without it nobody can ever open the books, and there is no other way back. Write it down twice, seal it in two envelopes, and let two people keep them apart.",
  "set.older":
    "The books of this branch were begun by an older program whose keys were not encrypted. What is written from now on is encrypted; the older part of the journal stays readable until it is archived.",
  "set.submit": "Set it and open",
} satisfies typeof chinese;
