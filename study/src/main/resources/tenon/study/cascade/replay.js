(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("replay-data").textContent);
  const place = document.getElementById("replay").querySelector(".scroll");
  const circles = [...place.querySelectorAll("svg circle")];
  /* The ramp of amounts, from light to dark. */
  const RAMP = [[239, 243, 247], [191, 212, 231], [128, 173, 212], [62, 128, 184], [20, 82, 138], [8, 46, 88]];
  const colour = (share) => {
    const at = (0.12 + 0.88 * share) * (RAMP.length - 1);
    const low = Math.min(Math.floor(at), RAMP.length - 2);
    return "rgb(" + RAMP[low].map((c, i) => Math.round(c + (RAMP[low + 1][i] - c) * (at - low))).join(",") + ")";
  };

  const bar = document.createElement("div");
  bar.style.cssText = "display:flex;gap:1rem;align-items:center;margin:0.5rem 0";
  const button = document.createElement("button");
  button.type = "button";
  button.style.font = "inherit";
  button.textContent = data.play;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = 0;
  slider.max = data.frames.length - 1;
  slider.value = 0;
  slider.style.flex = "1";
  slider.setAttribute("aria-label", data.play);
  bar.append(button, slider);
  const words = document.createElement("p");
  words.className = "note";
  words.setAttribute("aria-live", "polite");
  words.style.minHeight = "3em";
  place.before(bar, words);

  function show() {
    const frame = data.frames[slider.value];
    frame.share.forEach((share, i) => circles[i].setAttribute("fill", colour(share)));
    words.textContent = frame.text;
  }

  let timer = null;
  function stop() {
    clearInterval(timer);
    timer = null;
    button.textContent = data.play;
  }
  button.addEventListener("click", () => {
    if (timer) return stop();
    if (+slider.value === data.frames.length - 1) slider.value = 0;
    button.textContent = data.pause;
    show();
    timer = setInterval(() => {
      if (+slider.value >= data.frames.length - 1) return stop();
      slider.value = +slider.value + 1;
      show();
    }, 900);
  });
  slider.addEventListener("input", () => { stop(); show(); });
  show();
})();
