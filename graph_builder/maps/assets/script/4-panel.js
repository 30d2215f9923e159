// The panel: the facts of what is chosen, each with its quote and the way to its paper.
function ending(index) {
  const button = make("button", undefined, "end");
  button.type = "button";
  button.append(make("bdi", named(index)));
  button.addEventListener("click", () => choose({ node: index }, true));
  return button;
}

function proof(number, here) {
  const fact = facts[number];
  const [, , , text, date, quote, paper, known] = fact.row.cells;
  const end = (index) => (index === here ? make("span", `this ${data.nodes[index].kind}`) : ending(index));
  const item = make("li", undefined, fact.basis && fact.basis !== "stated" ? "derived" : "");
  const line = make("p");
  line.append(end(fact.source), ` ${fact.relation} `);
  if (fact.source !== fact.target) line.append(end(fact.target));
  item.append(line);
  const about = [text.textContent, date.textContent].filter(Boolean).join(" · ");
  if (about) item.append(make("p", about, "about"));
  if (quote.textContent) item.append(make("blockquote", quote.textContent));
  const source = make("p", undefined, "paper");
  source.append(...[...paper.childNodes].map((node) => node.cloneNode(true)), known.textContent ? ` · ${known.textContent}` : "");
  item.append(source);
  return item;
}

function sections(numbers, here) {
  const groups = new Map();
  numbers.filter((number) => pass[number]).forEach((number) => {
    const { relation } = facts[number];
    if (!groups.has(relation)) groups.set(relation, []);
    groups.get(relation).push(number);
  });
  return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([relation, found]) => {
    const details = make("details");
    const list = make("ul");
    const fill = () => { if (!list.childElementCount) list.append(...found.slice(0, 500).map((number) => proof(number, here))); };
    details.append(make("summary", `${relation} (${found.length})`), list);
    details.open = found.length <= 12 || groups.size === 1;
    if (details.open) fill(); else details.addEventListener("toggle", fill);
    return details;
  });
}

function opener(index) {
  const button = make("button", opened.has(index) ? "Fold this meeting's lines" : "Open this meeting's lines on the map");
  button.type = "button";
  button.addEventListener("click", () => { unfold(index); show(true); });
  return button;
}
function unfold(index) {
  if (!opened.delete(index)) opened.add(index);
  filter();
  style();
}

function welcome() {
  const list = make("ul", undefined, "start");
  order.slice(0, 12).forEach((id) => {
    const item = make("li");
    item.append(ending(id), make("span", ` ${many(own[id].length, "fact")}`, "about"));
    list.append(item);
  });
  return [make("h2", "Facts"), make("p", `Choose a dot or a line, or search for a name.${folded.size ? " A double click on a meeting opens it, and shows who was there." : ""}`),
    make("h3", "Start with"), list];
}

function about(index) {
  const node = data.nodes[index];
  const heading = make("h2");
  heading.append(make("bdi", node.name));
  const parts = [heading, make("p", [kind(node), node.council === node.name ? "" : node.council].filter(Boolean).join(", "), "about")];
  if (node.names.length) parts.push(make("p", `Also called: ${node.names.join("; ")}`, "about"));
  if (folded.has(index)) parts.push(opener(index));
  return [...parts, ...sections(own[index], index)];
}

function show(focus) {
  const panel = $("panel");
  if (!chosen) panel.replaceChildren(...welcome());
  else if ("node" in chosen) panel.replaceChildren(...about(chosen.node));
  else {
    const line = data.edges[chosen.edge];
    panel.replaceChildren(make("h2", `${named(line.from)} ${line.relation} ${named(line.to)}`), ...sections(line.facts, -1));
  }
  panel.scrollTop = 0;
  if (focus) panel.focus();
}

function choose(what, focus) {
  chosen = what;
  picture.unselectAll();
  style();
  show(focus);
  if (what && "node" in what && focus) {
    const { x, y } = data.nodes[what.node];
    picture.moveTo({ position: { x, y }, scale: Math.max(picture.getScale(), 0.8), animation: !still.matches && { duration: 300 } });
    moved = true;
  }
}
picture.on("click", (event) => {
  if (event.nodes.length) choose({ node: event.nodes[0] });
  else choose(event.edges.length ? { edge: event.edges[0] } : null);
});
picture.on("doubleClick", (event) => {
  if (!folded.has(event.nodes[0])) return;
  unfold(event.nodes[0]);
  show();
});
