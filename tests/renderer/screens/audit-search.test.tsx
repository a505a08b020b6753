// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { AuditPage } from "#renderer/screens/audit/audit-page.tsx";
import { AuditSearch } from "#renderer/screens/audit/audit-search.tsx";
import { journalLine } from "#tests/renderer/support/day-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

const found = yes({ rows: [journalLine()], total: 1 });
const passphrase = "told by telephone, not by post";
const auditor = workstationView({
  session: { status: "signed-on", teller: "0401", name: "审计", role: "auditor" },
});

describe("9005 the audit's search", () => {
  test("U08: begins with today, says that looks are noted, and lists what was found", async () => {
    const { bridge } = renderCounter(<AuditSearch />, { answers: { "audit.search": found } });

    expect(await screen.findByRole("row", { name: /4711/ })).toBeTruthy();
    expect(bridge.asked).toEqual([
      { channel: "audit.search", input: { filter: { from: "2026-05-18" }, page: 0 } },
    ]);
    expect(document.body.textContent).toContain("每次查询");
  });

  test("U08: by keys alone asks for all that was filled in, the amount in fen", async () => {
    const { user, bridge } = renderCounter(<AuditSearch />, {
      answers: { "audit.search": found },
    });
    await screen.findByRole("row", { name: /4711/ });

    expect(document.activeElement?.id).toBe("audit-code");
    await user.keyboard("3011{Tab}0101{Tab}0201{Tab}{Tab}{Tab}1234.56{Tab}{Tab}{ }{Enter}");

    await waitFor(() => expect(bridge.asked).toHaveLength(2));
    expect(bridge.asked.at(-1)?.input).toEqual({
      filter: {
        ...{ from: "2026-05-18", code: "3011", teller: "0101", approver: "0201" },
        ...{ amount: 1_234_56, isRefused: true },
      },
      page: 0,
    });
  });

  test.each([
    ["audit-from", "2026-02-30"],
    ["audit-sequence", "0"],
    ["audit-amount", "1.234"],
    ["audit-entry", "money"],
  ])("what is no %s is said and not asked: %s", async (id, text) => {
    const { user, bridge } = renderCounter(<AuditSearch />, {
      answers: { "audit.search": found },
    });
    await screen.findByRole("row", { name: /4711/ });
    const field = document.querySelector<HTMLInputElement>(`#${id}`) ?? document.body;

    await user.clear(field);
    await user.type(field, `${text}{Enter}`);

    expect(screen.getByRole("alert").textContent).not.toBe("");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(bridge.asked).toHaveLength(1);
  });

  test("U08: what was found leaves under a passphrase typed twice, which is then forgotten", async () => {
    const { user, bridge } = renderCounter(<AuditSearch />, {
      language: "en",
      answers: {
        "audit.search": found,
        "audit.export": yes({ file: "/data-exports/audit-4720.csv.jwe", rows: 1 }),
      },
    });
    await screen.findByRole("row", { name: /4711/ });

    await user.click(screen.getByRole("button", { name: "Export what was found" }));
    const dialog = await screen.findByRole("dialog");
    const [first, again] = [...dialog.querySelectorAll<HTMLInputElement>("input[type=password]")];
    await user.type(first ?? dialog, passphrase);
    await user.type(again ?? dialog, `${passphrase}{Enter}`);

    expect((await within(dialog).findByRole("status")).textContent).toContain(
      "1 lines written: /data-exports/audit-4720.csv.jwe",
    );
    expect(bridge.asked.at(-1)).toEqual({
      channel: "audit.export",
      input: { filter: { from: "2026-05-18" }, as: "csv", passphrase },
    });
    expect(document.body.innerHTML).not.toContain(passphrase);
  });

  test("nothing found leaves nothing to export", async () => {
    renderCounter(<AuditSearch />, {
      language: "en",
      answers: { "audit.search": yes({ rows: [], total: 0 }) },
    });

    await waitFor(() =>
      expect(
        screen.getByRole<HTMLButtonElement>("button", { name: "Export what was found" }).disabled,
      ).toBe(true),
    );
  });

  test("D02: whoever may not look is told so", async () => {
    renderCounter(<AuditSearch />, {
      answers: {
        "audit.search": {
          ok: false,
          refusal: { code: "teller.role", role: "teller", may: ["auditor"] },
        },
      },
    });

    expect(await screen.findByRole("alert")).toBeTruthy();
  });

  test("the audit comes to the search first, everybody else to the evidence of a case", async () => {
    const answers = { "audit.search": found };
    const { unmount } = renderCounter(<AuditPage />, { answers, workstation: auditor });
    expect(await screen.findByRole("row", { name: /4711/ })).toBeTruthy();
    unmount();

    const { bridge } = renderCounter(<AuditPage />, { answers });
    expect(bridge.asked.map(({ channel }) => channel)).not.toContain("audit.search");
  });
});
