// @vitest-environment happy-dom
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DrawStock } from "#renderer/screens/stock/draw-stock.tsx";
import { MakePasswordCards } from "#renderer/screens/stock/make-cards.tsx";
import { TakeInCards } from "#renderer/screens/stock/take-in.tsx";
import { batchView, deliveryView } from "#tests/renderer/support/desk-views.ts";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { previewView, receiptView } from "#tests/renderer/support/views.ts";

const x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
const thumbprint = "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U";
const publicKey = JSON.stringify({ kty: "EC", crv: "P-256", x, y });
const made = { ref: "e-batch0001" as never, file: "b-3.jwe", count: 5000 };

const answers: Answers = {
  "batch.list": yes([batchView()]),
  "transaction.preview": yes(previewView({ level: "A3", makes: 5000 })),
  "authorisation.approve": yes({ grant: "g-1", status: "whole", approver: "3001" as never }),
  "batch.make": yes(made),
  "transaction.run": yes(receiptView()),
};

type Counter = ReturnType<typeof renderCounter>;

/** Count and pasted key, preview, the supervisors' word: the batch is being made. */
async function startMaking({ user }: Counter): Promise<void> {
  await user.keyboard("5000{Tab}{Tab}");
  await user.paste(publicKey);
  await user.click(screen.getByRole("button", { name: "下一步" }));
  await screen.findByText("将要发生");
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog");
  await user.keyboard("3001{Tab}secret{Enter}");
}

const sent = ({ bridge }: Counter, channel: string) =>
  bridge.asked.filter((asked) => asked.channel === channel).map(({ input }) => input);

describe("8001 blank pieces out of the vault", () => {
  test("V07: kind and count, with what box and vault hold", async () => {
    const { user, bridge } = renderCounter(<DrawStock />, { answers });

    await user.click(screen.getByRole("radio", { name: /口令卡 · 尾箱 12 张 · 网点库 88 张/ }));
    await user.click(screen.getByRole("textbox", { name: "张数" }));
    await user.keyboard("50{Enter}");
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "8001",
      input: { action: "draw", kind: "password-card", count: 50 },
    });
  });

  test("done with nobody at the counter leads home, and offers no next customer", async () => {
    const { user, store } = renderCounter(<DrawStock />, {
      answers: {
        ...answers,
        "transaction.preview": yes(previewView({ level: "A0" })),
        "slip.print": yes({}),
      },
    });
    act(() => store.getState().openScreen("8001"));
    await user.click(screen.getByRole("radio", { name: /U盾/ }));
    await user.click(screen.getByRole("textbox", { name: "张数" }));
    await user.keyboard("3{Enter}");
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已入账");
    expect(screen.queryByRole("button", { name: "下一位客户" })).toBeNull();

    await user.keyboard("{Enter}");
    await screen.findByText("回单已送打印机");
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("takes a thousand at most, and no half ones", async () => {
    const { user, bridge } = renderCounter(<DrawStock />, { answers });
    await user.click(screen.getByRole("radio", { name: /U盾/ }));
    const count = screen.getByRole("textbox", { name: "张数" });

    await user.type(count, "1001{Enter}");
    expect(await screen.findByText("张数为 1 至 1000 的整数")).toBeTruthy();
    await user.clear(count);
    await user.type(count, "2.5{Enter}");
    expect(await screen.findByText("张数为 1 至 1000 的整数")).toBeTruthy();
    expect(bridge.asked).toEqual([]);
    await user.clear(count);
    await user.type(count, "1000{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toMatchObject({ input: { count: 1000 } });
  });
});

describe("8007 a batch of password cards", () => {
  test("is made after the word of two and posted with its file, which the receipt names", async () => {
    const counter = renderCounter(<MakePasswordCards />, { answers });

    await startMaking(counter);

    expect(await screen.findByText("✓ 已入账")).toBeTruthy();
    expect(screen.getByText(/制卡文件 b-3\.jwe 已放好/)).toBeTruthy();
    const request = { code: "8007", input: { count: 5000, shopKey: { x, y } } };
    expect(sent(counter, "batch.make")).toEqual([{ request, grant: "g-1" }]);
    expect(sent(counter, "transaction.run")).toEqual([
      expect.objectContaining({ request, grant: "g-1", written: "e-batch0001" }),
    ]);
  });

  test("shows how far it is, in figures and as a bar, and Esc calls it off", async () => {
    let answer: (reply: Awaited<ReturnType<Counter["bridge"]["request"]>>) => void = () => {};
    const counter = renderCounter(<MakePasswordCards />, {
      answers: {
        ...answers,
        "batch.make": () =>
          new Promise((resolve) => {
            answer = resolve as never;
          }),
        "batch.cancel": yes("done"),
      },
    });
    const { bridge, store } = counter;
    act(() => store.getState().openScreen("8007"));
    await startMaking(counter);

    act(() => bridge.tell("batch.progress", { done: 1250, total: 5000 }));
    const bar = await screen.findByRole("progressbar", { name: "正在制卡" });
    expect(bar.getAttribute("value")).toBe("1250");
    expect(bar.getAttribute("max")).toBe("5000");
    expect(screen.getAllByText("已制 1,250 张，共 5,000 张").length).toBeGreaterThan(0);
    act(() => store.getState().back());
    expect(sent(counter, "batch.cancel")).toHaveLength(1);
    await act(async () => answer({ ok: false, refusal: { code: "batch.cancelled" } } as never));

    expect(await screen.findByText("制卡已停止")).toBeTruthy();
    expect(screen.getByText("没有完成的批次什么也不留下。")).toBeTruthy();
    expect(sent(counter, "transaction.run")).toEqual([]);
  });

  test("that failed is made once more on the same word", async () => {
    let tries = 0;
    const counter = renderCounter(<MakePasswordCards />, {
      answers: {
        ...answers,
        "batch.make": () =>
          ++tries === 1 ? { ok: false, refusal: { code: "batch.busy" } } : yes(made),
      },
    });
    await startMaking(counter);

    await screen.findByText("制卡没有完成");
    expect((await screen.findByRole("alert")).textContent).toContain("正在制作另一批口令卡");
    await counter.user.keyboard("{Enter}");

    expect(await screen.findByText("✓ 已入账")).toBeTruthy();
    expect(sent(counter, "batch.make")).toHaveLength(2);
    expect(sent(counter, "authorisation.approve")).toHaveLength(1);
  });

  test("O03: the key may come as a file, and its thumbprint is shown to be compared", async () => {
    const { user } = renderCounter(<MakePasswordCards />, { answers });

    const file = new File([publicKey], "shop.jwk", { type: "application/json" });
    await user.upload(screen.getByLabelText("选择密钥文件"), file);

    expect(await screen.findByText(thumbprint)).toBeTruthy();
  });

  test("O03: whoever approves the batch sees which key it is for, as the preview shows it", async () => {
    const { user } = renderCounter(<MakePasswordCards />, { answers });
    await user.keyboard("5000{Tab}{Tab}");
    await user.paste(publicKey);
    await user.click(screen.getByRole("button", { name: "下一步" }));

    const preview = await screen.findByRole("region", { name: "将要发生" });
    expect(await within(preview).findByText("制卡商公钥指纹")).toBeTruthy();
    expect(await within(preview).findByText(thumbprint)).toBeTruthy();

    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "授权" });
    expect(await within(dialog).findByText(thumbprint)).toBeTruthy();
  });

  test("O03: a private key is refused aloud and does not stay on the screen", async () => {
    const { user, bridge } = renderCounter(<MakePasswordCards />, { answers });
    const area = screen.getByRole("textbox", { name: "或粘贴密钥内容（JSON）" });

    await user.click(area);
    await user.paste(JSON.stringify({ kty: "EC", crv: "P-256", x, y, d: x }));

    expect((await screen.findByRole("alert")).textContent).toContain("这是私钥");
    expect(area).toHaveProperty("value", "");
    await user.type(screen.getByRole("textbox", { name: "制卡张数" }), "10");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    expect(await screen.findByText("请选择或粘贴制卡商的公钥")).toBeTruthy();
    expect(sent({ bridge } as Counter, "transaction.preview")).toEqual([]);
  });

  test("the batches stand below, and one not yet all delivered leads to 8008", async () => {
    const { user, store } = renderCounter(<MakePasswordCards />, { answers });

    const row = await screen.findByRole("row", { name: /b-2/ });
    expect(row.textContent).toContain("030000100101 – 030000100200");
    expect(row.textContent).toContain("40 / 100");
    act(() => row.focus());
    expect(screen.getByText("f".repeat(64))).toBeTruthy();
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "8008" });
  });
});

