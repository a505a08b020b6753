import { heldIn } from "#core/cash/box.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { changeFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { PeopleRefusal, Role, Teller, TellerId } from "#core/teller/teller.ts";
import { piecesLeft, stockId, VoucherKind } from "#core/voucher/stock.ts";

type Asked = TransactionInput<"9008">;
type Of<A extends Asked["action"]> = Extract<Asked, { action: A }>;

/** Whom a branch cannot do without: an A3 takes the head or two supervisors (3.9). */
const needed = { "branch-head": 1, supervisor: 2 } as const satisfies Partial<Record<Role, number>>;

/**
 * 9008 柜员管理 (D02): the people of the branch, their offices and how they prove who they are. Always
 * an A3; nobody changes their own record, nor gives the word for a change to it.
 */
export const managePeople: Command<"9008"> = (input, context) => {
  if (input.action === "register") return register(input, context);
  const person = context.books.find("teller", input.teller);
  if (!person) return refuse({ code: "people.unknown" });
  if (person.leftAt !== undefined) return refuse({ code: "people.left" });
  if (person.id === context.teller.id) return refuse({ code: "people.self" });

  const step = stepFor(input, person, context);
  if (!step.ok) return step;
  const { entry, facts } = step.value;
  return decided(person, [entry], [...facts, textFact("reason", input.reason)]);
};

interface Step {
  readonly entry: Entry;
  readonly facts: readonly Fact[];
}

function stepFor(
  input: Exclude<Asked, { action: "register" }>,
  person: Teller,
  context: Context,
): Result<Step, Refusal> {
  switch (input.action) {
    case "change":
      return change(input, person, context);
    case "link":
      return link(input, person, context);
    case "reset-password":
      return resetPassword(input, context);
    case "unlock":
      return unlock(input, person, context);
    case "card":
      return giveCard(input, person, context);
    case "leave":
      return leave(input, person, context);
    default:
      return unreachable(input);
  }
}

function decided(
  { id, name }: Pick<Teller, "id" | "name">,
  entries: readonly Entry[],
  facts: readonly Fact[],
): Result<Decision, never> {
  return accept({
    level: "A3",
    concerned: [id],
    entries,
    outcome: { facts: [textFact("person", `${id} ${name}`), ...facts], relations: [] },
  });
}

/** 登记: a number that nobody ever had, and a first password that is good for choosing another. */
function register(input: Of<"register">, context: Context): Result<Decision, Refusal> {
  const { teller: id, name, role } = input;
  const assists = input.assists === true;
  if (context.books.find("teller", id)) return refuse({ code: "people.number-taken" });
  if (assists && role !== "teller") return refuse({ code: "people.duty-of-tellers" });
  const password = firstPassword(input.password, context);
  if (!password.ok) return password;

  const teller: Teller = {
    ...{ id, name, role, branch: context.branch.code },
    password: password.value,
    mustChangePassword: true,
    ...(assists ? { assists } : {}),
    failures: 0,
    attendance: "off",
  };
  return decided(
    teller,
    [{ type: "teller.registered", teller }],
    [
      termFact("peopleAction", "people.register"),
      termFact("role", `role.${role}`),
      ...(assists ? [termFact("duty", "duty.yes")] : []),
      termFact("note", "note.first-password"),
    ],
  );
}

function firstPassword(ref: string, { evidence }: Context): Result<Teller["password"], Refusal> {
  const typed = evidence(ref);
  if (!typed) return refuse({ code: "evidence.unknown" });
  if (typed.type !== "teller-password") return refuse({ code: "evidence.other-kind" });
  return accept(typed.verifier);
}

/** 变更: name, office and the duty of assistance, as they are to be. */
function change(input: Of<"change">, person: Teller, context: Context): Result<Step, Refusal> {
  const { name, role, assists, reason } = input;
  const before = person.assists === true;
  if (assists && role !== "teller") return refuse({ code: "people.duty-of-tellers" });
  const isSame = name === person.name && role === person.role && assists === before;
  if (isSame) return refuse({ code: "people.nothing-changed" });
  const free = role === person.role ? accept(person) : freeToGo(person, context);
  if (!free.ok) return free;

  return accept({
    entry: { type: "teller.changed", teller: person.id, name, role, assists, reason },
    facts: [
      termFact("peopleAction", "people.change"),
      ...(name === person.name
        ? []
        : [changeFact("personName", { path: "name", from: person.name, to: name })]),
      ...(role === person.role
        ? [termFact("role", `role.${role}`)]
        : [changeFact("role", { path: "role", from: person.role, to: role })]),
      ...(assists === before ? [] : [termFact("duty", assists ? "duty.yes" : "duty.no")]),
    ],
  });
}

