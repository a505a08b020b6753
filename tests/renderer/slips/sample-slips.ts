import { BranchCode } from "#core/branch/branch.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { clockTime, instantAt } from "#core/calendar/instant.ts";
import type { SlipView } from "#core/contract/posting-view.ts";
import { fen } from "#core/money/fen.ts";
import type { RelationMove } from "#core/replacement/relation.ts";
import { dateFact, instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import { TellerId } from "#core/teller/teller.ts";

const at = instantAt(businessDate("2026-03-18"), clockTime("10:21:07"));

const posting = {
  branch: BranchCode.parse("9001"),
  branchName: "示范支行",
  teller: TellerId.parse("0001"),
  approvers: [TellerId.parse("0101")],
  issuedAt: at,
  sequence: 1207,
  relations: [],
  reprints: 0,
  status: "valid",
  demonstration: false,
} as const;

/** 4002: a written report by an agent, with every line that the transaction can put on its slip. */
export const lossApplication: SlipView = {
  ...posting,
  number: "900120260318000012",
  kind: "loss-application",
  code: "4002",
  facts: [
    textFact("lossCase", "900120260318000007"),
    instantFact("acceptedAt", at),
    textFact("card", "622208****1234"),
    termFact("product", "product.demand-savings"),
    dateFact("openedOn", businessDate("2011-07-04")),
    termFact("drawMethod", "draw.pin"),
    termFact("kind", "kind.card"),
    termFact("channel", "channel.counter"),
    textFact("reason", "钱包在地铁上被盗"),
    moneyFact("balanceAtReport", fen(1_234_567_89)),
    termFact("holdScope", "hold-scope.account"),
    textFact("customer", "阿卜杜热依木·买买提艾力"),
    textFact("document", "650102********4321"),
    termFact("check", "check.match-with-photo"),
    textFact(
      "address",
      "示范省示范市示范区人民路一百二十八号阳光花园小区三号楼二单元一千二百零四室",
    ),
    termFact("reporter", "reporter.agent"),
    textFact("agentName", "古丽巴哈尔·阿卜杜热依木"),
    textFact("agentDocument", "650102********1126"),
    textFact("agentPhone", "138****1234"),
    textFact("agentRelation", "女儿"),
    textFact("agentReason", "本人住院，不能到网点"),
    moneyFact("fee", fen(10_00)),
    termFact("feePayment", "fee.cash"),
    termFact("numbering", "numbering.new"),
    dateFact("formalOn", businessDate("2026-03-18")),
    dateFact("maturesOn", businessDate("2026-03-26")),
    textFact("pickUpBranch", "9001 示范支行"),
    termFact("note", "note.bring-slip"),
    termFact("note", "note.slip-loss"),
    termFact("note", "note.credits-go-on"),
  ],
};

/** One relation of each kind, moved to a new number. */
const twelveMoves: readonly RelationMove[] = [
  { relation: "r-1", kind: "internet-bank", label: "liming88", how: "re-bound" },
  { relation: "r-2", kind: "wap-bank", label: "138****1234", how: "re-bound" },
  { relation: "r-3", kind: "phone-bank", label: "138****1234", how: "re-bound" },
  { relation: "r-4", kind: "password-card", label: "第 0042 号", how: "carried" },
  { relation: "r-5", kind: "usb-key", label: "U盾 7781", how: "carried" },
  { relation: "r-6", kind: "e-pay", label: "末六位 001234", how: "re-bound" },
  { relation: "r-7", kind: "sms-notice", label: "138****1234", how: "re-bound" },
  { relation: "r-8", kind: "payroll", label: "示范机械制造有限公司", how: "tell-others" },
  { relation: "r-9", kind: "standing-order", label: "水费、电费、燃气费", how: "re-bound" },
  { relation: "r-10", kind: "housing-fund", label: "示范市住房公积金管理中心", how: "re-bound" },
  { relation: "r-11", kind: "sub-account", label: "定期一本通 0003", how: "re-bound" },
  { relation: "r-12", kind: "limit", label: "每日 20,000.00 元", how: "carried" },
];

/** 4007: a lost card replaced by one of a new number, approved by two supervisors. */
export const replacement: SlipView = {
  ...posting,
  number: "900120260326000031",
  kind: "replacement",
  code: "4007",
  approvers: [TellerId.parse("0101"), TellerId.parse("0102")],
  facts: [
    textFact("lossCase", "900120260318000007"),
    textFact("customer", "李明"),
    textFact("document", "110101********1234"),
    termFact("check", "check.match-without-photo"),
    textFact("oldCard", "622208****1234"),
    textFact("newCard", "622208****9876"),
    textFact("newSerial", "0000004217"),
    termFact("numbering", "numbering.new"),
    moneyFact("fee", fen(5_00)),
    termFact("feePayment", "fee.owed"),
    textFact("slip", "900120260318000012"),
    termFact("note", "note.hold-ends"),
    termFact("note", "note.activate-card"),
    termFact("note", "note.tell-payer"),
    termFact("note", "note.old-number-credited"),
    termFact("note", "note.judicial-freeze-stays"),
  ],
  relations: twelveMoves,
};

/** 3003: a damaged card, whose successor of the same number must first be made. */
export const exchange: SlipView = {
  ...posting,
  number: "900120260318000013",
  kind: "exchange",
  code: "3003",
  facts: [
    textFact("customer", "欧阳修"),
    textFact("document", "110101********1234"),
    termFact("check", "check.match-with-photo"),
    textFact("card", "622208****1234"),
    termFact("product", "product.settlement"),
    dateFact("openedOn", businessDate("2019-01-02")),
    termFact("drawMethod", "draw.pin"),
    termFact("reason", "exchange.demagnetised"),
    termFact("numbering", "numbering.same"),
    textFact("order", "o-12"),
    dateFact("dueOn", businessDate("2026-03-25")),
    textFact("pickUpBranch", "9001 示范支行"),
    termFact("note", "note.card-to-be-made"),
    termFact("note", "note.old-card-works-until-then"),
  ],
};

/** 3012: cash paid out, nobody's approval needed. */
export const general: SlipView = {
  ...posting,
  number: "900120260318000014",
  kind: "general",
  code: "3012",
  approvers: [],
  facts: [
    textFact("card", "622208****1234"),
    textFact("customer", "张伟"),
    moneyFact("amount", fen(1_680_32)),
    textFact("amountInWords", "壹仟陆佰捌拾元零叁角贰分"),
    moneyFact("balanceAfter", fen(98_765_43)),
  ],
};
