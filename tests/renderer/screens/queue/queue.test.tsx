// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ParkedView, TakenUpRequest } from "#core/contract/queue-view.ts";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { Queue } from "#renderer/screens/queue/queue.tsx";
import { WaitingHere } from "#renderer/screens/queue/waiting-here.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, workstationView } from "#tests/renderer/support/views.ts";

const HASH = "c".repeat(64);
const WHO = workstationView().session;
const mine = WHO.status === "signed-off" ? "" : WHO.teller;

const parked = (more: object = {}): ParkedView =>
  ParkedView.parse({
    ...{ id: "q-3", code: "4001", level: "A2", maker: mine, makerName: "张柜员" },
    ...{ customer: "c-1", customerName: "王一", parkedAt: Date.UTC(2026, 2, 18, 2) },
    ...{ status: "waiting", approvers: [] },
    ...more,
  });

const takenUp = (more: object = {}): TakenUpRequest =>
  TakenUpRequest.parse({
    ...{ parked: parked({ status: "approved" }), hash: HASH, input: { reason: "地铁里丢失" } },
    ...{ gone: [], grant: "g-1" },
    ...more,
  });

function atQueue(rows: readonly ParkedView[], answers: Answers = {}) {
  return renderCounter(<Queue />, { answers: { "queue.list": yes([...rows]), ...answers } });
}

describe("the queue (9004)", () => {
  test("words nothing that waits as done, and says of whom it waits", async () => {
    atQueue([
      parked(),
      parked({ id: "q-4", status: "waiting", approvers: ["2001"] }),
      parked({ id: "q-5", status: "lapsed" }),
      parked({ id: "q-6", status: "declined", declined: { by: "2001", why: "签字不符" } }),
    ]);

    const table = within(await screen.findByRole("table"));
    expect(await table.findByText("待授权")).toBeTruthy();
    expect(table.getByText("2001 已授权，待第二人")).toBeTruthy();
    expect(table.getByText("授权已过时限，待授权")).toBeTruthy();
    expect(table.getByText("已拒绝（2001）：签字不符")).toBeTruthy();
    expect(table.queryByText(/已入账|已办结/)).toBeNull();
  });

  test("lets whoever did not key it open and approve by password alone", async () => {
    const other = parked({ maker: "9999" });
    const { user, bridge } = atQueue([other], {
      "queue.open": yes({
        parked: other,
        preview: previewView({ level: "A2", papers: [{ what: "signature" }] }),
      }),
      "queue.approve": yes(parked({ maker: "9999", status: "approved" })),
    });

    await user.click(await screen.findByText("q-3"));
    expect(screen.queryByRole("button", { name: "取回办理" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "打开核对" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(await dialog.findByText("客户签字的申请书")).toBeTruthy();
    await user.type(dialog.getByLabelText("密码"), "secret{Enter}");

    expect(bridge.asked).toContainEqual({
      channel: "queue.approve",
      input: { parked: "q-3", approver: mine, password: "secret" },
    });
  });

  test("says why the rules refuse it by now, and then lets it only be declined", async () => {
    const { user } = atQueue([parked({ maker: "9999" })], {
      "queue.open": { ok: false, refusal: { code: "parked.shown-gone" } },
    });

    await user.click(await screen.findByText("q-3"));
    await user.click(screen.getByRole("button", { name: "打开核对" }));
    const dialog = within(await screen.findByRole("dialog"));

    expect((await dialog.findByRole("alert")).textContent).toContain("请客户重新出示");
    expect(dialog.getByLabelText("拒绝原因")).toBeTruthy();
    expect(dialog.queryByRole("button", { name: "同意授权" })).toBeNull();
  });
});

describe("taking a request up", () => {
  const answers = (taken: TakenUpRequest, hash = HASH): Answers => ({
    "queue.take-up": yes(taken),
    "customer.view": yes(customerView()),
    "transaction.preview": yes(previewView({ level: "A2", hash })),
    "transaction.run": { ok: false, refusal: { code: "authorisation.expired" } },
  });

  test("stands at its preview with the word that carries it, and runs with both", async () => {
    const { store, bridge } = renderCounter(<OralLoss />, { answers: answers(takenUp()) });
    await store.getState().takeUp("q-3");

    expect(store.getState().transaction).toMatchObject({
      ...{ step: "previewed", parked: "q-3", brought: "g-1" },
    });
    await store.getState().confirmTransaction();

    expect(bridge.asked.at(-1)).toMatchObject({
      channel: "transaction.run",
      input: { grant: "g-1", parked: "q-3", request: { input: { reason: "地铁里丢失" } } },
    });
    // It lapsed meanwhile: the next confirmation asks for a word, and does not try the old one again.
    await store.getState().confirmTransaction();
    expect(store.getState().transaction.step).toBe("authorising");
  });

  test("brings no word to what is not exactly the same any more", async () => {
    const { store } = renderCounter(<OralLoss />, {
      answers: answers(takenUp(), "d".repeat(64)),
    });
    await store.getState().takeUp("q-3");

    const { transaction } = store.getState();
    expect(transaction).toMatchObject({ step: "previewed", parked: "q-3" });
    expect(transaction).not.toHaveProperty("brought");
  });

  test("opens the form without what must be shown again, and says so", async () => {
    const ref = "e-00000001";
    const input = {
      reason: "地铁里丢失",
      identity: { document: { by: "reader", ref }, check: "match-with-photo" },
    };
    const { store } = renderCounter(null, {
      answers: answers(takenUp({ input, gone: [ref], grant: undefined })),
    });
    await store.getState().takeUp("q-3");

    expect(store.getState().transaction.step).toBe("filling");
    expect(store.getState().filledBefore("4001")).toEqual({ reason: "地铁里丢失" });
  });
});

describe("where nobody can approve", () => {
  test("F8 lets the request wait, and the page says that nothing is done", async () => {
    const { store, user, bridge } = renderCounter(<OralLoss />, {
      customer: customerView(),
      answers: {
        "transaction.preview": yes(previewView({ level: "A2" })),
        "queue.park": yes(parked()),
      },
    });
    await store.getState().previewTransaction({ code: "4001", input: {} });
    await store.getState().confirmTransaction();
    await screen.findByRole("dialog", { name: "授权" });

    await user.keyboard("{F8}");

    expect((await screen.findByRole("status")).textContent).toContain("已挂起，待授权（q-3）");
    expect(screen.queryByText(/已入账/)).toBeNull();
    expect(bridge.asked.at(-1)).toEqual({
      channel: "queue.park",
      input: { request: { code: "4001", input: {} } },
    });
  });

  test("the customer's page shows what waits as waiting", async () => {
    renderCounter(<WaitingHere customer="c-1" />, {
      workstation: workstationView({ waiting: { own: 1, approved: 0, others: 0 } }),
      answers: { "queue.list": yes([parked(), parked({ id: "q-9", customer: "c-2" })]) },
    });

    const section = within(await screen.findByRole("region", { name: "待授权业务（尚未办成）" }));
    expect(section.getByText(/q-3 · 4001 .* · 待授权/)).toBeTruthy();
    expect(section.queryByText(/q-9/)).toBeNull();
  });
});
