// The page: what can be done on it, and what it shows then.
import * as spotter from './spotter.js';
import { Figure } from './figure.js';
import { openMicrophone } from './microphone.js';
import { Recording } from './recording.js';
import { Result } from './result.js';
import { readSoundFile } from './sound-file.js';

const microphoneSpan = 8;
const longestBacklogSeconds = 2;
const turnMilliseconds = 30;

const element = (id) => document.getElementById(id);
const pause = () => new Promise((resolve) => { setTimeout(resolve); });

/** What has been heard; undefined before anything has. */
export let recording;

/** Where it is drawn. */
export let figure;

let model;
let result;
let closeMicrophone;
let turn = 0;

await start();

async function start() {
  try {
    model = await spotter.load();
  } catch (error) {
    fail(new Error(`The spotter cannot be loaded: ${error.message ?? error}`));
    return;
  }

  figure = new Figure(element('waveform'), element('posteriors'), model.labels, model.keywords);
  figure.show(undefined);
  result = new Result(model.labels, model.keywords);
  element('network').textContent = `The network: ${model.network}.`;
  element('file').disabled = element('microphone').disabled = false;
  element('file').addEventListener('change', ({ target }) => {
    hearFile(target.files[0]);

    // So that the same file can be chosen again.
    target.value = '';
  });
  element('microphone').addEventListener('click', () => (closeMicrophone ? endMicrophone() : hearMicrophone()));
  listenForDrops();
  listenForPointer();
  status('Ready.');
}

function begin(span) {
  turn++;
  closeMicrophone?.();
  closeMicrophone = undefined;
  showMicrophone();
  element('error').hidden = true;
  element('error').textContent = element('times').textContent = '';
  recording = new Recording(model.sampleRate, model.labels.length, span);
  spotter.begin((seconds, posteriors) => recording.addInference(seconds, posteriors), (detection) => {
    recording.detections.push(detection);
    result.show(detection);
  });
  result.clear();
  figure.show(recording);
  return turn;
}

function hear(samples) {
  recording.addSamples(samples);
  spotter.hear(samples);
}

function showProgress() {
  figure.draw();
  const times = spotter.inferenceTimes();
  if (times) {
    const interval = 1000 * model.inferenceSeconds;
    const total = times.features + times.network;
    element('times').textContent = `${times.features.toPrecision(2)} ms for features and ${times.network.toPrecision(2)} ms for the network: `
      + `${(100 * total / interval).toPrecision(2)} % of the ${interval} ms of sound that they are for, ${(interval / total).toPrecision(2)} × real time.`;
  }
}

async function hearFile(file) {
  if (!file) {
    return;
  }

  const mine = begin(Infinity);
  status(`Reading ${file.name}…`);
  try {
    const { samples, note } = await readSoundFile(file, model.sampleRate);
    if (await hearAll(samples, mine, file.name)) {
      const seconds = (samples.length / model.sampleRate).toFixed(2);
      status(`Heard ${file.name}: ${seconds} s${note ? `, ${note}` : ''}.`);
      result.end(recording);
    }
  } catch (error) {
    if (mine === turn) {
      fail(error);
    }
  }
}

/** Hears samples in short turns, between which the page can be used. Returns false if something else began meanwhile. */
async function hearAll(samples, mine, name) {
  const block = Math.round(model.sampleRate * model.inferenceSeconds);
  for (let start = 0; start < samples.length;) {
    const end = performance.now() + turnMilliseconds;
    do {
      hear(samples.subarray(start, start + block));
      start += block;
    } while (start < samples.length && performance.now() < end);

    showProgress();
    status(`Hearing ${name}: ${Math.floor((100 * Math.min(start, samples.length)) / samples.length)} %`);
    await pause();
    if (mine !== turn) {
      return false;
    }
  }

  spotter.finish();
  showProgress();
  return true;
}

async function hearMicrophone() {
  const mine = begin(microphoneSpan);
  status('Asking for the microphone…');
  const blocks = [];
  let isHearing = false;
  const onBlock = async (block) => {
    blocks.push(block);
    if (isHearing) {
      return;
    }

    isHearing = true;
    for (let end = performance.now() + turnMilliseconds; blocks.length > 0 && mine === turn;) {
      if (blocks.length * model.inferenceSeconds > longestBacklogSeconds) {
        blocks.length = 0;
        status('Listening, but this machine is too slow to hear everything.');
      } else {
        hear(blocks.shift());
      }

      if (performance.now() > end) {
        await pause();
        end = performance.now() + turnMilliseconds;
      }
    }

    isHearing = false;
    showProgress();
  };

  try {
    const close = await openMicrophone(model.sampleRate, Math.round(model.sampleRate * model.inferenceSeconds), onBlock, endMicrophone);
    if (mine !== turn) {
      close();
      return;
    }

    closeMicrophone = close;
    showMicrophone();
    status('Listening. Say one of the words.');
  } catch (error) {
    if (mine === turn) {
      fail(error);
    }
  }
}

function endMicrophone() {
  turn++;
  closeMicrophone?.();
  closeMicrophone = undefined;
  spotter.finish();
  showMicrophone();
  showProgress();
  status('The microphone is off.');
}

function showMicrophone() {
  element('microphone').setAttribute('aria-pressed', String(Boolean(closeMicrophone)));
  element('microphone-text').textContent = closeMicrophone ? 'Stop listening' : 'Use the microphone';
}

function status(text) {
  element('status').textContent = text;
}

function fail(error) {
  status('');
  element('error').textContent = error.message;
  element('error').hidden = false;
}

function listenForDrops() {
  const show = (isShown) => { element('drop').hidden = !isShown; };
  addEventListener('dragover', (event) => {
    event.preventDefault();
    show(true);
  });
  addEventListener('dragleave', (event) => show(event.relatedTarget !== null));
  addEventListener('drop', (event) => {
    event.preventDefault();
    show(false);
    hearFile(event.dataTransfer.files[0]);
  });
}

function listenForPointer() {
  const readout = element('readout');
  const explanation = readout.textContent;
  const frame = element('waveform').parentElement;
  frame.addEventListener('pointermove', ({ clientX }) => {
    const time = figure.timeAt(clientX);
    const surest = time === undefined ? [] : recording?.at(time) ?? [];
    readout.textContent = surest.length === 0
      ? explanation
      : `${time.toFixed(2)} s: ${surest.slice(0, 3).map(({ label, confidence }) => `${model.labels[label]} ${Math.round(100 * confidence)} %`).join(', ')}`;
  });
  frame.addEventListener('pointerleave', () => { readout.textContent = explanation; });
}
