// What the page holds: dots and lines from the JSON, facts from the rows of the table, so that both show the same.
const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const data = JSON.parse($("data").textContent);
// The dots stand in one way on a wide screen and in another on a high one.
let tall = null;
function arrange(high) {
  if (tall === high) return false;
  tall = high;
  data.nodes.forEach((node) => { [node.x, node.y] = high ? node.tall : node.wide; });
  data.regions.forEach((region) => { region.box = high ? region.tall : region.wide; });
  return true;
}
const high = () => { const { width, height } = $("picture").getBoundingClientRect(); return width > 0 && width < height; };
arrange(high());
const rows = [...$("facts").tBodies[0].rows];
const facts = rows.map((row) => {
  const { s, t, r, c, o, y, b } = row.dataset;
  return { row, source: +s, target: +t, relation: r, council: c, body: o, year: y, basis: b };
});
const sets = data.nodes.map(() => new Set()); // the facts of each node, those of its body's meetings among a body's
facts.forEach((fact, number) => { sets[fact.source].add(number); sets[fact.target].add(number); });
data.edges.forEach((line) => { if (line.meeting === null) line.facts.forEach((number) => { sets[line.from].add(number); sets[line.to].add(number); }); });
const own = sets.map((set) => [...set].sort((a, b) => a - b));
const folded = new Set(data.edges.filter((line) => line.meeting !== null).map((line) => line.meeting)); // meetings with lines to open
const opened = new Set();
let chosen = null; // {node: 3} or {edge: 5}

const KINDS = {
  council: "council", body: "body of a council", organisation: "other organisation", meeting: "meeting", person: "person",
  post: "post, its holder not named", group: "group", item: "item of a meeting", document: "paper of no meeting",
};
// The colour of a kind of dot that a relation's lines share, and how they are dashed; the others are plain grey.
const RELATIONS = {
  chaired: "council", "member of": "body", "sent apologies to": "organisation", "declared an interest in": "post", "proposed at": "meeting",
  "seconded at": "meeting", inspected: "person", "refers to": "person",
  "is about": "topic", "carried out": "inspection", "looked at": "inspection", "speaks of": "plan", reports: "measure", recommended: "recommendation",
  "addressed to": "recommendation", "to be done by": "action", decided: "decision", proposed: "decision", seconded: "decision", "voted on": "decision",
};
const DASHED = { "sent apologies to": [2, 4], "refers to": [8, 4], "part of": [1, 3], "speaks of": [6, 3], "is about": [1, 3] };

const kind = (node) => (node.mentioned ? "meeting, no paper of it here" : KINDS[node.kind] || node.kind);
const named = (index) => data.nodes[index].name;
const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const many = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// Everything that a paper says goes in as text, never as markup.
function make(tag, words, className) {
  const element = document.createElement(tag);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

// The colours of the style sheet, read once for light and once for dark.
let palette = new Map();
function colour(name) {
  if (!palette.has(name)) palette.set(name, getComputedStyle(root).getPropertyValue(`--${name}`).trim());
  return palette.get(name);
}
