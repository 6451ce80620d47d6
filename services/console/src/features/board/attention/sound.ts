/** What keeps the sound from being heard: `blocked` until somebody clicks or types in the tab. */
export type SoundState = 'ready' | 'blocked' | 'missing';

let context: AudioContext | undefined;

function openContext(): AudioContext | undefined {
  if (!('AudioContext' in window)) return undefined;
  context ??= new AudioContext();
  return context;
}

/** Browsers let a page sound only after a gesture: the next one in this tab is taken for that. */
export function readyOnGesture(): () => void {
  const ready = () => {
    void openContext()?.resume();
    leave();
  };
  const leave = () => {
    removeEventListener('pointerdown', ready);
    removeEventListener('keydown', ready);
  };
  addEventListener('pointerdown', ready);
  addEventListener('keydown', ready);
  return leave;
}

/** Two tones, the second higher: heard beside people who talk, and soon over. Made here: no file is loaded. */
export async function playSound(): Promise<SoundState> {
  const audio = openContext();
  if (!audio) return 'missing';
  // Without a gesture this waits for one; nobody is to hear an alert of ten minutes ago then.
  await Promise.race([audio.resume(), new Promise((done) => setTimeout(done, 500))]);
  if (audio.state !== 'running') return 'blocked';
  [660, 880].forEach((frequency, index) =>
    tone(audio, frequency, audio.currentTime + index * 0.18),
  );
  return 'ready';
}

function tone(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = frequency;
  // It swells and fades: a tone that is cut off crackles.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
  volume.gain.linearRampToValueAtTime(0, at + 0.16);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.17);
}
