// The console: people to switch between, their conversations as the server tells of them, and what is done in them.

import { drawHome, drawLine, make } from "./draw.js";
import { Chosen, takeDrops } from "./files.js";
import { FormSheet } from "./form.js";
import { showPreview } from "./preview.js";

const ROOT = "/console";
const $ = (selector, within = document) => within.querySelector(selector);

const wide = matchMedia("(min-width: 1000px)");
const roomy = matchMedia("(min-width: 720px)");

/** Post this, and give the answer; where it was not taken, `words` say so. */
async function post(path, body, type = "application/json") {
  try {
    const response = await fetch(ROOT + path, {
      method: "POST", headers: { "Content-Type": type }, body: type === "application/json" ? JSON.stringify(body) : body,
    });
    if (response.ok) return await response.json();
    const said = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : {};
    return { words: said.words ?? "Waymark could not do that. Please load this page again.", gone: response.status === 410 };
  } catch {
    return { words: "Waymark can’t be reached just now. Nothing is lost here; please try again in a moment." };
  }
}

const act = (user, key, what) => post("/act", { user, key, what });

// ---------------------------------------------------------------- conversations

class Conversation {
  constructor(user) {
    this.user = user;
    this.lines = new Map();
    this.form = null;
    this.dismissed = null;
    this.unread = 0;
    this.draft = "";
    this.chosen = new Chosen(user, post);
    this.chosen.changed = (words) => {
      this.say(words);
      paneOf(user)?.drawChosen();
    };
    this.trouble = "";
    this.arrived = false;
    this.atHome = false;
    this.home = make("section", { class: "home", tabindex: "0" });
    // A log that is made full is not read out again when it is shown; what is added later is.
    this.log = make("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.acts = {
      press: (ref, press, button) => this.press(ref, press, button),
      preview: (ref) => showPreview(`${ROOT}/previews/${encodeURIComponent(this.user)}/${encodeURIComponent(ref)}`),
      grown: () => this.follow(),
    };
  }

  /** Whether the end is in sight: then it stays in sight, whatever is added. */
  look() {
    this.following = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
  }

  follow() {
    if (this.following) this.toEnd();
  }

  draw(line) {
    const old = this.lines.get(line.ref);
    if (line.gone) {
      const next = old?.element.nextElementSibling;
      old?.element.remove();
      this.lines.delete(line.ref);
      this.markDay(next);
      return;
    }
    const element = drawLine(line, this.acts);
    const drawn = { element, place: line.place, day: line.day };
    if (old) {
      const held = old.element.contains(document.activeElement);
      old.element.replaceWith(element);
      if (held) ($("button:not(.link)", element) ?? this.log).focus();
    } else {
      this.after(line.place).before(element);
    }
    this.lines.set(line.ref, drawn);
    element.line = drawn;
    this.markDay(element);
    this.markDay(element.nextElementSibling);
    if (line.deed) this.following = true;
  }

  drawHome(parts) {
    const held = this.home.contains(document.activeElement);
    const press = (_, data, button) => this.pressAtHome(data, button);
    this.home.replaceChildren(...drawHome(parts, { ...this.acts, press }));
    if (held) this.home.focus();
  }

  /** What a button of the Home brings is answered in the conversation. */
  async pressAtHome(press, button) {
    await this.press("", press, button);
    if (!this.trouble) this.leaveHome();
  }

  leaveHome() {
    if (!this.atHome) return;
    this.atHome = false;
    paneOf(this.user)?.drawView();
  }

  async openHome() {
    this.atHome = true;
    paneOf(this.user)?.drawView();
    const answer = await act(this.user, crypto.randomUUID(), { act: "home" });
    this.say(answer.words ?? "");
  }

  after(place) {
    let last = this.log.lastElementChild;
    while (last && last.line.place > place) last = last.previousElementSibling;
    const marker = document.createComment("");
    if (last) last.after(marker);
    else this.log.prepend(marker);
    return { before: (element) => marker.replaceWith(element) };
  }

  /** A day is written above its first line only. */
  markDay(element) {
    if (element) $(".day", element).hidden = element.previousElementSibling?.line.day === element.line.day;
  }

