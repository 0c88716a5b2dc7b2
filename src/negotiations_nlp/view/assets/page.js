"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const home = document.title;
  let cameFrom = null;

  const element = (tag, classes, text) => {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

  // Spelling: case, marks and punctuation aside, then roughly by sound, the same for all ways to write a name.
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/ı/g, "i")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const sound = (word) => word.replace(/tsch|tch|cz|ch/g, "c").replace(/shch|sch|sh|sz/g, "s").replace(/zh|rz/g, "s")
    .replace(/kh|gh/g, "h").replace(/ph/g, "f").replace(/ck|q|k/g, "k").replace(/[wv]/g, "v").replace(/[zs]/g, "s")
    .replace(/g/g, "h").replace(/(?!^)[aeiouyj]/g, "").replace(/^[aeiouyj]/, "a").replace(/(.)\1+/g, "$1");
  const sounds = (folded) => folded.split(" ").map(sound).join(" ");
  const index = data.entities.map((entity) => {
    const folded = entity.names.map(fold);
    return { folded, sounds: folded.map(sounds) };
  });
  const startsAtWord = (name, query) => ` ${name}`.includes(` ${query}`);

  // 0: written so; 1: sounds so; -1: neither
  const rank = (entry, query, heard) => {
    if (entry.folded.some((name) => startsAtWord(name, query))) return 0;
    const long = query.length > 3 && heard.length > 1;
    return long && entry.sounds.some((name) => ` ${name} `.includes(` ${heard} `)) ? 1 : -1;
  };

  const nameLink = (number) => {
    const entity = data.entities[number];
    const link = element("a");
    link.href = `#e${number}`;
    link.dataset.entity = number;
    const amount = element("span", "count", String(entity.by.length || entity.about.length));
    amount.append(element("span", "unseen", entity.by.length ? " quotes" : " quotes about it"));
    link.append(element("span", `dot ${entity.colour}`), `${entity.name} `, amount);
    return link;
  };

  const search = () => {
    const query = fold(byId("query").value);
    const heard = sounds(query);
    const ranks = index.map((entry) => (query ? rank(entry, query, heard) : 0));
    const written = ranks.includes(0);
    const wanted = (number) => ranks[number] === 0 || (!written && ranks[number] === 1);
    let speakers = 0;
    for (const item of byId("speakers").children) {
      item.hidden = !wanted(Number(item.firstElementChild.dataset.entity));
      speakers += item.hidden ? 0 : 1;
    }
    const others = query ? data.entities.map((_, n) => n).filter((n) => !data.entities[n].by.length && wanted(n)) : [];
    byId("others").replaceChildren(...others.map((number) => {
      const item = element("li");
      item.append(nameLink(number));
      return item;
    }));
    byId("others-title").hidden = others.length === 0;
    byId("found").textContent = query
      ? `${count(speakers, "speaker")}, ${count(others.length, "other name")}${written || speakers + others.length === 0 ? "" : ", by sound"}`
      : "";
    markCurrent();
  };

  const versionOf = (quote, colour) => {
    const version = element("div", "version");
    const text = element("blockquote", colour);
    text.dir = "auto";
    for (const [words, shared] of quote.parts) {
      text.append(shared ? words : element("mark", "own", words));
    }
    const where = element("p", "where", `${quote.speaker}, ${quote.source}${quote.day ? `, ${quote.day}` : ""}; ${quote.how}. `);
    const link = element("a", "", "Show in the article");
    link.href = `#${quote.at}`;
    where.append(link);
    version.append(text, where);
    return version;
  };

  const quoteList = (numbers) => {
    const list = element("ol");
    const shown = new Set();
    for (const number of numbers) {
      const quote = data.quotes[number];
      if (quote.statement < 0) {
        const item = element("li", "single");
        item.append(versionOf(quote, ""));
        list.append(item);
      } else if (!shown.has(quote.statement)) {
        shown.add(quote.statement);
        const members = data.statements[quote.statement].map((n) => data.quotes[n]);
        const outlets = new Set(members.map((member) => member.source)).size;
        const item = element("li", "statement");
        item.append(element("p", "told", `One statement in ${count(outlets, "outlet")}; underlined is what one version has alone`));
        item.append(...members.map((member) => versionOf(member, "")));
        list.append(item);
      }
    }
    return list;
  };

  const showEntity = (number) => {
    const entity = data.entities[number];
    byId("entity-title").textContent = entity.name;
    const where = ([text, outlets, all]) =>
      `${text} (${outlets.join(", ")}${all > outlets.length ? ` and ${all - outlets.length} more` : ""})`;
    byId("spellings").textContent = entity.spellings.length > 1 ? `Spelled ${entity.spellings.map(where).join("; ")}` : "";
    const blocks = [];
    for (const [title, numbers] of [["Quotes", entity.by], ["Named in quotes of others", entity.about]]) {
      if (numbers.length) blocks.push(element("h3", "", `${title} (${numbers.length})`), quoteList(numbers));
    }
    byId("quotes").replaceChildren(...(blocks.length ? blocks : [element("p", "", "No quotes by or about this name.")]));
    byId("entity").className = entity.colour;
    byId("entity").hidden = false;
    byId("articles").hidden = true;
    document.title = `${entity.name} – ${home}`;
    if (window.matchMedia("(max-width: 48rem)").matches) byId("entity").scrollIntoView({ behavior: "instant" });
    else window.scrollTo({ top: 0, behavior: "instant" });
    byId("entity-title").focus({ preventScroll: true });
  };

  const showArticles = () => {
    byId("entity").hidden = true;
    byId("articles").hidden = false;
    document.title = home;
  };

  const markCurrent = () => {
    for (const link of document.querySelectorAll("#names a")) {
      if (location.hash === `#e${link.dataset.entity}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  const route = () => {
    const entity = /^#e(\d+)$/.exec(location.hash);
    if (entity && data.entities[Number(entity[1])]) {
      showEntity(Number(entity[1]));
    } else {
      showArticles();
      const target = /^#q\d+-\d+$/.test(location.hash) ? byId(location.hash.slice(1)) : null;
      if (target) {
        target.scrollIntoView({ block: "center", behavior: "instant" });
        target.focus({ preventScroll: true });
      } else if (cameFrom && location.hash === "#articles") {
        cameFrom.focus();
      }
    }
    markCurrent();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#e']");
    if (link) cameFrom = link;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("entity").hidden) location.hash = "#articles";
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || !event.target.closest("nav")) return;
    const stops = [byId("query"), ...document.querySelectorAll("#names li:not([hidden]) a")];
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  byId("query").addEventListener("input", search);
  byId("search").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", route);
  route();
})();