describe("8008 a delivery", () => {
  const list = (text: string) => new File([text], "stock.csv", { type: "text/csv" });
  const field = () => screen.getByLabelText("选择清单文件");

  test("V03: is read by the main process and shown, good, spoiled and by number, before it is posted", async () => {
    const counter = renderCounter(<TakeInCards />, {
      answers: { ...answers, "delivery.read": yes(deliveryView) },
    });
    const { user } = counter;

    await user.upload(field(), list("030000100141,good\n"));
    expect(await screen.findByText(/批次 b-2：良品 58 张，废品 1 张/)).toBeTruthy();
    expect(screen.getByRole("row", { name: "030000100161 030000100199 39" })).toBeTruthy();
    expect(screen.getByText(/030000100160/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(sent(counter, "delivery.read")).toEqual([{ text: "030000100141,good\n" }]);
    expect(sent(counter, "transaction.preview")).toEqual([
      { code: "8008", input: { delivery: "e-delivery1" } },
    ]);
  });

  test("a damaged list is refused by its line, and nothing can be posted", async () => {
    const counter = renderCounter(<TakeInCards />, {
      answers: {
        ...answers,
        "delivery.read": { ok: false, refusal: { code: "delivery.damaged", line: 17 } },
      },
    });

    await counter.user.upload(field(), list("?"));
    expect((await screen.findByRole("alert")).textContent).toContain("第 17 行");
    await counter.user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText("请选择制卡商的清单文件")).toBeTruthy();
    expect(sent(counter, "transaction.preview")).toEqual([]);
  });

  test("a file beyond any list is not even read", async () => {
    const counter = renderCounter(<TakeInCards />, { answers });

    await counter.user.upload(field(), list("x".repeat(8_000_001)));

    expect((await screen.findByRole("alert")).textContent).toContain("文件过大");
    expect(sent(counter, "delivery.read")).toEqual([]);
  });

  test("another file takes the place of the first, whose answer counts no more", async () => {
    const answersTo: ((reply: unknown) => void)[] = [];
    const counter = renderCounter(<TakeInCards />, {
      answers: {
        ...answers,
        "delivery.read": () => new Promise((resolve) => answersTo.push(resolve as never)),
      },
    });

    await counter.user.upload(field(), list("first"));
    await waitFor(() => expect(answersTo).toHaveLength(1));
    await counter.user.upload(field(), list("second"));
    await waitFor(() => expect(answersTo).toHaveLength(2));
    await act(async () => answersTo[1]?.({ ok: false, refusal: { code: "delivery.empty" } }));
    await act(async () => answersTo[0]?.(yes(deliveryView)));

    expect((await screen.findByRole("alert")).textContent).toContain("一张卡也没有");
    expect(screen.queryByText(/良品 58 张/)).toBeNull();
  });
});
