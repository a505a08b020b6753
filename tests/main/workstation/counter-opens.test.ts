import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccountView, CardView, CustomerView } from "#core/contract/customer-view.ts";
import type { EvidenceRef, TransactionCode } from "#core/contract/transactions.ts";
import { atCounter } from "../../support/at-counter.ts";
import { openWorkstation, type TestedWorkstation } from "../../support/workstation.ts";

// One story over the real journal, ledger, rules, reader engine and simulated MSR605; only windows
// are missing. Each test is the next scene.
describe("a lost card is reported and replaced", () => {
  let counter: TestedWorkstation;
  let customer: CustomerView;
  let account: AccountView;
  let lost: CardView;
  let lossCase: string;
  let slip: string;

  beforeAll(async () => {
    counter = await openWorkstation();
    await counter.get("session.sign-on", { teller: "1001", password: "Guitai-demo-1001" });
  }, 30_000);
  afterAll(() => counter.close());

  async function run(code: TransactionCode, input: unknown, approver?: string, written?: string) {
    const request = { code, input };
    const { level } = await counter.get("transaction.preview", request);
    expect(level).toBe(approver ? (approver.startsWith("1") ? "A1" : "A2") : "A0");
    const grant = approver ? await approve(request, approver) : undefined;
    return counter.get("transaction.run", {
      id: randomUUID(),
      request,
      ...(grant ? { grant } : {}),
      ...(written ? { written } : {}),
    });
  }

  async function approve(request: { code: TransactionCode; input: unknown }, approver: string) {
    const password = `Guitai-demo-${approver}`;
    const word = await counter.get("authorisation.approve", { request, approver, password });
    return word.grant;
  }

  async function identity() {
    const shown = await counter.get("demonstration.show-document", { customer: customer.id });
    return { document: { by: "reader", ref: shown.ref }, check: "match-with-photo" } as const;
  }

  async function swiped(card: string) {
    const swipe = counter.told("card.swiped");
    await counter.swipe(card);
    const view = await swipe;
    if (view.status !== "read") throw new Error("the swipe was not read");
    return view;
  }

  async function pin(digits: string): Promise<EvidenceRef> {
    const asked = counter.get("pin.ask", { account: account.id, purpose: "verify" });
    await counter.get("display.enter-pin", { digits });
    return (await asked).ref;
  }

  async function pinOf(id: string): Promise<string> {
    const { documents } = await counter.get("demonstration.tray", undefined);
    return documents.find((document) => document.customer === id)?.pin ?? "";
  }

  test("the card is found by swiping another day's healthy card", async () => {
    const { cards } = await counter.get("demonstration.tray", undefined);
    const healthy = cards.find((card) => card.label === "in-use" && card.customer === "c-36");
    const swipe = await swiped(healthy?.id ?? "");
    expect(swipe.verdict).toBe("current");

    const [found] = await counter.get("customer.find", { by: "swipe", ref: swipe.ref });
    if (!found) throw new Error("nobody was found");
    customer = found;
    lost = customer.cards.find((card) => card.id === swipe.card) as CardView;
    account = customer.accounts.find((one) => one.id === lost.account) as AccountView;
  });

  test("L08: the oral report protects the account at that second", async () => {
    const { document } = await identity();
    await run("4001", {
      card: lost.id,
      medium: "card",
      channel: "counter",
      document,
      reason: "lost in a taxi",
    });

    const view = await counter.get("customer.view", { customer: customer.id });
    expect(view.lossCases[0]).toMatchObject({ status: "oral-active" });
    lossCase = view.lossCases[0]?.number ?? "";
    expect(view.accounts.find(({ id }) => id === account.id)).toMatchObject({ available: 0 });
  });

  test("D03: the written report waits for a supervisor, and its slip prints once", async () => {
    const receipt = await run(
      "4003",
      {
        lossCase,
        numbering: "new",
        reporter: { by: "holder" },
        identity: await identity(),
        fee: "cash",
        signed: true,
      },
      "2001",
    );
    slip = receipt.slip ?? "";
    expect(receipt.slipKind).toBe("loss-application");

    await counter.get("slip.print", { slip, to: "pdf", language: "zh-CN" });
    expect(await counter.ask("slip.print", { slip, to: "pdf", language: "zh-CN" })).toEqual({
      ok: false,
      refusal: { code: "slip.printed", slip },
    });
    expect(counter.printed).toHaveLength(1);
  });

  test("L10: money still comes in, and none goes out", async () => {
    await run("3011", { account: account.id, amount: 1_000_00 });

    const swipe = await swiped(lost.id);
    expect(swipe.verdict).toBe("reported-lost");
    const request = {
      code: "3012",
      input: {
        account: account.id,
        amount: 100_00,
        swipe: swipe.ref,
        pin: await pin(await pinOf(customer.id)),
      },
    } as const;
    expect(await counter.ask("transaction.preview", request)).toEqual({
      ok: false,
      refusal: { code: "card.reported-lost", loss: "formal" },
    });
  });

  test("L12: nothing is handed over a day too early", async () => {
    const { maturesOn } = (await counter.get("customer.view", { customer: customer.id }))
      .lossCases[0] as { maturesOn: string };
    const { today } = await counter.get("workstation.view", undefined);
    const days = (Date.parse(maturesOn) - Date.parse(today)) / 86_400_000;
    await counter.get("demonstration.move-clock", { days: days - 1 });

    const early = await counter.ask("transaction.preview", await replacement());
    expect(early).toEqual({ ok: false, refusal: { code: "loss.not-matured", maturesOn } });
    await counter.get("demonstration.move-clock", { to: maturesOn });
  });

  async function replacement() {
    return {
      code: "4007",
      input: {
        lossCase,
        slip,
        numbering: "new",
        identity: await identity(),
        fee: "cash",
        signed: true,
      },
    } as const;
  }

  test("V04: a write that fails voids its piece, and the next one is written and verified", async () => {
    const request = await replacement();
    const preview = await counter.get("transaction.preview", request);
    expect(preview).toMatchObject({ level: "A2", writes: true });
    expect(await counter.ask("card.write", { request })).toMatchObject({
      ok: false,
      refusal: { code: "authorisation.needed", level: "A2" },
    });
    const grant = await approve(request, "2001");

    await counter.get("demonstration.fail-next", { how: "write-error" });
    const failing = counter.ask("card.write", { request, grant });
    await counter.swipe(await blank(), "write-swipe");
    const failed = await failing;
    expect(failed).toMatchObject({ ok: false, refusal: { code: "reader.write-failed" } });

    const writing = counter.get("card.write", { request, grant });
    const piece = await blank();
    await counter.swipe(piece, "write-swipe");
    await counter.swipe(piece);
    const written = await writing;
    const receipt = await counter.get("transaction.run", {
      id: "replacement-1",
      request,
      grant,
      written: written.ref,
    });

    expect(receipt.outcome).toEqual(
      (await counter.get("transaction.run", { id: "replacement-1", request })).outcome,
    );
    const view = await counter.get("customer.view", { customer: customer.id });
    expect(view.lossCases[0]).toMatchObject({ status: "closed-replaced" });
    expect(view.cards.find(({ id }) => id === lost.id)).toMatchObject({ life: "replaced" });
    expect(view.accounts.find(({ id }) => id === account.id)?.holds).toEqual([]);
  });

  async function blank(): Promise<string> {
    const { cards } = await counter.get("demonstration.tray", undefined);
    return cards.find(({ kind }) => kind === "blank")?.id ?? "";
  }

  test("L13, L14: the new card works after activation, the old one is kept", async () => {
    const view = await counter.get("customer.view", { customer: customer.id });
    const fresh = view.cards.find(({ life }) => life === "issued-inactive") as CardView;
    const shown = await swiped(fresh.id);
    expect(shown.verdict).toBe("inactive");
    const wrong = {
      code: "3002",
      input: {
        card: fresh.id,
        swipe: shown.ref,
        identity: await identity(),
        pin: await pin("135246"),
      },
    } as const;
    expect(await counter.ask("transaction.preview", wrong)).toEqual({
      ok: false,
      refusal: { code: "card.pin-wrong", triesLeft: 2 },
    });
    await run("3002", { ...wrong.input, pin: await pin(await pinOf(customer.id)) });

    const old = await swiped(lost.id);
    expect(old).toMatchObject({ verdict: "replaced", retain: true });
    await run("3009", { swipe: old.ref, reason: "the lost card was found" }, "1002");
  });

  test("the journal holds all of it, and a stranger's program verifies the folder", async () => {
    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows[0]).toMatchObject({ code: "3009", teller: "1001", approvers: ["1002"] });
    await atCounter(counter).signOff();
    await counter.close();

    const verified = spawnSync("node", ["scripts/verify.mjs", counter.folder, "--key"], {
      encoding: "utf8",
    });
    expect(verified.stderr).toBe("");
    expect(verified.status).toBe(0);
    counter = await openWorkstation(counter.folder);
    await counter.get("session.sign-on", { teller: "1001", password: "Guitai-demo-1001" });
    const again = await counter.get("customer.view", { customer: customer.id });
    expect(again.cards.find(({ id }) => id === lost.id)).toMatchObject({ life: "retained" });
  });
});