/** 关联客户 (D08): the customer this person is, or a relative of theirs; without a document, no more. */
function link(input: Of<"link">, person: Teller, context: Context): Result<Step, Refusal> {
  const { whose, document, reason } = input;
  const { customer, relatives = [] } = person;
  const bearer = document && bearerOf(document, context);
  if (document && !bearer) return refuse({ code: "customer.unknown" });
  const isKnown = bearer && (bearer.id === customer || relatives.includes(bearer.id));
  if (isKnown) return refuse({ code: "people.already-linked" });

  const own = whose === "own" ? bearer?.id : customer;
  const others = whose === "own" ? relatives : bearer ? [...relatives, bearer.id] : [];
  const isSame = own === customer && others.length === relatives.length;
  if (isSame) return refuse({ code: "people.nothing-changed" });
  return accept({
    entry: {
      ...{ type: "teller.linked", teller: person.id, relatives: others, reason },
      ...(own === undefined ? {} : { customer: own }),
    },
    facts: [
      termFact("peopleAction", document ? "people.link" : "people.unlink"),
      termFact("kinship", `kinship.${whose}`),
      ...(document
        ? [
            termFact("documentKind", `document.${document.kind}`),
            textFact("document", maskDocumentNumber(document.number)),
          ]
        : []),
    ],
  });
}

function bearerOf(
  { kind, number }: NonNullable<Of<"link">["document"]>,
  { books }: Context,
): Customer | undefined {
  return books
    .list("customer", "documentNumber", number.toUpperCase())
    .find(({ documentKind }) => documentKind === kind);
}

/** 密码重置: it also lets in whoever was kept out. */
function resetPassword(input: Of<"reset-password">, context: Context): Result<Step, Refusal> {
  const password = firstPassword(input.password, context);
  if (!password.ok) return password;
  const { teller, reason } = input;
  return accept({
    entry: { type: "teller.password-reset", teller, password: password.value, reason },
    facts: [
      termFact("peopleAction", "people.reset-password"),
      termFact("note", "note.first-password"),
    ],
  });
}

function unlock(
  { reason }: Of<"unlock">,
  { id, lockedOutUntil }: Teller,
  { now }: Context,
): Result<Step, PeopleRefusal> {
  if (lockedOutUntil === undefined || lockedOutUntil <= now) {
    return refuse({ code: "people.not-locked-out" });
  }
  return accept({
    entry: { type: "teller.unlocked", teller: id, reason },
    facts: [termFact("peopleAction", "people.unlock")],
  });
}

/** 柜员卡: one person one card (D02); without one, the card is taken away. */
function giveCard(input: Of<"card">, person: Teller, context: Context): Result<Step, Refusal> {
  const { reason } = input;
  if (input.card === undefined) {
    if (!person.operatorCard) return refuse({ code: "people.nothing-changed" });
    return accept({
      entry: { type: "teller.card-given", teller: person.id, reason },
      facts: [termFact("peopleAction", "people.card-back")],
    });
  }
  const swiped = context.evidence(input.card);
  if (!swiped) return refuse({ code: "evidence.unknown" });
  if (swiped.type !== "operator-card") return refuse({ code: "evidence.other-kind" });
  const bearer = bearerOfCard(context.books.all("teller"), swiped.hash);
  if (bearer) return refuse({ code: "people.card-taken", teller: bearer.id });
  return accept({
    entry: { type: "teller.card-given", teller: person.id, operatorCard: swiped.hash, reason },
    facts: [termFact("peopleAction", "people.card")],
  });
}

/** Whose operator card this is; nobody's once its bearer has left. */
export function bearerOfCard(people: readonly Teller[], hash: string): Teller | undefined {
  return people.find(({ operatorCard, leftAt }) => operatorCard === hash && leftAt === undefined);
}

/** 离岗: for good; whoever comes back gets another number. */
function leave(
  { reason }: Of<"leave">,
  person: Teller,
  context: Context,
): Result<Step, PeopleRefusal> {
  const free = freeToGo(person, context);
  if (!free.ok) return free;
  return accept({
    entry: { type: "teller.left", teller: person.id, reason },
    facts: [
      termFact("peopleAction", "people.leave"),
      termFact("role", `role.${person.role}`),
      termFact("note", "note.number-not-again"),
    ],
  });
}

/** Whether somebody can give up their office: not at work, nothing in the box, and enough stay. */
function freeToGo(person: Teller, { books }: Context): Result<Teller, PeopleRefusal> {
  const { id, role } = person;
  if (person.attendance !== "off") return refuse({ code: "people.at-work" });
  const left = books.all("teller").filter((one) => isStaying(one, role, id)).length;
  const least = role === "branch-head" || role === "supervisor" ? needed[role] : 0;
  if (left < least) return refuse({ code: "people.too-few", role, needed: least });

  const hasPieces = VoucherKind.options.some(
    (kind) => piecesLeft(books.find("stock", stockId(kind, id))) > 0,
  );
  const box = books.find("box", id)?.status ?? "closed";
  const isEmpty = heldIn(books, id) === 0 && !hasPieces && box === "closed";
  return isEmpty ? accept(person) : refuse({ code: "people.box-not-empty" });
}

function isStaying(one: Teller, role: Role, without: TellerId): boolean {
  return one.role === role && one.id !== without && one.leftAt === undefined;
}
