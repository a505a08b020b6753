/** The customer's telephone with its WAP bank. */
export const phone = {
  title: "手机银行(WAP)",
  signal: "GPRS",
  keys: "手机键盘",
  choose: "选择",
  back: "返回",
  up: "上一项",
  down: "下一项",
  erase: "清除一位",
};
