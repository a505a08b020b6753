import { expect, test } from "vitest";
import { createNotify } from "#main/ipc/notify.ts";

function open() {
  const sent: unknown[] = [];
  const incidents: unknown[] = [];
  const notify = createNotify({
    deliver: (told, channel, notice) => {
      sent.push([told, channel, notice]);
    },
    log: {
      note: () => {},
      incident(failure) {
        incidents.push(failure);
        return "20261122-0001";
      },
    },
  });
  return { notify, sent, incidents };
}

test("a notice of the books goes to the teller, without what the contract does not name", () => {
  const { notify, sent } = open();

  notify("books.changed", { sequence: 3, customers: ["c-1"], pan: "6222020200012345" });

  expect(sent).toEqual([["teller", "books.changed", { sequence: 3, customers: ["c-1"] }]]);
});

test("a notice of the display goes to the customer and to nobody else", () => {
  const { notify, sent } = open();
  const idle = {
    status: "idle",
    branchName: "示范支行",
    branchEnglishName: "Demonstration Branch",
    demonstration: true,
  };

  notify("display.changed", idle);

  expect(sent).toEqual([["customer", "display.changed", idle]]);
});

test("a notice that does not fit the contract is an incident and is not sent", () => {
  const { notify, sent, incidents } = open();

  notify("write.stage", { stage: "6222020200012345" });

  expect(sent).toEqual([]);
  expect(incidents).toMatchObject([{ code: "answer.malformed" }]);
  expect(String(incidents[0])).not.toContain("6222020200012345");
});
