// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FindCustomer } from "#renderer/screens/enquiry/find-customer.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView } from "#tests/renderer/support/views.ts";

describe("2001 finding a customer", () => {
  test("K10: by the document's number alone, straight to the customer's page", async () => {
    const { user, bridge, store } = renderCounter(<FindCustomer />, {
      answers: { "customer.find": yes([customerView()]) },
    });

    await user.keyboard("11010519491231002X{Enter}");

    expect(bridge.asked).toEqual([
      {
        channel: "customer.find",
        input: { by: "document", kind: "resident-id", number: "11010519491231002X" },
      },
    ]);
    expect(store.getState().place).toEqual({ at: "screen", code: "9002" });
  });

  test("R07: a card number is typed twice alike and with a reason", async () => {
    const { user, bridge } = renderCounter(<FindCustomer />, {
      answers: { "customer.find": yes([customerView()]) },
    });

    await user.click(screen.getByRole("radio", { name: "卡号" }));
    await user.click(screen.getByRole("textbox", { name: "卡号" }));
    await user.keyboard("6222020200123456788{Tab}6222020200123456789{Tab}磁条损坏{Enter}");
    expect(await screen.findByText("两次录入的卡号不一致")).toBeTruthy();
    expect(bridge.asked).toEqual([]);

    await user.clear(screen.getByRole("textbox", { name: "再录入一次卡号" }));
    await user.keyboard("6222020200123456788{Enter}");
    expect(bridge.asked[0]?.input).toEqual({
      by: "card-number",
      number: "6222020200123456788",
      again: "6222020200123456788",
      reason: "磁条损坏",
    });
  });

  test("several customers of one phone are compared, and one is chosen by keys", async () => {
    const second = customerView({ id: "c-2", name: "李四" });
    const { user, store } = renderCounter(<FindCustomer />, {
      answers: { "customer.find": yes([customerView(), second]) },
    });

    await user.click(screen.getByRole("radio", { name: "预留手机号" }));
    await user.click(screen.getByRole("textbox", { name: "手机号" }));
    await user.keyboard("13800001234{Enter}");
    await screen.findByText(/有 2 位客户符合/);
    await user.keyboard("{ArrowDown}{Enter}");

    expect(store.getState().customer?.name).toBe("李四");
    expect(store.getState().place).toEqual({ at: "screen", code: "9002" });
  });

  test("nobody found is said", async () => {
    const { user } = renderCounter(<FindCustomer />, {
      answers: { "customer.find": { ok: false, refusal: { code: "customer.unknown" } } },
    });

    await user.keyboard("11010519491231002X{Enter}");

    expect(await screen.findByRole("alert")).toBeTruthy();
  });
});
