// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { parameterRows, valueIn } from "#core/branch/parameter-list.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { ParametersView } from "#core/contract/people-view.ts";
import { SetParameters } from "#renderer/screens/people/set-parameters.tsx";
import { type FakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { previewView } from "#tests/renderer/support/views.ts";

const view = ParametersView.parse({
  values: Object.fromEntries(
    parameterRows.map(({ path }) => [path, valueIn(defaultParameters, path)]),
  ),
  fees: { "loss-report": "2000-01-01//1000/regular" },
  rights: [
    { code: "1106", may: ["teller"], mayBe: ["teller", "supervisor", "branch-head"] },
    { code: "9006", may: ["administrator"], mayBe: ["branch-head", "administrator"] },
  ],
});
const previewed = ({ asked }: FakeBridge) =>
  asked.filter(({ channel }) => channel === "transaction.preview").map(({ input }) => input);
const answers = {
  "parameters.view": yes(view),
  "transaction.preview": yes(previewView({ level: "A3" })),
};

test("5.0: every group shows rule, bounds and the present value beside the new one", async () => {
  const { user } = renderCounter(<SetParameters />, { answers });

  const row = (await screen.findByRole("rowheader", { name: "口头挂失有效天数" })).closest("tr");
  expect(row?.textContent).toContain("T03");
  expect(row?.textContent).toContain("1 天–60 天");
  expect(row?.textContent).toContain("5 天");
  await user.click(screen.getByRole("tab", { name: "柜员与授权" }));
  expect(
    screen.getByRole("rowheader", { name: "柜员授权限额" }).closest("tr")?.textContent,
  ).toContain("50,000.00 元");
});

test("9006: what is set is asked for with its old value; what is set back is not", async () => {
  const { user, bridge } = renderCounter(<SetParameters />, { answers });
  await screen.findByRole("rowheader", { name: "口头挂失有效天数" });

  await user.type(screen.getByRole("textbox", { name: "口头挂失有效天数" }), "7");
  await user.type(screen.getByRole("textbox", { name: "书面挂失等候天数" }), "7");
  await user.click(screen.getByRole("tab", { name: "柜员与授权" }));
  await user.type(screen.getByRole("textbox", { name: "柜员授权限额" }), "60000");
  await user.click(screen.getByRole("tab", { name: "交易权限表" }));
  await user.click(screen.getByRole("checkbox", { name: /1106.*主管/ }));
  await user.type(screen.getByRole("textbox", { name: "原因" }), "总行通知{Enter}");

  await waitFor(() => expect(previewed(bridge)).toHaveLength(1));
  expect(previewed(bridge)[0]).toEqual({
    code: "9006",
    input: {
      changes: [
        { path: "lossOralDays", from: "5", to: "7" },
        { path: "tellerAuthorisationAmount", from: "5000000", to: "6000000" },
        { path: "rights.1106", from: "teller", to: "teller,supervisor" },
      ],
      reason: "总行通知",
    },
  });
});

test("5.0: a value beyond its bounds says so at once", async () => {
  const { user } = renderCounter(<SetParameters />, { answers });
  const field = await screen.findByRole("textbox", { name: "口头挂失有效天数" });

  await user.type(field, "61");
  expect((await screen.findByRole("alert")).textContent).toContain("超出范围");
  await user.clear(field);
  await user.type(field, "60");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("D06: what an office may never have cannot be ticked, nor the last tick be taken away", async () => {
  const { user } = renderCounter(<SetParameters />, { answers });
  await screen.findByRole("rowheader", { name: "口头挂失有效天数" });
  await user.click(screen.getByRole("tab", { name: "交易权限表" }));

  const table = within(screen.getByRole("table"));
  expect(table.getByRole("checkbox", { name: /1106.*审计/ }).hasAttribute("disabled")).toBe(true);
  expect(table.getByRole("checkbox", { name: /1106.*柜员/ }).hasAttribute("disabled")).toBe(true);
  expect(table.getByRole("checkbox", { name: /1106.*主管/ }).hasAttribute("disabled")).toBe(false);
});

test("P36: a fee gets one more line, from today at the earliest", async () => {
  const { user, bridge } = renderCounter(<SetParameters />, { answers });
  await screen.findByRole("rowheader", { name: "口头挂失有效天数" });
  await user.click(screen.getByRole("tab", { name: "收费标准" }));

  await user.type(screen.getByRole("textbox", { name: "挂失手续费 起始日" }), "2099-01-01");
  await user.type(screen.getByRole("textbox", { name: "挂失手续费 金额（元）" }), "15");
  await user.type(screen.getByRole("textbox", { name: "原因" }), "总行通知{Enter}");

  await waitFor(() => expect(previewed(bridge)).toHaveLength(1));
  expect(previewed(bridge)[0]).toMatchObject({
    input: {
      changes: [
        {
          ...{ path: "fees.loss-report", from: "2000-01-01//1000/regular" },
          to: "2099-01-01//1500/regular",
        },
      ],
    },
  });
});
