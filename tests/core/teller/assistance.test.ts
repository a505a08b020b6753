import { expect, test } from "vitest";
import { mayAssist, maySeeOrders } from "#core/teller/teller.ts";

test("F03: orders are carried out by whoever has the duty, and by supervisor and branch head", () => {
  expect(mayAssist({ role: "teller", assists: true })).toBe(true);
  expect(mayAssist({ role: "supervisor" })).toBe(true);
  expect(mayAssist({ role: "branch-head" })).toBe(true);
});

test("5.4: no tipping off: an ordinary teller neither carries them out nor sees them", () => {
  expect(mayAssist({ role: "teller" })).toBe(false);
  expect(mayAssist({ role: "teller", assists: false })).toBe(false);
  expect(maySeeOrders({ role: "teller" })).toBe(false);
  expect(maySeeOrders({ role: "teller", assists: true })).toBe(true);
});

test("U08: the auditor sees and never acts, whatever duty was put down", () => {
  expect(maySeeOrders({ role: "auditor" })).toBe(true);
  expect(mayAssist({ role: "auditor", assists: true })).toBe(false);
});
