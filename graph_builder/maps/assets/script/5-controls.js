// Search, filters, tabs and keys.
const names = data.nodes.map((node) => [node.name, ...node.names].map(plain));
function search() {
  const asked = plain($("search").value).trim();
  const words = asked.split(/\s+/).filter(Boolean);
  const hits = words.length ? data.nodes.filter((node) => names[node.id].some((name) => words.every((word) => name.includes(word)))) : [];
  const exact = (node) => Number(names[node.id].includes(asked));
  hits.sort((a, b) => exact(b) - exact(a) || own[b.id].length - own[a.id].length || a.id - b.id);
  $("results").replaceChildren(...hits.slice(0, 12).map((node) => {
    const item = make("li");
    item.append(ending(node.id), make("small", `${kind(node)}, ${many(own[node.id].length, "fact")}`));
    return item;
  }));
  $("found").textContent = words.length ? `${hits.length} found${hits.length > 12 ? ", the first 12 shown" : ""}` : "";
}
$("search").addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
  const first = $("results").querySelector("button");
  if (first) first.focus();
});
form.addEventListener("change", (event) => {
  if (event.target === $("search")) return;
  filter();
  style();
  show();
});
$("again").addEventListener("click", () => {
  form.reset();
  opened.clear();
  filter();
  search();
  choose(null);
  whole();
});

function tab(name, focus) {
  root.classList.toggle("table", name === "table");
  ["map", "table"].forEach((each) => {
    const button = $(`tab-${each}`);
    button.setAttribute("aria-selected", String(each === name));
    button.tabIndex = each === name ? 0 : -1;
    if (focus && each === name) button.focus();
  });
}
["map", "table"].forEach((name, place, both) => {
  $(`tab-${name}`).addEventListener("click", () => tab(name));
  $(`tab-${name}`).addEventListener("keydown", (event) => { if (event.key === "ArrowLeft" || event.key === "ArrowRight") tab(both[1 - place], true); });
});

function zoom(factor) {
  moved = true;
  picture.moveTo({ scale: picture.getScale() * factor });
}
function shift(x, y) {
  moved = true;
  const at = picture.getViewPosition(), scale = picture.getScale();
  picture.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
}
$("closer").addEventListener("click", () => zoom(1.3));
$("farther").addEventListener("click", () => zoom(1 / 1.3));
$("whole").addEventListener("click", whole);
const KEYS = new Map([
  ["ArrowLeft", () => shift(-60, 0)], ["ArrowRight", () => shift(60, 0)], ["ArrowUp", () => shift(0, -60)], ["ArrowDown", () => shift(0, 60)],
  ["+", () => zoom(1.2)], ["=", () => zoom(1.2)], ["-", () => zoom(1 / 1.2)], ["Escape", () => choose(null)],
]);
$("picture").addEventListener("keydown", (event) => {
  if (!KEYS.has(event.key) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  KEYS.get(event.key)();
});
