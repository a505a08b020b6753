import { z } from "zod";
import { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { Resolution } from "#core/identity/resolution.ts";

/** Who an agent is, whatever he comes for. */
const person = {
  name: freeWords(60),
  documentKind: DocumentKind,
  documentNumber: z.string().trim().min(5).max(30),
  phone: z.string().trim().min(5).max(20),
  relation: freeWords(30),
};

/** How his own document was checked today, as every person's is (3.8). */
const checked = { check: CheckResult, resolution: Resolution.optional() };

/** Somebody who may be registered as another's agent, as the register keeps him (2005). */
export const AgentPerson = z.strictObject(person).readonly();
export type AgentPerson = z.infer<typeof AgentPerson>;

/** The same with the check of his document at this counter. */
export const CheckedAgent = z.strictObject({ ...person, ...checked }).readonly();
export type CheckedAgent = z.infer<typeof CheckedAgent>;

/** 代理人: somebody who acts for the holder, identified as well as the holder is (3.7, T09). */
export const Agent = z.strictObject({ ...person, ...checked, reason: freeWords(100) }).readonly();
export type Agent = z.infer<typeof Agent>;
