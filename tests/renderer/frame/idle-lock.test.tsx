// @vitest-environment happy-dom
import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useIdleLock } from "#renderer/frame/idle-lock.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const MINUTE_MS = 60_000;

function Idle() {
  useIdleLock();
  return null;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("D07: a counter that nobody touches", () => {
  test("locks itself after the minutes of its branch, and not before", () => {
    const { bridge } = renderCounter(<Idle />);

    vi.advanceTimersByTime(5 * MINUTE_MS - 1000);
    expect(bridge.asked).toEqual([]);
    vi.advanceTimersByTime(1000);

    expect(bridge.asked[0]).toEqual({ channel: "session.lock", input: { idle: true } });
  });

  test("stays open while a key is pressed now and then", () => {
    const { bridge } = renderCounter(<Idle />);

    vi.advanceTimersByTime(4 * MINUTE_MS);
    fireEvent.keyDown(window, { key: "a" });
    vi.advanceTimersByTime(4 * MINUTE_MS);

    expect(bridge.asked).toEqual([]);
  });
});
