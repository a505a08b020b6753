// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FormalLoss } from "#renderer/screens/loss/formal-loss.tsx";
import { shownDocument } from "#tests/renderer/support/desk-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView } from "#tests/renderer/support/views.ts";

const preview = { "transaction.preview": yes(previewView()) };
const doubtful = { ...(shownDocument as object), check: "match-without-photo" } as never;
const agency = {
  id: "d-1",
  basis: "guardian",
  name: "李母",
  document: "110101********0027",
  relation: "母亲",
  scope: ["4002"],
  validTo: "2030-06-14",
  standing: "serves",
};

/** 4002 with everything filled in but who is here. */
async function formalLoss(customer = customerView()) {
  const counter = renderCounter(<FormalLoss />, { customer, answers: preview });
  const { user } = counter;
  await user.click(screen.getByRole("radio", { name: /异号/ }));
  await user.click(screen.getByRole("textbox", { name: "原因" }));
  await user.keyboard("丢失");
  await user.click(screen.getByRole("checkbox", { name: "客户已核对并签字" }));
  return counter;
}

describe("the check of a document", () => {
  test("3.8: a match with photo asks nothing more", async () => {
    const { user, bridge } = await formalLoss();

    act(() => bridge.tell("document.shown", shownDocument));
    expect(screen.queryByText("疑义如何排除")).toBeNull();
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      input: { identity: { document: { by: "reader" }, check: "match-with-photo" } },
    });
  });

  test("3.8: a doubt is settled with one choice, and goes on without words where it may", async () => {
    const { user, bridge } = await formalLoss();
    act(() => bridge.tell("document.shown", doubtful));

    await user.click(await screen.findByRole("radio", { name: "柜员当面认识" }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked[0]?.input).toMatchObject({
      input: {
        identity: { check: "match-without-photo", resolution: { by: "known-in-person" } },
      },
    });
  });

  test("3.8: another document seen must be named", async () => {
    const { user, bridge } = await formalLoss();
    act(() => bridge.tell("document.shown", doubtful));

    await user.click(await screen.findByRole("radio", { name: "见过其他证件" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText("请填写见过哪种证件")).toBeTruthy();
    expect(bridge.asked).toEqual([]);
    expect(screen.queryByRole("radio", { name: /客户离开/ })).toBeNull();
  });

  test("3.8: an invalid document leads to another one or to 2002, and offers no way around", async () => {
    const { bridge } = await formalLoss();

    const invalid = { ...(shownDocument as object), check: "document-invalid" } as never;
    act(() => bridge.tell("document.shown", invalid));

    expect((await screen.findByText(/请客户出示其他有效证件/)).textContent).toContain("2002");
    expect(screen.queryByRole("radio", { name: "柜员当面认识" })).toBeNull();
  });

  test("2002: a false document with this number is told beside the check", async () => {
    await formalLoss(customerView({ falseDocuments: [Date.UTC(2026, 4, 12, 2, 0, 0)] }));

    expect((await screen.findByText(/伪造证件来过/)).textContent).toContain("2026-05-12");
  });
});

describe("who is here for the holder", () => {
  test("3.7: nobody is asked about until the key is pressed, and then A3 is announced", async () => {
    const { user } = await formalLoss();
    expect(screen.queryByRole("radio", { name: /上门核实/ })).toBeNull();

    await user.click(screen.getByRole("button", { name: "本人不能办理……" }));

    expect(await screen.findByText(/须 A3 授权/)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: /上门核实/ }));
    expect(await screen.findByRole("textbox", { name: "所见证明" })).toBeTruthy();
  });

  test("2005: a registered guardian is chosen, with a check and a reason, and nothing typed again", async () => {
    const { user, bridge } = await formalLoss(customerView({ agencies: [agency] }));
    act(() => bridge.tell("document.shown", shownDocument));

    await user.click(screen.getByRole("radio", { name: "已登记的代理人" }));
    expect(await screen.findByRole("radio", { name: /李母/ })).toHaveProperty("checked", true);
    expect(screen.queryByRole("textbox", { name: "代理人姓名" })).toBeNull();
    const [, agentCheck] = screen.getAllByRole("combobox", { name: "联网核查结果" });
    expect(agentCheck).toBeTruthy();
  });

  test("2005: one that has expired or ended is not offered", async () => {
    const over = ["expired", "ended"].map((standing) => ({ ...agency, standing }));
    await formalLoss(customerView({ agencies: over }));

    expect(screen.queryByRole("radio", { name: "已登记的代理人" })).toBeNull();
    expect(screen.getByRole("radio", { name: "代理人" })).toBeTruthy();
  });
});
