// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ReissuePasswordCard } from "#renderer/screens/password-card/reissue-card.tsx";
import { VoidPasswordCard } from "#renderer/screens/password-card/void-card.tsx";
import {
  bankCustomer,
  cardCustomer,
  identity,
  keyCustomer,
  shownDocument,
} from "#tests/renderer/support/desk-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { previewView, swipeView, workstationView } from "#tests/renderer/support/views.ts";

const answers = { "transaction.preview": yes(previewView({ level: "A2" })) };
const reason = (name: string) => screen.queryByRole("radio", { name });

describe("5002 another password card", () => {
  test("P18, P20: for a card locked for good the reason is chosen, and all is done by keyboard", async () => {
    const { user, bridge } = renderCounter(<ReissuePasswordCard />, {
      customer: cardCustomer({ lock: "hard", wrongRun: 10, wrongToday: 1 }),
      answers,
    });

    expect(reason("输错锁定")).toHaveProperty("checked", true);
    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard(" {Tab}{Tab}{Tab}{Tab}{Tab}{Tab} {Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked).toEqual([
      {
        channel: "transaction.preview",
        input: {
          code: "5002",
          input: {
            passwordCard: "p-1",
            card: "k-1",
            swipe: "e-00000001",
            identity,
            reason: "locked",
            returned: true,
            serial: "030000100001",
            checked: { wrapper: true, film: true },
            fee: "cash",
            signed: true,
          },
        },
      },
    ]);
  });

  test("P22: offers only reasons that the card's state bears out, and chooses none by itself", () => {
    renderCounter(<ReissuePasswordCard />, { customer: cardCustomer() });

    const all = screen.getAllByRole("radio").map((radio) => radio.closest("label")?.textContent);
    expect(all).toEqual(expect.arrayContaining(["遗失", "卡片信息泄漏", "损坏", "覆膜破损"]));
    expect(reason("次数用尽或到期")).toBeNull();
    expect(reason("输错锁定")).toBeNull();
    expect(reason("遗失")).toHaveProperty("checked", false);
  });

  test("P14: with few uses left 用尽 may be chosen, but it is the customer's word", () => {
    renderCounter(<ReissuePasswordCard />, {
      customer: cardCustomer({ used: 960, left: 40, isToRemind: true }),
    });

    expect(reason("次数用尽或到期")).toHaveProperty("checked", false);
  });

  test("P15: for a card used up 用尽 is chosen", () => {
    renderCounter(<ReissuePasswordCard />, {
      customer: cardCustomer({ used: 1000, left: 0, life: "exhausted" }),
    });

    expect(reason("次数用尽或到期")).toHaveProperty("checked", true);
  });

  test("O06: on its last day a card is still valid, the day after it is reissued as expired", () => {
    const customer = cardCustomer({ expiresOn: "2026-05-18" });
    const { store } = renderCounter(<ReissuePasswordCard />, { customer });
    expect(reason("次数用尽或到期")).toBeNull();

    act(() => store.getState().tellWorkstation(workstationView({ today: "2026-05-19" })));

    expect(reason("次数用尽或到期")).toBeTruthy();
  });

  test("P22: a lost card cannot have been given back", async () => {
    const { user, bridge } = renderCounter(<ReissuePasswordCard />, {
      customer: cardCustomer(),
      answers,
    });

    await user.click(screen.getByRole("radio", { name: "遗失" }));
    expect(reason("没有交回")).toBeNull();
    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.click(screen.getByRole("checkbox", { name: /手中的正是这一张/ }));
    await user.keyboard("{Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      input: { reason: "lost", returned: false },
    });
  });

  test("P16: shows the old card's state beside the form", () => {
    renderCounter(<ReissuePasswordCard />, { customer: cardCustomer({ lock: "hard" }) });

    const beside = within(screen.getByRole("complementary", { name: "现在的口令卡" }));
    expect(beside.getByText("030000099001")).toBeTruthy();
    expect(beside.getByText(/只有换发新卡才能恢复/)).toBeTruthy();
  });

  test("without a card leads to 5001, with a U盾 to 5009", () => {
    const { store } = renderCounter(<ReissuePasswordCard />, { customer: bankCustomer() });
    expect(document.activeElement?.textContent).toContain("5001");

    act(() => store.getState().chooseCustomer(keyCustomer()));

    expect(screen.getByRole("button", { name: /5009/ })).toBeTruthy();
  });
});

describe("5003 a card that is voided", () => {
  test("5.3: for its holder, with document and signature", async () => {
    const { user, bridge } = renderCounter(<VoidPasswordCard />, {
      customer: cardCustomer(),
      answers,
    });

    expect(reason("客户的口令卡")).toHaveProperty("checked", true);
    act(() => bridge.tell("document.shown", shownDocument));
    await user.click(screen.getByRole("radio", { name: "没有交回" }));
    await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "5003",
      input: { what: "card", passwordCard: "p-1", identity, returned: false, signed: true },
    });
  });

  test("P27: as a blank piece needs no customer, only the very piece confirmed", async () => {
    const { user, bridge } = renderCounter(<VoidPasswordCard />, { answers });

    await user.click(screen.getByRole("checkbox", { name: /手中的正是这一张/ }));
    expect(screen.queryByRole("button", { name: "覆膜破损，作废这一张" })).toBeNull();
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "5003",
      input: { what: "blank", serial: "030000100001" },
    });
  });

  test("without a customer the other form leads to one", async () => {
    const { user } = renderCounter(<VoidPasswordCard />);

    await user.click(screen.getByRole("radio", { name: "客户的口令卡" }));

    expect(screen.getByRole("button", { name: /2001/ })).toBeTruthy();
  });
});
