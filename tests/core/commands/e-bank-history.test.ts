import { expect, test } from "vitest";
import type { Decision } from "#core/commands/command.ts";
import { isLive } from "#core/password-card/password-card.ts";
import { asPreviewed } from "#tests/support/as-previewed.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { type EBankDesk, openEBankDesk } from "#tests/support/e-bank-desk.ts";
import { fc } from "#tests/support/fast-check.ts";

const customers = ["c-1", "c-2"] as const;
const channels = ["internet-bank", "wap-bank", "phone-bank"] as const;
const networked = ["internet-bank", "wap-bank"] as const;

/** Whom a step is about: one of the two customers, with a card of hers. */
interface Who {
  readonly customer: string;
  readonly card: string;
}

/** What may be asked for at the counter; undefined where there is nothing it could be about. */
const wishes: Readonly<Record<string, (desk: EBankDesk, who: Who) => RawRequest | undefined>> = {
  openInternetBank: (desk, { card }) => desk.openInternetBank(card),
  closeInternetBank: (desk, { customer }) => desk.closeInternetBank(customer),
  openWapBank: (desk, { card }) => desk.openWapBank(card),
  closeWapBank: (desk, { customer }) => desk.closeWapBank(customer),
  openPhoneBank: (desk, { card }) => desk.openPhoneBank(card),
  closePhoneBank: (desk, { customer }) => desk.closePhoneBank(customer),
  agree: (desk, { card }) =>
    desk.agreePayee(card, { name: "收款人", account: "6228480000000000001" }),
  closeSwitch: (desk, { customer }) => desk.closeSwitch(customer, "e-commerce"),
  openSwitch: (desk, { card }) => desk.openSwitch(card, "e-commerce"),
  issueCard: (desk, { card }) => desk.issueCard(card),
  compositeVisit: (desk, { customer, card }) =>
    desk.issueCard(card, { open: { password: desk.bankPassword(customer) } }),
  reissueCard: (desk, { customer, card }) => {
    const live = desk.books().list("passwordCard", "customer", customer).find(isLive);
    return live && desk.reissueCard(live.id, card);
  },
  issueUsbKey: (desk, { card }) => desk.issueUsbKey(card, { fee: "owed" }),
  replaceUsbKey: (desk, { card }) => desk.replaceUsbKey(card, { fee: "owed" }),
  cancelUsbKey: (desk, { customer }) => desk.cancelUsbKey(customer),
  exchange: (desk, { card }) => desk.exchange(card),
  activate: (desk, { card }) => desk.activate(card),
  reportLoss: (desk, { card }) => desk.formal(card, { fee: "owed" }),
  replaceLost: (desk, { card }) => ofOpenCase(desk, card, desk.replace),
  closeAccount: (desk, { card }) => ofOpenCase(desk, card, desk.close),
};

function ofOpenCase(
  desk: EBankDesk,
  card: string,
  request: (number: string) => RawRequest,
): RawRequest | undefined {
  const lossCase = desk.books().list("lossCase", "card", card).at(-1);
  return lossCase && request(lossCase.number);
}

/** Losing and exchanging cards is rarer than the rest, or no history would get far. */
const rare = ["reportLoss", "exchange", "closeAccount", "closeInternetBank"];

const anyVisits = fc.array(
  fc.record({
    wish: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom(...Object.keys(wishes).filter((wish) => !rare.includes(wish))),
      },
      { weight: 1, arbitrary: fc.constantFrom(...rare) },
    ),
    customer: fc.constantFrom(...customers),
    /** Which of the customer's cards, the newest first. */
    pick: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3)),
    days: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constant(8)),
  }),
  { minLength: 40, maxLength: 80 },
);

/** Two customers, the first with two cards, and more U盾 than a history can use. */
function openBusyDesk(): EBankDesk {
  const desk = openEBankDesk();
  desk.set({ sameDayReplacement: "new-number-only" });
  desk.enter(2);
  desk.another(3);
  desk.post([
    {
      type: "stock.placed",
      stock: {
        id: "usb-key:0001",
        kind: "usb-key",
        holder: "0001",
        ranges: [{ first: "060000000001", last: "060000000100" }],
      },
    },
  ]);
  return desk;
}

