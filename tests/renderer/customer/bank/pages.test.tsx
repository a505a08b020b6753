// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { refuse } from "#core/kernel/result.ts";
import { bankSession, bankView, challenged, paid } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

async function open(page: string, session = bankSession(), answers: CustomerAnswers = {}) {
  const opened = openCustomerWindow({ "bank.view": yes(bankView({ session })), ...answers });
  await opened.user.click(await screen.findByRole("button", { name: "网上银行" }));
  await opened.user.click(screen.getByRole("button", { name: page }));
  return opened;
}

/** What a page says, each heading of a list with what stands beside it. */
const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll("dt")].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  );

describe("口令卡查询", () => {
  test("P16: tells number, day of application, uses so far and uses left", async () => {
    await open("口令卡查询");

    expect(facts()).toEqual({
      卡号: "030000000042",
      申请日期: "2026-04-01",
      已使用次数: "24 次",
      剩余使用次数: "976 次",
      状态: "正常",
    });
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("P14: reminds when few uses are left", async () => {
    const card = { ...bankSession().card, used: 950, left: 50, isToRemind: true };
    await open("口令卡查询", bankSession({ card }));

    expect(screen.getByRole("alert").textContent).toContain("申请新卡");
  });

  test("P17: says of a lock when it ends, and of the other one how", async () => {
    const locked = (lock: string) => bankSession({ card: { ...bankSession().card, lock } });
    const { tell } = await open("口令卡查询", locked("day"));
    expect(facts().状态).toContain("次日自动恢复");

    tell("bank.changed", bankView({ session: locked("hard") }));
    expect(facts().状态).toContain("网点换卡");
  });

  test("P31: says how a card is got, and that a U盾 needs none", async () => {
    const without = (medium: string) => bankSession({ medium, card: undefined });
    const { tell } = await open("口令卡查询", without("static"));
    expect(screen.getByText(/到网点申请/)).toBeTruthy();

    tell("bank.changed", bankView({ session: without("usb-key") }));
    expect(screen.getByText(/不需要口令卡/)).toBeTruthy();
  });
});

describe("电子商务 and 对外转账", () => {
  const closed = bankSession({ switches: { "e-commerce": false, "outward-transfer": true } });

  test("P24: are closed by the customer, after she was asked once more", async () => {
    const { user, askedOn } = await open("功能管理", bankSession(), {
      "bank.close-switch": yes(bankView({ session: closed })),
    });

    await user.click(screen.getByRole("button", { name: "关闭电子商务" }));
    expect(askedOn("bank.close-switch")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "确定关闭" }));

    expect(askedOn("bank.close-switch")).toEqual([{ which: "e-commerce" }]);
    expect(await screen.findByText("已关闭")).toBeTruthy();
  });

  test("P25: are opened by the branch only, and there is no button for it", async () => {
    await open("功能管理", closed);

    expect(screen.getByText(/要再开通，请本人持有效证件和网上银行注册卡到网点办理/)).toBeTruthy();
    const buttons = screen.getAllByRole("button").map(({ textContent }) => textContent);
    expect(buttons).toContain("关闭对外转账");
    expect(buttons.filter((name) => name?.includes("电子商务"))).toEqual([]);
  });

  test("stay as they are when the customer thinks better of it, and say why when refused", async () => {
    const { user, askedOn } = await open("功能管理", bankSession(), {
      "bank.close-switch": refuse({ code: "e-bank.not-logged-in" } as const),
    });

    await user.click(screen.getByRole("button", { name: "关闭电子商务" }));
    await user.click(screen.getByRole("button", { name: "放弃" }));
    expect(askedOn("bank.close-switch")).toEqual([]);

    await user.click(screen.getByRole("button", { name: "关闭电子商务" }));
    await user.click(screen.getByRole("button", { name: "确定关闭" }));
    expect((await screen.findByRole("alert")).textContent).toContain("重新登录");
  });
});

