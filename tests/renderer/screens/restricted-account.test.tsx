// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DepositCash } from "#renderer/screens/cash/deposit-cash.tsx";
import { Transfer } from "#renderer/screens/cash/transfer.tsx";
import { WithdrawCash } from "#renderer/screens/cash/withdraw-cash.tsx";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView } from "#tests/renderer/support/views.ts";

/** Whose account an order is felt on, as a teller without the duty of assistance is shown it. */
function restrictedCustomer() {
  const [account] = customerView().accounts;
  const { available: _, ...shown } = { ...account };
  return customerView({ accounts: [{ ...shown, holds: [{ source: "restricted" }] }] });
}

const screens = [
  ["3011", <DepositCash key="3011" />],
  ["3012", <WithdrawCash key="3012" />],
  ["3013", <Transfer key="3013" />],
] as const;

describe("an account on which an order is felt (U07)", () => {
  test.each(screens)("%s offers it with whom to call, and no sum", (_code, form) => {
    renderCounter(form, { customer: restrictedCustomer() });

    expect(screen.getByRole("radio", { name: "000100000001 · 暂不可用，请联系主管" })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/NaN|1,234\.50|0\.00/);
  });

  test.each(screens.slice(1))("%s says so before anybody types an amount", (_code, form) => {
    renderCounter(form, { customer: restrictedCustomer() });

    expect(screen.getByText("账户暂不可用，请联系主管。")).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/只收不付|冻结/);
  });

  test("says it in English too", () => {
    renderCounter(<WithdrawCash />, { customer: restrictedCustomer(), language: "en" });

    const option = { name: "000100000001 · not available now, call the supervisor" };
    expect(screen.getByRole("radio", option)).toBeTruthy();
    expect(screen.getByText("The account is not available now. Call the supervisor.")).toBeTruthy();
  });
});
