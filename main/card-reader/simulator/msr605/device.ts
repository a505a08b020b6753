import type { Device } from "../device.ts";
import type { Make } from "../make.ts";
import { understand } from "./host-command.ts";
import { freshMemory, type Memory, obey, onErrand } from "./obey.ts";

/** An MSR605, or an EzWriter, whose manual prints some commands and answers otherwise. */
export function createMsr605Device(make: () => Make): Device {
  let memory: Memory = freshMemory;
  let heard = "";

  return {
    hear(said) {
      const { commands, rest } = understand(heard + said, make().dialect === "ezwriter");
      heard = rest;
      return commands.map((command) => {
        const obeyed = obey(memory, command, make());
        memory = obeyed.memory;
        return obeyed.answer;
      });
    },
    task: () => memory.errand?.task,
    tell(swiped) {
      const { errand } = memory;
      memory = onErrand(memory, undefined);
      return errand ? [errand.say(swiped, make())] : [];
    },
    panel: () => memory.panel,
  };
}
