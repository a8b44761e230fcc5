// Draws a recording: its waveform, and below it, on the same axis of time, a row of posteriors for each word.

const gutter = 68;
const margin = 8;
const flagHeight = 20;
const waveformHeight = 136;
const rowHeight = 20;
const rowGap = 3;
const axisHeight = 24;
const loudest = 0.05;

export class Figure {
  #waveform;
  #posteriors;
  #names;
  #keywords;
  #recording;
  #isAsked = false;

  /** @param keywords The set of labels that are words to spot; others are drawn in grey. */
  constructor(waveform, posteriors, names, keywords) {
    this.#waveform = waveform;
    this.#posteriors = posteriors;
    this.#names = names;
    this.#keywords = keywords;

    // The words first, what is none of them below.
    this.rows = [...names.keys()].sort((a, b) => keywords.has(b) - keywords.has(a) || a - b);
    new ResizeObserver(() => this.draw()).observe(waveform);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  show(recording) {
    this.#recording = recording;
    this.draw();
  }

  /** Draws before the browser shows its next picture, however often it is asked to until then. */
  draw() {
    if (!this.#isAsked) {
      this.#isAsked = true;
      requestAnimationFrame(() => {
        this.#isAsked = false;
        this.#drawNow();
      });
    }
  }

  /** The time under a place of the figure, in seconds, or undefined where there is none. */
  timeAt(clientX) {
    const { left, width } = this.#waveform.getBoundingClientRect();
    const [from, to] = this.#range();
    const time = from + ((clientX - left - gutter) / (width - gutter - margin)) * (to - from);
    return time >= from && time <= to ? time : undefined;
  }

  /** The place of a word at a time within the canvas of posteriors, at half the height of its row. */
  placeOf(word, seconds) {
    const [from, to] = this.#range();
    return {
      x: gutter + ((seconds - from) / (to - from)) * (this.#posteriors.clientWidth - gutter - margin),
      y: (this.rows.findIndex((label) => this.#names[label] === word) + 0.5) * (rowHeight + rowGap),
    };
  }

  #range() {
    const { end = 0, span = Infinity } = this.#recording ?? {};
    return span === Infinity ? [0, end || 1] : [Math.max(0, end - span), Math.max(end, span)];
  }

  #drawNow() {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(`--${name}`);
    const width = this.#waveform.clientWidth;
    const [from, to] = this.#range();
    const x = (time) => gutter + ((time - from) / (to - from)) * (width - gutter - margin);

    const top = prepare(this.#waveform, width, waveformHeight);
    const bottom = prepare(this.#posteriors, width, this.#names.length * (rowHeight + rowGap) + axisHeight);
    this.#drawRows(bottom, color, x, width);
    this.#drawAxis(bottom, color, x, from, to);
    this.#drawWaveform(top, color, x, width);
    this.#drawDetections(top, bottom, color, x, from);
  }

  #drawWaveform(context, color, x, width) {
    const middle = (flagHeight + waveformHeight) / 2;
    context.fillStyle = color('line');
    context.fillRect(gutter, middle - 0.5, width - gutter - margin, 1);
    const samples = this.#recording?.samples.values;
    if (!samples?.length) {
      return;
    }

    const { start, sampleRate } = this.#recording;
    const ratio = devicePixelRatio;
    const sampleAt = (column) => Math.round((this.#timeOf(column / ratio, x) - start) * sampleRate);
    let peak = loudest;
    for (const value of samples) {
      peak = Math.max(peak, Math.abs(value));
    }

    const scale = (waveformHeight - middle - 4) / peak;
    context.fillStyle = color('wave');
    for (let column = Math.round(gutter * ratio); column < (width - margin) * ratio; column++) {
      const first = Math.max(0, sampleAt(column));
      const last = Math.min(samples.length, Math.max(sampleAt(column + 1), first + 1));
      let low = Infinity;
      let high = -Infinity;
      for (let index = first; index < last; index++) {
        low = Math.min(low, samples[index]);
        high = Math.max(high, samples[index]);
      }

      if (high >= low) {
        const height = Math.max((high - low) * scale, 1);
        context.fillRect(column / ratio, middle - high * scale, 1 / ratio, height);
      }
    }
  }

  #timeOf(place, x) {
    const [from, to] = this.#range();
    return from + ((place - gutter) / (x(to) - gutter)) * (to - from);
  }

  #drawRows(context, color, x, width) {
    context.font = `13px ${color('font')}`;
    context.textBaseline = 'middle';
    context.textAlign = 'right';
    this.rows.forEach((label, row) => {
      const y = row * (rowHeight + rowGap);
      context.fillStyle = color('track');
      context.fillRect(gutter, y, width - gutter - margin, rowHeight);
      context.fillStyle = color(this.#keywords.has(label) ? 'text' : 'muted');
      context.fillText(this.#names[label], gutter - 10, y + rowHeight / 2 + 1);
    });
    if (this.#recording) {
      this.#drawPosteriors(context, color, x, width);
    }
  }

  #drawPosteriors(context, color, x, width) {
    const times = this.#recording.times.values;
    const posteriors = this.#recording.posteriors.values;
    const step = 1 / devicePixelRatio;
    const snap = (place) => Math.round(Math.min(Math.max(place, gutter), width - margin) / step) * step;
    const labels = this.#names.length;
    const largest = new Float32Array(labels);
    let left = snap(gutter);
    times.forEach((time, inference) => {
      // A posterior reaches half way to its neighbours. Of those that share a pixel, as those of long recordings do, the largest posterior is drawn.
      const right = snap(x(inference + 1 < times.length ? (time + times[inference + 1]) / 2 : time + (time - (times[inference - 1] ?? 0)) / 2));
      for (let label = 0; label < labels; label++) {
        largest[label] = Math.max(largest[label], posteriors[inference * labels + label]);
      }

      if (right > left) {
        this.rows.forEach((label, row) => {
          const height = largest[label] * rowHeight;
          context.globalAlpha = 0.25 + 0.75 * largest[label];
          context.fillStyle = color(this.#keywords.has(label) ? 'accent' : 'muted');
          context.fillRect(left, row * (rowHeight + rowGap) + rowHeight - height, right - left, height);
        });
        left = right;
        largest.fill(0);
      } else if (time <= 0) {
        largest.fill(0);
      }
    });
    context.globalAlpha = 1;
  }

  #drawAxis(context, color, x, from, to) {
    const y = this.rows.length * (rowHeight + rowGap);
    const fewest = Math.max(2, Math.floor((x(to) - gutter) / 70));
    const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800].find((candidate) => (to - from) / candidate <= fewest) ?? 3600;
    context.font = `12px ${color('font')}`;
    context.textBaseline = 'top';
    context.fillStyle = color('muted');
    for (let tick = Math.ceil(from / step); tick * step <= to + 1e-9; tick++) {
      const place = x(tick * step);
      context.textAlign = place > x(to) - 12 ? 'right' : tick === 0 ? 'left' : 'center';
      context.fillRect(Math.min(place, x(to) - 1), y, 1, 4);
      context.fillText(`${+(tick * step).toFixed(1)} s`, place, y + 8);
    }
  }

  #drawDetections(top, bottom, color, x, from) {
    let free = 0;
    for (const { label, seconds } of this.#recording?.detections ?? []) {
      if (seconds >= from) {
        const place = Math.round(x(seconds));
        top.fillStyle = bottom.fillStyle = color('mark');
        top.fillRect(place - 1, flagHeight, 2, waveformHeight - flagHeight);
        bottom.fillRect(place - 1, 0, 2, this.rows.length * (rowHeight + rowGap) - rowGap);
        free = drawFlag(top, color, this.#names[label], place, free);
      }
    }
  }
}

/** Draws a flag with a word, unless another one is in its way. Returns where it ends. */
function drawFlag(context, color, word, place, free) {
  context.font = `600 13px ${color('font')}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const width = context.measureText(word).width + 12;
  const left = Math.min(place - 1, context.canvas.clientWidth - margin - width);
  if (left < free) {
    return free;
  }

  context.beginPath();
  context.roundRect(left, 0, width, flagHeight, [0, 6, 6, 0]);
  context.fill();
  context.fillStyle = color('on-mark');
  context.fillText(word, left + 6, flagHeight / 2 + 1);
  return left + width;
}

/** Gives a canvas its size, in as many pixels as the screen has, and clears it. */
function prepare(canvas, width, height) {
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  const context = canvas.getContext('2d');
  context.scale(devicePixelRatio, devicePixelRatio);
  return context;
}
