/** An invented shop that leads to the bank's payment page. */
export const shop = {
  name: "清风书店",
  motto: "网上书店，送书上门",
  shelf: "本周好书",
  "goods.novel": "《山城旧事》",
  "goods.dictionary": "《汉语大字典》（缩印本）",
  "goods.encyclopaedia": "《儿童百科》全八册",
  buy: "购买",
  "buy.what": "购买{{what}}",
  checkout: "网上支付",
  ordered: "订购",
  identify: "请核实身份。在这里不算登录网上银行：新领的口令卡不会因此激活。",
  payer: "付款人：{{name}}",
  pay: "付款",
  back: "返回书店",
};
