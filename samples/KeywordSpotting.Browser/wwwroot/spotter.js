// The compiled spotter: .NET in WebAssembly, told of samples and asked for posteriors.
import { dotnet } from './_framework/dotnet.js';

/** Silence to hear before anything else; after a second an inference still took two to three times as long as after some. */
const warmUpSeconds = 3;

const listeners = { sound() {}, inference() {}, detection() {} };
let exports;

// Views of .NET's memory are only good during a call, so their content is copied.
const floats = (view) => new Float32Array(view.slice().buffer);
const bytes = (samples) => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

/** Starts .NET and says what the spotter is. */
export async function load() {
  const runtime = await dotnet.create();
  runtime.setModuleImports('spotter', {
    sound: (rate, channels, samples) => listeners.sound({ rate, channels, samples: floats(samples) }),
    inference: (seconds, posteriors) => listeners.inference(seconds, floats(posteriors)),
    detection: (label, seconds, confidence) => listeners.detection({ label, seconds, confidence }),
  });
  const assembly = await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName);
  exports = assembly.GhostGen.Samples.KeywordSpotting.Browser.SpotterExports;

  // The interpreter of .NET compiles what runs often. It does so now rather than when somebody speaks.
  exports.Begin();
  hear(new Float32Array(warmUpSeconds * exports.SampleRate()));
  return {
    sampleRate: exports.SampleRate(),
    inferenceSeconds: exports.InferenceSeconds(),
    labels: exports.Labels(),
    keywords: new Set(exports.Keywords()),
    network: exports.Network(),
  };
}

/** Begins a stream; the functions are called for each of its inferences and detections. */
export function begin(onInference, onDetection) {
  listeners.inference = onInference;
  listeners.detection = onDetection;
  exports.Begin();
}

/** Hears samples, a Float32Array. */
export const hear = (samples) => exports.Hear(bytes(samples));

/** Ends a stream. */
export const finish = () => exports.Finish();

/** Milliseconds of an inference for features and for the network, or undefined before the first. */
export function inferenceTimes() {
  const [features, network] = exports.InferenceTimes();
  return network === undefined ? undefined : { features, network };
}

/** The rate, the channels and the samples, mixed to one channel, of a WAV file. Throws an error with the library's message. */
export function readWav(file, name) {
  let read;
  listeners.sound = (sound) => { read = sound; };
  exports.ReadWav(file, name);
  return read;
}
