// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { RiskListView, RiskOpenedView, TryOutView } from "#core/contract/risk-view.ts";
import { riskRows, riskValue } from "#core/risk/risk-rows.ts";
import { defaultRiskSettings } from "#core/risk/settings.ts";
import { RiskRules } from "#renderer/screens/risk/rules.tsx";
import { RiskWarnings } from "#renderer/screens/risk/warnings.tsx";
import { journalLine } from "#tests/renderer/support/day-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const flag = {
  ...{ id: "rf-7", rule: "unmasked-without-transaction", outcome: "warn", code: "2001" },
  ...{ teller: "1001", tellerName: "柜员甲", at: Date.UTC(2026, 4, 18, 2), on: "2026-05-18" },
  ...{ sequence: 4712, facts: { customers: 5, minutes: 60 }, decision: "went-on" },
  customer: { id: "c-3", name: "*示" },
} as const;
const list = RiskListView.parse({
  rows: [flag, { ...flag, id: "rf-6", rule: "many-cards", facts: { cards: 4 } }],
  total: 2,
  tallies: [
    { on: "2026-05-17", rule: "many-cards", count: 1 },
    { on: "2026-05-18", rule: "unmasked-without-transaction", count: 3 },
  ],
});
const opened = RiskOpenedView.parse({
  flag,
  posted: journalLine({ sequence: 4712, code: "2001", entries: ["customer.revealed"] }),
});

describe("9012 warnings of risk", () => {
  test("1.6: are a list and two pictures whose words say the same", async () => {
    renderCounter(<RiskWarnings />, { answers: { "risk.list": yes(list) } });

    await screen.findByRole("row", { name: /多名客户完整号码/ });
    const said = [...document.querySelectorAll(".bars")].map((one) => one.textContent);
    expect(said).toEqual([
      "按日（最近 60 天）2026-05-1832026-05-171",
      "按规则客户名下在用卡较多1查看多名客户完整号码而未办业务3",
    ]);
  });

  test("1.6: by rule, day and customer; what is no day is not asked for", async () => {
    const { user, bridge } = renderCounter(<RiskWarnings />, {
      language: "en",
      answers: { "risk.list": yes(list) },
    });
    await screen.findAllByRole("row");

    await user.selectOptions(screen.getByLabelText("Rule"), "many-cards");
    await user.type(screen.getByLabelText("Business date from"), "2026-02-30{Enter}");
    expect(screen.getByRole("alert").textContent).toMatch(/no date/);
    expect(bridge.asked).toHaveLength(1);

    await user.clear(screen.getByLabelText("Business date from"));
    await user.type(screen.getByLabelText("Business date from"), "2026-05-01{Enter}");
    await waitFor(() =>
      expect(bridge.asked.at(-1)?.input).toEqual({
        filter: { rule: "many-cards", from: "2026-05-01" },
        page: 0,
      }),
    );
  });

  test("1.6: Enter opens one: why, in figures, what was posted, and the review", async () => {
    const { user, bridge } = renderCounter(<RiskWarnings />, {
      answers: { "risk.list": yes(list), "risk.view": yes(opened) },
    });
    (await screen.findByRole("row", { name: /多名客户完整号码/ })).focus();

    await user.keyboard("{Enter}");

    expect(await screen.findByText(/60 分钟内查看 5 名客户的完整号码，均未办理业务/)).toBeTruthy();
    expect(screen.getByRole("heading", { name: /流水 4712/ })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: /继续观察/ }));
    await user.type(screen.getByLabelText("核查说明"), "已回访{Enter}");
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({
        channel: "transaction.preview",
        input: { code: "9012", input: { flag: "rf-7", verdict: "watched", words: "已回访" } },
      }),
    );
  });

  test("1.6: one that was reviewed has its finding, and is not reviewed again", async () => {
    const review = {
      by: "2001",
      at: Date.UTC(2026, 4, 18, 3),
      verdict: "reported",
      words: "已上报",
    };
    const done = RiskOpenedView.parse({ flag: { ...flag, review, reviewedBy: "主管丙" } });
    const { user } = renderCounter(<RiskWarnings />, {
      answers: { "risk.list": yes(list), "risk.view": yes(done) },
    });
    (await screen.findByRole("row", { name: /多名客户完整号码/ })).focus();
    await user.keyboard("{Enter}");

    expect(await screen.findByText(/已上报 · 已上报 · 主管丙/)).toBeTruthy();
    expect(screen.queryByLabelText("核查说明")).toBeNull();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("row", { name: /多名客户完整号码/ })).toBeTruthy();
  });
});

const values = Object.fromEntries(
  riskRows.map(({ path }) => [path, riskValue(defaultRiskSettings, path) ?? ""]),
);
const found = TryOutView.parse({
  ...{ batches: 360, total: 1, tallies: [{ on: "2026-05-17", rule: "many-cards", count: 1 }] },
  cases: [
    {
      ...{ sequence: 17, at: Date.UTC(2026, 4, 17, 2), on: "2026-05-17", rule: "many-cards" },
      ...{ code: "5005", teller: "1001", customer: "*示", facts: { cards: 6 }, wasStopped: false },
    },
  ],
});

describe("9013 rules of risk", () => {
  test("1.6: are tried out as changed on the page, before anybody allows them", async () => {
    const { user, bridge } = renderCounter(<RiskRules />, {
      answers: {
        "risk.rules": yes({ values }),
        "risk.try-out": yes(found),
        "risk.cancel-try-out": yes("done"),
      },
    });
    const [cards] = await screen.findAllByLabelText("已有在用卡达到");

    await user.type(cards ?? document.body, "6");
    await user.click(screen.getByRole("button", { name: "开始试算" }));

    expect(await screen.findByText("重看 360 条流水，会提示 1 次。")).toBeTruthy();
    expect(screen.getByText("该客户已有在用卡 6 张，又发卡或开通渠道。")).toBeTruthy();
    const asked = bridge.asked.find(({ channel }) => channel === "risk.try-out");
    expect(asked?.input).toEqual({
      changes: [{ path: "risk.many-cards.numbers.cards", from: "4", to: "6" }],
    });
  });

  test("1.6: a number out of its bounds says so beside it", async () => {
    const { user } = renderCounter(<RiskRules />, {
      language: "en",
      answers: { "risk.rules": yes({ values }), "risk.cancel-try-out": yes("done") },
    });
    const [cards] = await screen.findAllByLabelText("From so many cards in use on");

    await user.type(cards ?? document.body, "51");

    expect(screen.getByRole("alert").textContent).toMatch(/2 cards/);
  });

  test("1.6: while it runs it tells how far it is, and is called off by a key", async () => {
    let answer = (_: { ok: false; refusal: { code: "risk.try-out-cancelled" } }) => {};
    const { user, bridge } = renderCounter(<RiskRules />, {
      answers: {
        "risk.rules": yes({ values }),
        "risk.try-out": () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
        "risk.cancel-try-out": () => {
          answer({ ok: false, refusal: { code: "risk.try-out-cancelled" } });
          return yes("done" as const);
        },
      },
    });
    await user.click(await screen.findByRole("button", { name: "开始试算" }));
    await waitFor(() => {
      bridge.tell("risk.progress", { done: 50, total: 360 });
      expect(screen.getByText(/50 \/ 360 条流水/)).toBeTruthy();
    });

    await user.click(screen.getByRole("button", { name: "停止试算" }));

    expect((await screen.findByRole("alert")).textContent).toMatch(/试算已停止/);
  });
});
