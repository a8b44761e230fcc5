// What has been heard: samples, posteriors and detections. Of a file all of it is kept, of a microphone the last part.

/** Floats that are added at the end and forgotten at the beginning. */
class Floats {
  #values = new Float32Array(1 << 16);
  length = 0;

  get values() {
    return this.#values.subarray(0, this.length);
  }

  add(values) {
    if (this.length + values.length > this.#values.length) {
      const longer = new Float32Array(2 * (this.length + values.length));
      longer.set(this.values);
      this.#values = longer;
    }

    this.#values.set(values, this.length);
    this.length += values.length;
  }

  forget(count) {
    this.#values.copyWithin(0, count, this.length);
    this.length -= count;
  }
}

export class Recording {
  samples = new Floats();
  /** The time of each inference, in seconds. */
  times = new Floats();
  /** The posteriors of all labels, inference after inference. */
  posteriors = new Floats();
  /** { label, seconds, confidence }, in the order of time. */
  detections = [];
  /** The time of the first sample that is kept, in seconds. */
  start = 0;

  /** @param span The seconds that are kept at least, or Infinity. */
  constructor(sampleRate, labels, span) {
    this.sampleRate = sampleRate;
    this.labels = labels;
    this.span = span;
  }

  get end() {
    return this.start + this.samples.length / this.sampleRate;
  }

  addSamples(samples) {
    this.samples.add(samples);
    if (this.samples.length > 2 * this.span * this.sampleRate) {
      const count = this.samples.length - this.span * this.sampleRate;
      this.samples.forget(count);
      this.start += count / this.sampleRate;
      const kept = this.times.values.findIndex((time) => time >= this.start);
      const forgotten = kept < 0 ? this.times.length : kept;
      this.times.forget(forgotten);
      this.posteriors.forget(forgotten * this.labels);
    }
  }

  addInference(seconds, posteriors) {
    this.times.add([seconds]);
    this.posteriors.add(posteriors);
  }

  /** The posteriors of the inference nearest to a time as { label, confidence }, the largest first. */
  at(seconds) {
    const times = this.times.values;
    let nearest = 0;
    times.forEach((time, inference) => {
      nearest = Math.abs(time - seconds) <= Math.abs(times[nearest] - seconds) ? inference : nearest;
    });
    return [...this.posteriors.values.subarray(nearest * this.labels, (nearest + 1) * this.labels)]
      .map((confidence, label) => ({ label, confidence }))
      .sort((a, b) => b.confidence - a.confidence);
  }

  /** The label of the largest posterior among some labels, its time and its value; undefined before the first inference. */
  surest(labels) {
    let best;
    this.posteriors.values.forEach((confidence, index) => {
      const label = index % this.labels;
      if (labels.has(label) && !(confidence <= best?.confidence)) {
        best = { label, seconds: this.times.values[Math.floor(index / this.labels)], confidence };
      }
    });
    return best;
  }
}
