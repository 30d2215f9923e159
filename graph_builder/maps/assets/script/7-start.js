// All is there: the picture is put in its place, and follows the window.
$("filters").open = matchMedia("(min-width: 62rem)").matches;
document.querySelectorAll(".stroke").forEach((key) => {
  key.style.borderTopColor = `var(--${RELATIONS[key.dataset.relation] || "line"})`;
  key.style.borderTopStyle = DASHED[key.dataset.relation] ? "dashed" : "solid";
});
function recolour() {
  palette = new Map();
  style();
}
["(prefers-color-scheme: dark)", "print"].forEach((query) => matchMedia(query).addEventListener("change", recolour));
picture.once("afterDrawing", () => { root.dataset.drawn = String(Math.round(performance.now())); });
show();
picture.setSize("100%", "100%");
picture.redraw();
whole();
new ResizeObserver(() => {
  if (!moved && arrange(high())) nodes.update(data.nodes.map(({ id, x, y }) => ({ id, x, y })));
  picture.redraw();
  if (!chosen && !moved) whole();
}).observe($("picture"));
