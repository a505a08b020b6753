import { beforeAll, beforeEach, expect, test } from "vitest";
import type { CustomerId } from "#core/customer/customer.ts";
import { alone, layOnReader, pick, printOut, sitDown, withWord } from "#tests/support/by-keys.ts";
import { alerts, journeyPlace, says } from "#tests/support/journey.ts";
import { agent } from "#tests/support/loss-requests.ts";
import { goHome, openScreen } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

// Who somebody is and for whom they may speak, by keys alone. What the books then say is read over the
// bridge.

const place = journeyPlace("identity-desk");

/** Whose check answers that name and number do not belong together. */
const DOUBTED = "c-22" as CustomerId;

let counter: Counter;
let doubted: string;
/** Whom somebody else speaks for. */
let holder: Visitor;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await sitDown(counter, "1001");
  const { documents } = await counter.ask("demonstration.tray", undefined);
  doubted = documents.find(({ customer }) => customer === DOUBTED)?.name ?? "";
  holder = await findVisitor(counter);
});

beforeEach(() => goHome(counter));

/** Somebody lays their document down with nothing open: their page comes. */
async function come(name: string): Promise<void> {
  await layOnReader(counter, name);
  await counter.teller.locator("h1 .code", { hasText: "9002" }).waitFor();
}

async function write(field: string, text: string): Promise<void> {
  await tabTo(counter.teller, field);
  await counter.type(text);
}

async function tick(name: string): Promise<void> {
  await tabTo(counter.teller, name);
  await counter.press("Space");
}

test("3.8: a check that raises a doubt is kept only with how the doubt was settled", async () => {
  const { teller, press } = counter;
  await come(doubted);
  await openScreen(counter, "2002");
  await layOnReader(counter, doubted);
  await alerts(teller, "核查结果有疑义");
  await tabTo(teller, "下一步");
  await press("Enter");
  await alerts(teller, "请选择疑义如何排除");

  await choose(teller, "疑义如何排除", "见过其他证件");
  await write("见过哪种证件", "户口簿");
  await alone(counter);

  await says(teller, "户口簿");
});

test("3.8: a forged document is reported before a supervisor, and its true holder is served", async () => {
  const { teller } = counter;
  await openScreen(counter, "2002");
  await choose(teller, "核查结论", "伪造证件");
  await layOnReader(counter, doubted);
  await write("证件所载姓名", "赵无名");
  await choose(teller, "凭什么认定", "照片被调换");
  await write("所见情形", "照片边缘有二次覆膜");
  await write("来人要办什么业务", "取款两万元");
  await choose(teller, "证件去向", "留在网点");
  await withWord(counter, "2001");
  await says(teller, "不影响真正的持证人办理业务");
  await printOut(counter);

  await goHome(counter);
  await come(doubted);
  await alerts(teller, "有人持此号码的伪造证件来过（1 次");
});

test("3.7: an agent is registered before a second teller", async () => {
  const { teller } = counter;
  const { today } = await counter.ask("workstation.view", undefined);
  await come(holder.name);
  await openScreen(counter, "2005");
  await choose(teller, "代理依据", "委托代理人");
  await layOnReader(counter, holder.name);
  await write("代理人姓名", agent.name);
  await pick(counter, "证件种类", "护照");
  await write("证件号码", agent.documentNumber);
  await pick(counter, "联网核查结果", "一致");
  await write("代理人电话", agent.phone);
  await write("与持卡人关系", agent.relation);
  await write("所见证明", "公证委托书");
  await write("代理有效至", today.replaceAll("-", ""));
  await tick("客户已核对并签字");
  await withWord(counter, "1002");

  const { agencies } = await counter.ask("customer.view", { customer: holder.customer });
  expect(agencies).toMatchObject([
    { basis: "power-of-attorney", name: agent.name, validTo: today, standing: "serves" },
  ]);
});

test("3.7, T09: whoever is registered reports a loss for the holder, and is not typed again", async () => {
  const { teller } = counter;
  await come(holder.name);
  await says(teller, agent.name);
  await openScreen(counter, "4002");
  await choose(teller, "新卡卡号", "异号");
  await choose(teller, "申请人", "已登记的代理人");
  await pick(counter, "联网核查结果", "一致");
  await write("代理原因", "本人住院");
  await layOnReader(counter, holder.name);
  await tabTo(teller, "原因");
  await counter.type("遗失");
  await tick("客户已核对并签字");
  await withWord(counter, "2001");
  await says(teller, agent.name);
  await printOut(counter);

  const { lossCases } = await counter.ask("customer.view", { customer: holder.customer });
  expect(lossCases[0]).toMatchObject({ status: "formal-waiting" });
});

test("3.7: the holder takes the word back, and the agent speaks for nobody any more", async () => {
  const { teller } = counter;
  await come(holder.name);
  await openScreen(counter, "2005");
  await choose(teller, "登记代理关系 · 办理", "终止代理关系");
  await layOnReader(counter, holder.name);
  await write("原因", "不再委托");
  await tick("客户已核对并签字");
  await withWord(counter, "1002");

  const { agencies } = await counter.ask("customer.view", { customer: holder.customer });
  expect(agencies).toMatchObject([{ standing: "ended" }]);
});
