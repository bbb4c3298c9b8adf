// The same message as Slack and Telegram would be given it: drawn roughly, and as it is sent.

import { drawText, make } from "./draw.js";

const sheet = document.getElementById("preview-sheet");

// ---------------------------------------------------------------- Slack's blocks

function drawElement(element) {
  const { bold, italic } = element.style ?? {};
  let node = element.text;
  if (italic) node = { tag: "em", inside: [node] };
  if (bold) node = { tag: "strong", inside: [node] };
  if (element.type === "link") node = { tag: "a", href: element.url, inside: [node] };
  return node;
}

function drawRich(part) {
  const inside = part.elements.map(part.type === "rich_text_list" ? drawRich : drawElement);
  switch (part.type) {
    case "rich_text_list": return { tag: part.style === "ordered" ? "ol" : "ul", start: (part.offset ?? 0) + 1,
      inside: inside.map((item) => ({ tag: "li", inside: item.inside })) };
    case "rich_text_quote": return { tag: "blockquote", inside };
    default: return { tag: "p", inside };
  }
}

function drawBlock(block) {
  switch (block.type) {
    case "header": return make("p", { class: "slack-header", dir: "auto" }, block.text.text);
    case "rich_text": return make("div", { class: "text" }, drawText(block.elements.map(drawRich)));
    case "actions": return make("p", { class: "slack-actions" }, block.elements.map((button) =>
      make("span", { class: button.style ?? "" }, button.text.text)));
    default: return make("p", { class: "help" }, `(${block.type})`);
  }
}

function drawSlack(message) {
  return make("div", { class: "slack" },
    make("p", { class: "slack-name" }, make("strong", {}, "Waymark"), " ", make("span", {}, "APP")),
    message.blocks.map(drawBlock),
    (message.uploads ?? []).map((upload) => make("p", { class: "sent-file", dir: "auto" }, upload.name)));
}

// ---------------------------------------------------------------- Telegram's HTML

const SAME = { B: "strong", STRONG: "strong", I: "em", EM: "em", BLOCKQUOTE: "blockquote", A: "a" };

/** The few tags that Telegram knows, as a tree; a document that is only parsed runs and loads nothing. */
function readHtml(html) {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    return { tag: SAME[node.tagName] ?? "span", href: node.getAttribute("href"), inside: [...node.childNodes].map(read) };
  };
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map(read);
}

function drawTelegram(part) {
  return make("div", { class: "telegram" },
    make("div", { class: "telegram-bubble" },
      part.name && make("p", { class: "sent-file", dir: "auto" }, part.name),
      part.html ? make("div", { class: "telegram-text", dir: "auto" }, drawText(readHtml(part.html)))
        : make("p", { dir: "auto" }, part.caption)),
    part.keyboard.map((row) => make("p", { class: "telegram-row" },
      row.map((button) => make("span", { dir: "auto" }, button.label)))),
    part.protected && make("p", { class: "help" }, "Protected: it can’t be forwarded or saved."));
}

// ----------------------------------------------------------------

function drawGiven(name, given) {
  const drawings = (Array.isArray(given) ? given : [given]).map((part) => {
    if (part.blocks) return drawSlack(part);
    return part.keyboard ? drawTelegram(part) : null;
  });
  return make("section", { class: "preview" },
    make("h3", {}, name), drawings,
    make("details", {}, make("summary", {}, "As it is sent"),
      make("pre", { tabindex: "0", "aria-label": `What ${name} is sent` }, JSON.stringify(given, null, 2))));
}

export async function showPreview(url) {
  const response = await fetch(url).catch(() => null);
  const previews = response?.ok ? await response.json() : null;
  sheet.replaceChildren(
    make("header", {},
      make("h2", { id: "preview-title" }, "The same message elsewhere"),
      make("button", { type: "button", class: "quiet", click: () => sheet.close() }, "Close")),
    make("div", { class: "body columns" }, previews
      ? Object.entries(previews).map(([name, given]) => drawGiven(name, given))
      : make("p", {}, "This message is no longer here.")));
  sheet.showModal();
}
