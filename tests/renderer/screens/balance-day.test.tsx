// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { BalanceDay } from "#renderer/screens/day/balance-day.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, receiptView } from "#tests/renderer/support/views.ts";

test("C03: the day is sealed once, as the preview says; then the paper comes first", async () => {
  const { user, store } = renderCounter(<BalanceDay />, {
    customer: customerView(),
    answers: {
      "transaction.preview": yes(previewView({ level: "A0" })),
      "transaction.run": yes(receiptView({ slipKind: "day-seal" })),
    },
  });
  await waitFor(() => expect(store.getState().customer).toBeUndefined());

  await user.keyboard("{Enter}");
  const preview = await screen.findByRole("region", { name: "将要发生" });
  expect(preview.textContent).toContain("每日只能封账一次");
  await user.keyboard("{Enter}");
  await screen.findByText("✓ 已入账");

  expect(document.activeElement?.textContent).toContain("Ctrl+P");
  expect(screen.queryByRole("button", { name: "下一位客户" })).toBeNull();
});
