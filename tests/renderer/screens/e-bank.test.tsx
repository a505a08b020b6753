// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CloseInternetBank, OpenInternetBank } from "#renderer/screens/e-bank/internet-bank.tsx";
import { PhoneBank } from "#renderer/screens/e-bank/phone-bank.tsx";
import { CloseSwitch, OpenSwitch } from "#renderer/screens/e-bank/switches.tsx";
import { UsbKey } from "#renderer/screens/e-bank/usb-key.tsx";
import { WapBank } from "#renderer/screens/e-bank/wap-bank.tsx";
import {
  bankCustomer,
  cardCustomer,
  identity,
  keyCustomer,
  phoneCustomer,
  shownDocument,
} from "#tests/renderer/support/desk-views.ts";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, eBankView, previewView, swipeView } from "#tests/renderer/support/views.ts";

const answers: Answers = {
  "pin.ask": ({ of }) => yes({ ref: (of === "e-bank" ? "e-password1" : "e-pin000001") as never }),
  "transaction.preview": yes(previewView({ level: "A2" })),
};
const sign = { name: "客户已核对并签字" };
const opened = {
  card: "k-1",
  swipe: "e-00000001",
  identity,
  pin: "e-pin000001",
  password: "e-password1",
  signed: true,
};

type Counter = ReturnType<typeof renderCounter>;

/** Card and document on the counter, PIN and login password keyed in on the pad, signed, Enter. */
async function openByKeyboard({ bridge, user }: Counter): Promise<void> {
  act(() => bridge.tell("card.swiped", swipeView()));
  act(() => bridge.tell("document.shown", shownDocument));
  await user.keyboard("{Enter}");
  await screen.findByText("✓ 已输入");
  await user.keyboard("{Enter}");
  expect(await screen.findAllByText("✓ 已输入")).toHaveLength(2);
  await user.keyboard(" {Enter}");
  await screen.findByText("将要发生");
}

/** The document on the counter, signed, Enter. */
async function closeByKeyboard({ bridge, user }: Counter): Promise<void> {
  act(() => bridge.tell("document.shown", shownDocument));
  expect(document.activeElement).toBe(screen.getByRole("checkbox", sign));
  await user.keyboard(" {Enter}");
  await screen.findByText("将要发生");
}

const sent = ({ bridge }: Counter) => bridge.asked.at(-1)?.input;

describe("5005 and 5006 the internet bank", () => {
  test("R19: is opened with card, PIN, document, a login password and a signature", async () => {
    const counter = renderCounter(<OpenInternetBank />, { customer: customerView(), answers });

    await openByKeyboard(counter);

    expect(sent(counter)).toEqual({ code: "5005", input: opened });
  });

  test("P09: hangs on the card that the WAP bank hangs on, and no other is offered", () => {
    const [card] = customerView().cards;
    const relation = { id: "r-1", kind: "wap-bank", label: "手机银行（WAP）", card: "k-1" };
    renderCounter(<OpenInternetBank />, {
      customer: customerView({
        cards: [card, { ...card, id: "k-2", number: "622202*********9999" }],
        relations: [{ ...relation, cardNumber: "622202*********6788" }],
        eBank: eBankView({ channels: ["wap-bank"], medium: "static" }),
      }),
    });

    expect(screen.getByRole("radio", { name: /6788/ })).toHaveProperty("checked", true);
    expect(screen.queryByRole("radio", { name: /9999/ })).toBeNull();
  });

  test("open already, leads on to the password card", () => {
    renderCounter(<OpenInternetBank />, { customer: bankCustomer() });

    expect(screen.getByText("网上银行已经开通。")).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("5001");
  });

  test.each([
    ["a password card", cardCustomer()],
    ["a U盾", keyCustomer()],
  ])(
    "open already for somebody with %s, leads on to the switches and last to closing",
    (_, customer) => {
      renderCounter(<OpenInternetBank />, { customer });

      expect(document.activeElement?.textContent).toContain("5007");
      const keys = screen.getAllByRole("button").map(({ textContent }) => textContent?.slice(0, 4));
      expect(keys).toEqual(["5007", "5009", "5006"]);
    },
  );

  test("5.3: closing says that the password card becomes void with it", async () => {
    const counter = renderCounter(<CloseInternetBank />, { customer: cardCustomer(), answers });

    expect(screen.getByText("口令卡 030000099001 将在同一笔业务里作废。")).toBeTruthy();
    await closeByKeyboard(counter);

    expect(sent(counter)).toEqual({
      code: "5006",
      input: { customer: "c-1", identity, signed: true },
    });
  });

  test("never opened, there is nothing to close", () => {
    renderCounter(<CloseInternetBank />, { customer: customerView() });

    expect(screen.getByText("网上银行尚未开通。")).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("5005");
  });

  test("a refusal is said beside what was filled in", async () => {
    const counter = renderCounter(<CloseInternetBank />, {
      customer: bankCustomer(),
      answers: {
        "transaction.preview": {
          ok: false,
          refusal: { code: "e-bank.not-open", channel: "internet-bank" },
        },
      },
    });

    act(() => counter.bridge.tell("document.shown", shownDocument));
    await counter.user.keyboard(" {Enter}");

    expect((await screen.findByRole("alert")).textContent).toBe("网上银行尚未开通。请先开通再办。");
  });
});

