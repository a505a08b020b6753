// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { refuse } from "#core/kernel/result.ts";
import {
  bankSession,
  bankView,
  cardInHand,
  challenged,
} from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  type CustomerAnswers,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

/** What stands under a film: the coordinate in figures, so that each is told apart. */
const scratched: CustomerAnswers = {
  "card.scratch": ({ coordinate }) =>
    yes({ digits: `${coordinate.charCodeAt(0)}${coordinate.slice(1)}` }),
};

async function holding(answers: CustomerAnswers = {}) {
  const opened = openCustomerWindow({ ...scratched, ...answers });
  await opened.user.click(await screen.findByRole("button", { name: "手中的口令卡" }));
  return opened;
}

const cell = (coordinate: string) =>
  screen.getByRole("gridcell", { name: new RegExp(`^${coordinate}，`) });

/** Rubs a cell to and fro, so many strokes of 20 px. */
function rub(coordinate: string, strokes: number): void {
  const target = cell(coordinate).querySelector(".film") ?? cell(coordinate);
  const at = (stroke: number) => ({ clientX: stroke % 2 === 0 ? 0 : 20, clientY: 5, buttons: 1 });
  fireEvent.pointerDown(target, at(0));
  for (const stroke of Array.from({ length: strokes }, (_, index) => index + 1)) {
    fireEvent.pointerMove(target, at(stroke));
  }
  fireEvent.pointerUp(target);
}

describe("a card in its wrapper", () => {
  test("P26: shows no cell before the wrapper is torn off", async () => {
    const { user, askedOn } = await holding({
      "bank.view": yes(bankView({ cards: [cardInHand({ isSealed: true })] })),
    });
    expect(screen.getByText("塑料包装膜和覆膜完好。")).toBeTruthy();
    expect(screen.queryByRole("grid")).toBeNull();

    await user.click(screen.getByRole("button", { name: "撕开包装膜" }));

    expect(screen.getAllByRole("gridcell", { name: /未刮开/ })).toHaveLength(80);
    expect(askedOn("card.scratch")).toEqual([]);
  });
});

describe("scratching", () => {
  test("P35: asks for the one cell that was rubbed, and for no other", async () => {
    const { askedOn } = await holding();

    rub("B2", 6);

    await waitFor(() => expect(cell("B2").textContent).toBe("662"));
    expect(askedOn("card.scratch")).toEqual([{ card: "p-1", coordinate: "B2" }]);
    expect(screen.getAllByRole("gridcell", { name: /未刮开/ })).toHaveLength(79);
  });

  test("takes more than one stroke: passing over a cell only scores its film", async () => {
    const { askedOn } = await holding();

    rub("A3", 2);

    expect(askedOn("card.scratch")).toEqual([]);
    expect(cell("A3").querySelector(".film")?.getAttribute("data-rubbed")).toBe("2");
    rub("A3", 2);
    expect(askedOn("card.scratch")).toEqual([{ card: "p-1", coordinate: "A3" }]);
  });

  test("takes a pressed pointer", async () => {
    const { askedOn } = await holding();

    for (const clientX of [0, 20, 0, 20, 0, 20, 0]) {
      fireEvent.pointerMove(cell("A3"), { clientX, clientY: 5, buttons: 0 });
    }

    expect(askedOn("card.scratch")).toEqual([]);
  });

  test("goes by keys: arrows from cell to cell within the card, Space for the film", async () => {
    const { user, askedOn } = await holding();
    cell("A1").focus();

    await user.keyboard("{ArrowUp}{ArrowLeft}{ArrowRight}{ArrowDown} ");
    await waitFor(() => expect(cell("B2").textContent).toBe("662"));
    await user.keyboard("{End}{PageDown}{ArrowRight}{ArrowDown}{Enter}");

    await waitFor(() => expect(cell("H10").textContent).toBe("7210"));
    expect(document.activeElement).toBe(cell("H10"));
    expect(askedOn("card.scratch")).toHaveLength(2);
  });

  test("goes by a single press too, for whoever cannot drag", async () => {
    const { user } = await holding();

    await user.click(cell("C4"));
    await user.click(screen.getByRole("button", { name: "刮开 C4" }));

    await waitFor(() => expect(cell("C4").textContent).toBe("674"));
    expect(screen.getByRole("button", { name: "刮开 C4" })).toHaveProperty("disabled", true);
  });

  test("asks for a cell once, and a scratched cell stays scratched", async () => {
    const { user, askedOn } = await holding();
    rub("B2", 6);
    await waitFor(() => expect(cell("B2").textContent).toBe("662"));

    cell("B2").focus();
    await user.keyboard(" ");
    await user.click(screen.getByRole("button", { name: "网上商店" }));
    await user.click(screen.getByRole("button", { name: "手中的口令卡" }));

    expect(cell("B2").textContent).toBe("662");
    expect(askedOn("card.scratch")).toHaveLength(1);
  });

  test("leaves a cell covered when the program will not tell it", async () => {
    const { user, askedOn } = await holding({
      "card.scratch": refuse({ code: "request.too-many" } as const),
    });
    cell("A1").focus();

    await user.keyboard(" ");

    await waitFor(() => expect(askedOn("card.scratch")).toHaveLength(1));
    expect(cell("A1").getAttribute("aria-label")).toBe("A1，未刮开");
  });
});

