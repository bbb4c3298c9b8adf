// Elements out of what the server tells. What somebody wrote becomes text nodes, never HTML.

const TAGS = new Set(["p", "strong", "em", "a", "ul", "ol", "li", "blockquote"]);
const SAFE_LINK = /^(https?|mailto|tel):/i;

export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...inside.flat().filter((part) => part != null && part !== false));
  return element;
}

// A node is a string, or a tag with what is inside it.
export function drawText(nodes) {
  return nodes.map((node) => {
    if (typeof node === "string") return document.createTextNode(node);
    const tag = TAGS.has(node.tag) ? node.tag : "span";
    const link = tag === "a" && SAFE_LINK.test(node.href)
      ? { href: node.href, target: "_blank", rel: "noreferrer noopener" } : {};
    const block = ["p", "li", "blockquote"].includes(tag) ? { dir: "auto" } : {};
    return make(tag, { ...link, ...block, start: node.start }, drawText(node.inside ?? []));
  });
}

function drawAttachment(attached, onload) {
  if (attached.kind === "picture") {
    return make("img", { src: attached.url, alt: attached.alt, class: "picture", load: onload });
  }
  if (attached.kind === "recording") {
    return make("figure", { class: "recording" },
      make("figcaption", { dir: "auto" }, attached.about || attached.name),
      make("audio", { controls: true, preload: "metadata", src: attached.url, "aria-label": attached.about || attached.name }));
  }
  return make("div", { class: "file" },
    make("a", { href: attached.url, download: attached.name }, make("span", { dir: "auto" }, attached.name)),
    make("span", { class: "size" }, attached.size),
    attached.about && make("p", { dir: "auto" }, attached.about));
}

function drawMessage(line, acts) {
  const { message } = line;
  return make("div", { class: "bubble" },
    message.private && make("p", { class: "private" }, "Only you see this"),
    message.title && make("h3", { dir: "auto" }, message.title),
    make("div", { class: "text" }, drawText(message.text)),
    message.fields.length > 0 && make("dl", {}, message.fields.map(([name, value]) =>
      make("div", {}, make("dt", { dir: "auto" }, name), make("dd", { dir: "auto" }, value)))),
    message.attachments.map((attached) => drawAttachment(attached, acts.grown)),
    message.buttons.length > 0 && make("div", { class: "buttons" }, message.buttons.map((button) =>
      make("button", {
        type: "button", class: button.style, "aria-label": button.describe || null,
        click: (event) => acts.press(line.ref, button.press, event.currentTarget),
      }, make("span", { dir: "auto" }, button.label)))));
}

/** The parts of a Home, one below the other. */
export const drawHome = (parts, acts) => parts.map((message) => drawMessage({ ref: "", message }, acts));

const DEEDS = {
  pressed: (words) => `You pressed “${words}”`,
  sent: (words) => `You filled in “${words}”`,
  closed: (words) => `You put “${words}” away`,
};

export function drawLine(line, acts) {
  const day = make("p", { class: "day" }, make("span", {}, line.day));
  const time = make("time", {}, line.time);
  if (line.deed) {
    const { act, words, files } = line.deed;
    const sent = files.length > 0 && make("p", { class: "sent-with", dir: "auto" }, `With ${files.join(", ")}`);
    const done = act === "said"
      ? [make("div", { class: "bubble" }, words && make("p", { dir: "auto" }, words), sent), make("p", { class: "meta" }, time)]
      : [make("p", { class: "deed" }, DEEDS[act](words), " ", time)];
    return make("article", { class: "line own", "aria-label": `You, ${line.time}` }, day, done);
  }
  return make("article", { class: "line", "aria-label": `Waymark, ${line.time}` }, day,
    drawMessage(line, acts),
    make("p", { class: "meta" }, time,
      make("button", {
        type: "button", class: "link", "aria-haspopup": "dialog", click: () => acts.preview(line.ref),
      }, "On Slack and Telegram")));
}
