// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { refuse } from "#core/kernel/result.ts";
import { CloseAccount } from "#renderer/screens/loss/close-account.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView } from "#tests/renderer/support/views.ts";

const document0018 = {
  ref: "e-document1",
  kind: "resident-id",
  number: "110101********0018",
  name: "张三",
  expired: false,
  check: "match-with-photo",
} as never;

describe("4008 closing the account after a loss", () => {
  test("D05: asks for the sum that is counted out, and sends it with the request", async () => {
    const { user, bridge } = renderCounter(<CloseAccount />, {
      customer: customerView({ lossCases: [lossCaseView()] }),
      answers: { "transaction.preview": yes(previewView({ level: "A2" })) },
    });

    await screen.findByRole("textbox", { name: "挂失申请书编号" });
    await user.keyboard("000120260510000001");
    act(() => bridge.tell("document.shown", document0018));
    await user.type(screen.getByRole("textbox", { name: /支付金额/ }), "8000.09");
    await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({ code: "4008", input: { payout: 8_000_09 } });
  });

  test("T11: says what is due where another sum was typed", async () => {
    const { user, bridge } = renderCounter(<CloseAccount />, {
      customer: customerView({ lossCases: [lossCaseView()] }),
      answers: {
        "transaction.preview": refuse({ code: "loss.payout-differs", payout: 8_000_09 }),
      },
    });

    await screen.findByRole("textbox", { name: "挂失申请书编号" });
    await user.keyboard("000120260510000001");
    act(() => bridge.tell("document.shown", document0018));
    await user.type(screen.getByRole("textbox", { name: /支付金额/ }), "8000");
    await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
    await user.keyboard("{Enter}");

    expect(await screen.findByText(/应付 8,?000\.09 元/)).toBeTruthy();
  });
});
