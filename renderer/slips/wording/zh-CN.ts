import type { Term } from "#core/slip/fact-name.ts";
import type { SlipKind } from "#core/slip/slip.ts";
import type { Heading } from "#renderer/slips/sections.ts";

/** The advice that papers give the customer. */
type Note = Extract<Term, `note.${string}`>;

/** The copies of a loss application (3.12). */
export type Copy = "customer" | "bank" | "archive";

const title: Record<SlipKind, string> = {
  "loss-application": "挂失申请书",
  replacement: "挂失补卡回单",
  exchange: "换卡回单",
  general: "业务回单",
  "freeze-receipt": "协助执行回执",
  "forgery-report": "伪造证件报告",
  "day-seal": "日终封账单",
  "day-report": "日间报表（X）",
};

const copy: Record<Copy, string> = {
  customer: "第一联　客户联",
  bank: "第二联　银行联",
  archive: "第三联　档案联",
};

const heading: Record<Heading, string> = {
  seal: "封账",
  reversal: "冲正",
  loss: "挂失事项",
  customer: "客户",
  agent: "代理人",
  account: "卡与账户",
  cards: "新旧卡",
  passwordCard: "口令卡",
  eBank: "电子银行",
  stock: "凭证",
  cash: "现金",
  money: "金额",
  fee: "费用",
  term: "后续办理",
  organ: "机关",
  measure: "措施",
  control: "冻结和控制事项",
  queue: "轮候",
  others: "其他事项",
};