describe("定期存款提前支取", () => {
  const deposit = {
    id: "a-7",
    number: "0101031825521225952",
    product: "time-deposit",
    balance: 10_000_00,
    available: 10_000_00,
    maturesOn: "2027-01-03",
    isMatured: false,
    pays: false,
  };

  test("P07: is asked for a whole deposit, after its price was said", async () => {
    const session = bankSession({ accounts: [...bankSession().accounts, deposit] });
    const { user, askedOn } = await open("定期存款提前支取", session, {
      "bank.pay": yes(challenged()),
    });
    expect(screen.getByText(/按支取日活期利率/)).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(askedOn("bank.pay")).toMatchObject([
      { order: { kind: "early-withdrawal", deposit: "a-7" }, confirmed: false },
    ]);
  });

  test("P07: tells principal and interest apart before it is confirmed, and on its receipt", async () => {
    const session = bankSession({
      accounts: [...bankSession().accounts, deposit],
      medium: "usb-key",
    });
    const named = { payee: "0101026593066221730", amount: 10_012_50 };
    const drawn = { principal: 10_000_00, interest: 12_50 };
    const told = { 本金: "10,000.00 元", 利息: "12.50 元", 本息合计: "10,012.50 元" };
    const { user } = await open("定期存款提前支取", session, {
      "bank.pay": ({ confirmed }) =>
        confirmed
          ? yes(paid({ ...named, drawn }))
          : yes({ status: "confirm-on-key", ...named, drawn } as never),
    });

    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByRole("heading", { name: "请核对并确认" });
    expect(facts()).toMatchObject(told);
    await user.click(screen.getByRole("button", { name: "按下U盾确认键" }));

    await screen.findByRole("heading", { name: "交易成功" });
    expect(facts()).toMatchObject(told);
  });

  test("P07: offers no deposit whose day has come, and says where it is drawn", async () => {
    const matured = { ...deposit, id: "a-8", number: "0101031825521225960", isMatured: true };
    const accounts = [...bankSession().accounts, matured, deposit];
    const { tell } = await open("定期存款提前支取", bankSession({ accounts }));
    expect(screen.getAllByRole<HTMLInputElement>("radio").map(({ value }) => value)).toEqual([
      "a-7",
    ]);
    expect(screen.getByText("已到期、须到网点支取的：0101031825521225960")).toBeTruthy();

    tell("bank.changed", bankView({ session: bankSession({ accounts: [matured] }) }));

    expect(screen.getByText(/都已到期，不是提前支取/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "下一步" })).toBeNull();
  });

  test("is not offered to whoever has no deposit", async () => {
    await open("定期存款提前支取");

    expect(screen.getByText(/没有可以提前支取/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "下一步" })).toBeNull();
  });
});

describe("what a customer cannot order now", () => {
  const refusal = { code: "e-bank.medium-needed" };

  test("P06: is said with its reason before the form, and of that kind alone", async () => {
    const session = bankSession({ closed: [{ kind: "transfer", refusal }] });
    const { user } = await open("对外转账", session);

    const said = screen.getByRole("status");
    expect(said.textContent).toBe("您现在不能办理：这种交易须用口令卡或U盾确认。请到网点申请。");
    const form = screen.getByLabelText("收款人姓名");
    expect(said.compareDocumentPosition(form)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await user.click(screen.getByRole("button", { name: "缴费" }));
    expect(screen.queryByRole("status")).toBeNull();
  });

  test("is said in the shop too, before she pays", async () => {
    const closed = [{ kind: "purchase", refusal: { code: "password-card.not-activated" } }];
    const { user } = openCustomerWindow({
      "bank.view": yes(bankView({ session: bankSession({ channel: "shop", closed }) })),
    });
    await user.click(await screen.findByRole("button", { name: "网上商店" }));

    await user.click(screen.getByRole("button", { name: "购买《汉语大字典》（缩印本）" }));

    expect(screen.getByRole("status").textContent).toContain("口令卡未激活");
  });
});

describe("缴费 and B2C购物", () => {
  test("P06: a bill is named by its number", async () => {
    const { user, askedOn } = await open("缴费", bankSession(), { "bank.pay": yes(challenged()) });

    await user.selectOptions(screen.getByLabelText("缴费项目"), "电费");
    await user.type(screen.getByLabelText("金额"), "132.40{Enter}");

    expect(askedOn("bank.pay")).toMatchObject([
      { order: { kind: "bill", biller: "电费", reference: "20061208-77", amount: 132_40 } },
    ]);
  });

  test("P38: say what may be paid with what the customer confirms by", async () => {
    await open("B2C购物");

    expect(screen.getByText(/单笔限额 1,000.00 元，每日限额 5,000.00 元/)).toBeTruthy();
  });

  test("P39: know no limit with a U盾", async () => {
    await open("B2C购物", bankSession({ medium: "usb-key", limits: undefined }));

    expect(screen.getByText("U盾客户不受限额限制")).toBeTruthy();
  });
});
