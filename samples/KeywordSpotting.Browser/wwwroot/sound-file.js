// A file that somebody chose or dropped, as samples at the spotter's rate.
import { readWav } from './spotter.js';

const isWav = (file) => String.fromCharCode(...file.subarray(0, 4)) === 'RIFF';

/** Returns { samples, note }; the note says what was done to the sound. Throws an error whose message is for people. */
export async function readSoundFile(file, sampleRate) {
  const content = new Uint8Array(await file.arrayBuffer());
  let sound;
  try {
    sound = readWav(content, file.name);
  } catch (error) {
    // What is said to be WAV is the library's to judge; anything else may be a format that the browser knows.
    if (isWav(content)) {
      throw error;
    }

    sound = await decode(content, sampleRate).catch(() => { throw new Error(`${error.message} The browser knows no sound format that it could be.`); });
  }

  if (sound.samples.length === 0) {
    throw new Error(`${file.name}: there is no sound in it.`);
  }

  const samples = sound.rate === sampleRate ? sound.samples : await resample(sound, sampleRate, file.name);
  const changes = [
    ...(sound.channels === 1 ? [] : [`the mean of ${sound.channels} channels`]),
    ...(sound.rate === sampleRate ? [] : [`resampled from ${sound.rate / 1000} kHz`]),
  ];
  return { samples, note: changes.join(', ') };
}

// The decoder resamples to the rate of its context.
async function decode(content, sampleRate) {
  const buffer = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(content.slice().buffer);
  const samples = new Float32Array(buffer.length);
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    buffer.getChannelData(channel).forEach((value, index) => { samples[index] += value / buffer.numberOfChannels; });
  }

  return { rate: sampleRate, channels: buffer.numberOfChannels, samples };
}

async function resample(sound, sampleRate, name) {
  try {
    const context = new OfflineAudioContext(1, Math.ceil((sound.samples.length * sampleRate) / sound.rate), sampleRate);
    const buffer = context.createBuffer(1, sound.samples.length, sound.rate);
    buffer.copyToChannel(sound.samples, 0);
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(context.destination);
    source.start();
    return (await context.startRendering()).getChannelData(0);
  } catch (error) {
    throw new Error(`${name}: it has ${sound.rate} samples a second, and the browser cannot resample that to ${sampleRate}: ${error.message}`);
  }
}
