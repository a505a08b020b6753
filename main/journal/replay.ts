import { join } from "node:path";
import { type ChainPoint, chainStart, enterSegment, stepFrom } from "./chain.ts";
import { damaged, errnoOf } from "./damage.ts";
import { readFile } from "./disk.ts";
import type { JournalFrame } from "./frame.ts";
import type { JournalPlace } from "./judgement.ts";
import { type SegmentHeader, segmentName } from "./segment.ts";

/** Reads every frame up to a point again, one segment at a time, verifying the chain once more. */
export function* replay(
  place: JournalPlace,
  until: { readonly headers: readonly SegmentHeader[]; readonly point: ChainPoint },
): Generator<JournalFrame, void, undefined> {
  const headers = [...until.headers];
  let point = chainStart;

  for (const header of headers) {
    if (point.sequence === until.point.sequence) return;

    const bytes = readSegment(place, segmentName(header.number));
    const view = { bytes, salt: header.salt, limit: bytes.length, keys: place.keys };
    point = enterSegment(point, header.number);
    while (point.sequence < until.point.sequence) {
      const step = stepFrom(point, view);
      if (step.status !== "frame") break;

      const { sequence, recordedAt, body } = step.frame;
      point = step.point;
      yield { sequence, recordedAt, body: body.toString("utf8") };
    }
  }
  if (!point.hash.equals(until.point.hash)) {
    const at = { segment: segmentName(point.segment), sequence: point.sequence + 1 };
    throw damaged("ACKED_DAMAGED", { ...at, offset: point.end });
  }
}

function readSegment({ disk, folder }: JournalPlace, segment: string): Buffer {
  try {
    return readFile(disk, join(folder, segment));
  } catch (cause) {
    throw damaged("READ_FAILED", { segment, errno: errnoOf(cause) }, cause);
  }
}
