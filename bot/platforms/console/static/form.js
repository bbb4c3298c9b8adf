// A form in a dialog: a label for every question, and a fault beside the field that it is about.

import { drawText, make } from "./draw.js";

const sheet = document.getElementById("form-sheet");

function describedBy(field) {
  return [field.help && `q-${field.name}-help`, field.hint && `q-${field.name}-hint`, `q-${field.name}-fault`]
    .filter(Boolean).join(" ");
}

function notes(field) {
  return [
    field.help && make("p", { class: "help", id: `q-${field.name}-help` }, field.help),
    field.hint && make("p", { class: "help", id: `q-${field.name}-hint` }, field.hint),
  ];
}

function question(field) {
  return [field.question, !field.required && make("span", { class: "optional" }, " (if you like)")];
}

function typed(field) {
  const common = {
    id: `q-${field.name}-input`, name: field.name, "aria-describedby": describedBy(field),
    "aria-required": String(field.required), autocomplete: "off",
  };
  switch (field.control) {
    case "text": return make("textarea", { ...common, rows: 5, dir: "auto" });
    case "secret": return make("input", { ...common, type: "password", autocomplete: "new-password" });
    case "number": return make("input", { ...common, type: "text", inputmode: "numeric" });
    case "list": return make("select", common,
      make("option", { value: "" }, field.required ? "Choose one" : "No answer"),
      field.options.map(([value, label]) => make("option", { value }, label)));
    default: return make("input", { ...common, type: "text", dir: "auto" });
  }
}

function picker(field, input) {
  return make("label", { class: "picker" }, make("span", {}, "or pick it"),
    make("input", {
      type: "datetime-local", "aria-label": `${field.question}, or pick it`,
      input: (event) => {
        input.value = event.target.value.replace("T", " ");
        input.dispatchEvent(new Event("input", { bubbles: true }));
      },
    }));
}

function drawTyped(field) {
  const input = typed(field);
  input.value = field.answer;
  return make("div", { class: "field" },
    make("label", { for: input.id }, question(field)), notes(field),
    make("p", { class: "fault", id: `q-${field.name}-fault` }),
    field.control === "when" ? make("div", { class: "beside" }, input, picker(field, input)) : input);
}

function drawPicked(field) {
  const several = field.control === "several";
  const kept = several ? field.answer : [field.answer];
  const options = several || field.required ? field.options : [...field.options, ["", "No answer"]];
  const picks = make("div", { class: field.control === "scale" ? "scale" : "picks" },
    options.map(([value, label]) => make("label", { class: "pick" },
      make("input", { type: several ? "checkbox" : "radio", name: field.name, value, checked: value !== "" && kept.includes(value) }),
      make("span", { dir: "auto" }, label))));
  return make("fieldset", {
    class: "field", role: several ? "group" : "radiogroup", "aria-describedby": describedBy(field),
    "aria-required": several ? null : String(field.required),
  },
  make("legend", {}, question(field)), notes(field),
  make("p", { class: "fault", id: `q-${field.name}-fault` }),
  picks,
  field.control === "scale" && make("p", { class: "ends" }, make("span", {}, field.low), make("span", {}, field.high)));
}

const PICKED = ["one", "several", "scale"];

function answerTo(form, field) {
  const inputs = [...form.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)];
  if (!PICKED.includes(field.control)) return inputs[0].value;
  const picked = inputs.filter((input) => input.checked).map((input) => input.value);
  return field.control === "several" ? picked : picked[0] ?? null;
}

function showFault(form, name, words) {
  const place = form.querySelector(`#q-${CSS.escape(name)}-fault`);
  const input = form.querySelector(`[name="${CSS.escape(name)}"]`);
  place.textContent = words;
  const marked = input.closest('[role="radiogroup"]') ?? input;
  if (words) marked.setAttribute("aria-invalid", "true");
  else marked.removeAttribute("aria-invalid");
  return input;
}

/** Faults by field name; the first one gets the focus. */
function showFaults(form, view, faults) {
  const inputs = view.fields.map((field) => [showFault(form, field.name, faults[field.name] ?? ""), faults[field.name]]);
  inputs.find(([, words]) => words)?.[0].focus();
}

/** The one dialog in which forms are shown. `send` and `close` give what to say when they fail. */
export class FormSheet {
  constructor({ send, close, closed }) {
    this.send = send;
    this.close = close;
    this.closed = closed;
    this.user = null;
    this.view = null;
    sheet.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.putAway();
    });
    sheet.addEventListener("close", () => this.leave());
  }

  show(person, view) {
    if (this.view?.opening === view.opening && sheet.open) return this.markAgain(view);
    this.user = person.user;
    this.view = view;
    this.key = null;
    this.alert = make("p", { class: "fault", role: "alert" });
    this.done = make("button", { type: "submit", class: "main" }, view.done);
    this.form = make("form", { novalidate: true, submit: (event) => this.submit(event) },
      make("header", {},
        make("div", {}, make("h2", { id: "form-title", dir: "auto" }, view.title), make("p", { class: "help" }, person.name)),
        make("button", { type: "button", class: "quiet", click: () => this.putAway() }, "Close")),
      make("div", { class: "body" }, make("div", { class: "text" }, drawText(view.intro)),
        view.fields.map((field) => (PICKED.includes(field.control) ? drawPicked : drawTyped)(field))),
      make("footer", {}, this.alert, this.done));
    this.form.addEventListener("input", (event) => {
      if (event.target.name) showFault(this.form, event.target.name, "");
    });
    sheet.replaceChildren(this.form);
    if (!sheet.open) sheet.showModal();
    this.form.querySelector("[name]")?.focus();
    return this.markAgain(view);
  }

  markAgain(view) {
    const faults = Object.fromEntries(view.fields.filter((field) => field.fault).map((field) => [field.name, field.fault]));
    if (Object.keys(faults).length) showFaults(this.form, view, faults);
  }

  async submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const answers = Object.fromEntries(this.view.fields.map((field) => [field.name, answerTo(this.form, field)]));
    await this.finish((key) => this.send(this.user, key, this.view.opening, answers));
  }

  async putAway() {
    if (!this.busy) await this.finish((key) => this.close(this.user, key, this.view.opening));
  }

  async finish(act) {
    this.busy = true;
    this.done.setAttribute("aria-disabled", "true");
    this.alert.textContent = "";
    const { form, view } = this;
    // The key stays the same until an answer has come, so that a repeat is recognised.
    this.key ??= crypto.randomUUID();
    const answer = await act(this.key);
    this.busy = false;
    this.done.removeAttribute("aria-disabled");
    if (form !== this.form) return;
    if (answer.words && !answer.gone) {
      this.alert.textContent = answer.words;
      return;
    }
    this.key = null;
    if (Object.keys(answer.faults ?? {}).length) showFaults(form, view, answer.faults);
    else this.hide();
  }

  hide() {
    if (sheet.open) sheet.close();
    else this.leave();
  }

  leave() {
    if (!this.view) return;
    const { user, view } = this;
    this.user = this.view = null;
    sheet.replaceChildren();
    this.closed(user, view.opening);
  }
}
