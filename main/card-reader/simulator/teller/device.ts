import { type Device, freshPanel, withRelay } from "../device.ts";
import type { Make } from "../make.ts";
import { magnetised } from "../stripe.ts";
import type { Inscription, Swiped, Task } from "../swipe-through.ts";
import { stripeTracks } from "../tray.ts";
import { type GivenTexts, type HostCommand, understand } from "./host-command.ts";
import { blockOf, canHold, isReadError } from "./words.ts";

/** Commands that wait for a swipe to be over; more than any host sends ahead. */
const QUEUE_MAX = 64;

/** A swipe that the device waits for; its words are said and the error noted afterwards. */
interface Errand {
  readonly task: Task;
  readonly say: (swiped: Swiped, make: Make) => { readonly block: string; readonly isBad: boolean };
}

/**
 * A teller reader. It does one thing after the other: what it hears while it waits for a card it
 * does when the card has gone through, and only a reset comes first. So a status that is asked
 * for together with a read is told after the block.
 */
export function createTellerDevice(make: () => Make): Device {
  let heard = "";
  let queue: readonly HostCommand[] = [];
  let errand: Errand | undefined;
  let loaded: GivenTexts | undefined;
  let hasError = false;
  let bitsPerInch: 75 | 210 = 75;
  let panel = freshPanel;

  function obey(command: HostCommand): readonly string[] {
    switch (command.asks) {
      case "read": {
        const { tracks } = command;
        errand = {
          task: { for: "read" },
          say: (swiped, by) => ({
            block: blockOf(tracks, swiped, by),
            isBad: isReadError(tracks, swiped),
          }),
        };
        return [];
      }
      case "load":
        hasError = !canHold(command.texts, bitsPerInch);
        loaded = hasError ? undefined : command.texts;
        return [];
      case "encode":
        encode();
        return [];
      case "status":
        return [`\x1br${hasError ? "q" : "p"}`];
      case "forget-error":
        hasError = false;
        return [];
      case "density":
        bitsPerInch = command.bitsPerInch;
        return [];
      case "relay":
        panel = withRelay(panel, command.to);
        return [];
      default:
        return [];
    }
  }

  function encode(): void {
    const inscriptions = loaded ? inscriptionsOf(loaded) : [];
    loaded = undefined;
    if (inscriptions.length === 0) {
      hasError = true;
      return;
    }
    errand = {
      task: { for: "write", inscriptions },
      say: ({ failed }) => ({ block: "", isBad: failed.length > 0 }),
    };
  }

  function reset(): void {
    queue = [];
    errand = undefined;
    loaded = undefined;
    hasError = false;
  }

  function workOff(): readonly string[] {
    let said: readonly string[] = [];
    while (!errand) {
      const [next, ...later] = queue;
      if (!next) break;
      queue = later;
      said = [...said, ...obey(next)];
    }
    return said;
  }

  return {
    hear(said) {
      const { commands, rest } = understand(heard + said);
      heard = rest;
      return commands.flatMap((command) => {
        if (command.asks === "reset") reset();
        else if (queue.length < QUEUE_MAX) queue = [...queue, command];
        return workOff();
      });
    },
    task: () => errand?.task,
    tell(swiped) {
      if (!errand) return [];
      const { block, isBad } = errand.say(swiped, make());
      errand = undefined;
      hasError = isBad;
      return [block, ...workOff()];
    },
    panel: () => ({ ...panel, waitsFor: errand?.task.for ?? "nothing" }),
  };
}

function inscriptionsOf(texts: GivenTexts): readonly Inscription[] {
  return stripeTracks
    .filter((track) => texts[track] !== "")
    .map((track) => ({ track, text: magnetised(track, texts[track]) }));
}
