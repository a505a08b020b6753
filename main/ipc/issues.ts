import type { z } from "zod";

/** The most issues that a refusal names; a hundred would help nobody. */
const MOST_ISSUES = 10;

const LONGEST_ISSUE = 160;
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9-]{0,40}$/;

/**
 * What is wrong with a message: where and what, and never the value that was there. Names that the
 * sender made up are values too, so they are left out.
 */
export function issuesOf(error: z.ZodError): readonly string[] {
  return error.issues.slice(0, MOST_ISSUES).map((issue) => {
    const path = issue.path.map(nameOf).join(".");
    return `${path || "request"}: ${withoutNames(issue.message)}`.slice(0, LONGEST_ISSUE);
  });
}

function nameOf(step: PropertyKey): string {
  if (typeof step === "number") return String(step);
  return typeof step === "string" && PLAIN_NAME.test(step) ? step : "?";
}

function withoutNames(message: string): string {
  return message.replace(/^(Unrecognized keys?|Invalid key)\b.*$/s, "$1");
}
