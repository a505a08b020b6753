// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { IssuePasswordCard } from "#renderer/screens/password-card/issue-card.tsx";
import {
  bankCustomer,
  cardCustomer,
  identity,
  keyCustomer,
  shownDocument,
} from "#tests/renderer/support/desk-views.ts";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  customerView,
  previewView,
  receiptView,
  swipeView,
  workstationView,
} from "#tests/renderer/support/views.ts";

const answers: Answers = {
  "pin.ask": ({ of }) => yes({ ref: (of === "e-bank" ? "e-password1" : "e-pin000001") as never }),
  "transaction.preview": yes(previewView({ level: "A2" })),
  "authorisation.approve": yes({ grant: "g-1", status: "whole", approver: "2001" as never }),
  "transaction.run": yes(receiptView()),
};
const film = { name: "覆膜完好" };

describe("5001 a password card for somebody with an internet bank", () => {
  test("P31, P26: card, document, PIN, the next piece, both ticks and a signature, by keyboard", async () => {
    const { user, bridge } = renderCounter(<IssuePasswordCard />, {
      customer: bankCustomer(),
      answers,
    });

    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已输入");
    await user.keyboard(" {Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog");
    await user.keyboard("2001{Tab}secret{Enter}");

    expect(await screen.findByText("✓ 已入账")).toBeTruthy();
    expect(bridge.asked.find(({ channel }) => channel === "pin.ask")?.input).toEqual({
      account: "a-1",
      card: "k-1",
      purpose: "verify",
    });
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      request: {
        code: "5001",
        input: {
          card: "k-1",
          swipe: "e-00000001",
          pin: "e-pin000001",
          identity,
          serial: "030000100001",
          checked: { wrapper: true, film: true },
          fee: "cash",
          signed: true,
        },
      },
      grant: "g-1",
    });
    expect(bridge.asked.at(-1)?.input).not.toHaveProperty("request.input.open");
  });

  test("V02: shows the one piece that may be used, large, and wants it confirmed", async () => {
    const { user, bridge } = renderCounter(<IssuePasswordCard />, {
      customer: bankCustomer(),
      answers,
    });

    expect(screen.getByText("030000100001").className).toContain("serial");
    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText("请核对手中的号码，一致再打勾")).toBeTruthy();
    expect(bridge.asked).toEqual([]);
  });

  test("P26: wrapper and film are ticked each for itself, and neither alone will do", async () => {
    const { user, bridge } = renderCounter(<IssuePasswordCard />, {
      customer: bankCustomer(),
      answers,
    });

    await user.click(screen.getByRole("checkbox", { name: "塑料包装膜完好" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findAllByText(/破损的请作废，换下一张/)).toHaveLength(1);
    await user.click(screen.getByRole("checkbox", film));
    await user.click(screen.getByRole("checkbox", { name: "塑料包装膜完好" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    expect(await screen.findAllByText(/破损的请作废，换下一张/)).toHaveLength(1);
    expect(bridge.asked).toEqual([]);
  });

  test("V02: a piece confirmed before another one became the next is not confirmed any more", async () => {
    const { user, store } = renderCounter(<IssuePasswordCard />, { customer: bankCustomer() });
    const confirm = () => screen.getByRole("checkbox", { name: /手中的正是这一张/ });
    await user.click(confirm());
    expect(confirm()).toHaveProperty("checked", true);

    const stock = [{ kind: "password-card", next: "030000100002", left: 11, inVault: 88 }];
    act(() => store.getState().tellWorkstation(workstationView({ stock })));

    expect(screen.getByText("030000100002")).toBeTruthy();
    expect(confirm()).toHaveProperty("checked", false);
  });

  test.each([
    [{ code: "card.pin-wrong", triesLeft: 2 }, "密码错误，还可再试 2 次。请客户重新输入。"],
    [{ code: "pin.used-up" }, "客户输入的密码只能用一次，现已失效。请客户在密码键盘上重新输入。"],
  ] as const)("T25: a PIN that is %j has to be keyed in anew", async (refusal, said) => {
    const { user, bridge } = renderCounter(<IssuePasswordCard />, {
      customer: bankCustomer(),
      answers: { ...answers, "transaction.preview": { ok: false, refusal } },
    });
    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已输入");
    await user.keyboard(" {Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain(said);
    expect(screen.queryByText("✓ 已输入")).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("checkbox", film).checked).toBe(true);
  });

  test("a refusal is said, and the form is still filled in", async () => {
    const { user, bridge } = renderCounter(<IssuePasswordCard />, {
      customer: bankCustomer(),
      answers: {
        ...answers,
        "transaction.preview": {
          ok: false,
          refusal: { code: "voucher.not-next", next: "030000100002" as never },
        },
      },
    });

    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已输入");
    await user.keyboard(" {Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("030000100002");
    expect(screen.getByRole("checkbox", film)).toHaveProperty("checked", true);
  });
});

describe("5001 the composite visit", () => {
  test("P32: without an internet bank says so, and takes a login password on the pad", async () => {
    const { user, bridge } = renderCounter(<IssuePasswordCard />, {
      customer: customerView(),
      answers,
    });

    expect(screen.getByText(/客户还没有开通网上银行/)).toBeTruthy();
    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已输入");
    await user.keyboard("{Enter}");
    expect(await screen.findAllByText("✓ 已输入")).toHaveLength(2);
    await user.keyboard(" {Tab}{Tab} {Tab} {Tab}{Tab} {Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[1]?.input).toEqual({
      account: "a-1",
      card: "k-1",
      purpose: "new",
      of: "e-bank",
    });
    expect(bridge.asked.at(-1)?.input).toMatchObject({
      code: "5001",
      input: { serial: "030000100001", open: { password: "e-password1" } },
    });
  });

  test("with an internet bank asks for no password", () => {
    renderCounter(<IssuePasswordCard />, { customer: bankCustomer() });

    expect(screen.queryByRole("button", { name: "请客户设置登录密码" })).toBeNull();
  });
});

describe("5001 is not for everybody", () => {
  test("P09: who has a password card is led to its reissue", () => {
    renderCounter(<IssuePasswordCard />, { customer: cardCustomer() });

    expect(screen.getByText(/客户已有口令卡 030000099001/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("5002");
  });

  test("P31: who has a U盾 is led to its own transaction", () => {
    renderCounter(<IssuePasswordCard />, { customer: keyCustomer() });

    expect(screen.getByText(/客户持有U盾/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("5009");
  });

  test("P23: a registered card that is lost must be seen to first", () => {
    const [card] = customerView().cards;
    renderCounter(<IssuePasswordCard />, {
      customer: bankCustomer({
        cards: [
          { ...card, loss: "formal" },
          { ...card, id: "k-2" },
        ],
      }),
    });

    expect(screen.getByText(/网上银行注册卡 622202\*{9}6788 现在不能使用/)).toBeTruthy();
  });
});
