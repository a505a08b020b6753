// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { HomePage } from "#renderer/home/home-page.tsx";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { assistingView, orderView } from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const answers = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "freeze.register": yes({ rows: [orderView()], total: 1 }),
  "freeze.ending": yes({ count: 3 }),
};
const ofFreezes = <Asked extends { readonly channel: string }>(asked: readonly Asked[]) =>
  asked.filter(({ channel }) => channel.startsWith("freeze."));

describe("the home page of whoever carries out orders of the state", () => {
  test("F11: says how many end soon, and leads to these very orders in the register", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, {
      workstation: assistingView(),
      answers,
    });

    const line = await screen.findByRole("button", { name: /7 天内即将到期 3 笔/ });
    expect(ofFreezes(bridge.asked)).toEqual([{ channel: "freeze.ending", input: { days: 7 } }]);
    line.focus();
    await user.keyboard("{Enter}");

    expect(await screen.findByText("示范区人民法院")).toBeTruthy();
    expect(screen.getByRole("radio", { name: "即将到期" })).toHaveProperty("checked", true);
    expect(ofFreezes(bridge.asked).slice(1)).toEqual([
      {
        channel: "freeze.register",
        input: { filter: { show: "ending", days: 7, text: "" }, page: 0 },
      },
    ]);
  });

  test("counts anew when the books have moved", async () => {
    let count = 0;
    const { store } = renderCounter(<HomePage />, {
      workstation: assistingView(),
      answers: {
        ...answers,
        "freeze.ending": () => {
          count += 1;
          return yes({ count });
        },
      },
    });
    await screen.findByRole("button", { name: /即将到期 1 笔/ });

    act(() => store.setState({ booksVersion: store.getState().booksVersion + 1 }));

    expect(await screen.findByRole("button", { name: /即将到期 2 笔/ })).toBeTruthy();
  });

  test.each(["none", "sees"] as const)("of somebody who %s says and asks nothing", async (has) => {
    const { bridge } = renderCounter(<HomePage />, { workstation: assistingView(has), answers });

    await waitFor(() => expect(bridge.asked.length).toBeGreaterThan(0));
    await screen.findByText("没有在途或待领的新卡。");

    expect(screen.queryByText(/即将到期 \d 笔/)).toBeNull();
    expect(ofFreezes(bridge.asked)).toEqual([]);
  });
});
