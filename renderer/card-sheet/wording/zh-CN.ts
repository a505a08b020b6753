/** What only a printed password card says, in Chinese. Its shape is the measure of every other language. */
export const sheetWords = {
  product: "电子银行口令卡",
  bank: "演示银行",
  serial: "卡号",
  demonstration: "演示 DEMONSTRATION",
  front: "正面",
  back: "背面",
  cut: "沿外框剪下，沿中间虚线对折，即成一张卡。",
  large: "大字版",
  grid: "口令卡坐标",
  notGiven: "仅供演示：本卡由虚构客户持有，不能用于任何银行。",
  /** Each fits on one line of the card: P22, P23, P29, P33, P34, P35, P12. */
  instructions: (uses: number): readonly string[] => [
    "首次使用前，请先登录一次个人网上银行，本卡随即激活。",
    "支付时按页面所问坐标的次序输入数字，中间不空格。",
    "只刮开所问的坐标；仅限本人使用，勿借予他人，勿复印或拍照。",
    `本卡可使用 ${uses} 次。因当天输错被暂停的，次日自动恢复。`,
    "遗失、损坏或信息泄漏，请本人持有效证件和注册卡到网点换卡。",
    "申请新卡的同时，旧卡作废。",
  ],
};
export type SheetWords = typeof sheetWords;
