import type { RawRecord } from "#tests/main/ledger/invented.ts";
import type { Counter } from "#tests/support/counter.ts";
import { eBankRequestsAt } from "#tests/support/e-bank-requests.ts";
import { type Holder, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** The password cards of batch b-1, and the first that lies in the vault and not in the box. */
export const FIRST_PASSWORD_CARD = "030000000001";
export const LAST_PASSWORD_CARD = "030000000100";
export const FIRST_IN_VAULT = "030000000041";
const IN_BOX = 40;

/** The U盾 of the first teller's box. */
export const FIRST_USB_KEY = "060000000001";
const LAST_USB_KEY = "060000000005";

const madeOn = "2026-03-16";
const grid = { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 } as const;

/**
 * The loss desk of 18 March 2026 at 10:15 with customer c-1, account a-1 and active card k-1, and
 * what electronic banking needs besides: password cards of batch b-1, delivered, the lowest 40 of
 * them in the first teller's box, and five U盾.
 */
export function openEBankDesk(holder: Holder = {}) {
  const desk = openLossDeskFor(holder);
  const whole = { first: FIRST_PASSWORD_CARD, last: LAST_PASSWORD_CARD };
  desk.post([
    { type: "batch.made", batch: { id: "b-1", ...whole, version: 1, grid, madeOn, delivered: [] } },
    { type: "batch.delivered", batch: "b-1", good: [whole], spoiled: [] },
    { type: "pieces.allotted", kind: "password-card", to: "0001", count: IN_BOX },
    {
      type: "stock.placed",
      stock: {
        id: "usb-key:0001",
        kind: "usb-key",
        holder: "0001",
        ranges: [{ first: FIRST_USB_KEY, last: LAST_USB_KEY }],
      },
    },
  ]);
  return { ...desk, ...eBankRequestsAt(desk), ...cardsAt(desk) };
}
export type EBankDesk = ReturnType<typeof openEBankDesk>;

/** The same with the internet bank of c-1 open on k-1, opened at the counter as anybody's is. */
export function openEBankDeskFor(holder: Holder = {}): EBankDesk {
  const desk = openEBankDesk(holder);
  desk.does(desk.openInternetBank("k-1"));
  return desk;
}

function cardsAt({ post, books, see }: Counter) {
  return {
    /**
     * A password card that came into the books in any state, without the counter: p-1, active, of
     * the holder of `id`, unless told otherwise. Returns its reference.
     */
    enterPasswordCard(
      id: string,
      over: Partial<RawRecord<"password-card.entered", "card">> = {},
    ): string {
      const { customer, account } = see("card", id);
      const number = books().count("passwordCard") + 1;
      const entered: RawRecord<"password-card.entered", "card"> = {
        id: `p-${number}`,
        serial: `0299${String(number).padStart(8, "0")}`,
        version: 1,
        grid,
        customer,
        issuedOn: madeOn,
        life: "active",
        lock: "none",
        uses: 1000,
        used: 0,
        wrongRun: 0,
        wrongToday: 0,
        answered: 0,
        cellsSeen: [],
        unanswered: 0,
        ...over,
      };
      const relation = {
        id: `r-${books().count("relation") + 1}`,
        kind: "password-card",
        customer,
        account,
        card: id,
        label: entered.serial,
        status: entered.life === "void" ? "closed" : "active",
      } as const;
      post([
        { type: "password-card.entered", card: entered },
        { type: "relation.bound", relation },
      ]);
      return entered.id;
    },
  };
}
