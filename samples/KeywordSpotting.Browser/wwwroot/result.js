// The detected words, large, in the list of words, and one after the other.

const element = (id) => document.getElementById(id);
const percent = (confidence) => `${Math.round(100 * confidence)} %`;
const time = (seconds) => `${seconds.toFixed(2)} s`;

export class Result {
  #names;
  #keywords;
  #chips = new Map();

  constructor(names, keywords) {
    this.#names = names;
    this.#keywords = keywords;
    for (const label of keywords) {
      const chip = document.createElement('li');
      chip.textContent = names[label];
      element('words').append(chip);
      this.#chips.set(label, chip);
    }
  }

  clear() {
    this.#say('say a word', '', undefined);
    element('detections').replaceChildren();
    element('detections').hidden = true;
  }

  show({ label, seconds, confidence }) {
    const word = this.#names[label];
    this.#say(word, `at ${time(seconds)}, ${percent(confidence)} sure`, label);
    const item = document.createElement('li');
    item.dataset.word = word;
    item.dataset.seconds = seconds;
    item.dataset.confidence = confidence;
    const details = document.createElement('small');
    details.textContent = `${time(seconds)}, ${percent(confidence)}`;
    item.append(word, details);
    element('detections').append(item);
    element('detections').hidden = element('detections').childElementCount < 2;
    element('detections').scrollTop = element('detections').scrollHeight;
  }

  /** Says what came closest, if nothing was detected. */
  end(recording) {
    if (recording.detections.length === 0) {
      const surest = recording.surest(this.#keywords);
      this.#say('no word', surest ? `The likeliest was “${this.#names[surest.label]}” at ${time(surest.seconds)}, ${percent(surest.confidence)}` : '', undefined);
    }
  }

  #say(word, details, heard) {
    element('word').textContent = word;
    element('word').classList.toggle('none', heard === undefined);
    element('details').textContent = details;
    this.#chips.forEach((chip, label) => chip.classList.toggle('heard', label === heard));
  }
}
