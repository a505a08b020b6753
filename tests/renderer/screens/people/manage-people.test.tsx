// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { PersonView } from "#core/contract/people-view.ts";
import { ManagePeople } from "#renderer/screens/people/manage-people.tsx";
import { type FakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { previewView } from "#tests/renderer/support/views.ts";

const person = (over: object = {}) =>
  PersonView.parse({
    ...{ id: "1002", name: "柜员乙", role: "teller", assists: true, attendance: "off" },
    ...{ mustChangePassword: false, hasCard: false, isLinked: true, relatives: 2 },
    ...over,
  });
const previewed = ({ asked }: FakeBridge) =>
  asked.filter(({ channel }) => channel === "transaction.preview").map(({ input }) => input);
const answers = {
  "people.list": yes([person(), person({ id: "1003", name: "丙", leftAt: 1_773_799_200_000 })]),
  "people.take-password": yes({ ref: "e-12345678" as never }),
  "transaction.preview": yes(previewView({ level: "A3" })),
};

test("9008: the list says office, duty, where somebody stands and whom they must not serve", async () => {
  renderCounter(<ManagePeople />, { answers });

  await screen.findByText("柜员乙");
  const rows = screen.getAllByRole("row");
  const text = rows.map((row) => row.textContent).join("\n");
  expect(text).toContain("柜员 · 协助执行");
  expect(text).toContain("本人 有 · 亲属 2");
  expect(text).toMatch(/离岗/);
});

test("9008: by keyboard alone somebody is taken out of the list and let in again", async () => {
  const { user, bridge } = renderCounter(<ManagePeople />, { answers });
  await screen.findByText("柜员乙");

  await user.click(screen.getByRole("radio", { name: "解锁" }));
  const row = screen.getAllByRole("row").find((one) => one.textContent?.includes("柜员乙"));
  row?.focus();
  await user.keyboard("{Enter}");
  await user.type(screen.getByRole("textbox", { name: "原因" }), "本人到场{Enter}");

  await waitFor(() =>
    expect(previewed(bridge)).toContainEqual({
      ...{ code: "9008", input: { action: "unlock", teller: "1002", reason: "本人到场" } },
    }),
  );
});

test("9008: a first password is typed twice, and only the name of its verifier is asked with", async () => {
  const { user, bridge } = renderCounter(<ManagePeople />, { answers });
  await screen.findByText("柜员乙");

  await user.click(screen.getByRole("radio", { name: "登记新人员" }));
  await user.type(screen.getByRole("textbox", { name: "工号" }), "1009");
  await user.type(screen.getByRole("textbox", { name: "姓名" }), "新人");
  await user.click(screen.getByRole("radio", { name: "主管" }));
  await user.type(screen.getByLabelText("初始密码"), "First-password-1");
  await user.type(screen.getByLabelText("再输一次初始密码"), "First-password-2{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("不一致");
  await user.clear(screen.getByLabelText("再输一次初始密码"));
  await user.type(screen.getByLabelText("再输一次初始密码"), "First-password-1{Enter}");
  await screen.findByText(/初始密码已设/);
  await user.click(screen.getByRole("button", { name: /下一步/ }));

  await waitFor(() => expect(previewed(bridge)).toHaveLength(1));
  expect(JSON.stringify(previewed(bridge))).not.toContain("First-password");
  expect(previewed(bridge)[0]).toMatchObject({
    ...{ code: "9008", input: { action: "register", teller: "1009", password: "e-12345678" } },
  });
});
