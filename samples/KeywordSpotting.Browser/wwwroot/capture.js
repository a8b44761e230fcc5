// Runs on the browser's audio thread: hands what the microphone hears to the page, a block at a time.
class Capture extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.block = new Float32Array(processorOptions.blockLength);
    this.filled = 0;
  }

  process([[channel]]) {
    for (let taken = 0; channel && taken < channel.length;) {
      const part = channel.subarray(taken, taken + this.block.length - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      taken += part.length;
      if (this.filled === this.block.length) {
        this.port.postMessage(this.block);
        this.filled = 0;
      }
    }

    return true;
  }
}

registerProcessor('capture', Capture);
