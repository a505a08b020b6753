import type { HostCommand } from "./host-command.ts";
import type { Make } from "./make.ts";
import type { Task } from "./swipe-through.ts";

/** What a person sees and hears of the device. */
export interface Panel {
  readonly isPlugged: boolean;
  readonly green: boolean;
  readonly yellow: boolean;
  readonly red: boolean;
  /** Where the relay of the write head stands. */
  readonly relay: "high" | "low";
  /** How often the relay has been heard to click. */
  readonly clicks: number;
  /** What the next swipe will do. */
  readonly waitsFor: "nothing" | Task["for"];
}

/** The device between two commands. */
export interface Device {
  readonly panel: Panel;
  readonly task: Task | undefined;
  readonly zeros: string;
  readonly losesNextByte: boolean;
}

/** The device as it comes up when it gets power. */
export function poweredUp(): Device {
  const panel: Panel = {
    isPlugged: true,
    green: false,
    yellow: false,
    red: false,
    relay: "high",
    clicks: 0,
    waitsFor: "nothing",
  };
  return { panel, task: undefined, zeros: "\x3d\x16", losesNextByte: false };
}

/** The device with its cable pulled: dark, and without memory of what it waited for. */
export function unplugged(): Device {
  const device = poweredUp();
  return { ...device, panel: { ...device.panel, isPlugged: false } };
}

/**
 * The device after a command, and what it says at once. Where the manual is silent it does the
 * least helpful thing: while it waits for a swipe it is deaf to everything but a reset.
 */
export function obey(
  device: Device,
  command: HostCommand,
  make: Make,
): { readonly device: Device; readonly answer: string } {
  if (command.asks === "reset") {
    const reset = awaiting(device, undefined);
    return { device: { ...reset, losesNextByte: make.losesEscapeAfterReset }, answer: "" };
  }
  if (device.task) return { device, answer: "" };

  const answer = answerTo(device, command, make);
  const after = afterCommand(device, command);
  if (answer === "") return { device: after, answer };
  return {
    device: { ...after, losesNextByte: false },
    answer: device.losesNextByte ? answer.slice(1) : answer,
  };
}

function afterCommand(device: Device, command: HostCommand): Device {
  const { panel } = device;
  switch (command.asks) {
    case "lamps":
      return {
        ...device,
        panel: { ...panel, green: command.green, yellow: command.yellow, red: command.red },
      };
    case "relay": {
      const clicks = panel.clicks + (panel.relay === command.to ? 0 : 1);
      return { ...device, panel: { ...panel, relay: command.to, clicks } };
    }
    case "zeros":
      return { ...device, zeros: command.counts };
    case "sensor":
      return awaiting(device, { for: "sensor" });
    case "read":
      return awaiting(device, { for: "read", as: "texts" });
    case "read-bits":
      return awaiting(device, { for: "read", as: "bits" });
    case "write":
      return awaiting(device, { for: "write", texts: command.texts });
    case "write-bits":
      return awaiting(device, { for: "write", bits: command.bits });
    case "erase":
      return awaiting(device, { for: "erase", tracks: command.tracks });
    default:
      return device;
  }
}

function awaiting(device: Device, task: Task | undefined): Device {
  return { ...device, task, panel: { ...device.panel, waitsFor: task?.for ?? "nothing" } };
}

function answerTo({ panel, zeros }: Device, command: HostCommand, make: Make): string {
  switch (command.asks) {
    case "hello":
      return "\x1by";
    case "model":
      return `\x1b${make.model}S`;
    case "firmware":
      return `\x1b${make.firmware}`;
    case "ram":
    case "density":
    case "relay":
    case "zeros":
      return "\x1b0";
    case "relay?": {
      const letter = panel.relay === "high" ? "H" : "L";
      return `\x1b${make.letterCase === "upper" ? letter : letter.toLowerCase()}`;
    }
    case "zeros?":
      return `\x1b${zeros}`;
    case "widths":
      return `\x1b0${command.widths}`;
    case "malformed":
      return "\x1b2";
    case "unheard-of":
      return "\x1b4";
    default:
      return "";
  }
}