describe("5007 and 5008 the two switches", () => {
  test("P24: closing takes the document alone", async () => {
    const counter = renderCounter(<CloseSwitch />, { customer: cardCustomer(), answers });

    await counter.user.click(screen.getByRole("radio", { name: "对外转账" }));
    act(() => counter.bridge.tell("document.shown", shownDocument));
    await counter.user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(sent(counter)).toEqual({
      code: "5007",
      input: { customer: "c-1", which: "outward-transfer", document: identity.document },
    });
  });

  test("P25: opening takes the holder, the registered card and a signature; the closed one is chosen", async () => {
    const eBank = { ...cardCustomer().eBank };
    const switches = { "e-commerce": true, "outward-transfer": false };
    const counter = renderCounter(<OpenSwitch />, {
      customer: cardCustomer({}, { eBank: { ...eBank, switches } }),
      answers,
    });

    expect(screen.getByRole("radio", { name: "对外转账" })).toHaveProperty("checked", true);
    expect(screen.queryByRole("radio", { name: "电子商务" })).toBeNull();
    act(() => counter.bridge.tell("card.swiped", swipeView()));
    await closeByKeyboard(counter);

    expect(sent(counter)).toEqual({
      code: "5008",
      input: {
        which: "outward-transfer",
        card: "k-1",
        swipe: "e-00000001",
        identity,
        signed: true,
      },
    });
  });

  test("both on, there is nothing to open; both off, nothing to close", () => {
    const { store } = renderCounter(<OpenSwitch />, { customer: cardCustomer() });
    expect(screen.getByText("电子商务和对外转账都已开通。")).toBeTruthy();

    const switches = { "e-commerce": false, "outward-transfer": false };
    const eBank = { ...cardCustomer().eBank, switches };
    renderCounter(<CloseSwitch />, { customer: cardCustomer({}, { eBank }) });

    expect(screen.getByText("电子商务和对外转账都已关闭。")).toBeTruthy();
    expect(store.getState().customer).toBeTruthy();
  });

  test("without a network there is nothing to switch", () => {
    renderCounter(<CloseSwitch />, { customer: phoneCustomer() });

    expect(screen.getByText("网上银行尚未开通。")).toBeTruthy();
  });
});