  toEnd() {
    this.following = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  async press(ref, press, button) {
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    const answer = await act(this.user, crypto.randomUUID(), { act: "press", press, on: ref });
    button.removeAttribute("aria-busy");
    this.say(answer.words ?? "");
  }

  /** What went wrong is said above the composer of this person. */
  say(words) {
    this.trouble = words;
    paneOf(this.user)?.drawTrouble();
  }

  /** Send these words with the files that are chosen; gives what went wrong, in words. */
  async sendUnsent(text) {
    const wrong = await this.chosen.upload();
    if (wrong) return wrong;
    const what = { act: "say", text, files: this.chosen.seconds };
    const same = JSON.stringify(what);
    // The same sent again after a silence carries the same key: it may have arrived the first time.
    if (this.unsent?.same !== same) this.unsent = { same, key: crypto.randomUUID() };
    const answer = await act(this.user, this.unsent.key, what);
    if (answer.gone) this.chosen.forgetUploads();
    return answer.words ?? "";
  }

  async arrive() {
    if (this.arrived) return;
    this.arrived = true;
    const answer = await act(this.user, crypto.randomUUID(), { act: "arrive" });
    if (answer.words) this.arrived = false;
    this.say(answer.words ?? "");
  }
}

const conversations = new Map();

function conversationOf(user) {
  if (!conversations.has(user)) conversations.set(user, new Conversation(user));
  return conversations.get(user);
}

// ---------------------------------------------------------------- panes

class Pane {
  constructor(side) {
    this.side = side;
    this.user = null;
    this.element = $("#pane").content.cloneNode(true).firstElementChild;
    this.input = $("textarea", this.element);
    this.sendButton = $(".composer .main", this.element);
    this.element.addEventListener("focusin", () => choose(this));
    this.element.addEventListener("pointerdown", () => choose(this));
    $(".people-button", this.element).addEventListener("click", openPeople);
    this.homeButton = $(".home-button", this.element);
    this.homeButton.addEventListener("click", () => {
      if (this.conversation.atHome) this.conversation.leaveHome();
      else this.conversation.openHome();
    });
    $(".composer", this.element).addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.input.addEventListener("input", () => this.fit());
    const picker = $("input[type=file]", this.element);
    this.attachButton = $(".attach", this.element);
    this.attachButton.addEventListener("click", () => picker.click());
    picker.addEventListener("change", async () => {
      await this.conversation.chosen.add(picker.files);
      picker.value = "";
      this.input.focus();
    });
    takeDrops(this.element, (files) => this.conversation.chosen.add(files));
  }

  get visible() {
    return this === panes[0] || wide.matches;
  }

  get conversation() {
    return conversationOf(this.user);
  }

  show(person) {
    if (this.user) this.conversation.draft = this.input.value;
    this.user = person.user;
    const { conversation } = this;
    this.describe(person);
    this.drawView();
    this.input.value = conversation.draft;
    this.fit();
    this.drawTrouble();
    this.drawChosen();
    if (this.visible) {
      conversation.unread = 0;
      conversation.arrive();
    }
  }

  /** The conversation, or in its place the Home. */
  drawView() {
    const { atHome, home, log } = this.conversation;
    const held = $(".talk", this.element).contains(document.activeElement);
    $(".talk", this.element).replaceChildren(atHome ? home : log);
    this.homeButton.setAttribute("aria-pressed", atHome);
    if (!atHome) this.conversation.toEnd();
    if (held) (atHome ? home : log).focus();
  }

  describe(person) {
    const title = $("h2", this.element);
    title.textContent = person.name;
    title.id = `pane-${this.side}`;
    this.element.setAttribute("aria-labelledby", title.id);
    $(".who p", this.element).textContent = person.role;
    $(".face", this.element).textContent = initials(person.name);
    this.conversation.log.setAttribute("aria-label", `${person.name} and Waymark`);
    this.conversation.home.setAttribute("aria-label", `Home of ${person.name}`);
    this.input.setAttribute("aria-label", `Write to Waymark as ${person.name}`);
    $(".hint", this.element).replaceChildren(...(person.hint ? [
      make("span", {}, `${person.name} was given `, make("code", {}, person.hint)),
      make("button", { type: "button", class: "quiet", click: () => this.type(person.hint) }, "Type it"),
    ] : []));
  }

