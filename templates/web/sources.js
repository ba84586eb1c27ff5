// Where numbers come from, while a reader wants to know: then each number is a button that opens its source.
const panel = find("#source");
const sourced = find("button.sources");
let facts = null;
let open = null;
const askable = (within) => all("[data-fact]", within).filter((each) => !each.closest("svg, a, button, label"));
const AS_BUTTON = { role: "button", tabindex: "0", "aria-expanded": "false", "aria-controls": panel.id };

function arm(within, isOn) {
  askable(within).forEach((each) => Object.entries(AS_BUTTON).forEach(([name, value]) => {
    if (isOn) each.setAttribute(name, value);
    else each.removeAttribute(name);
  }));
}
function close() {
  open?.setAttribute("aria-expanded", "false");
  if (open && panel.contains(document.activeElement)) open.focus();
  open = null;
  panel.lastElementChild.replaceChildren(make("p", intro));
  panel.hidden = true;
}
const intro = panel.textContent.replace(words.close, "").trim();

function tell(fact) {
  if (fact === open) return close();
  facts ??= JSON.parse(find("#facts").textContent);
  open?.setAttribute("aria-expanded", "false");
  open = fact;
  fact.setAttribute("aria-expanded", "true");
  const { value, rule, cells, more } = facts[fact.dataset.fact];
  const lines = cells.map((line) => make("li", line, { lang: "nb" }));
  if (more) lines.push(make("li", put(more > 1 ? words.more : words.one_more, { count: more })));
  panel.lastElementChild.replaceChildren(filled("p", [make("b", value || fact.textContent), ". " + rule]), filled("ul", lines));
  panel.hidden = false;
  const covered = fact.getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
  if (covered > 0) scrollBy(0, covered + 40);
}

sourced.onclick = () => {
  const isOn = sourced.getAttribute("aria-pressed") !== "true";
  sourced.setAttribute("aria-pressed", isOn);
  root.classList.toggle("sourced", isOn);
  arm(root.dataset.view === WHOLE ? main : view, isOn);
  close();
  panel.hidden = !isOn;
};
find("button", panel).onclick = close;
main.addEventListener("click", ({ target }) => {
  const fact = root.classList.contains("sourced") && target.closest("[data-fact]:not(a *, label *)");
  if (fact) tell(fact);
});
main.addEventListener("keydown", (event) => {
  if (!event.target.matches("[data-fact]") || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  tell(event.target);
});
addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && !panel.hidden) close();
});
let armed = null;
onShow.push((shown, asked, name) => {
  if (!root.classList.contains("sourced")) return;
  if (armed) arm(armed, false);
  armed = name === WHOLE ? main : shown;
  close();
  arm(armed, true);
});
