// The picture: vis-network draws dots and lines, and we draw the regions behind them and the labels before them.
let moved = false; // by the reader: then a change of the window's size leaves the picture where it is
let hovered = null;

const crowded = data.edges.filter((line) => line.meeting === null).length > 3 * data.nodes.length; // then lines would hide what lies behind them
const mine = (line) => chosen !== null && ("edge" in chosen ? chosen.edge === line.id : line.from === chosen.node || line.to === chosen.node);
const stroke = (relation) => colour(RELATIONS[relation] || "line");

function dotLook({ id, kind, mentioned }, around) {
  const full = around && !around.has(id) ? colour("faint") : colour(kind) || colour("thing");
  const background = mentioned ? colour("paper") : full;
  const border = chosen && chosen.node === id ? colour("ink") : mentioned ? full : colour("paper");
  return {
    id, hidden: !seen.nodes[id], borderWidth: chosen && chosen.node === id ? 3 : 1.5,
    color: { background, border, highlight: { background, border }, hover: { background, border: colour("ink") } },
  };
}
function lineLook(line) {
  const on = mine(line);
  const main = stroke(line.relation);
  return {
    id: line.id, from: line.from, to: line.to, hidden: !seen.edges[line.id], dashes: DASHED[line.relation] || false, width: on ? 2.5 : line.relation === "chaired" ? 2 : 1.2,
    smooth: line.bend ? { enabled: true, type: line.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(line.bend) } : false,
    color: { color: chosen && !on ? colour("faint") : main, highlight: main, hover: main, opacity: on ? 1 : crowded ? 0.35 : 0.7 },
  };
}

filter();
const unfolded = (line) => line.meeting === null || opened.has(line.meeting); // the other lines are not even given to vis-network
const nodes = new vis.DataSet(data.nodes.map((node) => ({ x: node.x, y: node.y, shape: node.shape, size: node.size, ...dotLook(node, null) })));
const edges = new vis.DataSet(data.edges.filter(unfolded).map(lineLook));
const picture = new vis.Network($("picture"), { nodes, edges }, JSON.parse(data.options));

function style() {
  const around = near();
  nodes.update(data.nodes.map((node) => dotLook(node, around)));
  edges.remove(data.edges.filter((line) => !unfolded(line)).map((line) => line.id));
  edges.update(data.edges.filter(unfolded).map(lineLook));
}

// A region's name, in at most two lines as wide as the region; it keeps its size on the screen until the region is too small for it.
function heading({ name, box: [left, top, right] }, scale, measure) {
  const height = Math.min(15 / scale, 40);
  const room = right - left - 40;
  const lines = [""];
  name.split(" ").forEach((word) => {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (measure(longer, 600, 15) * height / 15 <= room || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  });
  const wide = Math.min(room, Math.max(...lines.map((line) => measure(line, 600, 15))) * height / 15);
  return { lines: lines.slice(0, 2), height, x: left + 20, y: top + 12, room, box: [left + 20, top + 12, left + 20 + wide, top + 12 + Math.min(lines.length, 2) * height * 1.15] };
}

picture.on("beforeDrawing", (context) => {
  const scale = picture.getScale();
  let tint = 0;
  data.regions.forEach((region) => {
    const [left, top, right, bottom] = region.box;
    context.fillStyle = colour(region.shared ? "tint-none" : `tint-${tint++ % 6}`);
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, 30);
    context.fill();
    const { lines, height, x, y, room } = heading(region, scale, measuring(context));
    context.fillStyle = colour("soft");
    context.font = `600 ${height}px system-ui, sans-serif`;
    context.textAlign = "left";
    context.textBaseline = "top";
    lines.forEach((line, number) => context.fillText(line, x, y + number * height * 1.15, room));
  });
});

