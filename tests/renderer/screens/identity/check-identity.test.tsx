// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CustomerPage } from "#renderer/screens/enquiry/customer-page.tsx";
import { CheckIdentity } from "#renderer/screens/identity/check-identity.tsx";
import { RegisterAgency } from "#renderer/screens/identity/register-agency.tsx";
import { shownDocument } from "#tests/renderer/support/desk-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView } from "#tests/renderer/support/views.ts";

const preview = { "transaction.preview": yes(previewView()) };

describe("2002 联网核查", () => {
  test("3.8: a good document goes on with Enter alone", async () => {
    const { user, bridge } = renderCounter(<CheckIdentity />, {
      customer: customerView(),
      answers: preview,
    });

    act(() => bridge.tell("document.shown", shownDocument));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toEqual({
      code: "2002",
      input: {
        finding: "checked",
        customer: "c-1",
        document: { by: "reader", ref: "e-document1" },
        check: "match-with-photo",
      },
    });
  });

  test("3.8: a customer may leave instead of settling a doubt", async () => {
    const { user, bridge } = renderCounter(<CheckIdentity />, {
      customer: customerView(),
      answers: preview,
    });
    const doubtful = { ...(shownDocument as object), check: "not-found" } as never;

    act(() => bridge.tell("document.shown", doubtful));
    await user.click(await screen.findByRole("radio", { name: /客户离开/ }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      input: { check: "not-found", resolution: { by: "customer-leaves" } },
    });
  });

  test("3.8: a forged document is reported without any customer, by keyboard", async () => {
    const { user, bridge } = renderCounter(<CheckIdentity />, { answers: preview });
    expect(screen.getByRole("radio", { name: /核查并保存结果/ })).toHaveProperty("disabled", true);

    act(() => bridge.tell("document.shown", shownDocument));
    await user.click(screen.getByRole("textbox", { name: "证件所载姓名" }));
    await user.keyboard("冒名者");
    await user.click(screen.getByRole("radio", { name: "照片被调换" }));
    await user.click(screen.getByRole("textbox", { name: "所见情形" }));
    await user.keyboard("照片边缘翘起");
    await user.click(screen.getByRole("textbox", { name: "来人要办什么业务" }));
    await user.keyboard("挂失补卡");
    await user.click(screen.getByRole("radio", { name: /持有人带走/ }));
    await user.click(screen.getByRole("button", { name: "下一步" }));

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      input: {
        finding: "forged",
        nameOnDocument: "冒名者",
        sign: "photo-replaced",
        words: "照片边缘翘起",
        business: "挂失补卡",
        retained: false,
      },
    });
  });
});

describe("2005 代理关系登记", () => {
  test("3.7: a power of attorney is offered what agents may do, all ticked", async () => {
    const { user } = renderCounter(<RegisterAgency />, { customer: customerView() });

    await user.click(screen.getByRole("radio", { name: "委托代理人" }));

    const ticks = await screen.findAllByRole("checkbox", { name: /^4\d{3}/ });
    expect(ticks.map((tick) => (tick as HTMLInputElement).checked)).toEqual([true, true, true]);
    await user.click(screen.getByRole("radio", { name: "监护人" }));
    expect(await screen.findByRole("checkbox", { name: /4007/ })).toHaveProperty("checked", true);
  });

  test("2005: where nobody is registered nothing can be ended", async () => {
    const { user } = renderCounter(<RegisterAgency />, { customer: customerView() });

    await user.click(screen.getByRole("radio", { name: "终止代理关系" }));

    expect(await screen.findByText("这位客户没有可终止的代理关系。")).toBeTruthy();
  });
});

describe("9002 客户视图", () => {
  const agency = {
    id: "d-1",
    basis: "power-of-attorney",
    name: "李四",
    document: "E****5678",
    relation: "配偶",
    scope: ["4002"],
    validTo: "2026-05-17",
    standing: "expired",
  };

  test("3.8: warns of false documents with the number, and names agents with their end", async () => {
    const seen = [Date.UTC(2026, 3, 1, 2), Date.UTC(2026, 4, 12, 2)];
    renderCounter(<CustomerPage />, {
      customer: customerView({ falseDocuments: seen, agencies: [agency] }),
    });

    const [warning] = await screen.findAllByText(/伪造证件来过/);
    expect(warning?.textContent).toContain("2 次，最近 2026-05-12");
    expect(screen.getByText(/李四（配偶）/).textContent).toContain("已于 2026-05-17 到期");
  });

  test("3.8: says nothing where nothing was", () => {
    renderCounter(<CustomerPage />, { customer: customerView() });

    expect(screen.queryByText(/伪造证件/)).toBeNull();
    expect(screen.queryByRole("heading", { name: "代理关系" })).toBeNull();
  });
});
