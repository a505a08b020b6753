import type { Agent } from "#core/agency/agent.ts";
import type { RegisteredAgent } from "#core/agency/on-behalf.ts";
import type { Paper } from "#core/authorisation/paper.ts";
import type { Context } from "#core/commands/command.ts";
import {
  Identity,
  Reporter,
  ShownDocument,
  type TransactionCode,
  type TransactionRequest,
} from "#core/contract/transactions.ts";
import { FreezePapers } from "#core/freeze/freeze-order.ts";
import type { DocumentKind } from "#core/identity/document.ts";

type Seen = Pick<Context, "evidence" | "books">;
type Fields = Readonly<Record<string, unknown>>;

/** Where a slip is what is asked for, and not a paper that somebody brought (9003, 4011). */
const ABOUT_SLIPS: readonly TransactionCode[] = ["4011", "9003"];

/**
 * What lies on the counter for a request, in the order in which it is compared with the screen: who is
 * there, by which papers, with which card, and what was signed (D04).
 */
export function papersToCompare({ code, input }: TransactionRequest, seen: Seen): readonly Paper[] {
  const fields: Fields = Object.fromEntries(Object.entries(input)); // By name, whatever the code.
  return [
    ...ofHolder(fields, seen),
    ...ofReporter(fields, seen),
    ...ofOrgan(fields),
    ...(typeof fields.slip === "string" && !ABOUT_SLIPS.includes(code)
      ? [{ what: "slip", number: fields.slip } as const]
      : []),
    ...("swipe" in fields || "made" in fields || "old" in fields
      ? [{ what: "card" } as const]
      : []),
    ...(typeof fields.serial === "string"
      ? [{ what: "piece", serial: fields.serial } as const]
      : []),
    ...(fields.returned === true ? [{ what: "returned-piece" } as const] : []),
    ...(fields.signed === true ? [{ what: "signature" } as const] : []),
  ];
}

function ofHolder({ identity, document }: Fields, seen: Seen): readonly Paper[] {
  const known = Identity.safeParse(identity);
  if (!known.success) {
    const shown = ShownDocument.safeParse(document);
    return shown.success ? documentOf(shown.data, seen) : [];
  }
  const { check, onBehalf } = known.data;
  const own = documentOf(known.data.document, seen).map((paper) => ({ ...paper, check }));
  if (!onBehalf) return own;
  const papers = onBehalf.basis === "registered" ? [] : [{ what: "agency" } as const];
  return [...own, ...ofAgent(onBehalf, seen), ...papers];
}

function documentOf(
  shown: ShownDocument,
  { evidence }: Seen,
): readonly Extract<Paper, { what: "document" }>[] {
  const seen = shown.by === "reader" ? evidence(shown.ref) : undefined;
  const kind = shown.by === "typed" ? shown.kind : seen?.type === "document" && seen.kind;
  return kind ? [{ what: "document", of: "holder", kind, by: shown.by }] : [];
}

function ofReporter({ reporter }: Fields, seen: Seen): readonly Paper[] {
  const known = Reporter.safeParse(reporter);
  return known.success && known.data.by !== "holder" ? ofAgent(known.data, seen) : [];
}

/** Whoever acts for the holder: his own document, and the papers by which he may. */
function ofAgent(
  { agent }: { readonly agent: Agent | RegisteredAgent },
  { books }: Seen,
): readonly Paper[] {
  const { check } = agent;
  const document = (kind: DocumentKind) =>
    ({ what: "document", of: "agent", kind, by: "typed", check }) as const;
  if ("documentKind" in agent) return [document(agent.documentKind)];

  const registered = books.find("agency", agent.agency);
  return registered
    ? [document(registered.agent.documentKind), { what: "agency", agency: registered.id }]
    : [];
}

function ofOrgan({ papers }: Fields): readonly Paper[] {
  const known = FreezePapers.safeParse(papers);
  if (!known.success) return [];
  const shown = known.data.shown.map((paper) => ({ what: "organ-paper", paper }) as const);
  return known.data.delivery === "network" ? shown : [...shown, { what: "officers" }];
}