// Labels keep their size on the screen. Bodies are always written, then who has more to tell; no label covers another, a region's name or a dot.
const WEIGHT = { topic: 3e6, body: 2e6, group: 1e6, council: 2e6, inspection: 60, plan: 50, decision: 40, item: 30, meeting: 20, organisation: 10 };
const TYPE = { council: [600, 15], topic: [600, 14], body: [600, 13], group: [600, 13] };
const regionOf = ({ x, y }) => data.regions.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
const weight = ({ id, kind }) => (WEIGHT[kind] || 0) + own[id].length;
const order = [...data.nodes].sort((a, b) => weight(b) - weight(a) || a.id - b.id).map((node) => node.id);
const CELL = 64;

class Free { // which parts of the screen are free, by a grid so that each box is compared with few
  constructor() { this.cells = new Map(); }
  * around([left, top, right, bottom]) {
    for (let i = Math.floor(left / CELL); i <= right / CELL; i += 1) for (let j = Math.floor(top / CELL); j <= bottom / CELL; j += 1) yield i * 65536 + j;
  }
  take(box, id) {
    for (const cell of this.around(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([box, id]);
    }
  }
  holds(box, id, dots) {
    for (const cell of this.around(box)) {
      for (const [other, whose] of this.cells.get(cell) || []) {
        if (whose !== id && (dots || whose < 0) && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      }
    }
    return true;
  }
}

const shorter = (lines) => `${lines[0].slice(0, 20).replace(/[\s,;:–-]+\S{0,3}$/u, "")}…`; // where there is no room for all of a label

const narrow = () => $("picture").clientWidth < 500;

function* labels(scale, measure, area) {
  const around = near();
  const first = (id) => (id === hovered || (chosen && id === chosen.node) ? 2 : around && around.has(id) ? 1 : 0);
  const free = new Free();
  const edge = area && area.map((side) => side * scale);
  const fits = (box) => !edge || (box[0] >= edge[0] && box[1] >= edge[1] && box[2] <= edge[2] && box[3] <= edge[3]);
  const inside = ({ x, y }) => !area || (x >= area[0] && x <= area[2] && y >= area[1] && y <= area[3]);
  const candidates = (around || hovered !== null ? [...order].sort((a, b) => first(b) - first(a)) : order).filter((id) => seen.nodes[id] && inside(data.nodes[id]));
  data.regions.forEach((region) => free.take(heading(region, scale, measure).box.map((side) => side * scale), -1e9));
  candidates.forEach((id) => {
    const { x, y, size } = data.nodes[id];
    free.take([(x - size) * scale, (y - size) * scale, (x + size) * scale, (y + size) * scale], id);
  });
  for (const id of candidates) {
    if (around && !around.has(id) && id !== hovered) continue;
    const { label, kind, x, y, size } = data.nodes[id];
    const [bold, full] = TYPE[kind] || [400, 12];
    const height = narrow() ? Math.min(full, 12) - 1 : full;
    const whole = label.split("\n");
    const always = first(id) === 2 || (TYPE[kind] && kind !== "council"); // a council is named by its region
    const home = regionOf(data.nodes[id]);
    const stays = ([l, t, r, b]) => !home || (l >= home.box[0] * scale && r <= home.box[2] * scale && t >= home.box[1] * scale && b <= home.box[3] * scale); // so that it is not read as another council's
    const place = (lines) => { // where these lines have room, if anywhere
      const wide = Math.max(...lines.map((line) => measure(line, bold, height))) / 2, tall = lines.length * (height + 2), reach = size * scale + 3;
      const side = reach + wide + 1;
      const spots = [[0, reach], [0, -reach - tall], [side, -tall / 2], [-side, -tall / 2], [side, reach / 2], [-side, reach / 2], [side, -tall], [-side, -tall],
        [wide * 0.6, reach], [-wide * 0.6, reach], [wide * 0.6, -reach - tall], [-wide * 0.6, -reach - tall]];
      const box = ([dx, dy]) => [x * scale + dx - wide, y * scale + dy, x * scale + dx + wide, y * scale + dy + tall];
      const spot = spots.find((one) => fits(box(one)) && stays(box(one)) && free.holds(box(one), id, true))
        || (always && (spots.find((one) => stays(box(one)) && free.holds(box(one), id, false)) || (first(id) === 2 && spots[0])));
      return spot && { lines, spot, box: box(spot) };
    };
    const found = place(whole) || (whole.length > 1 && place([shorter(whole)]));
    if (!found) continue;
    free.take(found.box, -1 - id);
    yield { lines: found.lines, bold, height, x: x + found.spot[0] / scale, y: y + found.spot[1] / scale };
  }
  if (chosen) yield* relations(scale, measure, free);
}

// What the chosen lines mean, written on them where there is room.
function* relations(scale, measure, free) {
  for (const line of data.edges) {
    if (!seen.edges[line.id] || !mine(line)) continue;
    const words = line.relation + (line.facts.length > 1 ? ` ×${line.facts.length}` : "");
    const wide = measure(words, 400, 11) / 2;
    const [a, b] = [data.nodes[line.from], data.nodes[line.to]];
    const along = (share) => ({ // a quadratic curve through the bent middle, as vis-network draws it
      x: a.x + (b.x - a.x) * share + 2 * share * (1 - share) * (b.y - a.y) * line.bend, y: a.y + (b.y - a.y) * share - 2 * share * (1 - share) * (b.x - a.x) * line.bend,
    });
    const box = ({ x, y }) => [x * scale - wide, y * scale - 7, x * scale + wide, y * scale + 7];
    const spot = [0.5, 0.4, 0.6, 0.3, 0.7].map(along).find((one) => free.holds(box(one), null, true));
    if (!spot) continue;
    free.take(box(spot), -1);
    yield { lines: [words], bold: 400, height: 11, x: spot.x, y: spot.y - 6 / scale, soft: true };
  }
}

const widths = new Map();
function measuring(context) {
  return (words, bold, height) => {
    const key = `${bold}${words}`;
    if (!widths.has(key)) {
      context.font = `${bold} ${height}px system-ui, sans-serif`;
      widths.set(key, context.measureText(words).width);
    }
    return widths.get(key);
  };
}

picture.on("afterDrawing", (context) => {
  const scale = picture.getScale();
  const room = $("picture").getBoundingClientRect();
  const [from, to] = [picture.DOMtoCanvas({ x: 0, y: 0 }), picture.DOMtoCanvas({ x: room.width, y: room.height })];
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.strokeStyle = colour("paper");
  for (const label of labels(scale, measuring(context), [from.x, from.y, to.x, to.y])) {
    context.font = `${label.bold} ${label.height / scale}px system-ui, sans-serif`;
    context.lineWidth = 3 / scale;
    context.fillStyle = colour(label.soft ? "soft" : "ink");
    label.lines.forEach((line, number) => {
      const y = label.y + number * (label.height + 2) / scale;
      context.strokeText(line, label.x, y);
      context.fillText(line, label.x, y);
    });
  }
});

function bounds() {
  const boxes = data.regions.map((region) => region.box);
  return boxes.length ? [Math.min, Math.min, Math.max, Math.max].map((pick, side) => pick(...boxes.map((box) => box[side]))) : [0, 0, 100, 100];
}
function whole() {
  const [left, top, right, bottom] = bounds();
  const room = $("picture").getBoundingClientRect();
  if (!room.width || !room.height) return; // the table is shown instead
  const tools = $("picture").nextElementSibling.offsetHeight + 10; // they lie over the foot of the picture
  const scale = Math.min(room.width / (right - left + 30), (room.height - tools) / (bottom - top + 30), 1.4);
  picture.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + tools / 2 / scale }, scale });
}
picture.on("hoverNode", (event) => { hovered = event.node; });
picture.on("blurNode", () => { hovered = null; });
picture.on("dragEnd", () => { moved = true; });
picture.on("zoom", () => { moved = true; });
