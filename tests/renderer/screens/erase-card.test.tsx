// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Refusal } from "#core/contract/refusal.ts";
import { EraseCard } from "#renderer/screens/card/erase-card.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  customerView,
  previewView,
  receiptView,
  swipeView,
  workstationView,
} from "#tests/renderer/support/views.ts";

const approval = { grant: "g-1", status: "whole", approver: "1002" as never } as const;

/** Up to the erasing: the card read, the preview confirmed, the second teller agreed. */
async function erasing(answers: Answers) {
  const counter = renderCounter(<EraseCard />, {
    answers: {
      "transaction.preview": yes(previewView({ level: "A1", erases: true })),
      "authorisation.approve": yes(approval),
      ...answers,
    },
  });
  const { user, bridge, store } = counter;
  act(() => store.getState().openScreen("3014"));
  await screen.findByRole("button", { name: "要消磁的旧卡: 请刷卡" });
  act(() => bridge.tell("card.swiped", swipeView({ verdict: "retained", retain: true })));
  await user.click(screen.getByRole("button", { name: "下一步" }));
  await screen.findByText("将要发生");
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog");
  await user.keyboard("1002{Tab}secret{Enter}");
  return counter;
}

const refused = (refusal: Refusal) => ({ ok: false, refusal }) as const;

describe("3014 erasing a collected card", () => {
  test("T34: read, agreed to, erased and read back, then posted once", async () => {
    const { bridge } = await erasing({
      "card.erase": yes({ ref: "e-erased001" as never, number: "622202*********6788" }),
      "transaction.run": yes(receiptView()),
    });

    expect(await screen.findByText("✓ 已入账")).toBeTruthy();
    expect(bridge.asked.map(({ channel }) => channel)).toEqual([
      "customer.view",
      "transaction.preview",
      "authorisation.approve",
      "card.erase",
      "transaction.run",
    ]);
    const request = { code: "3014", input: { swipe: "e-00000001" } };
    expect(bridge.asked[3]?.input).toEqual({ request, grant: "g-1" });
    expect(bridge.asked[4]?.input).toMatchObject({ request, written: "e-erased001" });
  });

  test("says which card and no other, and at the second swipe what for; Esc stops it", async () => {
    const { bridge, user } = await erasing({
      "card.erase": () => new Promise(() => undefined),
      "card.cancel": yes("done"),
    });
    act(() => bridge.tell("write.stage", { stage: "write-swipe" }));

    expect(await screen.findByRole("heading", { name: "请刷刚才读过的那张旧卡消磁" })).toBeTruthy();
    expect(screen.getByText(/刷了别的卡，那张卡就被洗掉/)).toBeTruthy();
    expect(screen.getByText("622202*********6788", { selector: ".writing p" })).toBeTruthy();
    expect(screen.getByText("消磁", { selector: "[class*=title]" })).toBeTruthy();

    act(() => bridge.tell("write.stage", { stage: "verify-swipe" }));
    expect(await screen.findByRole("heading", { name: "请再刷一次复读" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "停止消磁" }));
    expect(bridge.asked.at(-1)?.channel).toBe("card.cancel");
  });

  test("a failure says that nothing was posted, and Enter tries the same card again", async () => {
    let tries = 0;
    const { user } = await erasing({
      "card.erase": () =>
        ++tries === 1
          ? refused({ code: "reader.erase-failed", why: "mismatch" })
          : yes({ ref: "e-erased001" as never, number: "622202*********6788" }),
      "transaction.run": yes(receiptView()),
    });

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("复读时磁条上还有内容");
    expect(alert.textContent).toContain("没有登记");
    await user.keyboard("{Enter}");

    expect(await screen.findByText("✓ 已入账")).toBeTruthy();
    expect(tries).toBe(2);
  });

  test("a reader that was lost: how, how it stands with the card, and what to do next", async () => {
    const lost = { code: "reader.not-ready", status: "lost", reason: "unplugged" } as const;
    await erasing({ "card.erase": refused(lost) });

    expect((await screen.findByRole("alert")).textContent).toContain("读卡器的线被拔出");
    expect(screen.getByText(/这次没有登记，卡片仍按已收回、未消磁保管/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "用同一张卡再试" })).toBeTruthy();
  });

  test("a reader that cannot erase: the card is cut, and there is nothing to try again", async () => {
    await erasing({ "card.erase": refused({ code: "reader.not-supported" }) });

    expect(await screen.findByText(/请将卡片剪角/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "用同一张卡再试" })).toBeNull();
  });

  test("a reading that is too old sends back to the swipe, which is empty", async () => {
    const { user } = await erasing({ "card.erase": refused({ code: "evidence.too-old" }) });

    expect((await screen.findByRole("alert")).textContent).toContain("重新刷一次要消磁的卡");
    expect(screen.queryByRole("button", { name: "用同一张卡再试" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "重新刷卡" }));

    await user.keyboard("{Enter}");
    expect(await screen.findByRole("button", { name: "要消磁的旧卡: 请刷卡" })).toBeTruthy();
  });

  test("after a refusal that allows no second try the focus is on the way back", async () => {
    await erasing({ "card.erase": refused({ code: "card.erased-already" }) });
    await screen.findByRole("alert");

    expect(document.activeElement).toBe(screen.getByRole("button", { name: /返回/ }));
  });

  test("another card at the reading back is said to be one, and what to do", async () => {
    const { bridge } = await erasing({ "card.erase": () => new Promise(() => undefined) });
    act(() => bridge.tell("write.stage", { stage: "verify-other" }));

    expect(await screen.findByRole("heading", { name: /这是另一张卡/ })).toBeTruthy();
    expect(screen.getByText(/没有被改动.*最多刷三次/)).toBeTruthy();
  });

  test("T34: whoever agrees is asked to look at the number of the card in hand", async () => {
    const { bridge, user, store } = renderCounter(<EraseCard />, {
      answers: { "transaction.preview": yes(previewView({ level: "A1", erases: true })) },
    });
    act(() => store.getState().openScreen("3014"));
    act(() => bridge.tell("card.swiped", swipeView({ verdict: "retained", retain: true })));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");

    expect((await screen.findByRole("dialog")).textContent).toContain("核对手中卡片的卡号");
  });

  test("Enter without a card says that one is missing", async () => {
    const { user } = renderCounter(<EraseCard />, {});

    screen.getByRole("button", { name: "要消磁的旧卡: 请刷卡" }).focus();
    await user.keyboard("{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("刷卡");
  });

  test("a reader whose kind cannot erase says so on the form, and what to do instead", () => {
    renderCounter(<EraseCard />, {
      workstation: workstationView({
        reader: { status: "ready", simulated: false, recording: false, cannotErase: true },
      }),
    });

    expect(screen.getByRole("alert").textContent).toContain("请将卡片剪角");
  });

  test("no other customer is shown beside the card: the holder is, or nobody", async () => {
    const { bridge, store } = renderCounter(<EraseCard />, {
      customer: customerView({ id: "c-9" }),
      answers: { "customer.view": yes(customerView({ id: "c-1" })) },
    });
    act(() => store.getState().openScreen("3014"));
    act(() => bridge.tell("card.swiped", swipeView({ customer: "c-1", retain: true })));

    await waitFor(() => expect(store.getState().customer?.id).toBe("c-1"));
  });
});
