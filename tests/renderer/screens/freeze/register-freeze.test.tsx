// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import {
  RegisterFreeze,
  RegisterWaitingFreeze,
} from "#renderer/screens/freeze/register-freeze.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { assistingView } from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, receiptView } from "#tests/renderer/support/views.ts";
import { choose, courtPapers, fillPapers, type } from "./fill-papers.ts";

const answers = {
  "transaction.preview": yes(previewView({ level: "A2" })),
  "transaction.run": yes(receiptView()),
};

/** Zhang San with two time deposits below his card's account, and one that is closed. */
function withDeposits() {
  const [account] = customerView().accounts;
  const deposit = (number: number, life = "open") => ({
    ...account,
    id: `a-${number}`,
    number: `00010000000${number}`,
    product: "time-deposit",
    life,
  });
  return customerView({ accounts: [account, deposit(2), deposit(3), deposit(4, "closed")] });
}

describe("6001 registering an order of the state", () => {
  test("F01, F02, F04: the paper in its own order, from the organ to the term", async () => {
    const { user, bridge } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
      answers,
    });

    await choose(user, "人民法院");
    expect(await screen.findByText(/民事诉讼法 106, 253/)).toBeTruthy();
    expect(screen.getByText(/最长 12 个月/)).toBeTruthy();
    await fillPapers(user);
    await type(user, "文书所载户名", "张三");
    await user.click(screen.getByRole("radio", { name: "金额" }));
    await type(user, "冻结金额（元）", "6000");
    expect(screen.getByText(/陆仟元整/)).toBeTruthy();
    await type(user, "文书所载大写金额（有则照录）", "陆仟元整");
    await user.click(screen.getByRole("radio", { name: "及于孳息" }));
    await type(user, "期限（个月）", "12");
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked).toEqual([
      {
        channel: "transaction.preview",
        input: {
          code: "6001",
          input: {
            account: "a-1",
            nameOnNotice: "张三",
            papers: courtPapers,
            scope: { type: "amount", amount: 6_000_00 },
            amountInWords: "陆仟元整",
            coversInterest: true,
            term: { unit: "months", count: 12 },
            isExtended: false,
          },
        },
      },
    ]);
  });

  test("F04: whether interest is covered is never taken for granted, nor any other line", async () => {
    const { user, bridge } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
      answers,
    });

    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText("请选择是否及于孳息")).toBeTruthy();
    expect(screen.getByText("请选择机关种类")).toBeTruthy();
    expect(bridge.asked).toEqual([]);
  });

  test("K01: a card number in the document number is said at its field, and nothing is asked", async () => {
    const { user, bridge } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
      answers,
    });

    await type(user, "文书号", "执字 6222 0200 0000 0000 018 号");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    expect(await screen.findByText(/卡号不得在此留存/)).toBeTruthy();
    expect(bridge.asked).toEqual([]);
  });

  test("F-POLICE: the longer term names its approval; the court's has none", async () => {
    const { user } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
    });

    await choose(user, "人民法院");
    expect(screen.queryByRole("checkbox", { name: /已出示延长的批准/ })).toBeNull();
    await choose(user, "刑事");

    const tick = await screen.findByRole("checkbox", { name: /已出示延长的批准/ });
    expect(tick.closest("label")?.textContent).toContain("设区的市一级以上");
    expect(tick.closest("label")?.textContent).toContain("12 个月");
  });

  test("F14: by network no permits are to be shown, and what was ticked before is asked again", async () => {
    const { user, bridge } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
      answers,
    });

    await choose(user, "人民法院");
    await fillPapers(user);
    expect(screen.getByRole("radio", { name: "柜面送达" })).toHaveProperty("checked", true);
    await user.click(screen.getByRole("radio", { name: "网络查控" }));
    expect(await screen.findByText(/不另验证件/)).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: /工作证|执行公务证/ })).toBeNull();
    for (const paper of screen.getAllByRole("checkbox", { name: /裁定书|通知书/ })) {
      expect(paper).toHaveProperty("checked", false);
      await user.click(paper);
    }
    await type(user, "文书所载户名", "张三");
    await user.click(screen.getByRole("radio", { name: "金额" }));
    await type(user, "冻结金额（元）", "1");
    await user.click(screen.getByRole("radio", { name: "不及于孳息" }));
    await type(user, "期限（个月）", "6");
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      input: { papers: { ...courtPapers, delivery: "network", shown: ["ruling", "notice"] } },
    });
  });

  test("F-CUST: a measure without a fixed term is one until it is released", async () => {
    const { user } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
    });

    await choose(user, "海关");

    expect(await screen.findByText(/海关法 6, 60, 61/)).toBeTruthy();
    expect(screen.getByRole("radio", { name: "至解除为止" })).toHaveProperty("checked", true);
  });

  test("F05: the account is found by the number on the paper, without leaving the form", async () => {
    const { user, bridge, store } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      answers: { "customer.find": yes([customerView()]) },
    });

    await type(user, "文书所载的号码", "000100000001");
    await user.keyboard("{Enter}");

    expect(await screen.findByText("*三")).toBeTruthy();
    expect(bridge.asked).toEqual([
      { channel: "customer.find", input: { by: "account-number", number: "000100000001" } },
    ]);
    expect(store.getState().transaction.step).toBe("filling");
    await waitFor(() =>
      expect(screen.getByRole("radio", { name: /000100000001/ })).toHaveProperty("checked", true),
    );
  });

  test("F05: a refusal says what to hand the notice back for", async () => {
    const { user } = renderCounter(<RegisterWaitingFreeze />, {
      workstation: assistingView(),
      customer: customerView(),
      answers: {
        "transaction.preview": { ok: false, refusal: { code: "freeze.name-differs" } },
      },
    });

    await choose(user, "人民法院");
    await fillPapers(user);
    await type(user, "文书所载户名", "张三丰");
    await user.click(screen.getByRole("radio", { name: "整个账户（A3 授权）" }));
    await user.click(await screen.findByRole("radio", { name: "只收不付" }));
    await user.click(screen.getByRole("radio", { name: "不及于孳息" }));
    await type(user, "期限（个月）", "6");
    await user.keyboard("{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("退回通知书并说明户名不符");
  });

  test("F04: of a whole account the holder's others can be ticked, by keyboard alone", async () => {
    const { user, bridge } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: withDeposits(),
      answers,
    });

    await choose(user, "人民法院");
    await fillPapers(user);
    await user.click(screen.getByRole("radio", { name: /000100000001/ }));
    await type(user, "文书所载户名", "张三");
    await user.click(screen.getByRole("radio", { name: "金额" }));
    expect(screen.queryByRole("group", { name: /还冻结的账户/ })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "整个账户（A3 授权）" }));
    const group = await screen.findByRole("group", { name: /还冻结的账户/ });
    expect(within(group).getAllByRole("checkbox")).toHaveLength(2);
    await user.click(await screen.findByRole("radio", { name: "只收不付" }));
    await user.tab();
    await user.keyboard(" ");
    expect(
      within(group).getByRole("checkbox", { name: /000100000002 · 整存整取定期/ }),
    ).toHaveProperty("checked", true);
    await user.click(screen.getByRole("radio", { name: "不及于孳息" }));
    await type(user, "期限（个月）", "6");
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      code: "6001",
      input: { account: "a-1", subAccounts: ["a-2"], scope: { type: "account", block: "debit" } },
    });
  });

  test("F04: what was ticked beside one account is not ticked beside another", async () => {
    const { user } = renderCounter(<RegisterFreeze />, {
      workstation: assistingView(),
      customer: withDeposits(),
    });

    await user.click(screen.getByRole("radio", { name: /000100000001/ }));
    await user.click(screen.getByRole("radio", { name: "整个账户（A3 授权）" }));
    await user.click(await screen.findByRole("checkbox", { name: /000100000002/ }));
    await user.click(screen.getByRole("radio", { name: /000100000002/ }));

    const ticks = await screen.findAllByRole("checkbox", { name: /0001000000/ });
    expect(ticks.map((tick) => tick.closest("label")?.textContent)).toEqual([
      expect.stringContaining("000100000001"),
      expect.stringContaining("000100000003"),
    ]);
    expect(ticks.filter((tick) => (tick as HTMLInputElement).checked)).toEqual([]);
  });

  test("U07: a teller without the duty sees no form, and is told whom to hand it to", () => {
    renderCounter(<RegisterFreeze />, {
      workstation: assistingView("none"),
      customer: customerView(),
    });

    expect(screen.getByRole("alert").textContent).toContain("只由协助执行岗和主管办理");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("U07: the audit sees the register, and registers nothing", () => {
    renderCounter(<RegisterFreeze />, { workstation: assistingView("sees") });

    expect(within(screen.getByRole("alert")).getByText(/审计人员只能查看/)).toBeTruthy();
  });
});
