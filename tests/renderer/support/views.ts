import { RequestHash } from "#core/authorisation/grant.ts";
import { CustomerView } from "#core/contract/customer-view.ts";
import { EBankView, PasswordCardView } from "#core/contract/password-card-view.ts";
import { PreviewView, Receipt } from "#core/contract/posting-view.ts";
import { SwipeView } from "#core/contract/swipe-view.ts";
import { WorkstationView } from "#core/contract/workstation-view.ts";

// Views are built by the contract's own schemas, so that a test never shows what cannot come.

const noon = Date.UTC(2026, 4, 18, 4, 0, 0);

/** A demonstration branch with teller 0101 signed on, at noon of 18 May 2026. */
export function workstationView(
  changes: Partial<Record<keyof WorkstationView, unknown>> = {},
): WorkstationView {
  return WorkstationView.parse({
    branch: { code: "0001", name: "和平路支行", englishName: "Heping Road", kind: "live" },
    kind: "live",
    now: noon,
    today: "2026-05-18",
    session: { status: "signed-on", teller: "0101", name: "王芳", role: "teller" },
    reader: { status: "ready", simulated: true, recording: false, model: "MSR605" },
    notices: [],
    cardsLeft: 20,
    stock: [
      { kind: "card", next: "020000100001", left: 20, inVault: 100 },
      { kind: "password-card", next: "030000100001", left: 12, inVault: 88 },
      { kind: "usb-key", next: "040000100001", left: 3, inVault: 9 },
    ],
    idleLockMinutes: 5,
    ...changes,
  });
}

/** Electronic banking of somebody who never had any. */
export function eBankView(changes: Partial<Record<keyof EBankView, unknown>> = {}): EBankView {
  return EBankView.parse({
    channels: [],
    switches: { "e-commerce": true, "outward-transfer": true },
    medium: "none",
    paidToday: 0,
    payees: [],
    ...changes,
  });
}

/** A password card in use, with 38 uses behind it. */
export function passwordCardView(
  changes: Partial<Record<keyof PasswordCardView, unknown>> = {},
): PasswordCardView {
  return PasswordCardView.parse({
    id: "p-1",
    serial: "030000099001",
    issuedOn: "2026-03-02",
    life: "active",
    lock: "none",
    uses: 1000,
    used: 38,
    left: 962,
    isToRemind: false,
    wrongRun: 0,
    wrongToday: 0,
    answered: 38,
    exposurePermille: 381,
    adviseReissue: false,
    layout: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
    ...changes,
  });
}

/** Zhang San with one account and one active card. */
export function customerView(
  changes: Partial<Record<keyof CustomerView, unknown>> = {},
): CustomerView {
  return CustomerView.parse({
    id: "c-1",
    name: "*三",
    documentKind: "resident-id",
    documentNumber: "110101********0018",
    documentExpired: false,
    phone: "138****1234",
    address: "和平路 1 号",
    accounts: [
      {
        id: "a-1",
        number: "000100000001",
        product: "settlement",
        life: "open",
        openedOn: "2020-01-02",
        balance: 1_234_50,
        available: 1_234_50,
        dormant: false,
        holds: [],
      },
    ],
    cards: [
      {
        id: "k-1",
        number: "622202*********6788",
        account: "a-1",
        life: "active",
        loss: "none",
        pin: "ok",
        expired: false,
        issuedOn: "2020-01-02",
        sequence: 1,
      },
    ],
    lossCases: [],
    orders: [],
    relations: [],
    passwordCards: [],
    eBank: eBankView(),
    ePay: { agreement: "2014-07", ceiling: 10_000_00, month: 50_000_00, enrolments: [] },
    ...changes,
  });
}

/** What 4001 would do. */
export function previewView(
  changes: Partial<Record<keyof PreviewView, unknown>> = {},
): PreviewView {
  return PreviewView.parse({
    outcome: {
      facts: [
        { name: "card", kind: "text", text: "622202*********6788" },
        { name: "oralLastDay", kind: "date", date: "2026-05-23" },
        { name: "note", kind: "term", term: "note.oral-lapses" },
      ],
      relations: [],
    },
    level: "A0",
    hash: RequestHash.parse("a".repeat(64)),
    writes: false,
    ...changes,
  });
}

/** The receipt of batch 17. */
export function receiptView(changes: Partial<Record<keyof Receipt, unknown>> = {}): Receipt {
  return Receipt.parse({
    sequence: 17,
    recordedAt: noon,
    outcome: previewView().outcome,
    slip: "00012605180001",
    slipKind: "general",
    ...changes,
  });
}

/** A swipe of Zhang San's own card. */
export function swipeView(changes: Readonly<Record<string, unknown>> = {}): SwipeView {
  return SwipeView.parse({
    status: "read",
    ref: "e-00000001",
    number: "622202*********6788",
    verdict: "current",
    retain: false,
    card: "k-1",
    customer: "c-1",
    at: noon,
    ...changes,
  });
}
