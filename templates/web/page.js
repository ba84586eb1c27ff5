// What every part of the script uses: the data of the page, and short names for finding and making elements.
const { lang, words, projects } = JSON.parse(document.getElementById("data").textContent);
const find = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const make = (tag, textContent, more = {}) => {
  const made = Object.assign(document.createElement(tag), { textContent });
  Object.entries(more).forEach(([name, value]) => {
    if (/^(role|aria-)/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  });
  return made;
};
const filled = (tag, children, more) => {
  const made = make(tag, "", more);
  made.append(...children);
  return made;
};
const put = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const folded = (text) => text.replace(/\s+/g, " ").trim();
const plain = (text) => folded(text.normalize("NFC").toLowerCase());
const split = (text) => plain(text).split(" ").filter(Boolean);
const number = (element) => element.id.split("-")[1];
const order = new Intl.Collator(lang, { numeric: true }).compare;
const unfilled = (template) => find("#" + template).content.cloneNode(true);
const root = document.documentElement;
const main = find("main");
const table = find("table.appendix");
const home = table.closest("section");
