import { screen } from "@testing-library/react";
import type userEvent from "@testing-library/user-event";

type User = ReturnType<typeof userEvent.setup>;

const OPTION = "ant-select-item-option-content";

/** Fills the field of this name at one go; what stood there goes. Enter is a key of its own. */
export async function type(user: User, name: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole("textbox", { name });
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

/** Chooses the kind of organ out of the list, found by a part of its name. */
export async function choose(user: User, kind: string): Promise<void> {
  const list = screen.getByRole("combobox", { name: "机关种类" });
  await user.type(list, kind);
  const [option] = await screen.findAllByText(
    (text, element) => text.includes(kind) && element?.className === OPTION,
  );
  if (option) await user.click(option);
}

/** Fills in who came with which paper: a court's by default. The kind has been chosen before. */
export async function fillPapers(
  user: User,
  { organ = "示范区人民法院", shown = ["工作证", "执行公务证", "裁定书", "通知书"] } = {},
): Promise<void> {
  await type(user, "机关名称（照文书）", organ);
  await type(user, "文书号", "(2026)示01执12号");
  for (const paper of shown) {
    await user.click(screen.getByRole("checkbox", { name: new RegExp(paper) }));
  }
  await type(user, "第 1 名：姓名", "钱法官");
  await type(user, "第 1 名：证件号", "FY-0001");
  await type(user, "第 1 名：证件有效期至", "20301231");
  await type(user, "第 2 名：姓名", "孙书记员");
  await type(user, "第 2 名：证件号", "FY-0002");
  await type(user, "第 2 名：证件有效期至", "2030-12-31");
  await type(user, "送达日期", "20260518");
  await type(user, "送达时刻", "11:58:07");
}

/** What `fillPapers` comes to in the contract. */
export const courtPapers = {
  organ: { kind: "court", name: "示范区人民法院" },
  documentNumber: "(2026)示01执12号",
  shown: ["work-permit", "execution-permit", "ruling", "notice"],
  officers: [
    { name: "钱法官", permit: "FY-0001", permitValidTo: "2030-12-31" },
    { name: "孙书记员", permit: "FY-0002", permitValidTo: "2030-12-31" },
  ],
  deliveredAt: Date.UTC(2026, 4, 18, 3, 58, 7),
  delivery: "counter",
};
