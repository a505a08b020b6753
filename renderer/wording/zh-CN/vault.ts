/** The passphrase of the branch: entered when it opens, set once, and changed (1004). */
export const vault = {
  passphrase: "网点开机口令",
  again: "再输一次口令",
  different: "两次输入的口令不一致",
  "open.title": "网点开机",
  "open.explained": "账簿已加密。请输入网点开机口令，之后柜员方可签到。",
  "open.submit": "开机",
  "set.title": "设置网点开机口令",
  "set.explained":
    "账簿将用这个口令加密。口令至少 12 位，可以是一句话；不能只用重复、连续的字符，也不能只用网点号和工号。",
  "set.envelopes":
    "没有口令，任何人都永远无法打开账簿，也没有别的办法恢复。请写成两份，分别装入两个信封密封，由两人分开保管。",
  "set.older":
    "这个网点的账簿由旧版程序建立，密钥没有加密。从现在起新记的流水全部加密；较早的流水在归档之前仍可直接读出。",
  "set.submit": "设置口令并开机",
};
