"use strict";
(() => {
  const facts = [...document.querySelectorAll("#facts li[id]")];
  const marks = [...document.querySelectorAll("mark")];
  const of = (mark) => mark.dataset.facts.split(" ");
  const root = document.documentElement;
  let chosen = -1;

  const choose = (index, { words = true, focus = true } = {}) => {
    if (index < 0 || index >= facts.length) return;
    chosen = index;
    const id = facts[index].id;
    facts.forEach((fact, n) => fact.classList.toggle("on", n === index));
    marks.forEach((mark) => mark.classList.toggle("on", of(mark).includes(id)));
    const first = marks.find((mark) => of(mark).includes(id));
    if (words && first) first.scrollIntoView({ block: "center" });
    if (!words) facts[index].scrollIntoView({ block: "center" });
    if (focus) facts[index].querySelector("a").focus({ preventScroll: words });
  };

  const step = (by) => {
    let index = chosen;
    do index += by; while (facts[index] && facts[index].classList.contains("off"));
    choose(index, { words: true });
    if (facts[index]) facts[index].scrollIntoView({ block: "nearest" });
  };

  facts.forEach((fact, index) => {
    fact.querySelector("a").addEventListener("click", (event) => { event.preventDefault(); choose(index); });
  });

  // a click on words goes to their narrowest fact, another click to the next one that holds them
  marks.forEach((mark) => {
    mark.addEventListener("click", () => {
      const size = (id) => marks.filter((m) => of(m).includes(id)).reduce((n, m) => n + m.textContent.length, 0);
      const ids = of(mark).filter((id) => !document.getElementById(id).classList.contains("off")).sort((a, b) => size(a) - size(b));
      if (!ids.length) return;
      const now = chosen >= 0 ? ids.indexOf(facts[chosen].id) : -1;
      choose(facts.findIndex((fact) => fact.id === ids[(now + 1) % ids.length]), { words: false });
    });
  });

  document.querySelectorAll("[data-kind]").forEach((box) => {
    box.addEventListener("change", () => {
      const off = new Set([...document.querySelectorAll("[data-kind]:not(:checked)")].map((b) => b.dataset.kind));
      facts.forEach((fact) => fact.classList.toggle("off", off.has(fact.id.split("-")[0])));
      marks.forEach((mark) => {
        const shown = of(mark).map((id) => id.split("-")[0]).filter((kind) => !off.has(kind));
        mark.className = shown.length ? [...new Set(shown)].join(" ") : "off";
      });
    });
  });

  const language = () => { root.dataset.lang = root.lang = root.lang === "vi" ? "en" : "vi"; };
  document.getElementById("language").addEventListener("click", language);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = {
      j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), l: language,
      Escape: () => { chosen = -1; document.querySelectorAll(".on").forEach((e) => e.classList.remove("on")); },
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key]; // with caps lock, too
    if (act) { event.preventDefault(); act(); }
  });
})();