/** Whole sentences, because the customer reads them at home, without the teller. */
const note: Record<Note, string> = {
  "note.oral-lapses":
    "口头挂失到期自动失效，止付随之解除。请在到期前持有效证件到网点办理书面挂失。",
  "note.box-open": "账实相符，尾箱自本次清点起打开。",
  "note.box-counted-right": "账实相符。本次清点之后，重新开箱以前不得动用现金和凭证。",
  "note.box-differs": "账实不符。重新清点或登记长短款以前，不得动用现金和凭证。",
  "note.box-closed": "尾箱已封存。再次使用须由两人清点打开。",
  "note.count-after-posting": "本次清点时，清点人未见账面金额。",
  "note.bring-slip":
    "领卡、销户、重置密码或撤销挂失，须由本人持有效证件和本申请书客户联到本网点办理，不得代办。",
  "note.slip-loss":
    "请妥善保管本申请书。本申请书遗失的，须到本网点办理挂失申请书挂失：等待期重新计算，挂失不能再撤销，此后只能由本人领卡。",
  "note.slip-cannot-withdraw": "原申请书已挂失作废，本笔挂失不能撤销。",
  "note.tell-payer":
    "您的卡号已变更：请将新卡号告知单位财务部门（代发工资）以及其他向您付款的单位和个人。",
  "note.activate-card": "新卡须激活后才能使用。",
  "note.old-card-punched": "旧卡已当面剪角作废，由本行收回。",
  "note.old-number-credited": "汇入旧卡号的款项仍记入您的账户。",
  "note.judicial-freeze-stays": "有权机关的冻结不受本笔业务影响，继续有效。",
  "note.credits-go-on": "挂失期间工资等款项仍可汇入；已止付的账户或卡不能支取。",
  "note.card-to-be-made": "同号新卡须另行制作，到卡后本行通知您领取。",
  "note.hold-goes-on": "口头挂失的止付继续有效，没有间断。",
  "note.account-closed": "您的账户已销户，其下的卡全部注销，不能再用。",
  "note.hold-ends": "本笔挂失的止付已解除；其他止付或冻结不受影响。",
  "note.pin-set": "新密码已由客户本人设置，请勿告诉他人。",
  "note.card-kept": "卡片已留存本网点。",
  "note.card-erased": "磁条消磁，复读为空。",
  "note.reprint": "本回单为补打，内容与原件一致。",
  "note.reversed-slip-void": "原业务已全部冲正，原回单作废并由银行收回。",
  "note.reversed-fee-alone": "仅冲正原业务的手续费，原业务及其回单继续有效。",
  "note.reversed-pieces-back": "空白凭证已由双人清点并放回网点库。",
  "note.reversed-pieces-to-box": "空白凭证已由双人清点并放回尾箱。",
  "note.stock-set-right": "双方当日碰库均证实错放，现更正保管人。",
  "note.stock-cut-and-kept": "所列凭证已加盖作废章并剪角，随当日传票保管，待双人销毁。",
  "note.stock-blocked": "所列凭证自本笔业务入账时起停止使用；找回的一律作废，不再入库。",
  "note.stock-agrees": "双人清点，账实相符。",
  "note.stock-differs": "双人清点，账实不符：须当日查明，并登记丢失、找回或更正保管人。",
  "note.stock-destroyed": "所列凭证已由双人当面销毁。",
  "note.old-card-works-until-then": "领到新卡前，旧卡可以继续使用。",
  "note.first-password": "首次签到须修改初始密码。",
  "note.number-not-again": "离岗后的工号不再给他人。",
  "note.password-card-personal": "电子银行口令卡仅限本人使用。",
  "note.password-card-scratch-only-asked": "建议您只刮开需要的电子银行口令卡坐标。",
  "note.password-card-no-copies":
    "不要将电子银行口令卡借予他人，并防止他人复制口令卡或对口令卡拍照。口令卡遗失或卡片信息泄漏的，请及时持有效证件和网上银行注册卡到网点换卡。",
  "note.password-card-first-login":
    "领卡后，首次进行网上交易前，须先登录个人网上银行一次；登录即自动激活口令卡，无需其他操作。",
  "note.password-card-not-in-public": "最好不要在公共场所（如网吧、公共图书馆等）使用网上银行。",
  "note.password-card-void": "旧口令卡自本笔业务入账时起作废，不能再用。",
  "note.password-card-wrong-answers":
    "当天连续输错口令，当日网上交易暂停，次日自动解除；累计输错次数过多的，须持有效证件和网上银行注册卡到网点换卡。",
  "note.film-checked": "交付时口令卡的塑料包装膜和覆膜完好，客户已当面查看。",
  "note.internet-bank-opened": "网上银行已在本笔业务中一并开通。",
  "note.account-opened-today": "账户为当日开立，已向客户核实开通电子银行是本人意愿。",
  "note.never-tell-password": "登录密码由客户本人设置，请勿告诉任何人，包括自称银行工作人员的人。",
  "note.switch-opens-at-branch": "所关闭的功能，须由本人持有效证件和网上银行注册卡到网点重新开通。",
  "note.usb-key-no-limit": "使用U盾的网上银行交易不受电子银行交易限额的限制。",
  "note.usb-key-ended": "U盾自本笔业务入账时起注销，不能再用。",
  "note.old-usb-key-ended": "旧U盾自本笔业务入账时起注销，不能再用。",
  "note.usb-key-handed-in": "旧U盾须当面交回，由本行收回；遗失的除外。",
  "note.without-usb-key":
    "没有U盾期间，网上支付按上列静态密码限额办理，不能对外转账；须用的，可申请口令卡或再领U盾。",
  "note.wap-bank-stays": "手机银行（WAP）没有一并注销，仍可使用。",
  "note.agreements-ended": "电话银行的转账协议自本笔业务入账时起一并终止。",
  "note.freeze-without-end": "本次冻结没有到期日，至作出冻结的机关通知解除为止。",
  "note.freeze-waits-its-turn":
    "本次冻结为轮候冻结，尚未生效；在先的冻结解除或到期后按送达先后自动生效，期限自生效时起算。",
  "note.check-kept": "核查结果已与客户资料一并保存。",
  "note.forgery-police": "所请业务已经拒绝。本报告连同所留证件送公安机关。",
  "note.forgery-blocks-nothing": "本报告只涉及所持的证件和持有人，不影响号码的真正持有人办理业务。",
  "note.false-document-seen": "此号码曾有人持伪造证件来办理。",
  "note.agency-checked-each-time": "代理人每次办理都须出示有效证件，由本行核查。",
  "note.agency-ended": "代理关系自本笔业务入账时起终止。",
  "note.freeze-in-force": "本次冻结已生效。",
  "note.freeze-waits": "本次冻结在轮候，尚未生效。",
  "note.freeze-over": "本次冻结已结束。",
  "note.freeze-takes-up-credits":
    "账户余额不足，已冻结现有余额；以后入账的款项继续冻结，直至足额。",
  "note.not-to-be-told": "本次协助事项不得向被执行人或者其他无关人员透露。",
  "note.credits-reach-frozen": "冻结期间工资等款项仍可汇入；解除前账户不能支取。",
  "note.holder-alone-unfreezes": "解除本次冻结，须由本人持有效证件到柜面办理，不得代办。",
  "note.stolen-investigated": "账户被盗的，核查结束后方可解除冻结。",
  "note.customer-freeze-ended": "客户申请的冻结自本笔业务入账时起解除。",
  "note.control-reason-and-remedy": "已告知客户控制的原因以及申诉、解除的途径。",
  "note.control-ended": "银行控制自本笔业务入账时起解除。",
  "note.other-holds-stay": "账户上的其他控制不受本笔业务影响，继续有效。",
  "note.account-activated": "账户已由本人激活，可以正常使用。",
  "note.pack-follows": "本案取证已获准，文件以口令加密写出。",
  "note.keep-seal":
    "本单请带离本网点保管。日后以 npm run verify -- 数据目录 --code 封账码 核对，即可查出账簿在此之前有无任何改动、缺失或退回旧状态；核对不需要密钥，也看不到客户资料。",
  "note.wallet-lets-nothing-out": "e钱包自此不能充值、付款和转出；他人转入照常。",
  "note.wallet-holder-lifts":
    "本人可随时解冻：在本人手机上凭支付密码，或持有效证件到网点。冻结后重置过密码的，只能到网点解冻。",
  "note.wallet-stolen-investigated":
    "本行将根据您所留的资料进行调查，查清后解除冻结。请保留交易记录和聊天记录，并及时报案。",
  "note.wallet-risk-looked-at": "本行查明情况后解除冻结。",
  "note.wallet-freeze-ended": "上述一项冻结已解除。",
  "note.wallet-other-freezes-stay": "其他冻结仍然有效，e钱包还不能付款。",
  "note.wallet-certified": "e钱包已实名认证，可从关联账户充值，并可付款、转账。",
  "note.wallet-link-sent":
    "重置链接和验证码已发往您的预留手机。请在本人手机上重设两个密码，不要告诉任何人，包括银行人员。",
  "note.wallet-freezes-stay": "重置密码不解除任何冻结。",
  "note.shop-file-once":
    "制卡文件已加密，只能由制卡商用所交密钥对应的私钥解开，且每把密钥只用一次；本行不留存卡面内容。",
};

