// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

const signedOff = workstationView({ session: { status: "signed-off" } });
const first = { status: "must-change-password", teller: "0101", name: "王芳", role: "teller" };

describe("signing on", () => {
  test("is number, Tab, password, Enter", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, { workstation: signedOff });

    await user.keyboard("0101{Tab}opensesame12{Enter}");

    await waitFor(() =>
      expect(bridge.asked).toContainEqual({
        channel: "session.sign-on",
        input: { teller: "0101", password: "opensesame12" },
      }),
    );
  });

  test("D02: an operator card fills the number in, and the password is typed all the same", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, { workstation: signedOff });

    act(() =>
      bridge.tell("operator-card.swiped", {
        ...{ status: "known", teller: "0101" as never, ref: "e-12345678" as never },
      }),
    );
    await waitFor(() => expect(screen.getByLabelText("工号")).toHaveProperty("value", "0101"));
    await user.keyboard("opensesame12{Enter}");

    await waitFor(() =>
      expect(bridge.asked).toContainEqual({
        channel: "session.sign-on",
        input: { teller: "0101", password: "opensesame12", card: "e-12345678" },
      }),
    );
  });

  test("D02: a card of nobody's is said aloud", async () => {
    const { bridge } = renderCounter(<TellerWindow />, { workstation: signedOff });

    act(() => bridge.tell("operator-card.swiped", { status: "unknown" }));

    expect((await screen.findByRole("alert")).textContent).toContain("不是本网点的柜员卡");
  });

  test("with the wrong password is said aloud, and the password is gone", async () => {
    const { user } = renderCounter(<TellerWindow />, {
      workstation: signedOff,
      answers: { "session.sign-on": { ok: false, refusal: { code: "teller.credentials" } } },
    });

    await user.keyboard("0101{Tab}wrong{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("工号或密码不对");
    expect(screen.getByLabelText("密码")).toHaveProperty("value", "");
  });

  test("a first password must be changed, typed twice alike", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, {
      workstation: workstationView({ session: first }),
    });

    await user.keyboard("initial12345{Tab}better-one-77{Tab}better-one-78{Enter}");

    expect(
      (await screen.findByText("两次输入的新密码不一致")).closest("[role=alert]"),
    ).toBeTruthy();
    expect(bridge.asked).toEqual([]);
  });
});

describe("founding a live branch", () => {
  const unfounded = workstationView({ branch: undefined, session: { status: "signed-off" } });

  test("asks for head, supervisor and teller, and sends them", async () => {
    const { user, bridge } = renderCounter(<TellerWindow />, {
      workstation: unfounded,
      answers: { "branch.found": yes("done"), "workstation.view": yes(signedOff) },
    });

    await user.type(screen.getByLabelText("网点号（4 位）"), "0001");
    await user.type(screen.getByLabelText("网点名称"), "和平路支行");
    await user.type(screen.getByLabelText("英文名称"), "Heping Road");
    await user.click(screen.getAllByLabelText("工号")[0] ?? document.body);
    // Role and "remove" lie between: Tab goes on as on paper.
    await user.keyboard("0301{Tab}赵敏{Tab}head-start-1{Tab}{Tab}");
    await user.keyboard("0201{Tab}李强{Tab}super-start-1{Tab}{Tab}");
    await user.keyboard("0101{Tab}王芳{Tab}teller-start-1");
    await user.click(screen.getByRole("button", { name: "设立网点" }));

    expect(await screen.findByRole("heading", { name: "柜员签到" })).toBeTruthy();
    expect(bridge.asked[0]).toEqual({
      channel: "branch.found",
      input: {
        code: "0001",
        name: "和平路支行",
        englishName: "Heping Road",
        people: [
          { role: "branch-head", id: "0301", name: "赵敏", password: "head-start-1" },
          { role: "supervisor", id: "0201", name: "李强", password: "super-start-1" },
          { role: "teller", id: "0101", name: "王芳", password: "teller-start-1" },
        ],
      },
    });
  });
});
