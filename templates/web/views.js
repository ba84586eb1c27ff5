// The page as views: its start, each chapter, the portfolio, each project. The address says which is shown, where on
// it, and which projects are chosen; a view that is not shown is still found by the browser's own search.
const START = "topp", WHOLE = "hele", CONTENTS = "contents";
find(".shortcuts").append(unfilled("shortcuts"));
main.append(unfilled("found"), unfilled("comparing"));
const parts = [...main.children];
const made = parts.slice(-2);
const onShow = [];
let view = null;

const address = () => {
  const [place, asked = ""] = location.hash.slice(1).split("?");
  return { place: place || START, asked: new URLSearchParams(asked) };
};
const written = (place, asked) => "#" + place + (String(asked) ? "?" + asked : "");
const rewrite = (place, asked) => history.replaceState(history.state, "", written(place, asked));
const titleOf = (part) => folded(find("h1, h2", part)?.textContent ?? "");
const title = document.title;

function place(shown, name) {
  parts.forEach((part) => {
    const isShown = name === WHOLE ? !made.includes(part) : part === shown;
    if (isShown) part.removeAttribute("hidden");
    else part.setAttribute("hidden", "until-found");
  });
  root.dataset.view = name === WHOLE || name === CONTENTS ? name : shown.classList.contains("project") ? "project" : shown.id;
  document.title = name === START ? title : `${name === WHOLE ? words.whole : titleOf(shown)} – ${title}`;
  mark(shown.id);
  onward(name === WHOLE ? null : shown);
}

// The contents say which view is shown.
const ways = all(".ways a");
function mark(id) {
  all(".ways [aria-current]").forEach((way) => way.removeAttribute("aria-current"));
  const current = ways.filter((way) => way.hash === "#" + id);
  current.forEach((way) => {
    way.setAttribute("aria-current", "page");
    const box = way.closest("details");
    if (box) box.open = true;
  });
  const last = current[current.length - 1];
  const list = find(".ways");
  if (last && list.scrollHeight > list.clientHeight) list.scrollTop = last.offsetTop - list.clientHeight / 2;
}

// A chapter ends with the ways to those beside it.
const chapters = parts.filter((part) => part.matches(".opening, .chapter") && !made.includes(part));
const ends = make("nav", "", { className: "onward", "aria-label": words.chapters });
function onward(shown) {
  ends.remove();
  const at = chapters.indexOf(shown);
  if (at < 1) return;
  const way = (part, text) => part && make("a", text.replace("%", titleOf(part)), { href: "#" + part.id });
  ends.replaceChildren(...[way(chapters[at - 1], "← %"), way(chapters[at + 1], "% →")].filter(Boolean));
  shown.append(ends);
}

let isFirst = true;
function route() {
  const { place: name, asked } = address();
  const target = document.getElementById(name) ?? find("#" + START);
  const shown = name === CONTENTS || target === main ? view ?? parts[0] : parts.find((part) => part.contains(target)) ?? parts[0];
  const isNew = shown !== view || (name === WHOLE) !== (root.dataset.view === WHOLE) || root.dataset.view === CONTENTS;
  view = shown;
  place(shown, name);
  root.classList.add("ready");
  onShow.forEach((tell) => tell(shown, asked, name));
  const { y } = history.state ?? {};
  const aim = asked.has("finn") ? aimed(shown, asked.get("finn")) : null;
  if (y !== undefined) scrollTo(0, y);
  else if (aim) aim.scrollIntoView({ block: "center" });
  else if (target === shown || name === WHOLE) scrollTo(0, 0);
  else target.scrollIntoView();
  if (isNew && !isFirst && y === undefined) focusOn(name === CONTENTS ? find("#contents-title") : find("h1, h2", shown));
  isFirst = false;
}
const focusOn = (heading) => {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

// The way back leads to the same place on a view.
history.scrollRestoration = "manual";
let pause;
addEventListener("scroll", () => {
  clearTimeout(pause);
  pause = setTimeout(() => history.replaceState({ y: scrollY }, ""), 150);
}, { passive: true });
addEventListener("hashchange", () => {
  clearTimeout(pause);
  route();
});
addEventListener("beforematch", ({ target }) => {
  const found = parts.find((part) => part.contains(target));
  const isOnItsWay = found?.contains(document.getElementById(address().place)); // by a link, which route() follows
  if (!found || found === view || isOnItsWay) return;
  history.pushState({ y: scrollY }, "", "#" + found.id);
  view = found;
  place(found, found.id);
});
