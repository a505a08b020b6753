// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { StockPage } from "#renderer/screens/stock/stock-page.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { columnOf, handView, stockRegisterView } from "#tests/renderer/support/stock-views.ts";

const answers = { "stock.register": yes(stockRegisterView()) };

describe("8011 blank stock", () => {
  test("V05: every hand is an equation in figures, and the same as a picture", async () => {
    renderCounter(<StockPage />, { answers });

    const row = await screen.findByRole("row", { name: /0101/ });

    const cells = within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent);
    expect(cells.slice(2, 9)).toEqual(["40", "10", "3", "1", "0", "0", "46"]);
    expect(
      within(row).getByRole("img", { name: "共 50 张：现有 46 · 使用 3 · 作废 1" }),
    ).toBeTruthy();
    expect(within(row).getByText("未碰库")).toBeTruthy();
    expect(within(screen.getByRole("row", { name: /网点库/ })).getByText("✓ 相符")).toBeTruthy();
  });

  test("V05: the parts of the picture are as wide as their pieces, and fill it", async () => {
    renderCounter(<StockPage />, { answers });
    const row = await screen.findByRole("row", { name: /0101/ });

    const widths = [...row.querySelectorAll("svg.stock-bar rect")].map((part) =>
      Number(part.getAttribute("width")),
    );

    expect(widths.map((width) => Math.round(width * 100) / 100)).toEqual([220.8, 14.4, 4.8]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(240);
  });

  test("by keys alone: the chosen hand lists its runs, and Enter goes to its count", async () => {
    const { user, store } = renderCounter(<StockPage />, { answers });
    await screen.findByRole("row", { name: /0101/ });

    await user.keyboard("{ArrowDown}");
    const detail = screen.getByRole("region", { name: "口令卡 · 0101 李建国" });
    expect(within(detail).getByText("40 + 10 − 3 − 1 − 0 − 0 = 46")).toBeTruthy();
    expect(within(detail).getByRole("region", { name: "使用" }).textContent).toContain(
      "030000000003",
    );
    await user.keyboard("{Enter}");

    expect(store.getState().place).toMatchObject({ at: "screen", code: "8005" });
  });

  test("V05: a difference of the count says which pieces are missing or too many", async () => {
    const register = stockRegisterView({
      hands: [
        handView({
          state: "difference",
          count: { pieces: 46, missing: columnOf(50), surplus: columnOf(77) },
        }),
      ],
    });
    const { user } = renderCounter(<StockPage />, {
      answers: { "stock.register": yes(register) },
    });
    await user.click(await screen.findByRole("row", { name: /0101/ }));

    expect(screen.getByRole("alert").textContent).toContain("账实不符：清点 46 张，账面 46 张");
    expect(screen.getByRole("region", { name: "缺少" }).textContent).toContain("030000000050");
    expect(screen.getByRole("region", { name: "多出" }).textContent).toContain("030000000077");
  });

  test("whoever may not look is told so", async () => {
    renderCounter(<StockPage />, {
      answers: { "stock.register": { ok: false, refusal: { code: "teller.not-signed-on" } } },
    });

    expect(await screen.findByRole("alert")).toBeTruthy();
  });
});