/** What only papers say, in Chinese. Its shape is the measure of every other language. */
export const slipWords = {
  title,
  copy,
  heading,
  note,
  number: "编号",
  branch: "网点",
  date: "日期",
  time: "时间",
  transaction: "交易",
  sequence: "流水号",
  teller: "经办柜员",
  approvers: "授权人",
  noApprover: "无",
  currency: "币种",
  renminbi: "人民币 CNY",
  notes: "重要提示",
  relations: "关联业务转移清单",
  service: "业务",
  label: "标识",
  reprint: (count: number) => `补打 第${count}次`,
  void: "作废",
  reversal: "冲正",
  reversed: {
    whole: (by: number) => `已冲正 流水 ${by}`,
    fee: (by: number) => `手续费已冲正 流水 ${by}`,
  },
  demonstration: "演示 DEMONSTRATION",
  collection: "领卡及办理后续业务凭证",
  earliest: "最早办理日",
  at: "办理网点",
  inPerson: "凭本联和本人有效证件，由本人办理。",
  result: "处理结果",
  resultKinds: ["补卡", "销户", "密码重置", "撤销挂失"],
  resultCard: "新卡卡号",
  resultDate: "办理日期",
  resultTellers: "柜员／授权人",
  declaration: "以上内容已核对无误。",
  declarationWithNotes: "以上内容已核对无误，重要提示已阅知。",
  sealDeclaration: "本单所列数字已由两人与屏幕核对一致。",
  twoDeclaration: "以上号码、数目已由两人当面核对无误。",
  customerSignature: "客户签名",
  twoSignatures: "核对人签名（两名）",
  agentSignature: "代理人签名",
  signedOn: "日期：　　　　年　　月　　日",
  seal: "签章",
  acceptanceSeal: "业务受理章",
  accountingSeal: "核算用章",
  sealPlace: "（银行盖章处）",
  assistanceSeal: "协助执行专用章",
  officersSignature: "执法人员签收（两名）",
  receiptTaken: "本回执一式两份，机关、银行各执一份。",
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
};
export type SlipWords = typeof slipWords;
