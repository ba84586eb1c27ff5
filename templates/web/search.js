// Search in all text. A part of the report is read when somebody first searches; names and numbers come first, then
// what somebody wrote, and the questions of the form are only told of.
const SAID = "p, li, td, dd, h1, h2, h3, h4, caption, .head, .sub, th";
const NO_TEXT = ".around, .unanswered, .tools, .filters, .onward, nav, thead";
const LONGEST = 240, MOST = 60;
const read = new Map();

function blocksOf(part) {
  if (read.has(part)) return read.get(part);
  const isProject = part.matches(".project");
  const leaves = all(SAID, part).filter((each) => !each.closest(NO_TEXT) && !find(SAID, each));
  const blocks = leaves.map((element) => {
    const isName = isProject ? element.matches("h2, header *") : element.matches("h1, h2, h3, .head, caption");
    const isAsked = isProject && !isName && element.matches("th, h3, h4");
    const text = folded(element.textContent);
    return { element, text, plain: plain(text), kind: isName ? 0 : isAsked ? 2 : 1 };
  });
  const said = blocks.filter(({ kind }) => kind < 2).map((each) => each.plain).join(" \n ");
  const found = { part, blocks, said, asked: blocks.filter(({ kind }) => kind === 2).map((each) => each.plain).join(" ") };
  read.set(part, found);
  return found;
}
const saidOf = (id) => blocksOf(document.getElementById("prosjekt-" + id) ?? find(`#rad-${id}`)).said;

// The sentence in which most of the words stand, with the words marked.
function sentence({ text }, sought) {
  const sentences = text.match(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?]+|$)/g) ?? [text];
  const has = (part) => sought.filter((word) => plain(part).includes(word)).length;
  const best = sentences.reduce((one, other) => (has(other) > has(one) ? other : one)).trim();
  const from = Math.max(0, plain(best).indexOf(sought.find((word) => plain(best).includes(word)) ?? "") - LONGEST / 2);
  const start = from && best.length > LONGEST ? best.indexOf(" ", from) + 1 : 0;
  const cut = best.slice(start, start + LONGEST);
  const shown = (start ? "… " : "") + cut + (start + LONGEST < best.length ? " …" : "");
  const pattern = new RegExp(`(${sought.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
  return shown.split(pattern).map((each, at) => (at % 2 ? make("mark", each, { className: "found" }) : each));
}

// How well a part fits: 0 by name or number, 1 by a text that has all words, 2 by all words in several texts.
function fit({ part, blocks, said }, sought) {
  if (!sought.every((word) => said.includes(word))) return null;
  const whole = (block) => sought.every((word) => block.plain.includes(word));
  const hits = blocks.filter((block) => block.kind < 2 && whole(block)).sort((one, other) => one.kind - other.kind);
  const several = blocks.filter((block) => block.kind < 2 && sought.some((word) => block.plain.includes(word)));
  const isNumber = part.matches(".project") && sought.length === 1 && number(part) === sought[0];
  const rank = isNumber ? -1 : hits.length ? hits[0].kind : 2;
  return { part, rank, hits: hits.length ? hits : several };
}

function reasonFor(id, sought) {
  const part = document.getElementById("prosjekt-" + id);
  const found = part && fit(blocksOf(part), sought);
  if (!found || found.rank < 1) return null;
  return filled("span", sentence(found.hits[0], sought), { className: "note reason" });
}

function aimed(part, words_) {
  all(".aimed").forEach((each) => each.classList.remove("aimed"));
  const found = fit(blocksOf(part), split(words_));
  const at = found?.hits.find((block) => block.kind) ?? found?.hits[0];
  at?.element.classList.add("aimed");
  return at?.element;
}

const finder = find("#sok");
const hits = find(".hits", finder);
const told = find("[role=status]", finder);
const search = (name) => {
  const fragment = unfilled("search");
  find("label", fragment).htmlFor = find("input", fragment).id = name;
  return fragment;
};
find(".said", finder).before(search("find"));
const box = find("#find");

function hit({ part, rank, hits: found }, sought) {
  const isProject = part.matches(".project");
  const name = new URLSearchParams([["finn", sought.join(" ")]]);
  const way = make("a", titleOf(part), { href: rank < 1 && isProject ? "#" + part.id : written(part.id, name) });
  const said_ = found.filter(({ element }) => !element.matches("h1, .project h2"));
  const lines = said_.slice(0, isProject ? 1 : 2);
  const shown = lines.map((block) => filled("p", sentence(block, sought)));
  const more = said_.length - lines.length;
  if (more > 0) shown.push(make("p", put(words.more_hits, { count: more }), { className: "note" }));
  return filled("li", [filled("h2", [way]), ...shown]);
}

function seek(text) {
  const sought = split(text);
  const about = parts.filter((part) => part.matches(".chapter, .project") && !made.includes(part));
  const found = sought.length ? about.map((part) => fit(blocksOf(part), sought)).filter(Boolean) : [];
  found.sort((one, other) => one.rank - other.rank || other.part.matches(".project") - one.part.matches(".project"));
  hits.replaceChildren(...found.slice(0, MOST).map((each) => hit(each, sought)));
  const isAsked = sought.length && about.some((part) => sought.every((word) => blocksOf(part).asked.includes(word)));
  const count = put(found.length > 1 ? words.found : found.length ? words.found_one : words.found_none, { count: found.length, words: text });
  told.textContent = sought.length ? count + (isAsked ? " " + words.found_asked : "") : "";
}

let typing;
box.oninput = () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    rewrite(finder.id, new URLSearchParams(box.value ? [["q", box.value]] : []));
    seek(box.value);
  }, 200);
};
find(".find", finder).onsubmit = (event) => {
  event.preventDefault();
  clearTimeout(typing);
  rewrite(finder.id, new URLSearchParams(box.value ? [["q", box.value]] : []));
  seek(box.value);
};
onShow.push((shown, asked, name) => {
  if (shown !== finder || name === WHOLE) return;
  box.value = asked.get("q") ?? "";
  seek(box.value);
  if (!isFirst) setTimeout(() => box.focus());
});
