// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { StripeView } from "#core/contract/swipe-view.ts";
import { StripeTest } from "#renderer/screens/card/stripe-test.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const stripe = StripeView.parse({
  tracks: [
    { track: 1, status: "empty", length: 0, fields: [] },
    {
      track: 2,
      status: "good",
      length: 37,
      fields: [
        { name: "pan", value: "622202*********6788" },
        { name: "expiry", value: "expired" },
        { name: "additionalData", value: "•••" },
      ],
    },
    {
      track: 3,
      status: "bad",
      length: 70,
      refusal: { code: "track.field", track: 3, field: "cycleLength", reason: "digits" },
      fields: [],
    },
  ],
  verdict: "current",
  agrees: false,
});

describe("3010 the stripe test", () => {
  test("is armed while its page is open and no longer", () => {
    const { bridge, unmount } = renderCounter(<StripeTest />, {
      answers: { "stripe.test": yes("done") },
    });
    expect(bridge.asked).toEqual([{ channel: "stripe.test", input: { armed: true } }]);

    unmount();

    expect(bridge.asked.at(-1)).toEqual({ channel: "stripe.test", input: { armed: false } });
  });

  test("K04: shows every track field by field, secrets only as there, and words a bad field", () => {
    const { bridge } = renderCounter(<StripeTest />, { answers: { "stripe.test": yes("done") } });

    act(() => bridge.tell("stripe.tested", stripe));

    const second = within(screen.getByRole("region", { name: "第 2 磁道" }));
    expect(second.getByRole("row", { name: "主账号 622202*********6788" })).toBeTruthy();
    expect(second.getByRole("row", { name: "失效日期 已过期" })).toBeTruthy();
    expect(second.getByRole("row", { name: "附加数据 有内容（不显示）" })).toBeTruthy();
    const third = within(screen.getByRole("region", { name: "第 3 磁道" }));
    expect(third.getByRole("alert").textContent).toContain("周期长度");
    expect(screen.getByText("没有内容")).toBeTruthy();
    expect(screen.getByText(/各磁道内容不一致/)).toBeTruthy();
  });
});
