"use strict";
const web = document.getElementById("web");
const pdf = document.getElementById("pdf");
const state = document.getElementById("state");
const failure = document.getElementById("failure");
const found = document.getElementById("found");
const go = document.getElementById("go");
const all = document.getElementById("all");
const asWeb = document.getElementById("as-web");
const asPdf = document.getElementById("as-pdf");
const words = document.body.dataset;
const STYLE = "margin:.5em 0;padding:.4em .75em;background:var(--tint);color:var(--ink);border-left:6px solid ";
const COLOURS = { error: "var(--red)", warning: "var(--yellow)" };
let news = {};
let parts = null;
let shownWeb = "";
let shownPdf = "";

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  if (style) made.style.cssText = style;
  return made;
}

// Only the chapters that are new are put in, so that the page stays where it is read; anything else loads it anew.
async function showWeb() {
  const text = await (await fetch("/rapport.html")).text();
  const next = partsOf(new DOMParser().parseFromString(text, "text/html"));
  const before = parts;
  parts = next;
  if (before && before.around === next.around && before.chapters.length === next.chapters.length) swap(before, next);
  else reload();
}

function partsOf(page) {
  const main = page.querySelector("main");
  const chapters = [...main.children];
  const texts = chapters.map((each) => each.outerHTML);
  main.replaceChildren();
  return { around: page.documentElement.outerHTML, chapters, texts };
}

function swap(before, next) {
  const page = web.contentDocument;
  const live = [...page.querySelectorAll("main > *")];
  const y = web.contentWindow.scrollY;
  next.texts.forEach((text, at) => {
    if (text !== before.texts[at]) live[at].replaceWith(page.importNode(next.chapters[at], true));
  });
  annotate(page);
  web.contentWindow.scrollTo({ top: y, behavior: "instant" });
}

function reload() {
  const y = web.contentWindow.scrollY;
  web.onload = () => {
    annotate(web.contentDocument);
    web.contentWindow.scrollTo({ top: y, behavior: "instant" });
  };
  if (web.src) web.contentWindow.location.reload();
  else web.src = "/rapport.html";
}

function annotate(page) {
  for (const box of page.querySelectorAll(".ehport-watch")) box.remove();
  const places = new Map();
  for (const note of news.notes || []) {
    const part = note.place && page.getElementById(note.place);
    if (!part) continue;
    const anchor = headingOf(part, note.heading);
    if (!places.has(anchor)) places.set(anchor, []);
    places.get(anchor).push(note);
  }
  for (const [anchor, notes] of places) anchor.after(boxOf(page, notes));
}

function headingOf(part, text) {
  const headings = [...part.querySelectorAll("h1, h2, h3, h4")];
  return headings.find((each) => text && each.textContent.trim().endsWith(text)) || headings[0] || part.firstElementChild;
}

function boxOf(page, notes) {
  const errors = notes.filter((each) => each.severity === "error").length;
  const box = page.createElement("details");
  box.open = errors > 0;
  box.className = "ehport-watch";
  box.style.cssText = STYLE + COLOURS[errors ? "error" : "warning"];
  const summary = [
    errors && `${words.error}: ${errors}`,
    notes.length - errors && `${words.warning}: ${notes.length - errors}`,
  ];
  box.append(element("summary", summary.filter(Boolean).join(" · ")));
  for (const note of notes) box.append(paragraph(note));
  return box;
}

function paragraph(note) {
  const made = element("p", "", "margin:.4em 0");
  made.append(element("strong", `${words[note.severity]}: `), note.message, document.createElement("br"));
  made.append(element("span", `${note.at} · ${words.remedy}: ${note.remedy}`, "color:var(--soft)"));
  return made;
}

function list() {
  found.replaceChildren(
    ...(news.notes || []).map((note) => {
      const item = document.createElement("li");
      const there = note.place && web.contentDocument?.getElementById(note.place);
      const link = element(there ? "button" : "span", `${words[note.severity]}: ${note.message}`);
      if (there) link.onclick = () => show(note.place);
      item.append(link, ` ${note.at}`);
      return item;
    }),
  );
}

function show(place) {
  choose(asWeb);
  web.contentDocument.getElementById(place)?.scrollIntoView();
}

function choose(way) {
  for (const each of [asWeb, asPdf]) each.setAttribute("aria-pressed", String(each === way));
  web.hidden = way !== asWeb;
  pdf.hidden = way !== asPdf;
  if (way === asPdf && pdf.dataset.shown !== shownPdf) {
    pdf.src = `/rapport.pdf?${news.number}`;
    pdf.dataset.shown = shownPdf;
  }
}

asWeb.onclick = () => choose(asWeb);
asPdf.onclick = () => choose(asPdf);
go.onclick = () => show(news.place);
all.onclick = () => {
  found.hidden = !found.hidden;
  all.setAttribute("aria-expanded", String(!found.hidden));
  if (!found.hidden) list();
};

const source = new EventSource("/news");
source.onmessage = (event) => {
  news = JSON.parse(event.data);
  state.textContent = news.state;
  failure.textContent = news.failure || "";
  failure.hidden = !news.failure;
  go.hidden = !news.place;
  all.hidden = !(news.notes || []).length;
  if (news.made && news.made !== shownWeb) {
    shownWeb = news.made;
    showWeb();
  }
  if (news.pdf && !news.failure) {
    shownPdf = news.made;
    asPdf.disabled = false;
    if (!pdf.hidden) choose(asPdf);
  }
  if (!found.hidden) list();
};
source.onerror = () => {
  state.textContent = words.gone;
};
