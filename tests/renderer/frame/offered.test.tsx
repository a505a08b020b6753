// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

const administrator = workstationView({
  session: {
    ...{ status: "signed-on", teller: "5001", name: "管理员", role: "administrator" },
    mayNot: ["2001", "4001", "4010"],
  },
});

describe("what is offered to an office (D02)", () => {
  test("the menu and the palette leave out what the table of rights keeps from it", async () => {
    const { user } = renderCounter(<TellerWindow />, { workstation: administrator });
    const menu = within(screen.getByRole("navigation", { name: "交易菜单" }));

    expect(menu.queryByText("口头挂失")).toBeNull();
    expect(menu.getByText("柜员管理")).toBeTruthy();
    await user.keyboard("{Control>}k{/Control}");
    const palette = screen.getByRole("dialog", { name: "查找交易" });
    await user.type(within(palette).getByRole("combobox"), "400");
    const found = within(palette)
      .getAllByRole("option")
      .map(({ textContent }) => textContent);
    expect(found).toContain("4002 书面挂失");
    expect(found).not.toContain("4001 口头挂失");
  });

  test("a code that is typed all the same is answered with the office's lack of right", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { workstation: administrator });

    await user.keyboard("4001{Enter}");

    expect(screen.getByRole("alert").textContent).toContain("没有 4001 的权限");
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("the home page asks for no due list that it may not show", async () => {
    const { bridge } = renderCounter(<TellerWindow />, { workstation: administrator });

    await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toBeTruthy());
    expect(bridge.asked.map(({ channel }) => channel)).not.toContain("loss.register");
  });
});
