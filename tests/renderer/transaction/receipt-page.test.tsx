// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Reply } from "#core/contract/contract.ts";
import { ReceiptPage } from "#renderer/transaction/receipt-page.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, receiptView } from "#tests/renderer/support/views.ts";

const SLIP = "20260518000100000007";

/** The receipt of something that has a slip, on a counter whose printer answers so. */
function receiptOf(printer: Reply<"slip.print">, slip: string | undefined = SLIP) {
  const attempt = {
    id: "id",
    request: { code: "4001", input: {} },
    preview: previewView(),
  } as const;
  const transaction = { step: "done", ...attempt, receipt: receiptView({ slip }) } as const;
  return renderCounter(<ReceiptPage transaction={transaction} />, {
    customer: customerView(),
    answers: { "slip.print": printer },
  });
}

const focused = () => document.activeElement?.textContent ?? "";

describe("the receipt", () => {
  test("Enter prints its slip, and Enter once more is for the next customer", async () => {
    const { user, bridge, store } = receiptOf(yes({ file: undefined }));

    await user.keyboard("{Enter}");
    expect(await screen.findByText("回单已送打印机")).toBeTruthy();
    expect(bridge.asked).toEqual([
      { channel: "slip.print", input: { slip: SLIP, to: "printer", language: "zh-CN" } },
    ]);
    await waitFor(() => expect(focused()).toContain("下一位客户"));
    await user.keyboard("{Enter}");

    expect(store.getState().customer).toBeUndefined();
  });

  test("where there is no printer, the next Enter saves the slip", async () => {
    const { user, bridge } = receiptOf({ ok: false, refusal: { code: "printer.none" } });

    await user.keyboard("{Enter}");
    await waitFor(() => expect(focused()).toBe("存为 PDF"));
    await user.keyboard("{Enter}");

    await waitFor(() => expect(bridge.asked.at(-1)?.input).toMatchObject({ to: "pdf" }));
  });

  test("where printing was called off, Enter prints again", async () => {
    const { user, bridge } = receiptOf({ ok: false, refusal: { code: "printer.cancelled" } });

    await user.keyboard("{Enter}");
    await screen.findByRole("alert");
    await user.keyboard("{Enter}");

    await waitFor(() => expect(bridge.asked).toHaveLength(2));
    expect(bridge.asked.at(-1)?.input).toMatchObject({ to: "printer" });
  });
});
