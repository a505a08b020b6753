import type { Complaint, RawTracks, Reply } from "../dialect.ts";
import type { Heard, Listening } from "../listening.ts";
import { BLOCK, DONE, ESC, FS, QUESTION_MARK } from "./bytes.ts";
import type { StatusTable } from "./status.ts";

// The frame without the bits: each element is a byte, or the place of a length or of the status.
const frame = [
  [ESC, BLOCK],
  [ESC, 1, "length"],
  [ESC, 2, "length"],
  [ESC, 3, "length"],
  [QUESTION_MARK, FS, ESC, "status"],
].flat();

/**
 * Listens for the answer to a raw read: `ESC s`, three times `ESC n length bytes`, `? FS`,
 * `ESC status`. Bits may look like anything, so only the lengths tell where a track ends, and a
 * block that has begun amid noise can swallow the one that follows.
 */
export function listenForRawTracks(statuses: StatusTable): Listening {
  const bits = [new Uint8Array(), new Uint8Array(), new Uint8Array()];
  let step = 0; // How many bytes of the fixed frame have come; bits of tracks are not counted.
  let filled = 0;
  let filling: Uint8Array | undefined;

  function forget(): void {
    for (const track of bits) track.fill(0);
    filling = undefined;
    step = 0;
  }

  function take(byte: number): Heard {
    if (filling) {
      filling[filled] = byte;
      filled += 1;
      if (filled === filling.length) filling = undefined;
      return "part";
    }
    const expected = frame[step];
    if (expected === "length") return takeLength(byte);
    if (expected === "status") return takeStatus(byte);
    if (byte === expected) {
      step += 1;
      return "part";
    }
    return restart(byte);
  }

  function takeLength(byte: number): Heard {
    const track = new Uint8Array(byte);
    bits[Number(frame[step - 1]) - 1] = track;
    filled = 0;
    filling = track.length > 0 ? track : undefined;
    step += 1;
    return "part";
  }

  function takeStatus(byte: number): Heard {
    const complaint = statuses.get(byte)?.complaint;
    if (byte !== DONE && complaint === undefined) return restart(byte);
    const [track1, track2, track3] = bits.map((track) => track.slice());
    return answer(
      { ...(track1 && { track1 }), ...(track2 && { track2 }), ...(track3 && { track3 }) },
      complaint,
    );
  }

  function restart(byte: number): Heard {
    const isBlockStart = byte === BLOCK && frame[step - 1] === ESC;
    forget();
    if (isBlockStart) step = 2;
    else step = byte === ESC ? 1 : 0;
    return "noise";
  }

  return { take, rest: () => undefined, underway: () => step > 0, wipe: forget };
}

function answer(tracks: RawTracks, complaint: Complaint | undefined): Reply {
  return complaint ? { reply: "raw-tracks", tracks, complaint } : { reply: "raw-tracks", tracks };
}
