/** The passphrase of the branch: entered when it opens, set once, and changed (1004). */
export const vault = {
  passphrase: "网点开机口令",
  again: "再输一次口令",
  different: "两次输入的口令不一致",
  "open.title": "网点开机",
  "open.explained": "账簿已加密。请输入网点开机口令，之后柜员方可签到。",
  "open.help":
    "口令写成两份，分别封在网点负责人和另一名保管人的信封里。请向其中一人询问；除此之外，任何人、任何程序都查不到口令。",
  "set.help":
    "口令由网点负责人会同另一名保管人设置，两人各存一个信封。如果您不是这两人之一，请找网点负责人。",
  "found.help": "网点由网点负责人设立。网点号和名称以营业许可为准，请向网点负责人询问。",
  "help.title": "帮助",
  "wait.left": "还须等待 {{count}} 秒",
  "open.submit": "开机",
  opening: "正在打开账簿，请稍候。",
  "set.title": "设置网点开机口令",
  "set.explained":
    "账簿将用这个口令加密。口令至少 12 位，可以是一句话；不能只用重复、连续的字符，也不能只用网点号和工号。",
  "set.envelopes":
    "没有口令，任何人都永远无法打开账簿，也没有别的办法恢复。请写成两份，分别装入两个信封密封，由两人分开保管。",
  "set.older":
    "这个网点的账簿由旧版程序建立，密钥没有加密。从现在起新记的流水全部加密；较早的流水在归档之前仍可直接读出。",
  "set.submit": "设置口令并开机",
  "keys.now": "数据密钥为第 {{number}} 号。",
  "keys.key-store": "本机密钥库可直接打开账簿，开机不必输入口令。",
  "keys.no-key-store": "本机不保存密钥，每次开机须输入口令。",
  "keys.demonstration": "演示的账簿没有口令，直接打开。",
  "keys.not-allowed": "口令由主管或负责人修改，数据密钥由负责人更换。",
  "change.title": "修改开机口令",
  "change.old": "现口令",
  "change.next": "新口令",
  "change.again": "再输一次新口令",
  "change.submit": "修改口令",
  "change.done": "口令已修改。请换下两个信封里的旧口令。",
  "rotate.title": "更换数据密钥",
  "rotate.explained": "此后新记的流水用新密钥加密；已记的流水仍用原密钥读出。",
  "rotate.submit": "更换密钥",
  "rotate.sure": "确定现在更换数据密钥吗？此后新记的流水不再用原密钥。",
  "rotate.yes": "确定更换",
  "rotate.no": "不更换",
  "rotate.done": "数据密钥已更换。",
};
