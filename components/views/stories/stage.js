// The desk of a presenter: keys and clicker, buttons, a clock, size of the picture, step with the other window.
// It asks no server but its own: moves go to the page's script, steps to other windows of this browser.
const desks = new WeakMap();
const NEXT = ["ArrowRight", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "PageUp", "Backspace"];

export default function (component) {
  const { parentElement } = component;
  let desk = desks.get(parentElement);
  if (!desk) {
    desk = open(parentElement);
    desks.set(parentElement, desk);
  }
  desk.take(component);
  return () => {
    desk.close();
    desks.delete(parentElement);
  };
}

function open(parent) {
  const desk = { data: null, send: null, target: 0, sent: 0, said: "" };
  const root = parent.querySelector(".desk");
  const steps = "BroadcastChannel" in window ? new BroadcastChannel("story-steps") : null;
  const size = sizing();

  const ask = (what) => desk.send("ask", { ...what, step: ++desk.sent });
  const go = (to, told) => {
    const slide = Math.min(Math.max(to, 1), desk.data.slides);
    if (slide === desk.target && slide === desk.data.slide) return;
    desk.target = slide;
    if (!told && steps) steps.postMessage({ story: desk.data.story, slide });
    ask({ act: "move", slide });
  };
  const act = {
    next: () => go(desk.target + 1),
    back: () => go(desk.target - 1),
    first: () => go(1),
    last: () => go(desk.data.slides),
    leave: () => ask({ act: "leave" }),
    look: () => ask({ act: "look" }),
    qr: () => ask({ act: "qr" }),
    notes: () => window.open(desk.data.notes, "story-notes", "popup,width=1100,height=760"),
    full: () =>
      document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  };

  const key = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target;
    if (at.closest?.("input, textarea, select, [contenteditable='true'], [role='combobox']")) return;
    // A focused button is pressed by Space and Enter, as everywhere.
    if ((event.key === " " || event.key === "Enter") && at.closest?.("button, a, summary")) return;
    const name = event.shiftKey && event.key === " " ? "back"
      : NEXT.includes(event.key) ? "next" : BACK.includes(event.key) ? "back"
      : { Home: "first", End: "last", Escape: "leave", f: "full", n: "notes", l: "look", q: "qr" }[event.key];
    if (!name || (name === "notes" && !desk.data.notes)) return;
    event.preventDefault();
    event.stopPropagation();
    act[name]();
  };
  const click = (event) => {
    const button = event.target.closest("button[data-act]");
    if (button) act[button.dataset.act]();
  };
  const heard = (event) => {
    const { story, slide, where } = event.data ?? {};
    if (!desk.data || story !== desk.data.story) return;
    if (where) steps.postMessage({ story, slide: desk.target });
    else if (slide !== desk.target) go(slide, true);
  };
  const clock = setInterval(() => tell(root, desk), 1000);
  document.addEventListener("keydown", key, true);
  root.addEventListener("click", click);
  steps?.addEventListener("message", heard);

  desk.take = ({ data, setTriggerValue }) => {
    const first = desk.data === null;
    desk.data = data;
    desk.send = setTriggerValue;
    if (first) desk.sent = data.step;
    // While steps are on their way the last one counts, not the one that the page has just drawn.
    if (data.step === desk.sent) desk.target = data.slide;
    draw(root, data);
    if (desk.said !== data.said) root.querySelector(".said").textContent = desk.said = data.said;
    tell(root, desk);
    size.again();
    if (first && data.asks) steps?.postMessage({ story: data.story, where: true });
  };
  desk.close = () => {
    clearInterval(clock);
    document.removeEventListener("keydown", key, true);
    root.removeEventListener("click", click);
    steps?.close();
    size.close();
  };
  return desk;
}

// Names of the buttons, the progress and what cannot be pressed at either end.
function draw(root, data) {
  root.querySelector(".progress").style.setProperty("--done", `${(100 * data.slide) / data.slides}%`);
  root.querySelector(".number").textContent = data.number;
  for (const button of root.querySelectorAll("button[data-act]")) {
    const name = button.dataset.act;
    button.hidden = !data.labels[name] || (name === "notes" && !data.notes);
    button.title = data.labels[name] ?? "";
    button.setAttribute("aria-label", button.title);
    button.disabled = (name === "back" && data.slide === 1) || (name === "next" && data.slide === data.slides);
  }
}

// The time of day, and how long the story has been told; told since the first window of this browser opened it.
function tell(root, desk) {
  const box = root.querySelector(".clock");
  box.hidden = !desk.data?.clock;
  if (box.hidden) return;
  const name = `story-since-${desk.data.story}`;
  const since = Number(sessionStorage.getItem(name)) || Date.now();
  sessionStorage.setItem(name, since);
  const seconds = Math.floor((Date.now() - since) / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const time = new Date().toLocaleTimeString(desk.data.language, { hour: "2-digit", minute: "2-digit" });
  box.textContent = `${time}  ·  ${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

// As large as the room between head and foot allows: the picture is scaled until it fills it.
function sizing() {
  let wait = 0;
  const fit = () => {
    const find = (name) => document.querySelector(`.st-key-stage-${name}`);
    const [head, picture, foot] = ["head", "picture", "foot"].map(find);
    if (!picture) return;
    const now = Number(getComputedStyle(document.documentElement).getPropertyValue("--stage-zoom")) || 1;
    const room = window.innerHeight - (head?.offsetHeight ?? 0) - (foot?.offsetHeight ?? 0) - 60;
    const drawn = picture.offsetHeight;
    if (drawn < 80) return;
    const most = window.innerWidth < 900 ? 1 : 2;
    const zoom = Math.min(Math.max(room / drawn, 0.5), most);
    const set = (name, value) => document.documentElement.style.setProperty(`--stage-${name}`, value);
    if (Math.abs(zoom - now) > 0.03) set("zoom", zoom.toFixed(3));
    set("more", `${Math.round((zoom - 1) * drawn)}px`);
  };
  const again = () => {
    clearTimeout(wait);
    wait = setTimeout(fit, 120);
  };
  let rounds = 0;
  const watch = new ResizeObserver(() => rounds++ < 12 && again());
  const look = setInterval(() => {
    rounds = 0;
    const picture = document.querySelector(".st-key-stage-picture");
    if (picture) watch.observe(picture);
  }, 700);
  window.addEventListener("resize", again);
  return {
    again: () => {
      rounds = 0;
      again();
    },
    close: () => {
      clearTimeout(wait);
      clearInterval(look);
      watch.disconnect();
      window.removeEventListener("resize", again);
      for (const name of ["zoom", "more"]) document.documentElement.style.removeProperty(`--stage-${name}`);
    },
  };
}
