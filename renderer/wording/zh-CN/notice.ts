/** What the workstation found at its start, and why a reader was lost: codes of the machine. */
export const notice = {
  "journal.torn-tail-set-aside":
    "上次退出时未写完的记录已搁置（第 {{sequence}} 笔之后，{{bytes}} 字节）。该笔未曾入账，请核对最后一位客户的业务。",
  "journal.unanswered-kept":
    "流水 {{firstSequence}} 至 {{lastSequence}} 已入账，但可能没有显示给柜员。请用 9001 核对。",
  "journal.head-slot-renewed": "流水索引已自动修复，数据没有损失。",
  "journal.segment-shortened":
    "流水文件 {{segment}} 被截短，已另起新文件，数据没有损失。请报告主管。",
  "journal.segment-set-aside": "空的流水文件 {{segment}} 不可读，已搁置，数据没有损失。",
  "journal.upgraded": "流水已改用新的加密格式，另起新文件；以前的记录原样保留。",
  "journal.key-changed": "流水已改用第 {{to}} 号密钥，另起新文件；旧文件仍用旧密钥。",
  "journal.reserve-given-up": "启动时磁盘已满，已动用预留空间。请先清理磁盘再办理业务。",
  "disk.low": "磁盘只剩 {{megabytes}} MB，请尽快清理。",
  "disk.full": "磁盘只剩 {{megabytes}} MB，已停办新业务。请签退并报告主管。",
  "disk.reserve-given-up": "应急预留空间已释放给磁盘。请立即清理磁盘。",
  "clock.behind": "本机时钟早于账册记录，业务时间暂停在最后一笔。请校准时钟。",
  "runtime.out-of-support": "运行环境 Electron {{electron}} 已停止维护，只可用于演示和测试。",
  "holidays.not-covered": "节假日表即将用尽。请更新节假日表，否则期限可能落在休息日。",
  "sms.no-gateway": "没有短信网关，{{count}} 条短信等待发送，客户收不到。请看 9011，并联系管理员。",
  "sms.failed": "{{count}} 条短信发送失败。请在 9011 查看并重发。",
  "reader.settings-broken":
    "读卡器的设置文件不可读，已按初始设置启动，原文件未动。请按 F2 3015 重新设置并保存。",
  other: "通知 {{code}}。请报告主管。",
};
