// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SwipeAlert } from "#renderer/frame/swipe-alert.tsx";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { swipeView } from "#tests/renderer/support/views.ts";

test("R04: a card whose customer's page did not come is said aloud, with what to do", async () => {
  const { bridge } = renderCounter(<SwipeAlert />, {
    answers: { "customer.view": { ok: false, refusal: { code: "request.too-many" } } },
  });

  bridge.tell("card.swiped", swipeView());

  expect((await screen.findByRole("alert")).textContent).toMatch(/请再刷一次/);
});