describe("5009 the U盾", () => {
  test("P31: an issue takes card, PIN and the next piece, and says that the password card ends", async () => {
    const counter = renderCounter(<UsbKey />, { customer: cardCustomer(), answers });
    const { user, bridge } = counter;

    expect(screen.getByText("发放U盾的同时口令卡 030000099001 作废。")).toBeTruthy();
    expect(screen.getByText("040000100001")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /覆膜破损/ })).toBeNull();
    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已输入");
    await user.keyboard(" {Tab}{Tab} {Enter}");
    await screen.findByText("将要发生");

    expect(sent(counter)).toEqual({
      code: "5009",
      input: {
        action: "issue",
        card: "k-1",
        swipe: "e-00000001",
        identity,
        pin: "e-pin000001",
        serial: "040000100001",
        fee: "cash",
        signed: true,
      },
    });
  });

  test("a replacement takes no PIN, a cancellation neither card nor piece", async () => {
    const counter = renderCounter(<UsbKey />, { customer: keyCustomer(), answers });

    expect(screen.queryByRole("button", { name: "请客户输入密码" })).toBeNull();
    expect(screen.getByText("040000100001")).toBeTruthy();
    await counter.user.click(screen.getByRole("radio", { name: "注销" }));
    expect(screen.queryByText("040000100001")).toBeNull();
    act(() => counter.bridge.tell("document.shown", shownDocument));
    await counter.user.click(screen.getByRole("checkbox", sign));
    await counter.user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(sent(counter)).toEqual({
      code: "5009",
      input: { action: "cancel", customer: "c-1", identity, signed: true },
    });
  });

  test("without an internet bank there is nothing for it to hang on", () => {
    renderCounter(<UsbKey />, { customer: customerView() });

    expect(document.activeElement?.textContent).toContain("5005");
  });
});

describe("5010 the WAP bank", () => {
  test("P09: opens on the registered card of the internet bank", async () => {
    const counter = renderCounter(<WapBank />, { customer: bankCustomer(), answers });

    await openByKeyboard(counter);

    expect(sent(counter)).toEqual({ code: "5010", input: { action: "open", ...opened } });
  });

  test("open, it can only be closed", async () => {
    const eBank = eBankView({ channels: ["wap-bank"], medium: "static" });
    const counter = renderCounter(<WapBank />, { customer: bankCustomer({ eBank }), answers });

    expect(screen.queryByRole("radio", { name: "开通" })).toBeNull();
    await closeByKeyboard(counter);

    expect(sent(counter)).toEqual({
      code: "5010",
      input: { action: "close", customer: "c-1", identity, signed: true },
    });
  });
});

describe("5011 the telephone bank", () => {
  test("R19: an agreement names the payee, with card and PIN", async () => {
    const counter = renderCounter(<PhoneBank />, { customer: phoneCustomer(), answers });
    const { user, bridge } = counter;

    const name = screen.getByRole("textbox", { name: "收款人姓名" });
    await waitFor(() => expect(document.activeElement).toBe(name));
    await user.keyboard("王五{Tab}622202020012345678{Tab}");
    act(() => bridge.tell("card.swiped", swipeView()));
    act(() => bridge.tell("document.shown", shownDocument));
    await user.click(screen.getByRole("button", { name: "请客户输入密码" }));
    await screen.findByText("✓ 已输入");
    await user.keyboard(" {Enter}");
    await screen.findByText("将要发生");

    expect(sent(counter)).toEqual({
      code: "5011",
      input: {
        action: "agree",
        payee: { name: "王五", account: "622202020012345678" },
        card: "k-1",
        swipe: "e-00000001",
        identity,
        pin: "e-pin000001",
        signed: true,
      },
    });
  });

  test("K01: an agreement ends by the whole account, which the list shows masked", async () => {
    const counter = renderCounter(<PhoneBank />, { customer: phoneCustomer(), answers });
    const { user, bridge } = counter;

    await user.click(screen.getByRole("radio", { name: "终止转账协议" }));
    expect(screen.getByText("李四 · 6222**********3456")).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: "收款账号" }), "62220212345");
    act(() => bridge.tell("document.shown", shownDocument));
    await user.click(screen.getByRole("checkbox", sign));
    await user.keyboard("{Enter}");
    expect(await screen.findByText("账号为 12 至 21 位数字")).toBeTruthy();
    expect(bridge.asked).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: "收款账号" }), "6789013456{Enter}");
    await screen.findByText("将要发生");

    expect(sent(counter)).toEqual({
      code: "5011",
      input: {
        action: "end-agreement",
        account: "622202123456789013456",
        customer: "c-1",
        identity,
        signed: true,
      },
    });
  });

  test("closing says how many agreements end with it", async () => {
    const { user } = renderCounter(<PhoneBank />, { customer: phoneCustomer() });

    await user.click(screen.getByRole("radio", { name: "注销" }));

    expect(screen.getByText("1 个转账协议将一并终止。")).toBeTruthy();
  });
});
