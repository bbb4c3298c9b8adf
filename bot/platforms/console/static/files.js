// Files that are about to be sent: chosen or dropped, listed above the composer, and uploaded when they are sent.

import { make } from "./draw.js";

const MOST_MB = 20; // of one file: the server takes no more
const MOST_FILES = 10;

/** How long a recording lasts, in whole seconds; 0 where the browser can’t tell, or it is none. */
function secondsOf(file) {
  if (!file.type.startsWith("audio/")) return Promise.resolve(0);
  return new Promise((resolve) => {
    const audio = new Audio();
    const url = URL.createObjectURL(file);
    const done = (seconds) => {
      URL.revokeObjectURL(url);
      resolve(Number.isFinite(seconds) ? Math.round(seconds) : 0);
    };
    audio.addEventListener("loadedmetadata", () => done(audio.duration));
    audio.addEventListener("error", () => done(0));
    audio.src = url;
  });
}

/** What one person has chosen to send. `changed` is told what there is to say about it. */
export class Chosen {
  constructor(user, post) {
    this.user = user;
    this.post = post;
    this.files = [];
    this.changed = () => {};
  }

  get any() {
    return this.files.length > 0;
  }

  async add(files) {
    const small = [...files].filter((file) => file.size <= MOST_MB * 1_000_000).slice(0, MOST_FILES - this.files.length);
    const words = small.length === files.length ? ""
      : `Files of up to ${MOST_MB} MB can be sent, and ${MOST_FILES} at once. The others are left out.`;
    for (const file of small) this.files.push({ file, seconds: await secondsOf(file), ref: null });
    this.changed(words);
  }

  remove(chosen) {
    this.files = this.files.filter((each) => each !== chosen);
    this.changed("");
  }

  clear() {
    this.files = [];
    this.changed("");
  }

  /** Upload what is not uploaded yet; gives what went wrong, in words. */
  async upload() {
    for (const chosen of this.files.filter(({ ref }) => ref === null)) {
      const { file } = chosen;
      const type = file.type || "application/octet-stream";
      const path = `/uploads/${encodeURIComponent(this.user)}/${encodeURIComponent(file.name)}`;
      const answer = await this.post(path, file, type);
      if (answer.words) return answer.words;
      chosen.ref = answer.file;
    }
    return "";
  }

  /** The server has none of them any more: they are uploaded again. */
  forgetUploads() {
    for (const chosen of this.files) chosen.ref = null;
  }

  get seconds() {
    return Object.fromEntries(this.files.map(({ ref, seconds }) => [ref, seconds]));
  }

  draw() {
    return this.files.map((chosen) => make("li", {},
      make("span", { dir: "auto" }, chosen.file.name),
      make("button", {
        type: "button", class: "quiet", "aria-label": `Don’t send ${chosen.file.name}`, click: () => this.remove(chosen),
      }, "Remove")));
  }
}

/** Let files be dropped on this element. `drop` is told which. */
export function takeDrops(element, drop) {
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  element.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    element.classList.add("dropping");
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget)) element.classList.remove("dropping");
  });
  element.addEventListener("drop", (event) => {
    element.classList.remove("dropping");
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop(event.dataTransfer.files);
  });
}
