import { Fault } from "#core/kernel/fault.ts";

/** What is said when the workstation cannot start: no window is there yet to word it. */
export interface StartupWords {
  readonly title: string;
  readonly text: string;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

const ASK_SUPPORT: Words = {
  zh: "请不要改动数据目录，并把事件号报告给技术支持。",
  en: "Leave the data folder as it is and report the incident number to support.",
};

/**
 * Says in Chinese and English why the workstation did not start, where the damage is, and what to
 * do. `incident` is the number under which the log has the rest.
 */
export function startupWords(failure: unknown, incident: string): StartupWords {
  const { what, remedy } = wordsFor(failure);
  return {
    title: "Guitai 柜台无法启动 · cannot start",
    text: [
      what.zh,
      remedy.zh,
      `事件号：${incident}`,
      "",
      what.en,
      remedy.en,
      `Incident: ${incident}`,
    ].join("\n"),
  };
}

function wordsFor(failure: unknown): { readonly what: Words; readonly remedy: Words } {
  if (!(failure instanceof Fault)) {
    return {
      what: { zh: "程序发生内部错误。", en: "The program itself failed." },
      remedy: ASK_SUPPORT,
    };
  }
  switch (failure.code) {
    case "journal.damaged":
      return { what: damageWords(failure), remedy: ASK_SUPPORT };
    case "journal.locked":
      return {
        what: {
          zh: "流水正被另一个程序使用。",
          en: "The journal is in use by another program.",
        },
        remedy: {
          zh: "请先关闭另一个程序，再启动柜台。",
          en: "Close the other program and start the workstation again.",
        },
      };
    case "data-folder.wrong-kind":
      return {
        what: {
          zh: "数据目录的类型不符：演示数据不能当作正式数据打开，正式数据也不能用于演示。",
          en: "The data folder is of the other kind: a demonstration never opens live books, and a live start never opens a demonstration's.",
        },
        remedy: { zh: "请选择另一个数据目录。", en: "Choose another data folder." },
      };
    case "vault.unreadable":
      return {
        what: {
          zh: "无法读取密钥，因此无法打开数据。",
          en: "The keys cannot be read, so the data cannot be opened.",
        },
        remedy: ASK_SUPPORT,
      };
    default:
      return {
        what: {
          zh: `设备或磁盘发生故障（${failure.code}）。`,
          en: `A disk or a device failed (${failure.code}).`,
        },
        remedy: ASK_SUPPORT,
      };
  }
}

function damageWords({ facts }: Fault): Words {
  const site = [
    facts.segment,
    facts.sequence === undefined ? undefined : `#${facts.sequence}`,
    facts.offset === undefined ? undefined : `@${facts.offset}`,
  ].filter((part) => part !== undefined);
  const where = [facts.stop, ...site].filter((part) => part !== undefined).join(" ");
  return {
    zh: `流水已损坏或被改动，没有打开：${where}。`,
    en: `The journal is damaged or was changed, and was not opened: ${where}.`,
  };
}
