// Which facts pass the filters, and which dots and lines are therefore seen.
const form = $("controls");
const seen = { nodes: [], edges: [] };
let pass = [];

const ticked = (name) => new Set([...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value));

function filter() {
  const relations = ticked("relation");
  const kinds = ticked("kind");
  const wanted = [...form.querySelectorAll("select")].filter((select) => select.value).map((select) => [select.name, select.value]);
  pass = facts.map((fact) => relations.has(fact.relation) && wanted.every(([name, value]) => fact[name] === value));
  const touched = new Set();
  facts.forEach((fact, number) => { if (pass[number] && fact.source === fact.target) touched.add(fact.source); });
  const live = data.edges.map((line) => line.facts.some((number) => pass[number]));
  data.edges.forEach((line) => { if (live[line.id] && (line.meeting === null || opened.has(line.meeting))) touched.add(line.from).add(line.to); });
  seen.nodes = data.nodes.map((node) => kinds.has(node.kind) && touched.has(node.id));
  seen.edges = data.edges.map((line) => live[line.id] && seen.nodes[line.from] && seen.nodes[line.to] && (line.meeting === null || opened.has(line.meeting)));
  rows.forEach((row, number) => { row.hidden = !pass[number]; });
  const left = pass.filter(Boolean).length;
  $("shown").textContent = left === facts.length ? "" : `${many(left, "fact")} of ${facts.length} shown`;
}

// What is linked to the chosen dot or line, itself among it; null where nothing is chosen.
function near() {
  if (!chosen) return null;
  if ("edge" in chosen) return new Set([data.edges[chosen.edge].from, data.edges[chosen.edge].to]);
  const around = new Set([chosen.node]);
  data.edges.forEach((line) => { if (seen.edges[line.id] && (line.from === chosen.node || line.to === chosen.node)) around.add(line.from).add(line.to); });
  return around;
}
