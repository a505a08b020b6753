import { type PointerEvent, useRef, useState } from "react";

/** How far a fingernail goes over one cell, in px, until its film is off; and after which third. */
const OFF_AFTER_PX = 72;
const STAGES = 3;
/** One jump of the pointer counts for no more than this: it may have come from afar. */
const LONGEST_STROKE_PX = 24;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Rubbing films off with the pointer: how far each cell has come, and what hears the pointer. */
export interface Rubbing {
  /** 0 is untouched; `STAGES` is nearly off. */
  readonly stageOf: (coordinate: string) => number;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
}

/**
 * Lets films be rubbed off: one stroke across a cell only scores it, several take the film away. So
 * nobody uncovers a neighbour by passing over it (P35).
 */
export function useRubbing(onUncovered: (coordinate: string) => void): Rubbing {
  const rubbed = useRef(new Map<string, number>());
  const last = useRef<Point>(undefined);
  const [, redraw] = useState(0);

  function stroke(coordinate: string, to: Point): void {
    const from = last.current ?? to;
    const lengthPx = Math.min(LONGEST_STROKE_PX, Math.hypot(to.x - from.x, to.y - from.y));
    const before = rubbed.current.get(coordinate) ?? 0;
    const after = before + lengthPx;
    rubbed.current.set(coordinate, after);
    if (stage(before) !== stage(after)) redraw((count) => count + 1);
    if (before < OFF_AFTER_PX && after >= OFF_AFTER_PX) onUncovered(coordinate);
  }

  return {
    stageOf: (coordinate) => stage(rubbed.current.get(coordinate) ?? 0),
    onPointerDown(event) {
      last.current = { x: event.clientX, y: event.clientY };
      // A finger would else go on talking to the cell on which it was put down.
      if (event.target instanceof Element && event.target.hasPointerCapture(event.pointerId)) {
        event.target.releasePointerCapture(event.pointerId);
      }
    },
    onPointerMove(event) {
      if ((event.buttons & 1) === 0) return;
      const to = { x: event.clientX, y: event.clientY };
      const coordinate = coordinateUnder(event.target);
      if (coordinate !== undefined) stroke(coordinate, to);
      last.current = to;
    },
  };
}

function stage(rubbedPx: number): number {
  return Math.min(STAGES, Math.floor((rubbedPx / OFF_AFTER_PX) * (STAGES + 1)));
}

function coordinateUnder(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>("[data-coordinate]")?.dataset.coordinate;
}