describe("a void card", () => {
  const cards = [
    cardInHand({ isVoid: true }),
    cardInHand({ id: "p-2", serial: "030000000043", isSealed: true }),
  ];

  test("P20: says so, and is scratched no more", async () => {
    const { user, askedOn } = await holding({ "bank.view": yes(bankView({ cards })) });
    await user.selectOptions(screen.getByLabelText("持卡人"), "陈溪　030000000042（已作废）");
    expect(screen.getByText("已作废")).toBeTruthy();

    rub("B2", 8);
    cell("A1").focus();
    await user.keyboard(" ");

    expect(askedOn("card.scratch")).toEqual([]);
    expect(screen.queryByRole("button", { name: /打印/ })).toBeNull();
  });

  test("makes room for the one that replaced it", async () => {
    const { user, tell } = await holding();
    await user.selectOptions(screen.getByLabelText("持卡人"), "陈溪　030000000042");

    tell("bank.changed", bankView({ cards }));

    expect(screen.getByRole("figure", { name: "陈溪的口令卡 030000000043" })).toBeTruthy();
  });
});

describe("cells that are asked for now", () => {
  async function asked() {
    const opened = openCustomerWindow({
      ...scratched,
      "bank.view": yes(bankView({ session: bankSession() })),
      "bank.pay": yes(challenged()),
    });
    const { user } = opened;
    await user.click(await screen.findByRole("button", { name: "网上银行" }));
    await user.click(screen.getByRole("button", { name: "对外转账" }));
    await user.click(screen.getByRole("button", { name: "填入演示收款人" }));
    await user.keyboard("88.50{Enter}");
    await user.click(await screen.findByRole("button", { name: "看口令卡" }));
    return opened;
  }

  test("are marked on the card of whoever pays, beside the question", async () => {
    await asked();

    const beside = within(screen.getByRole("complementary"));
    const marked = beside.getAllByRole("gridcell", { name: /正在询问/ });
    expect(marked.map((one) => one.dataset.coordinate)).toEqual(["B2", "A3"]);
  });

  test("are scratched together by one press, and no other with them", async () => {
    const { user, askedOn } = await asked();

    await user.click(screen.getByRole("button", { name: "刮开所问的 A3 B2" }));

    await waitFor(() => expect(cell("B2").textContent).toBe("662"));
    expect(cell("A3").textContent).toBe("653");
    expect(document.activeElement).toBe(screen.getByLabelText(/请输入口令卡/));
    expect(askedOn("card.scratch")).toEqual([
      { card: "p-1", coordinate: "A3" },
      { card: "p-1", coordinate: "B2" },
    ]);
  });

  test("are not marked any more once the payment is left", async () => {
    const { user } = await asked();

    await user.click(screen.getByRole("button", { name: "放弃" }));

    expect(screen.queryAllByRole("gridcell", { name: /正在询问/ })).toEqual([]);
  });
});

describe("printing a card", () => {
  test("says where the file is, in the language of the window", async () => {
    const { user, askedOn } = await holding({
      "card.print": ({ layout }) => yes({ file: `/data-cards/${layout}.pdf` }),
    });

    await user.click(screen.getByRole("button", { name: "打印大字版（PDF）" }));

    expect(await screen.findByText("/data-cards/large-print.pdf")).toBeTruthy();
    expect(askedOn("card.print")).toEqual([
      { card: "p-1", layout: "large-print", language: "zh-CN" },
    ]);
  });

  test("says why not", async () => {
    const { user } = await holding({
      "card.print": refuse({ code: "password-card.void" } as const),
    });

    await user.click(screen.getByRole("button", { name: "打印口令卡（PDF）" }));

    expect(await screen.findByText(/已作废/)).toBeTruthy();
  });
});
