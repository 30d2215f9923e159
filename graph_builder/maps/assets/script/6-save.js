// The picture as a file for a paper: PNG of what is seen, SVG of the whole.
function save(content, name) {
  const link = make("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function png() {
  const seenCanvas = $("picture").querySelector("canvas");
  const canvas = make("canvas");
  canvas.width = seenCanvas.width;
  canvas.height = seenCanvas.height;
  const context = canvas.getContext("2d");
  context.fillStyle = colour("paper"); // a canvas is transparent where nothing is drawn
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(seenCanvas, 0, 0);
  canvas.toBlob((content) => save(content, "map.png"));
}

const SVG = "http://www.w3.org/2000/svg";
function drawn(parent, tag, attributes, words) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (words !== undefined) element.textContent = words;
  parent.append(element);
  return element;
}
const CORNERS = {
  hexagon: [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]], square: [[1, 1], [-1, 1], [-1, -1], [1, -1]],
  triangle: [[0, -1], [1, 0.8], [-1, 0.8]], triangleDown: [[0, 1], [1, -0.8], [-1, -0.8]], diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  star: [[0, -1], [0.3, -0.3], [1, -0.3], [0.45, 0.2], [0.6, 1], [0, 0.5], [-0.6, 1], [-0.45, 0.2], [-1, -0.3], [-0.3, -0.3]],
};

function svg() {
  const [left, top, right, bottom] = bounds();
  const page = document.createElementNS(SVG, "svg");
  page.setAttribute("viewBox", `${left - 20} ${top - 20} ${right - left + 40} ${bottom - top + 40}`);
  page.setAttribute("font-family", "system-ui, sans-serif");
  drawn(page, "title", {}, document.title);
  drawn(page, "rect", { x: left - 20, y: top - 20, width: right - left + 40, height: bottom - top + 40, fill: colour("paper") });
  let tint = 0;
  const measure = measuring(make("canvas").getContext("2d"));
  data.regions.forEach((region) => {
    const { shared, box } = region;
    drawn(page, "rect", { x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1], rx: 30, fill: colour(shared ? "tint-none" : `tint-${tint++ % 6}`) });
    const { lines, height, x, y } = heading(region, 1, measure);
    lines.forEach((line, number) => drawn(page, "text", { x, y: y + height * (1 + number * 1.15), "font-size": height, "font-weight": 600, fill: colour("soft") }, line));
  });
  data.edges.filter((line) => seen.edges[line.id]).forEach(({ from, to, bend, relation }) => {
    const [a, b] = [data.nodes[from], data.nodes[to]];
    const middle = [(a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend];
    const dashes = DASHED[relation] ? { "stroke-dasharray": DASHED[relation].join(" ") } : {};
    const path = drawn(page, "path", { d: `M${a.x} ${a.y}Q${middle[0]} ${middle[1]} ${b.x} ${b.y}`, fill: "none", stroke: stroke(relation), "stroke-opacity": 0.7, ...dashes });
    drawn(path, "title", {}, `${a.name} ${relation} ${b.name}`);
  });
  data.nodes.filter((node) => seen.nodes[node.id]).forEach(({ x, y, size, shape, kind, name }) => {
    const look = { fill: colour(kind) || colour("thing"), stroke: colour("paper"), "stroke-width": 1.5 };
    const points = CORNERS[shape] && CORNERS[shape].map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join(" ");
    const dot = points ? drawn(page, "polygon", { points, ...look }) : drawn(page, "circle", { cx: x, cy: y, r: size, ...look });
    drawn(dot, "title", {}, name);
  });
  for (const label of labels(1, measure)) {
    const text = drawn(page, "text", {
      x: label.x, y: label.y, "text-anchor": "middle", "font-size": label.height, "font-weight": label.bold, fill: colour("ink"), stroke: colour("paper"), "stroke-width": 3,
      "paint-order": "stroke",
    });
    label.lines.forEach((line) => drawn(text, "tspan", { x: label.x, dy: label.height + 1 }, line));
  }
  return new XMLSerializer().serializeToString(page);
}
$("png").addEventListener("click", png);
$("svg").addEventListener("click", () => save(new Blob([svg()], { type: "image/svg+xml" }), "map.svg"));