  type(words) {
    this.input.value = words;
    this.fit();
    this.input.focus();
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  /** What is going to be sent beside the words. Whoever removed one stays near. */
  drawChosen() {
    const list = $(".chosen", this.element);
    const held = list.contains(document.activeElement);
    list.replaceChildren(...this.conversation.chosen.draw());
    if (held) ($("button", list) ?? this.attachButton).focus();
  }

  drawTrouble() {
    $(".composer .fault", this.element).textContent = this.conversation.trouble;
  }

  async send() {
    const { conversation } = this;
    const text = this.input.value.trim() ? this.input.value : "";
    if ((!text && !conversation.chosen.any) || conversation.sending) return;
    conversation.sending = true;
    this.sendButton.setAttribute("aria-disabled", "true");
    const words = await conversation.sendUnsent(text);
    conversation.sending = false;
    this.sendButton.removeAttribute("aria-disabled");
    conversation.say(words);
    if (words) return;
    conversation.unsent = null;
    conversation.chosen.clear();
    conversation.leaveHome();
    const now = paneOf(conversation.user);
    if (!now) conversation.draft = "";
    else if (now.input.value.trim() === text.trim()) {
      now.input.value = "";
      now.fit();
    }
  }
}

const panes = [new Pane("left"), new Pane("right")];
let active = panes[0];
$("#panes").append(...panes.map((pane) => pane.element));

const paneOf = (user) => panes.find((pane) => pane.user === user && pane.visible);

function choose(pane) {
  active = pane;
  drawMarks();
}

// ---------------------------------------------------------------- people

let people = [];

const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();
const personOf = (user) => people.find((person) => person.user === user);

function openPeople() {
  $("#people-sheet").append($("#people"));
  $("#people-sheet").showModal();
  $("#people [aria-current]")?.focus();
}

$("#people-sheet").addEventListener("close", () => $("#side").append($("#people")));
roomy.addEventListener("change", () => $("#people-sheet").close());

function speakAs(person) {
  const open = paneOf(person.user);
  if (open) active = open;
  else active.show(person);
  $("#people-sheet").close();
  drawMarks();
  active.input.focus();
  remember();
  presentForm();
}

function drawPeople() {
  const groups = Map.groupBy(people, (person) => person.group);
  $("#people-list").replaceChildren(...[...groups].map(([group, members], number) =>
    make("section", { "aria-labelledby": `group-${number}` },
      make("h3", { id: `group-${number}` }, group),
      make("ul", {}, members.map((person) => make("li", {},
        make("button", { type: "button", class: "person", "data-user": person.user, click: () => speakAs(person) },
          make("span", { class: "face", "aria-hidden": "true" }, initials(person.name)),
          make("span", { class: "who" }, make("span", { class: "name" }, person.name),
            make("span", { class: "role" }, person.role.slice(group.length).replace(/^,\s*/, ""))),
          make("span", { class: "where" }), make("span", { class: "unread" }))))))));
}

function drawMarks() {
  for (const button of document.querySelectorAll(".person")) {
    const pane = paneOf(button.dataset.user);
    const { unread } = conversationOf(button.dataset.user);
    if (pane) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    $(".where", button).textContent = pane && wide.matches ? pane.side : "";
    $(".unread", button).textContent = unread ? `${unread} new` : "";
  }
  const waiting = [...conversations.values()].reduce((sum, conversation) => sum + conversation.unread, 0);
  for (const pane of panes) {
    pane.element.classList.toggle("active", pane === active && wide.matches);
    $(".people-button .unread", pane.element).textContent = waiting ? `${waiting} new` : "";
  }
  $("#where-next").textContent = wide.matches ? `Choose who to be on the ${active.side}.` : "Choose who to be.";
  document.title = waiting ? `(${waiting}) Waymark` : "Waymark";
}

function seat() {
  const [left, right] = panes;
  const remembered = (sessionStorage.getItem("shown") ?? "").split(" ").map(decodeURIComponent);
  const first = personOf(left.user) ?? personOf(remembered[0]) ?? people[0];
  if (!first) return;
  const others = people.filter((person) => person !== first);
  const second = others.find((person) => person.user === right.user)
    ?? others.find((person) => person.user === remembered[1])
    ?? others.find((person) => person.group !== first.group) ?? others[0];
  for (const [pane, person] of [[left, first], [right, second]]) {
    if (!person) continue;
    if (pane.user === person.user) pane.describe(person);
    else pane.show(person);
  }
}

function remember() {
  sessionStorage.setItem("shown", panes.map((pane) => encodeURIComponent(pane.user ?? "")).join(" "));
}

wide.addEventListener("change", () => {
  active = panes[0];
  for (const pane of panes) if (pane.user) pane.show(personOf(pane.user));
  drawMarks();
});

// ---------------------------------------------------------------- forms

const formSheet = new FormSheet({
  send: (user, key, opening, answers) => act(user, key, { act: "submit", opening, answers }),
  close: (user, key, opening) => act(user, key, { act: "close", opening }),
  closed: (user, opening) => {
    conversationOf(user).dismissed = opening;
    paneOf(user)?.input.focus();
    presentForm();
  },
});

/** One form at a time, and only of somebody who is in sight: the others' wait until they are. */
function presentForm() {
  if (formSheet.view) {
    const { form } = conversationOf(formSheet.user);
    if (!form) return formSheet.hide();
    return formSheet.show(personOf(formSheet.user), form);
  }
  const pane = [active, ...panes].find(({ user, visible, conversation }) =>
    user && visible && conversation.form && conversation.dismissed !== conversation.form.opening);
  if (pane) formSheet.show(personOf(pane.user), pane.conversation.form);
}

// ---------------------------------------------------------------- the clock and the settings

function drawClock(clock) {
  for (const place of document.querySelectorAll(".clock-now")) place.textContent = `${clock.day}, ${clock.time}`;
  const next = clock.next ? `next: ${clock.next}` : "nothing planned";
  $(".clock-short").textContent = clock.short;
  $(".clock-more").textContent = `${clock.zone} · ${next}`;
  $(".clock-zone").textContent = clock.zone;
  $(".clock-next").textContent = clock.next ? `Next: ${clock.next}.` : "Nothing is planned.";
  $("#clock-to").min = clock.picked;
}

async function moveClock(to) {
  const moves = document.querySelectorAll("[data-move], #clock-form button");
  for (const button of moves) button.setAttribute("aria-disabled", "true");
  const answer = await post("/clock", { to });
  for (const button of moves) button.removeAttribute("aria-disabled");
  const inSheet = $("#clock-sheet").open;
  $("#clock-fault").textContent = inSheet ? answer.words ?? "" : "";
  if (!inSheet) tell(answer.words ?? "");
  if (!answer.words) drawAround(answer);
}

for (const button of document.querySelectorAll("[data-move]")) {
  button.addEventListener("click", () => button.getAttribute("aria-disabled") ?? moveClock(button.dataset.move));
}
$("#clock-button").addEventListener("click", () => {
  $("#clock-to").value = $("#clock-to").min;
  $("#clock-fault").textContent = "";
  $("#clock-sheet").showModal();
});
$("#clock-form").addEventListener("submit", (event) => {
  event.preventDefault();
  moveClock($("#clock-to").value);
});
for (const radio of document.querySelectorAll("[name=asks]")) {
  radio.addEventListener("change", async () => {
    const answer = await post("/settings", { asks_in_forms: radio.value === "forms" });
    tell(answer.words ?? "");
    if (!answer.words) drawAround(answer);
  });
}
for (const button of document.querySelectorAll("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}

// ---------------------------------------------------------------- what the server tells

function tell(words) {
  $("#trouble").textContent = words;
}

function drawAround({ people: now, clock, asks_in_forms: inForms }) {
  drawClock(clock);
  $(`[name=asks][value=${inForms ? "forms" : "questions"}]`).checked = true;
  if (JSON.stringify(now) === JSON.stringify(people)) return;
  people = now;
  const held = document.activeElement?.dataset?.user;
  drawPeople();
  if (held) $(`.person[data-user="${CSS.escape(held)}"]`)?.focus();
  seat();
  drawMarks();
}

function startAfresh() {
  for (const conversation of conversations.values()) {
    conversation.log.replaceChildren();
    conversation.lines.clear();
    conversation.home.replaceChildren();
    Object.assign(conversation, { form: null, unread: 0, arrived: false });
  }
}

function apply({ fresh, around, news }) {
  if (fresh) startAfresh();
  drawAround(around);
  const inSight = panes.filter((pane) => pane.user && pane.visible).map((pane) => pane.conversation);
  for (const conversation of inSight) conversation.look();
  for (const { user, line, form, home } of news) {
    const conversation = conversationOf(user);
    if (line) {
      const isNew = line.message && !conversation.lines.has(line.ref);
      conversation.draw(line);
      if (isNew && !fresh && !paneOf(user)) conversation.unread += 1;
    } else if (home) {
      conversation.drawHome(home);
    } else {
      conversation.form = form;
      if (form && !fresh && !paneOf(user)) conversation.unread += 1;
    }
  }
  for (const conversation of inSight) {
    conversation.follow();
    if (fresh) conversation.arrive();
    if (fresh && conversation.atHome) conversation.openHome();
  }
  drawMarks();
  presentForm();
}

function listen() {
  const updates = new EventSource(`${ROOT}/updates`);
  updates.addEventListener("open", () => tell(""));
  updates.addEventListener("message", (event) => apply(JSON.parse(event.data)));
  updates.addEventListener("error", async () => {
    tell("Waymark has stopped answering. Trying again…");
    if (updates.readyState !== EventSource.CLOSED) return;
    const page = await fetch(ROOT).catch(() => null);
    if (page?.status === 403) tell("Waymark was started again. Please open the address that it printed.");
    else setTimeout(listen, 2_000);
  });
}

listen();
