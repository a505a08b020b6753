import type { identity as chinese } from "#renderer/wording/zh-CN/identity.ts";

/** Checks, false documents and agents: 2002 and 2005. */
export const identity = {
  finding: "Finding",
  "finding.checked": "Checked: keep the answer",
  "finding.forged": "Forged: refuse the business and report it",
  "forged.hint":
    "Write down only what was seen. Document and bearer go to the police; whoever truly has the number is served as always.",
  "forged.name": "Name on the document",
  "forged.sign": "Proved false by",
  "forged.words": "What was seen",
  "forged.business": "What was asked for",
  "forged.retained": "Where the document is",
  "agency.action": "What to do",
  "agency.register": "Register an agent",
  "agency.end": "End an agency",
  "agency.none": "This customer has no agency to end.",
  "phone.now": "Reserved telephone now: {{phone}}",
  "phone.none-yet": "This customer has no reserved telephone yet.",
  "phone.malformed": "Enter a mainland mobile number: eleven digits, 13 to 19 in front",
  agencies: "Agents",
  "standing.serves": "valid to {{validTo}}",
  "standing.expired": "expired on {{validTo}}",
  "standing.ended": "ended",
  "false-documents":
    "A false document with this number was shown ({{count}} times, last on {{date}}): look closely at who this is. The true holder is served as always.",
} satisfies typeof chinese;
