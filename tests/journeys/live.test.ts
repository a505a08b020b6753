import { cpSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import {
  alerts,
  BRANCH_PASSPHRASE,
  journeyPlace,
  openBranch,
  says,
  verify,
} from "#tests/support/journey.ts";
import { signOn, signOnStands } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";

const place = journeyPlace("live");
const folder = place.folder("branch");

const people = [
  { id: "3001", name: "负责人", password: "Erste-Parole-3001" },
  { id: "2001", name: "主管", password: "Erste-Parole-2001" },
  { id: "1001", name: "柜员", password: "Erste-Parole-1001" },
] as const;
const OWN_PASSWORD = "Selbst-gewaehlt-42";

let counter: Counter;

async function fill(label: string, text: string): Promise<void> {
  await tabTo(counter.teller, label);
  await counter.type(text);
}

async function fillPeople(weak: string): Promise<void> {
  for (const { id, name, password } of people) {
    await fill("工号", id);
    await fill("姓名", name);
    await fill("初始密码", id === "1001" ? weak : password);
  }
}

beforeAll(async () => {
  counter = await place.start("--live", folder, "--language", "zh-CN");
});

describe("1004: a branch that has no passphrase yet", () => {
  test("asks for one and says that nobody opens the books without it; nothing else is answered", async () => {
    await counter.teller.getByRole("heading", { name: "设置网点开机口令" }).waitFor();
    await says(counter.teller, "任何人都永远无法打开账簿");

    await expect(counter.ask("workstation.view", undefined)).rejects.toThrow("workstation.locked");
    await expect(counter.ask("journal.list", { page: 0 })).rejects.toThrow("workstation.locked");
  });

  test("takes neither a weak one nor two that differ, and then a good one, by keyboard alone", async () => {
    const { teller, type, press } = counter;
    await type("123456789012");
    await press("Tab");
    await type("123456789012");
    await press("Enter");
    await alerts(teller, "连续的字符");

    await press("Shift+Tab", "Shift+Tab");
    await tabTo(teller, "网点开机口令");
    await press("Control+a");
    await type(BRANCH_PASSPHRASE);
    await press("Enter");
    await alerts(teller, "两次输入的口令不一致");

    await tabTo(teller, "再输一次口令");
    await press("Control+a");
    await type(BRANCH_PASSPHRASE);
    await press("Enter");
    await teller.getByRole("heading", { name: "设立网点" }).waitFor();
  });
});

describe("a branch that is set up on its first start", () => {
  test("an empty folder asks for the branch and its people, and offers nothing else", async () => {
    await counter.teller.getByRole("heading", { name: "设立网点" }).waitFor();

    expect(await counter.teller.getByRole("navigation").count()).toBe(0);
    expect(await counter.teller.getByTestId("watermark").count()).toBe(0);
  });

  test("S03: a first password that is too weak is refused, and nothing is founded", async () => {
    await fill("网点号", "0301");
    await fill("网点名称", "试点支行");
    await fill("英文名称", "Pilot Branch");
    await fillPeople("Short-1");
    await counter.press("Enter");

    await alerts(counter.teller, "至少 12 位，须同时有字母和数字");
    const { branch } = await counter.ask("workstation.view", undefined);
    expect(branch).toBeUndefined();
  });

  test("with passwords as they must be the branch is founded, by keyboard alone", async () => {
    await tabTo(counter.teller, "初始密码");
    await counter.press("Control+a");
    await counter.type(people[2].password);
    await counter.press("Enter");

    await counter.teller.getByRole("heading", { name: "柜员签到" }).waitFor();
    await says(counter.teller, "试点支行");
    const { branch, kind } = await counter.ask("workstation.view", undefined);
    expect({ branch, kind }).toMatchObject({ branch: { code: "0301" }, kind: "live" });
  });

  test("S04: the first password is good for choosing another, which must differ", async () => {
    await signOnStands(counter);
    await counter.type("1001");
    await fill("密码", people[2].password);
    await counter.press("Enter");
    await counter.teller.getByRole("heading", { name: "修改密码" }).waitFor();
    expect(await counter.teller.getByRole("navigation").count()).toBe(0);

    await fill("现密码", people[2].password);
    await fill("新密码", people[2].password);
    await fill("再输一次新密码", people[2].password);
    await counter.press("Enter");
    await alerts(counter.teller, "与旧密码相同");

    await tabTo(counter.teller, "现密码");
    await counter.press("Control+a");
    await counter.type(people[2].password);
    for (const label of ["新密码", "再输一次新密码"]) {
      await counter.press("Tab");
      await tabTo(counter.teller, label);
      await counter.press("Control+a");
      await counter.type(OWN_PASSWORD);
    }
    await counter.press("Enter");
    await says(counter.teller, "今日到期");
  });

  test("a live branch has no mark of a demonstration, no tray, and no clock to move", async () => {
    const { teller } = counter;

    await counter.press("F9");
    await counter.press("F1");
    await teller.getByRole("dialog", { name: "帮助" }).waitFor();
    await counter.press("Escape");

    expect(await teller.getByTestId("watermark").count()).toBe(0);
    expect(await teller.getByRole("complementary", { name: "演示台" }).count()).toBe(0);
    expect(await teller.getByRole("banner").getByText("演示").count()).toBe(0);
    await expect(counter.ask("demonstration.tray", undefined)).rejects.toThrow("not-in-live");
    await expect(counter.ask("demonstration.move-clock", { days: 1 })).rejects.toThrow(
      "not-in-live",
    );
    await says(teller, "未接读卡器");
  });
});

describe("the books of a live branch", () => {
  test("are not opened as a demonstration, and the words say so", async () => {
    await counter.open("1002");
    await says(counter.teller, "柜员签到");
    await counter.close();

    const { code, told } = await place.startToEnd("--demonstration", folder);

    expect(code).toBe(70);
    expect(told).toContain("演示数据不能当作正式数据打开，正式数据也不能用于演示");
  });

  test("are verified, and the chosen password signs on at the next start", async () => {
    expect(verify(folder)).toMatchObject({ code: 0, told: expect.stringContaining("live") });

    counter = await place.start("--live", folder, "--language", "zh-CN");
    await counter.teller.getByRole("heading", { name: "网点开机" }).waitFor();
    await counter.type("not that passphrase");
    await counter.press("Enter");
    await alerts(counter.teller, "网点开机口令不正确");
    await setTimeout(1500); // The wait after one wrong passphrase is a second.
    await openBranch(counter);
    await signOn(counter, "1001", { password: OWN_PASSWORD });
    await says(counter.teller, "试点支行");
  });

  test("are taken to another machine: proved there, opened by the passphrase, every command in them", async () => {
    const here = await counter.ask("journal.list", { page: 0 });
    await counter.close();
    const moved = place.folder("carried/branch");
    cpSync(folder, moved, { recursive: true });

    const { code, told } = verify(moved);
    expect(code).toBe(0);
    expect(told).toContain("The folder is as it was written");

    place.changeMachine();
    counter = await place.start("--live", moved, "--language", "zh-CN");
    await expect(counter.ask("journal.list", { page: 0 })).rejects.toThrow("workstation.locked");
    await openBranch(counter);
    await signOn(counter, "1001", { password: OWN_PASSWORD });
    const there = await counter.ask("journal.list", { page: 0 });
    expect(here.rows).toHaveLength(here.total);
    expect(there.rows.slice(-here.rows.length)).toEqual(here.rows);
  });
});

test("the books of a demonstration are not opened as a live branch's", async () => {
  const shown = place.folder("shown");
  const demonstration = await place.start("--demonstration", shown);
  await demonstration.close();

  const { code, told } = await place.startToEnd("--live", shown);

  expect(code).toBe(70);
  expect(told).toContain("数据目录的类型不符");
});