/** Plays one visit; the decision where it was accepted, and what was posted. */
function visit(
  desk: EBankDesk,
  { wish, customer, pick, days }: { wish: string; customer: string; pick: number; days: number },
): { readonly previewed: Decision; readonly done: Decision } | undefined {
  desk.pass(days * 86_400_000);
  const cards = [...desk.books().list("card", "customer", customer)].reverse();
  const card = cards[pick % cards.length]?.id ?? "";
  const request = wishes[wish]?.(desk, { customer, card });
  if (!request) return undefined;

  const previewed = desk.preview(request);
  if (!previewed.ok) return undefined;
  const { decision } = desk.does(request);
  return { previewed: asPreviewed(previewed.value), done: asPreviewed(decision) };
}

/** What must hold of a customer's electronic banking at any moment. */
function expectConsistent(desk: EBankDesk, customer: string): void {
  const books = desk.books();
  const relations = books.list("relation", "customer", customer);
  const active = (kind: string) =>
    relations.filter((relation) => relation.kind === kind && relation.status === "active");
  const live = books.list("passwordCard", "customer", customer).filter(isLive);
  const bank = books.find("eBank", customer);
  const open = channels.filter((channel) => active(channel).length > 0);
  const network = networked.flatMap((channel) => active(channel));

  for (const channel of [...channels, "usb-key", "password-card"]) {
    expect(active(channel).length).toBeLessThanOrEqual(1);
  }
  expect(active("password-card").map(({ label }) => label)).toEqual(
    live.map(({ serial }) => serial),
  );
  expect(live.length + active("usb-key").length).toBeLessThanOrEqual(1);
  const needing = [...active("password-card"), ...active("usb-key")];
  expect(needing.every(({ card }) => card === active("internet-bank")[0]?.card)).toBe(true);
  expect(new Set(network.map(({ card }) => card)).size).toBeLessThanOrEqual(1);
  expect(Object.keys(bank?.passwords ?? {}).sort()).toEqual([...open].sort());
  expect(open.includes("phone-bank") || (bank?.payees ?? []).length === 0).toBe(true);
}

// Goal: whatever is opened, closed, issued, exchanged, lost and replaced, in whatever order, what
// hangs together stays together. Method: play invented visits, and look after each.
test("P09, P31, 5.3: one live card or U盾 at most, on the registered card of an open internet bank", () => {
  fc.assert(
    fc.property(anyVisits, (visits) => {
      const desk = openBusyDesk();
      for (const one of visits) {
        const result = visit(desk, one);
        if (!result) continue;
        expect(result.done).toEqual(result.previewed);
        for (const customer of customers) expectConsistent(desk, customer);
      }
    }),
    { numRuns: 60 },
  );
});

// The goal above would be met by the way if nothing were ever accepted.
test("5.7: the invented visits get far enough for each of them to be done", () => {
  const done = fc.sample(anyVisits, { numRuns: 60, seed: 5011 }).flatMap((visits) => {
    const desk = openBusyDesk();
    return visits.filter((one) => visit(desk, one) !== undefined).map(({ wish }) => wish);
  });

  expect([...new Set(done)].sort()).toEqual(Object.keys(wishes).sort());
});

test("V02: pieces of every kind leave the box once each and in order", () => {
  fc.assert(
    fc.property(anyVisits, (visits) => {
      const desk = openBusyDesk();
      for (const one of visits) visit(desk, one);

      const taken = desk
        .batches()
        .flatMap(({ entries }) => entries)
        .flatMap((entry) => (entry.type === "piece.taken" ? [entry.piece] : []));
      for (const kind of ["card", "password-card", "usb-key"]) {
        const serials = taken.filter((piece) => piece.kind === kind).map(({ serial }) => serial);
        const first = Number(serials[0] ?? 0);
        expect(serials.map(Number)).toEqual(serials.map((_, index) => first + index));
      }
    }),
    { numRuns: 20 },
  );
});
