import type { TellerBridge } from "#core/contract/bridge.ts";
import type { TellerStore } from "#renderer/store/teller-store.ts";

/** What the counter hears of a swipe. */
export interface SwipeTones {
  /** One short high tone. */
  readonly good: () => void;
  /** Two low tones, told apart from the good one by number and pitch alike. */
  readonly failed: () => void;
}

const HIGH_HZ = 1760;
const LOW_HZ = 220;
/** Of full strength: heard across a counter, and not across the hall. */
const LOUDNESS = 0.2;
/** After this a tone would be taken for that of another swipe: a window newly loaded may not sound. */
const LATE_MS = 1_000;
/** A tone that begins or ends at once clicks. */
const RAMP_S = 0.008;

/** Tones made by the window itself; the sound device is opened at the first of them. */
export function createSwipeTones(open: () => AudioContext): SwipeTones {
  let opened: AudioContext | undefined;

  function play(tones: readonly Tone[]): void {
    opened ??= open();
    const context = opened;
    const askedAt = performance.now();
    // Asked for again each time: a computer that has slept suspends it.
    void context.resume().then(() => {
      if (performance.now() - askedAt > LATE_MS) return;
      for (const tone of tones) sound(context, tone);
    });
  }

  return {
    good: () => play([{ hertz: HIGH_HZ, afterS: 0, lastsS: 0.09 }]),
    failed: () =>
      play([
        { hertz: LOW_HZ, afterS: 0, lastsS: 0.14 },
        { hertz: LOW_HZ, afterS: 0.22, lastsS: 0.14 },
      ]),
  };
}

interface Tone {
  readonly hertz: number;
  readonly afterS: number;
  readonly lastsS: number;
}

function sound(context: AudioContext, { hertz, afterS, lastsS }: Tone): void {
  const from = context.currentTime + afterS;
  const to = from + lastsS;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(LOUDNESS, from + RAMP_S);
  volume.gain.setValueAtTime(LOUDNESS, to - RAMP_S);
  volume.gain.linearRampToValueAtTime(0, to);
  source.connect(volume).connect(context.destination);
  source.start(from);
  source.stop(to);
}

/**
 * Lets every swipe be heard while the settings of the reader say so and somebody is signed on, who
 * is also the first that may read those settings. The answer stops it.
 */
export function soundSwipes(
  store: TellerStore,
  bridge: TellerBridge,
  tones: SwipeTones,
): () => void {
  const isSignedOn = () => store.getState().workstation?.session.status === "signed-on";
  let wasSignedOn = false;

  function readSettings(): void {
    const isNow = isSignedOn();
    if (isNow && !wasSignedOn) void store.getState().readReader();
    wasSignedOn = isNow;
  }

  readSettings();
  const stops = [
    store.subscribe(readSettings),
    bridge.onNotice("card.swiped", ({ status }) => {
      if (!isSignedOn() || !store.getState().readerDesk?.settings.sound) return;
      if (status === "read") tones.good();
      else tones.failed();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
